import { Fault } from '@seatmatrix/protocol/kernel';
import { transcodingPipeline } from '../drivers/gstreamer/pipeline-parts.ts';
import type { ChildLife } from './child-life.ts';
import type { MediaOrder } from './media-message.ts';
import { UnitReader, UnitWriter } from './media-stream.ts';
import { bytesOf, copyBytes, exists, gstreamer, Pipeline } from './native/gstreamer.ts';
import { decoderChoice } from './picture-decoder.ts';

/** Nanoseconds. */
const LOOK = 200_000_000n;

/** H.264 in, every picture for itself out. Slower than the stream, it leaves pictures out. */
export class JpegTranscoder {
  readonly engine: string;
  readonly #life: ChildLife;
  readonly #description: string;
  readonly #reader = new UnitReader();
  readonly #writer = new UnitWriter();
  #pipeline: Pipeline | null = null;
  #ssrc = 0;
  #units = 0n;

  constructor(life: ChildLife) {
    if (!exists('jpegenc')) {
      const message = "GStreamer has no jpegenc; Debian's package gstreamer1.0-plugins-good brings it";
      throw new Fault({ code: 'driver-unavailable', message });
    }
    const { element, engine } = decoderChoice().usual;
    this.engine = `jpegenc after ${engine}`;
    this.#life = life;
    this.#description = transcodingPipeline(element);
  }

  order(order: MediaOrder): void {
    if (order.type !== 'clear') return;
    this.#pipeline?.close();
    this.#pipeline = null;
  }

  media(bytes: Uint8Array): void {
    for (const unit of this.#reader.push(bytes)) {
      if (this.#pipeline === null) {
        // Nothing can be made of what follows from units before.
        if (!unit.key) continue;
        this.#pipeline = new Pipeline(this.#description);
        void this.#give(this.#pipeline);
      }
      this.#ssrc = unit.ssrc;
      this.#pipeline.push(copyBytes(unit.bytes, ++this.#units));
    }
  }

  async #give(pipeline: Pipeline): Promise<void> {
    while (this.#pipeline === pipeline) {
      const sample = await pipeline.pull(LOOK);
      if (sample === null) {
        const error = pipeline.error();
        if (error !== null) throw new Fault({ code: 'media-failed', message: `pictures for pages: ${error}` });
        continue;
      }
      const bytes = bytesOf(gstreamer.sampleBuffer(sample));
      gstreamer.unref(sample);
      if (this.#pipeline !== pipeline || this.#life.mediaWaiting() > 0) continue;
      this.#life.sendMedia(this.#writer.frame({ ssrc: this.#ssrc, timestamp: 0, codec: 'jpeg', bytes }));
    }
  }
}
