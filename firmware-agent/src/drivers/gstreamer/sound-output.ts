import { systemRandom } from '@seatmatrix/protocol/kernel';
import { MediaProcess } from '../../media-process/media-process.ts';
import { MediaStart } from '../../media-process/media-start.ts';
import { UnitWriter } from '../../media-process/media-stream.ts';
import { soundTimestamp } from '../../media-process/media-time.ts';
import type { SoundUnit } from '../sound-capture.ts';
import type { SoundOutput } from '../sound-output.ts';
import { hearOpening, type SoundOptions } from './sound-capture.ts';
import { parseSoundDevice } from './sound-parts.ts';

/** Throws as `openSoundCapture` does. The device is opened with the first packet. */
export function openSoundOutput(options: SoundOptions): Promise<SoundOutput> {
  parseSoundDevice(options.url);
  const output = new ProcessSoundOutput(options);
  return output.opening.wait(output, options.clock);
}

class ProcessSoundOutput implements SoundOutput {
  readonly opening: MediaStart;
  readonly #process: MediaProcess;
  readonly #writer = new UnitWriter();
  #ssrc = 1;

  constructor({ url, clock, log, random = systemRandom }: SoundOptions) {
    const name = `sound to ${url}`;
    this.opening = new MediaStart(name);
    this.#process = new MediaProcess({
      program: new URL('../../media-process/sound-output-program.ts', import.meta.url),
      arguments: [url],
      name,
      clock,
      log,
      random,
      orders: () => [],
      event: (event) => hearOpening(this.opening, event),
      away: () => this.opening.ended(),
    });
  }

  play({ time, bytes }: SoundUnit): void {
    const timestamp = soundTimestamp(BigInt(Math.round(time)) * 1000n);
    this.#process.send(this.#writer.frame({ ssrc: this.#ssrc, timestamp, codec: 'opus', bytes }));
  }

  flush(): void {
    this.#ssrc++;
    this.#process.tell({ type: 'clear' });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#process[Symbol.asyncDispose]();
  }
}
