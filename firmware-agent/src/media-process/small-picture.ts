import { Fault } from '@seatmatrix/protocol/kernel';
import koffi from 'koffi';
import { previewPipeline } from '../drivers/gstreamer/pipeline-parts.ts';
import { PREVIEW_QUALITY, previewSize } from '../drivers/preview-size.ts';
import type { ChildLife } from './child-life.ts';
import { type FrameLayout, frameLayout } from './native/frame-layout.ts';
import { bytesOf, gstreamer, Pipeline, wrapMemory } from './native/gstreamer.ts';
import type { Pointer } from './native/native-library.ts';
import { scaleFrame } from './native/pixels.ts';

/** Nanoseconds. */
const ENCODE_LIMIT = 1_000_000_000n;

/** Milliseconds: nobody looks any more, and a pipeline keeps threads and memory. */
const REST_AFTER = 15_000;

interface Maker {
  readonly layout: FrameLayout;
  readonly memory: Pointer;
  readonly pipeline: Pipeline;
}

/** A small picture that fails is none, and the stream beside it goes on: the reason is for the agent's log. */
export function tellPreview(
  life: ChildLife,
  { number, made }: { readonly number: number; readonly made: Promise<Uint8Array | null> },
): void {
  const tell = (jpeg: Uint8Array | null) => {
    life.tell({ type: 'preview', number, jpeg: jpeg === null ? null : Buffer.from(jpeg).toString('base64') });
  };
  made.then(tell, (thrown: unknown) => {
    process.stderr.write(`a small picture failed: ${String(thrown)}\n`);
    tell(null);
  });
}

/** Makes small jpegs of frames, one at a time, and keeps nothing when it is not asked. */
export class SmallPicture {
  #maker: Maker | null = null;
  #time = 0n;
  #rest: NodeJS.Timeout | null = null;
  #busy = false;

  /** The frame is read before this returns. Null while the one before is not done; rejects with `media-failed`. */
  async make(
    frame: { readonly memory: Pointer; readonly layout: FrameLayout },
    widthMax: number,
  ): Promise<Uint8Array | null> {
    if (this.#busy) return null;
    this.#busy = true;
    if (this.#rest !== null) clearTimeout(this.#rest);
    try {
      const { format } = frame.layout;
      const maker = this.#makerOf(frameLayout(format, previewSize(frame.layout, widthMax)));
      scaleFrame(frame, maker);
      return await this.#encode(maker);
    } catch (thrown) {
      // What comes too late would be taken for the next one.
      this.#close();
      throw thrown;
    } finally {
      this.#busy = false;
      this.#rest = setTimeout(() => this.#close(), REST_AFTER);
    }
  }

  async #encode({ layout, memory, pipeline }: Maker): Promise<Uint8Array> {
    pipeline.push(wrapMemory(memory, { size: layout.size, time: ++this.#time }));
    const sample = await pipeline.pull(ENCODE_LIMIT);
    if (sample === null) {
      const reason = pipeline.error() ?? 'it gives nothing';
      throw new Fault({ code: 'media-failed', message: `jpegenc: ${reason}` });
    }
    const jpeg = bytesOf(gstreamer.sampleBuffer(sample));
    gstreamer.unref(sample);
    return jpeg;
  }

  #close(): void {
    const maker = this.#maker;
    this.#maker = null;
    if (maker === null) return;
    maker.pipeline.close();
    koffi.free(maker.memory);
  }

  #makerOf(layout: FrameLayout): Maker {
    const { format, width, height } = layout;
    const had = this.#maker;
    if (had?.layout.format === format && had.layout.width === width && had.layout.height === height) return had;
    this.#close();
    const pipeline = new Pipeline(previewPipeline({ format, width, height }, PREVIEW_QUALITY));
    const made = { layout, pipeline, memory: koffi.alloc('uint8_t', layout.size) };
    this.#maker = made;
    return made;
  }
}
