import { Fault } from '@seatmatrix/protocol/kernel';
import { parseSoundDevice, soundCapturePipeline } from '../drivers/gstreamer/sound-parts.ts';
import { type ChildLife, runMediaProgram } from './child-life.ts';
import type { MediaOrder } from './media-message.ts';
import { UnitWriter } from './media-stream.ts';
import { soundTimestamp } from './media-time.ts';
import { bytesOf, gstreamer, Pipeline, timeOf } from './native/gstreamer.ts';
import { requireSoundElements } from './sound-elements.ts';

/** Nanoseconds; ten packets. */
const LOOK = 200_000_000n;

/** The argument: the device. */
const device = parseSoundDevice(process.argv[2] ?? '');

/** Listens to the device only while somebody wants to hear it. */
class SoundRecorder {
  readonly #life: ChildLife;
  readonly #writer = new UnitWriter();
  #ssrc: number | null = null;

  constructor(life: ChildLife) {
    this.#life = life;
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
    const pipeline = new Pipeline(soundCapturePipeline(device));
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

await runMediaProgram(async (life) => {
  requireSoundElements(device, 'source');
  const recorder = new SoundRecorder(life);
  life.tell({ type: 'engine', engine: `${device.kind}:${device.name}` });
  return { order: (order) => recorder.order(order) };
});
