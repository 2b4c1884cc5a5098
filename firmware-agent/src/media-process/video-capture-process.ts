import type { CaptureState, Chroma } from '@seatmatrix/protocol/domain';
import { generation, streamId } from '@seatmatrix/protocol/domain';
import { type Clock, Fault, type Log, type Random } from '@seatmatrix/protocol/kernel';
import type { VideoCapture, VideoCaptureEvent } from '../drivers/video-capture.ts';
import type { MediaEvent, MediaOrder } from './media-message.ts';
import { MediaProcess } from './media-process.ts';
import { MediaStart } from './media-start.ts';
import { UnitReader } from './media-stream.ts';
import { TimestampUnwrap } from './media-time.ts';
import { PreviewQuestion } from './preview-question.ts';

export interface VideoCaptureProcessOptions {
  readonly program: URL;
  readonly arguments: readonly string[];
  readonly name: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: Random;
}

const STREAM = streamId(1);

/** A capture whose pictures are taken and encoded by a media process. */
export class VideoCaptureProcess implements VideoCapture {
  readonly codec = 'h264';
  readonly #options: VideoCaptureProcessOptions;
  readonly #process: MediaProcess;
  readonly #time = new TimestampUnwrap();
  readonly #base: number;
  #reader = new UnitReader();
  #listener: ((event: VideoCaptureEvent) => void) | null = null;
  #state: CaptureState = { type: 'no-signal' };
  #engine: string | null = null;
  #chroma: Chroma = '4:2:0';
  /** Of the stream that is wanted; units of others are for nobody any more. */
  #ssrc = 0;
  #started = false;
  #keyed = false;
  readonly #opening: MediaStart;
  readonly #previews: PreviewQuestion;

  /** Throws what keeps the first process from its work, as it says it. */
  static open(options: VideoCaptureProcessOptions): Promise<VideoCaptureProcess> {
    const capture = new VideoCaptureProcess(options);
    return capture.#opening.wait(capture, options.clock);
  }

  private constructor(options: VideoCaptureProcessOptions) {
    this.#options = options;
    this.#opening = new MediaStart(options.name);
    this.#previews = new PreviewQuestion(options.clock);
    this.#base = Math.round(options.clock.now() * 1000);
    this.#process = new MediaProcess({
      ...options,
      orders: () => this.#orders(),
      event: (event) => this.#hear(event),
      media: (bytes) => this.#take(bytes),
      away: () => this.#away(),
    });
  }

  /** Of the media process; null while none runs. */
  get pid(): number | null {
    return this.#process.pid;
  }

  listen(listener: (event: VideoCaptureEvent) => void): void {
    this.#listener = listener;
    listener({ type: 'state', state: this.#state });
    if (this.#engine !== null) listener({ type: 'engine', engine: this.#engine });
  }

  configure({ chroma }: { readonly chroma: Chroma }): void {
    if (chroma === this.#chroma) return;
    this.#chroma = chroma;
    this.#process.tell({ type: 'chroma', chroma });
  }

  start(): void {
    if (this.#started) return;
    this.#started = true;
    this.#process.tell(this.#startOrder());
  }

  stop(): void {
    if (!this.#started) return;
    this.#started = false;
    this.#process.tell({ type: 'stop' });
  }

  wantKeyFrame(): void {
    if (this.#started) this.#process.tell({ type: 'key' });
  }

  /** Null as well when the process dies meanwhile, or is busy for seconds. */
  preview(widthMax: number): Promise<Uint8Array | null> {
    this.#previews.settle(null);
    return this.#previews.ask((number) => this.#process.tell({ type: 'preview', number, widthMax }));
  }

  /** What a process reads from is a screen, and no screen takes an EDID from us. */
  setEdid(): void {
    this.#options.log.debug('an EDID is for nobody here', { process: this.#options.name });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener = null;
    this.#started = false;
    this.#previews.settle(null);
    await this.#process[Symbol.asyncDispose]();
  }

  #orders(): readonly MediaOrder[] {
    this.#reader = new UnitReader();
    const chroma = { type: 'chroma', chroma: this.#chroma } as const;
    return this.#started ? [chroma, this.#startOrder()] : [chroma];
  }

  /** A stream of its own for every start: what comes of an earlier one is passed over. */
  #startOrder(): MediaOrder {
    this.#ssrc++;
    this.#keyed = false;
    return { type: 'start', ssrc: this.#ssrc };
  }

  #hear(event: MediaEvent): void {
    switch (event.type) {
      case 'state':
        this.#setState(event.state);
        this.#opening.ready();
        return;
      case 'engine':
        if (event.engine === this.#engine) return;
        this.#engine = event.engine;
        this.#options.log.info(`${this.#options.name}: ${event.engine}`);
        this.#listener?.(event);
        return;
      case 'preview':
        this.#previews.answered(event);
        return;
      case 'fault':
        this.#opening.failed(event);
        return;
      default:
        throw new Fault({ code: 'invariant-broken', message: `a capture tells no ${event.type}` });
    }
  }

  #take(bytes: Uint8Array): void {
    for (const unit of this.#reader.push(bytes)) {
      if (!this.#started || unit.ssrc !== this.#ssrc) continue;
      this.#keyed ||= unit.key;
      if (!this.#keyed) continue;
      const time = this.#base + this.#time.take(unit.timestamp);
      const { key } = unit;
      const own = { stream: STREAM, generation: generation(0), codec: 'h264', key, time, bytes: unit.bytes } as const;
      this.#listener?.({ type: 'unit', unit: own });
    }
  }

  #away(): void {
    this.#opening.ended();
    this.#previews.settle(null);
    this.#setState({ type: 'no-signal' });
  }

  #setState(state: CaptureState): void {
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return;
    this.#state = state;
    this.#listener?.({ type: 'state', state });
  }
}
