import { pictureSize } from '@seatmatrix/osd/node';
import type { AccessUnit, Chroma, Codec, Crop, VideoMode } from '@seatmatrix/protocol/domain';
import { type Clock, Fault, type Log, type Random } from '@seatmatrix/protocol/kernel';
import type { MediaEvent } from './media-message.ts';
import { MediaProcess } from './media-process.ts';
import { MediaStart } from './media-start.ts';
import { UnitWriter } from './media-stream.ts';
import type { PixelBox } from './picture-placing.ts';
import { emptyQueue, type UnitQueueInput, type UnitQueueOut, unitQueueStep } from './unit-queue.ts';

export interface VideoOutputProcessOptions {
  readonly program: URL;
  readonly arguments: readonly string[];
  readonly name: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: Random;
}

export type VideoOutputProcessEvent =
  | { readonly type: 'size'; readonly mode: VideoMode }
  /** Where in the window the picture stands now. */
  | { readonly type: 'area'; readonly area: PixelBox }
  | { readonly type: 'engine'; readonly engine: string }
  | { readonly type: 'shown' | 'undecodable'; readonly unit: AccessUnit };

/** Pictures that a media process decodes and paints. When it dies the window keeps what it has. */
export class VideoOutputProcess implements AsyncDisposable {
  readonly codecs: readonly Codec[] = ['h264', 'jpeg'];
  readonly chromas: readonly Chroma[] = ['4:2:0', '4:4:4'];
  readonly #options: VideoOutputProcessOptions;
  readonly #process: MediaProcess;
  readonly #writer = new UnitWriter();
  #queue = emptyQueue;
  #listener: ((event: VideoOutputProcessEvent) => void) | null = null;
  #engine: string | null = null;
  readonly #opening: MediaStart;

  /** Throws what keeps the first process from its work, as it says it. */
  static open(options: VideoOutputProcessOptions): Promise<VideoOutputProcess> {
    const output = new VideoOutputProcess(options);
    return output.#opening.wait(output, options.clock);
  }

  private constructor(options: VideoOutputProcessOptions) {
    this.#options = options;
    this.#opening = new MediaStart(options.name);
    this.#process = new MediaProcess({
      ...options,
      // What was cleared while none ran is not taken over from the window.
      orders: () => (this.#queue.shown === null ? [{ type: 'clear' }] : []),
      event: (event) => this.#hear(event),
      away: () => {
        this.#opening.ended();
        this.#step({ type: 'away' });
      },
    });
  }

  /** Of the media process; null while none runs. */
  get pid(): number | null {
    return this.#process.pid;
  }

  listen(listener: (event: VideoOutputProcessEvent) => void): void {
    this.#listener = listener;
    if (this.#engine !== null) listener({ type: 'engine', engine: this.#engine });
  }

  show(unit: AccessUnit, crop: Crop | null): void {
    if (unit.codec === 'jpeg' && !isPicture(unit.bytes)) {
      this.#listener?.({ type: 'undecodable', unit });
      return;
    }
    this.#step({ type: 'show', unit, crop });
  }

  clear(): void {
    this.#step({ type: 'clear' });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener = null;
    await this.#process[Symbol.asyncDispose]();
  }

  #hear(event: MediaEvent): void {
    switch (event.type) {
      case 'monitor':
        this.#opening.ready();
        if (this.#queue.away) this.#step({ type: 'back' });
        this.#listener?.({ type: 'size', mode: event.mode });
        return;
      case 'area':
        this.#listener?.(event);
        return;
      case 'engine':
        if (event.engine === this.#engine) return;
        this.#engine = event.engine;
        this.#options.log.info(`${this.#options.name}: ${event.engine}`);
        this.#listener?.(event);
        return;
      case 'shown':
      case 'undecodable':
        this.#step(event);
        return;
      case 'fault':
        this.#opening.failed(event);
        return;
      default:
        throw new Fault({ code: 'invariant-broken', message: `a display tells no ${event.type}` });
    }
  }

  #step(input: UnitQueueInput): void {
    const { state, out } = unitQueueStep(this.#queue, input);
    this.#queue = state;
    for (const action of out) this.#act(action);
  }

  #act(action: UnitQueueOut): void {
    switch (action.type) {
      case 'order':
        this.#process.tell(action.order);
        return;
      case 'send': {
        const { unit, ssrc, timestamp } = action;
        const framed = this.#writer.frame({ ssrc, timestamp, codec: unit.codec, bytes: unit.bytes });
        // Bytes without a single NAL unit make no packet.
        if (framed.length === 0) this.#step({ type: 'undecodable', ssrc, timestamp });
        else this.#process.send(framed);
        return;
      }
      case 'tell':
        this.#listener?.({ type: action.event, unit: action.unit });
        return;
    }
  }
}

/** A few bytes may claim 65,535 pixels either way, and GStreamer's decoder takes the memory for them. */
function isPicture(bytes: Uint8Array): boolean {
  try {
    pictureSize(bytes);
    return true;
  } catch (thrown) {
    if (thrown instanceof Fault && thrown.code === 'picture-undecodable') return false;
    throw thrown;
  }
}
