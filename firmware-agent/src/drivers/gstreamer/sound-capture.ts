import { type Clock, Fault, type Log, type Random, systemRandom } from '@seatmatrix/protocol/kernel';
import type { MediaEvent, MediaOrder } from '../../media-process/media-message.ts';
import { MediaProcess } from '../../media-process/media-process.ts';
import { MediaStart } from '../../media-process/media-start.ts';
import { UnitReader } from '../../media-process/media-stream.ts';
import { TimestampUnwrap } from '../../media-process/media-time.ts';
import type { SoundCapture, SoundUnit } from '../sound-capture.ts';
import { parseSoundDevice } from './sound-parts.ts';

export interface SoundOptions {
  /** `pulse:`, `pulse:NAME`, `alsa:NAME`; `test:` is a tone, and as an output `test:FILE` gets raw samples. */
  readonly url: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly random?: Random;
}

const SAMPLE_RATE = 48_000;

/**
 * The device is opened while started alone; one that is away is tried again. Throws `configuration-invalid` for the URL,
 * `driver-unavailable` with the Debian package of what GStreamer lacks.
 */
export function openSoundCapture(options: SoundOptions): Promise<SoundCapture> {
  parseSoundDevice(options.url);
  const capture = new ProcessSoundCapture(options);
  return capture.opening.wait(capture, options.clock);
}

class ProcessSoundCapture implements SoundCapture {
  readonly opening: MediaStart;
  readonly #process: MediaProcess;
  readonly #base: number;
  readonly #time = new TimestampUnwrap(SAMPLE_RATE);
  #reader = new UnitReader();
  #listener: ((unit: SoundUnit) => void) | null = null;
  #started = false;
  #ssrc = 0;

  constructor({ url, clock, log, random = systemRandom }: SoundOptions) {
    const name = `sound from ${url}`;
    this.opening = new MediaStart(name);
    this.#base = Math.round(clock.now() * 1000);
    this.#process = new MediaProcess({
      program: new URL('../../media-process/sound-capture-program.ts', import.meta.url),
      arguments: [url],
      name,
      clock,
      log,
      random,
      orders: () => this.#orders(),
      event: (event) => hearOpening(this.opening, event),
      media: (bytes) => this.#take(bytes),
      away: () => this.opening.ended(),
    });
  }

  listen(listener: (unit: SoundUnit) => void): void {
    this.#listener = listener;
  }

  start(): void {
    if (this.#started) return;
    this.#started = true;
    this.#process.tell(this.#startOrder());
  }

  stop(): void {
    if (!this.#started) return;
    this.#started = false;
    this.#process.tell({ type: 'stop' });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener = null;
    await this.#process[Symbol.asyncDispose]();
  }

  #orders(): readonly MediaOrder[] {
    this.#reader = new UnitReader();
    return this.#started ? [this.#startOrder()] : [];
  }

  #startOrder(): MediaOrder {
    this.#ssrc++;
    return { type: 'start', ssrc: this.#ssrc };
  }

  #take(bytes: Uint8Array): void {
    for (const unit of this.#reader.push(bytes)) {
      if (!this.#started || unit.ssrc !== this.#ssrc) continue;
      this.#listener?.({ time: this.#base + this.#time.take(unit.timestamp), bytes: unit.bytes });
    }
  }
}

/** Sound processes say what they use when they are ready, or why they cannot be. */
export function hearOpening(opening: MediaStart, event: MediaEvent): void {
  if (event.type === 'engine') opening.ready();
  else if (event.type === 'fault') opening.failed(event);
  else throw new Fault({ code: 'invariant-broken', message: `sound tells no ${event.type}` });
}
