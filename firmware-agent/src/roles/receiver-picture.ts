import type { AccessUnit, BoxReport, Codec, Crop, VideoMode } from '@seatmatrix/protocol/domain';
import type { Clock, Duration, Log } from '@seatmatrix/protocol/kernel';
import type { SoundOutput, SoundUnit, VideoOutput } from '../drivers/index.ts';
import type { DatagramPort } from '../media/datagram-port.ts';
import { RtpReceptions } from '../media/rtp-receptions.ts';
import type { RouteMedia } from '../peer/route-link.ts';
import type { ReceptionFigures } from '../rtp/stream-receiver.ts';
import type { AgentMedia } from './agent.ts';
import { bitsPerSecond, framesPerSecond } from './box-report.ts';

export interface ReceiverPictureOptions {
  readonly videoOutput: VideoOutput;
  readonly soundOutput: SoundOutput | null;
  readonly media: AgentMedia | null;
  readonly clock: Clock;
  readonly log: Log;
  /** The screen could not decode what it was given. */
  readonly undecodable: () => void;
}

const NOTHING_SHOWN = { codec: null, units: 0, bytes: 0 } as const;

type PictureReport = Pick<
  BoxReport,
  'mode' | 'capture' | 'codec' | 'framesPerSecond' | 'bitsPerSecond' | 'engine' | 'refused' | 'reception' | 'delay'
>;

/** A receiver's screen and loudspeakers, the port that their streams come in by, and how well that goes. */
export class ReceiverPicture {
  readonly #options: ReceiverPictureOptions;
  #monitor: VideoMode | null = null;
  #engine: string | null = null;
  #datagrams: DatagramPort | null = null;
  #media: RouteMedia | null = null;
  #shown: { readonly codec: Codec | null; readonly units: number; readonly bytes: number } = NOTHING_SHOWN;

  constructor(options: ReceiverPictureOptions) {
    this.#options = options;
  }

  /** Null until `open`, and where pictures come on media sockets alone. */
  get media(): RouteMedia | null {
    return this.#media;
  }

  /** Rejects with a Fault when the port cannot be opened. */
  async open(): Promise<void> {
    const { videoOutput, soundOutput, media, clock, log, undecodable } = this.#options;
    videoOutput.listen((event) => {
      if (event.type === 'undecodable') undecodable();
      else if (event.type === 'engine') this.#engine = event.engine;
      else if (event.type === 'monitor') this.#monitor = event.mode;
      else if (event.type === 'no-monitor') this.#monitor = null;
    });
    if (media === null) return;
    this.#datagrams = await media.open();
    const receptions = new RtpReceptions({ port: this.#datagrams, clock, log });
    this.#media = { receptions, chromas: videoOutput.chromas, sound: soundOutput !== null };
  }

  show(unit: AccessUnit, crop: Crop | null): void {
    const { units, bytes } = this.#shown;
    this.#shown = { codec: unit.codec, units: units + 1, bytes: bytes + unit.bytes.byteLength };
    this.#options.videoOutput.show(unit, crop);
  }

  clear(): void {
    this.#shown = NOTHING_SHOWN;
    this.#options.videoOutput.clear();
  }

  play(unit: SoundUnit): void {
    this.#options.soundOutput?.play(unit);
  }

  /** Another computer's sound comes next, or none. */
  silence(): void {
    this.#options.soundOutput?.flush();
  }

  /** `figures`: of the picture that is shown. */
  report(elapsed: Duration, figures: ReceptionFigures | null): PictureReport {
    const { codec, units, bytes } = this.#shown;
    this.#shown = { codec, units: 0, bytes: 0 };
    return {
      mode: this.#monitor,
      capture: 'none',
      codec,
      framesPerSecond: framesPerSecond(units, elapsed),
      bitsPerSecond: bitsPerSecond(bytes, elapsed),
      engine: this.#engine,
      refused: this.#media?.receptions.refused ?? 0,
      reception: figures === null ? null : { loss: figures.loss, jitter: figures.jitter },
      delay: figures?.roundTrip == null ? null : figures.roundTrip / 2,
    };
  }

  async close(): Promise<void> {
    await this.#datagrams?.[Symbol.asyncDispose]();
  }
}
