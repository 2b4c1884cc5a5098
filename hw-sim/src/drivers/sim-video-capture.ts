import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  PREVIEW_QUALITY,
  previewSize,
  type VideoCapture,
  type VideoCaptureEvent,
} from '@seatmatrix/firmware-agent/drivers';
import { createSurface, type Surface } from '@seatmatrix/osd/node';
import { generation, streamId } from '@seatmatrix/protocol/domain';
import { after, type Clock, type Instant, milliseconds, type Timer } from '@seatmatrix/protocol/kernel';
import type { VideoInput } from '../physical/video-input.ts';

export interface SimVideoCaptureOptions {
  readonly input: VideoInput;
  readonly clock: Clock;
  /** JPEG, 1–100. Pixel codes are sure from 70 up. */
  readonly quality: number;
}

/** Thirty pictures a second: what a small capture chip gives, and what two cores bear with ten computers at once. */
const PICTURE_INTERVAL = milliseconds(33);
const STREAM = streamId(1);

/** Takes the computer's picture when it changed, and encodes it beside the loop. */
export class SimVideoCapture implements VideoCapture {
  readonly codec = 'jpeg';
  readonly #options: SimVideoCaptureOptions;
  readonly #unsubscribe: () => void;
  #listener: ((event: VideoCaptureEvent) => void) | null = null;
  #started = false;
  #wanted = false;
  #encoding = false;
  /** Rises with every start, stop and change of state: an encode begun before then is for nobody. */
  #epoch = 0;
  #sent = 0;
  #time = 0;
  #notBefore: Instant | null = null;
  #timer: Timer | null = null;
  #small: { readonly version: number; readonly widthMax: number; readonly bytes: Uint8Array } | null = null;
  #last: { readonly version: number; readonly bytes: Uint8Array } | null = null;

  constructor(options: SimVideoCaptureOptions) {
    this.#options = options;
    this.#unsubscribe = options.input.subscribe((event) => {
      if (event === 'state') this.#stateChanged();
      else this.#pump();
    });
  }

  listen(listener: (event: VideoCaptureEvent) => void): void {
    this.#listener = listener;
    listener({ type: 'state', state: this.#options.input.state });
  }

  /** A jpeg of a desktop keeps its colours: there is nothing to choose. */
  configure(): void {}

  start(): void {
    if (this.#started) return;
    this.#started = true;
    this.#epoch++;
    this.wantKeyFrame();
  }

  stop(): void {
    this.#started = false;
    this.#epoch++;
    this.#wanted = false;
    this.#timer?.cancel();
    this.#timer = null;
  }

  /** Every picture is one; this asks for one although nothing changed, and at once. */
  wantKeyFrame(): void {
    this.#wanted = true;
    this.#pump();
  }

  async preview(widthMax: number): Promise<Uint8Array | null> {
    return this.#options.clock.outside(this.#encodeSmall(widthMax));
  }

  setEdid(edid: Uint8Array): void {
    this.#options.input.offerEdid(edid);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.stop();
    this.#listener = null;
    this.#unsubscribe();
  }

  #stateChanged(): void {
    this.#epoch++;
    const { state } = this.#options.input;
    this.#listener?.({ type: 'state', state });
    if (state.type !== 'signal' || !this.#started) return;
    this.#wanted = true;
    this.#pump();
  }

  #pump(): void {
    const { input, clock } = this.#options;
    if (!this.#started || this.#encoding || input.state.type !== 'signal') return;
    if (!this.#wanted && this.#sent === input.version) return;
    const now = clock.now();
    if (!this.#wanted && this.#notBefore !== null && now < this.#notBefore) {
      this.#timer ??= clock.timer({
        name: 'next picture',
        after: milliseconds(this.#notBefore - now),
        fire: () => {
          this.#timer = null;
          this.#pump();
        },
      });
      return;
    }
    this.#notBefore = after(now, PICTURE_INTERVAL);
    this.#wanted = false;
    this.#encoding = true;
    void this.#take();
  }

  async #take(): Promise<void> {
    const epoch = this.#epoch;
    // Strictly rising, also where the clock stands still between two pictures.
    const time = Math.max(this.#time + 1, Math.round(this.#options.clock.now() * 1000));
    this.#time = time;
    const taken = await this.#options.clock.outside(this.#encode());
    this.#encoding = false;
    if (epoch === this.#epoch && taken !== null) {
      this.#sent = taken.version;
      this.#listener?.({
        type: 'unit',
        unit: { stream: STREAM, generation: generation(0), codec: 'jpeg', key: true, time, bytes: taken.bytes },
      });
    }
    this.#pump();
  }

  async #encodeSmall(widthMax: number): Promise<Uint8Array | null> {
    const { input } = this.#options;
    await nextTurn();
    if (input.state.type !== 'signal') return null;
    const { version } = input;
    if (this.#small?.version === version && this.#small.widthMax === widthMax) return this.#small.bytes;
    const large = input.picture();
    const small = shrink(large, previewSize(large, widthMax));
    this.#small = { version, widthMax, bytes: await small.encodeJpeg(PREVIEW_QUALITY) };
    return this.#small.bytes;
  }

  /** Painting waits for the loop's next turn: who presses a key never waits for a picture. */
  async #encode(): Promise<{ readonly version: number; readonly bytes: Uint8Array } | null> {
    const { input, quality } = this.#options;
    await nextTurn();
    if (input.state.type !== 'signal') return null;
    const { version } = input;
    if (this.#last?.version !== version) {
      this.#last = { version, bytes: await input.picture().encodeJpeg(quality) };
    }
    return this.#last;
  }
}

/** By halves: a pixel of the result is the mean of those below it, where one step would pick four of them. */
function shrink(from: Surface, size: { readonly width: number; readonly height: number }): Surface {
  const [width, height] = [Math.max(size.width, from.width / 2), Math.max(size.height, from.height / 2)].map(Math.ceil);
  const half = createSurface(width ?? size.width, height ?? size.height);
  half.draw(from.picture, { target: { x: 0, y: 0, width: half.width, height: half.height } });
  return half.width === size.width && half.height === size.height ? half : shrink(half, size);
}
