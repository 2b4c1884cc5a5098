import { Fault } from '@seatmatrix/protocol/kernel';
import { parseSoundDevice, soundOutputPipeline } from '../drivers/gstreamer/sound-parts.ts';
import { runMediaProgram } from './child-life.ts';
import { UnitReader } from './media-stream.ts';
import { copyBytes, Pipeline } from './native/gstreamer.ts';
import { requireSoundElements } from './sound-elements.ts';
import { packetTime, type SoundTime } from './sound-time.ts';

/** How often to look whether the device went: milliseconds. */
const LOOK = 500;

/** The argument: the device. */
const device = parseSoundDevice(process.argv[2] ?? '');

/** Plays packets at the distance in which they were recorded. The device is open while there is something to play. */
class SoundPlayer {
  readonly #reader = new UnitReader();
  #playing: { readonly pipeline: Pipeline; readonly start: bigint } | null = null;
  #time: SoundTime | null = null;

  take(bytes: Uint8Array): void {
    for (const unit of this.#reader.push(bytes)) {
      this.#playing ??= { pipeline: new Pipeline(soundOutputPipeline(device)), start: process.hrtime.bigint() };
      const { pipeline, start } = this.#playing;
      const now = process.hrtime.bigint() - start;
      this.#time = packetTime(this.#time, { now, timestamp: unit.timestamp, ssrc: unit.ssrc });
      if (this.#time.play) pipeline.push(copyBytes(unit.bytes, this.#time.at));
    }
  }

  flush(): void {
    this.#playing?.pipeline.close();
    this.#playing = null;
    this.#time = null;
  }

  look(): void {
    const error = this.#playing?.pipeline.error() ?? null;
    if (error !== null) throw new Fault({ code: 'media-failed', message: `sound: ${error}` });
  }
}

await runMediaProgram(async (life) => {
  requireSoundElements(device, 'sink');
  const player = new SoundPlayer();
  setInterval(() => player.look(), LOOK);
  life.tell({ type: 'engine', engine: `${device.kind}:${device.name}` });
  return { order: (order) => order.type === 'clear' && player.flush(), media: (bytes) => player.take(bytes) };
});
