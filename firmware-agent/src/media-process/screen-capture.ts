import type { Chroma } from '@seatmatrix/protocol/domain';
import { Fault } from '@seatmatrix/protocol/kernel';
import type { ChildLife } from './child-life.ts';
import type { MediaOrder } from './media-message.ts';
import { UnitWriter } from './media-stream.ts';
import { mediaTimestamp } from './media-time.ts';
import { PictureEncoder } from './picture-encoder.ts';
import { paceWait, pictureTaken, restedPace } from './picture-pace.ts';
import { ScreenGrab } from './screen-grab.ts';
import { SmallPicture, tellPreview } from './small-picture.ts';

/** Programs may set the pointer to another place without a hand's motion: milliseconds. */
const POINTER_LOOK = 250;

/** Where the processor encodes without a pause, a small picture comes between two of the stream after so many. */
const BEHIND_MAX = 30;

/** How soon to look whether the agent has read what it was sent: milliseconds. */
const READER_LOOK = 3;

/** Takes the screen's picture when it changed and somebody wants it. One encode is under way, and the newest wins. */
export class ScreenCapture {
  readonly #life: ChildLife;
  readonly #grab: ScreenGrab;
  readonly #writer = new UnitWriter();
  readonly #small = new SmallPicture();
  #chroma: Chroma = '4:2:0';
  #encoder: PictureEncoder;
  #ssrc: number | null = null;
  #key = false;
  /** The stream whose key picture is being encoded. */
  #keyUnderWay: number | null = null;
  #changed = false;
  #resized = false;
  #busy = false;
  #pace = restedPace(performance.now());
  #timer: NodeJS.Timeout | null = null;
  #pointerTimer: NodeJS.Timeout | null = null;
  /** The small picture that is asked for, and how many pictures of the stream went before it. */
  #preview: { readonly number: number; readonly widthMax: number; readonly behind: number } | null = null;

  constructor(life: ChildLife, displayName: string) {
    this.#life = life;
    this.#grab = new ScreenGrab({
      display: displayName,
      changed: () => this.#change(),
      resized: () => {
        this.#resized = true;
        this.#pump();
      },
      gone: () => {
        throw new Fault({ code: 'device-absent', message: `the X server ${displayName} went away` });
      },
    });
    this.#encoder = new PictureEncoder({ size: this.#grab.size, chroma: this.#chroma });
  }

  /** The first encode takes ten times as long as the next: it is done before anybody waits for it. */
  async warm(): Promise<void> {
    this.#grab.read(this.#encoder.frame);
    // A screen that changes its size meanwhile gets another frame, and the encoder still reads this one.
    this.#busy = true;
    await this.#encoder.encode({ time: process.hrtime.bigint(), key: true });
    this.#busy = false;
    this.#tellState();
    this.#pump();
  }

  order(order: MediaOrder): void {
    switch (order.type) {
      case 'start':
        this.#ssrc = order.ssrc;
        this.#key = true;
        this.#pointerTimer ??= setInterval(() => this.#change(), POINTER_LOOK);
        break;
      case 'stop':
        this.#ssrc = null;
        this.#key = false;
        if (this.#pointerTimer !== null) clearInterval(this.#pointerTimer);
        this.#pointerTimer = null;
        break;
      case 'key':
        // One that is not out yet serves whoever asks now: two in a row keep the processor from showing the first.
        if (this.#keyUnderWay === null || this.#keyUnderWay !== this.#ssrc) this.#key = true;
        break;
      case 'chroma':
        this.#chroma = order.chroma;
        break;
      case 'preview':
        this.#preview = { number: order.number, widthMax: order.widthMax, behind: 0 };
        break;
      default:
        throw new Fault({ code: 'invariant-broken', message: `a capture knows no order ${order.type}` });
    }
    this.#pump();
  }

  #change(): void {
    this.#changed = true;
    this.#pump();
  }

  #tellState(): void {
    this.#life.tell({ type: 'engine', engine: this.#encoder.choice.engine });
    this.#life.tell({ type: 'state', state: { type: 'signal', mode: { ...this.#grab.size, rate: 60 } } });
  }

  #pump(): void {
    if (this.#busy) return;
    if (this.#encoder.chroma !== this.#chroma) this.#exchange();
    else if (this.#resized) this.#fit();
    if ((this.#preview?.behind ?? 0) > BEHIND_MAX) this.#takePreview();
    this.#pumpStream();
    if (this.#preview === null) return;
    if (this.#busy) this.#preview = { ...this.#preview, behind: this.#preview.behind + 1 };
    else this.#takePreview();
  }

  #pumpStream(): void {
    if (this.#ssrc === null || !(this.#key || this.#changed)) return;
    if (this.#life.mediaWaiting() > 0) {
      this.#later(READER_LOOK);
      return;
    }
    const wait = this.#key ? 0 : paceWait(this.#pace, performance.now());
    if (wait > 0) this.#later(wait);
    else void this.#take(this.#ssrc);
  }

  async #take(ssrc: number): Promise<void> {
    const key = this.#key;
    this.#changed = false;
    this.#key = false;
    const different = this.#grab.read(this.#encoder.frame);
    if (!different && !key) return;
    this.#busy = true;
    this.#keyUnderWay = key ? ssrc : null;
    const time = process.hrtime.bigint();
    this.#pace = pictureTaken(this.#pace, performance.now());
    const bytes = await this.#encoder.encode({ time, key });
    this.#busy = false;
    this.#keyUnderWay = null;
    if (this.#ssrc === ssrc) {
      const timestamp = mediaTimestamp(time);
      this.#life.sendMedia(this.#writer.frame({ ssrc, timestamp, codec: 'h264', bytes }));
    }
    this.#pump();
  }

  /** Not while a picture is encoded. What a stream has read last is what its viewers see. */
  #takePreview(): void {
    if (this.#preview === null) return;
    const { number, widthMax } = this.#preview;
    this.#preview = null;
    if (this.#ssrc === null) this.#grab.read(this.#encoder.frame);
    tellPreview(this.#life, { number, made: this.#small.make(this.#encoder.frame, widthMax) });
  }

  #exchange(): void {
    this.#encoder.close();
    this.#encoder = new PictureEncoder({ size: this.#grab.size, chroma: this.#chroma });
    this.#fitted();
  }

  #fit(): void {
    this.#encoder.resize(this.#grab.size);
    this.#fitted();
  }

  /** Nothing of the screen is in the encoder's frame yet. */
  #fitted(): void {
    this.#resized = false;
    this.#grab.forget();
    this.#key = this.#ssrc !== null;
    this.#tellState();
  }

  #later(wait: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#pump();
    }, wait);
  }
}
