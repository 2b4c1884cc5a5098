import type { Chroma } from '@seatmatrix/protocol/domain';
import { Fault } from '@seatmatrix/protocol/kernel';
import {
  DEFAULT_ENCODER,
  encoderPart,
  grabbedPreviewPipeline,
  pipeline,
  unitsPart,
  ximagesrcPart,
} from '../drivers/gstreamer/pipeline-parts.ts';
import { PREVIEW_QUALITY, previewSize } from '../drivers/preview-size.ts';
import type { ChildLife } from './child-life.ts';
import { encoderFor } from './encoder-choice.ts';
import type { MediaOrder } from './media-message.ts';
import { UnitWriter } from './media-stream.ts';
import { mediaTimestamp } from './media-time.ts';
import { bytesOf, gstreamer, heldCaps, Pipeline } from './native/gstreamer.ts';
import { tellPreview } from './small-picture.ts';

/** Nanoseconds. */
const FIRST_PICTURE = 5_000_000_000n;
const LOOK = 200_000_000n;
const PREVIEW_LIMIT = 1_500_000_000n;

/**
 * The screen by GStreamer's own grabber, 60 times a second whether it changed or not: for X servers without XDamage or
 * shared memory, and machines without the libraries for the better way. A new resolution starts the process anew.
 */
export class XimagesrcCapture {
  readonly #life: ChildLife;
  readonly #display: string;
  readonly #reason: string;
  readonly #writer = new UnitWriter();
  #chroma: Chroma = '4:2:0';
  #pipeline: Pipeline;
  #ssrc: number | null = null;
  #size = { width: 0, height: 0 };

  constructor(life: ChildLife, { display, reason }: { readonly display: string; readonly reason: string }) {
    this.#life = life;
    this.#display = display;
    this.#reason = reason;
    this.#pipeline = this.#open();
  }

  /** The screen's size is known from the first picture; then it waits, warm, and grabs nothing. */
  async warm(): Promise<void> {
    const sample = await this.#pipeline.pull(FIRST_PICTURE);
    if (sample === null) {
      const reason = this.#pipeline.error() ?? 'no picture came';
      throw new Fault({ code: 'device-absent', message: `the screen of ${this.#display} cannot be seen: ${reason}` });
    }
    const caps = gstreamer.sampleCaps(sample);
    const text = heldCaps(caps);
    gstreamer.unref(caps);
    gstreamer.unref(sample);
    this.#pipeline.pause();
    const [width = 0, height = 0] = ['width', 'height'].map((name) =>
      Number(new RegExp(`\\b${name}=\\(int\\)(\\d+)`).exec(text)?.[1]),
    );
    this.#size = { width, height };
    this.#life.tell({ type: 'state', state: { type: 'signal', mode: { width, height, rate: 60 } } });
  }

  readonly order = (order: MediaOrder): void => {
    switch (order.type) {
      case 'start':
        this.#ssrc = order.ssrc;
        this.#pipeline.play();
        this.#pipeline.forceKey();
        void this.#run(order.ssrc);
        return;
      case 'stop':
        this.#ssrc = null;
        this.#pipeline.pause();
        return;
      case 'key':
        this.#pipeline.forceKey();
        return;
      case 'chroma':
        this.#exchange(order.chroma);
        return;
      case 'preview':
        tellPreview(this.#life, { number: order.number, made: this.#small(order.widthMax) });
        return;
      default:
        throw new Fault({ code: 'invariant-broken', message: `a capture knows no order ${order.type}` });
    }
  };

  async #run(ssrc: number): Promise<void> {
    while (this.#ssrc === ssrc) {
      const pipeline = this.#pipeline;
      const sample = await pipeline.pull(LOOK);
      const error = pipeline.error();
      if (error !== null) throw new Fault({ code: 'media-failed', message: `ximagesrc: ${error}` });
      if (sample === null) continue;
      const bytes = bytesOf(gstreamer.sampleBuffer(sample));
      gstreamer.unref(sample);
      if (this.#ssrc !== ssrc || pipeline !== this.#pipeline) continue;
      const timestamp = mediaTimestamp(process.hrtime.bigint());
      this.#life.sendMedia(this.#writer.frame({ ssrc, timestamp, codec: 'h264', bytes }));
    }
  }

  /** By a connection of its own: the stream's pipeline makes pictures of one size. */
  async #small(widthMax: number): Promise<Uint8Array | null> {
    const size = { ...previewSize(this.#size, widthMax), quality: PREVIEW_QUALITY };
    const pipeline = new Pipeline(grabbedPreviewPipeline(this.#display, size));
    try {
      const sample = await pipeline.pull(PREVIEW_LIMIT);
      if (sample === null) return null;
      const jpeg = bytesOf(gstreamer.sampleBuffer(sample));
      gstreamer.unref(sample);
      return jpeg;
    } finally {
      pipeline.close();
    }
  }

  #exchange(chroma: Chroma): void {
    if (chroma === this.#chroma) return;
    this.#chroma = chroma;
    this.#pipeline.close();
    this.#pipeline = this.#open();
    if (this.#ssrc === null) this.#pipeline.pause();
  }

  #open(): Pipeline {
    const { choice, chroma } = encoderFor(this.#chroma);
    const { element } = choice;
    const reason = `ximagesrc asks the screen 60 times a second: ${this.#reason}`;
    this.#life.tell({ type: 'engine', engine: `${choice.engine}; ${reason}` });
    const encoder = encoderPart(element, { ...DEFAULT_ENCODER, chroma });
    return new Pipeline(pipeline(ximagesrcPart(this.#display, chroma), encoder, unitsPart(element, chroma)));
  }
}
