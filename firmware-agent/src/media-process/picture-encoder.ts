import { availableParallelism } from 'node:os';
import type { Chroma } from '@seatmatrix/protocol/domain';
import { Fault } from '@seatmatrix/protocol/kernel';
import koffi from 'koffi';
import type { CodecChoice } from '../drivers/gstreamer/codec-choice.ts';
import {
  DEFAULT_ENCODER,
  encoderPart,
  frameCaps,
  frameFormatOf,
  framesPart,
  pipeline,
  unitsPart,
} from '../drivers/gstreamer/pipeline-parts.ts';
import { encoderFor } from './encoder-choice.ts';
import { type FrameLayout, frameLayout } from './native/frame-layout.ts';
import { bytesOf, gstreamer, Pipeline, wrapMemory } from './native/gstreamer.ts';
import type { Pointer } from './native/native-library.ts';
import type { WindowSize } from './native/x-display.ts';

/** A picture is cut into as many slices, and each slice costs bytes. */
const THREADS_MAX = 4;

/** Nanoseconds. A 4K key on a busy machine takes a tenth of this. */
const ENCODE_LIMIT = 4_000_000_000n;

/** A warm encoder with a frame of its own that the caller fills. */
export class PictureEncoder {
  readonly choice: CodecChoice;
  /** As it was wanted. */
  readonly chroma: Chroma;
  readonly #pipeline: Pipeline;
  #frame: { readonly memory: Pointer; readonly layout: FrameLayout };

  constructor({ size, chroma }: { readonly size: WindowSize; readonly chroma: Chroma }) {
    const { choice, chroma: possible } = encoderFor(chroma);
    this.choice = choice;
    this.chroma = chroma;
    const { element } = choice;
    const format = frameFormatOf(element, possible);
    this.#frame = newFrame(frameLayout(format, size));
    this.#pipeline = new Pipeline(
      pipeline(
        framesPart({ format, ...size }),
        encoderPart(element, {
          ...DEFAULT_ENCODER,
          chroma: possible,
          threads: Math.min(THREADS_MAX, availableParallelism()),
        }),
        unitsPart(element, possible),
      ),
    );
  }

  get frame(): { readonly memory: Pointer; readonly layout: FrameLayout } {
    return this.#frame;
  }

  /** Must not be called while a picture is encoded: its frame goes. */
  resize(size: WindowSize): void {
    const { format } = this.#frame.layout;
    koffi.free(this.#frame.memory);
    this.#frame = newFrame(frameLayout(format, size));
    this.#pipeline.setCaps(frameCaps({ format, ...size }));
  }

  /** The unit of what the frame holds; the frame must stay as it is until then. `time` in nanoseconds, rising. */
  async encode({ time, key }: { readonly time: bigint; readonly key: boolean }): Promise<Uint8Array> {
    if (key) this.#pipeline.forceKey();
    this.#pipeline.push(wrapMemory(this.#frame.memory, { size: this.#frame.layout.size, time }));
    const sample = await this.#pipeline.pull(ENCODE_LIMIT);
    if (sample === null) {
      const reason = this.#pipeline.error() ?? 'it gives nothing';
      throw new Fault({ code: 'media-failed', message: `${this.choice.element}: ${reason}` });
    }
    const bytes = bytesOf(gstreamer.sampleBuffer(sample));
    gstreamer.unref(sample);
    return bytes;
  }

  close(): void {
    this.#pipeline.close();
    koffi.free(this.#frame.memory);
  }
}

function newFrame(layout: FrameLayout): { readonly memory: Pointer; readonly layout: FrameLayout } {
  return { memory: koffi.alloc('uint8_t', layout.size), layout };
}
