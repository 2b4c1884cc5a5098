import { Fault } from '@seatmatrix/protocol/kernel';
import { type SoundDevice, soundCapturePipeline } from '../drivers/gstreamer/sound-parts.ts';
import type { ChildLife } from './child-life.ts';
import type { MediaOrder } from './media-message.ts';
import { UnitWriter } from './media-stream.ts';
import { soundTimestamp } from './media-time.ts';
import { bytesOf, gstreamer, Pipeline, timeOf } from './native/gstreamer.ts';
import { requireSoundElements } from './sound-elements.ts';

/** Nanoseconds; ten packets. */
const LOOK = 200_000_000n;

/** Listens to the device only while somebody wants to hear it. */
export class SoundRecorder {
  readonly #life: ChildLife;
  readonly #device: SoundDevice;
  readonly #writer = new UnitWriter();
  #ssrc: number | null = null;

  constructor(life: ChildLife, device: SoundDevice) {
    requireSoundElements(device, 'source');
    this.#life = life;
    this.#device = device;
  }

  order(order: MediaOrder): void {
    if (order.type === 'start') {
      this.#ssrc = order.ssrc;
      void this.#record(order.ssrc);
    } else if (order.type === 'stop') {
      this.#ssrc = null;
    }
  }

  async #record(ssrc: number): Promise<void> {
    const pipeline = new Pipeline(soundCapturePipeline(this.#device));
    let start: bigint | null = null;
    while (this.#ssrc === ssrc) {
      const sample = await pipeline.pull(LOOK);
      const error = pipeline.error();
      if (error !== null) throw new Fault({ code: 'media-failed', message: `sound: ${error}` });
      if (sample === null) continue;
      const buffer = gstreamer.sampleBuffer(sample);
      const time = timeOf(buffer);
      start ??= process.hrtime.bigint() - time;
      const bytes = bytesOf(buffer);
      gstreamer.unref(sample);
      if (this.#ssrc !== ssrc || this.#life.mediaWaiting() > 0) continue;
      this.#life.sendMedia(this.#writer.frame({ ssrc, timestamp: soundTimestamp(start + time), codec: 'opus', bytes }));
    }
    pipeline.close();
  }
}
