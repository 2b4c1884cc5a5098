import { Fault } from '@seatmatrix/protocol/kernel';
import { type SoundDevice, soundOutputPipeline } from '../drivers/gstreamer/sound-parts.ts';
import type { MediaOrder } from './media-message.ts';
import { UnitReader } from './media-stream.ts';
import { copyBytes, Pipeline } from './native/gstreamer.ts';
import { requireSoundElements } from './sound-elements.ts';
import { packetTime, type SoundTime } from './sound-time.ts';

/** How often to look whether the device went: milliseconds. */
const LOOK = 500;

/** Plays packets at the distance in which they were recorded. The device is open while there is something to play. */
export class SoundPlayer {
  readonly #device: SoundDevice;
  readonly #reader = new UnitReader();
  #playing: { readonly pipeline: Pipeline; readonly start: bigint } | null = null;
  #time: SoundTime | null = null;

  constructor(device: SoundDevice) {
    requireSoundElements(device, 'sink');
    this.#device = device;
    setInterval(() => this.#look(), LOOK);
  }

  order(order: MediaOrder): void {
    if (order.type === 'clear') this.#flush();
  }

  media(bytes: Uint8Array): void {
    for (const unit of this.#reader.push(bytes)) {
      this.#playing ??= { pipeline: new Pipeline(soundOutputPipeline(this.#device)), start: process.hrtime.bigint() };
      const { pipeline, start } = this.#playing;
      const now = process.hrtime.bigint() - start;
      this.#time = packetTime(this.#time, { now, timestamp: unit.timestamp, ssrc: unit.ssrc });
      if (this.#time.play) pipeline.push(copyBytes(unit.bytes, this.#time.at));
    }
  }

  #flush(): void {
    this.#playing?.pipeline.close();
    this.#playing = null;
    this.#time = null;
  }

  #look(): void {
    const error = this.#playing?.pipeline.error() ?? null;
    if (error !== null) throw new Fault({ code: 'media-failed', message: `sound: ${error}` });
  }
}
