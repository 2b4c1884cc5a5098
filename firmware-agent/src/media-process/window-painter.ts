import type { Crop } from '@seatmatrix/protocol/domain';
import koffi from 'koffi';
import type { FrameFormat } from './native/frame-layout.ts';
import type { Pointer } from './native/native-library.ts';
import { type ColourMatrix, fill, intoScreen, PIXEL_BYTES, type Plane, scale } from './native/pixels.ts';
import { SharedImage } from './native/shared-image.ts';
import { openDisplay, type WindowSize, watchEvents, windowSize, type XDisplay, xlib } from './native/x-display.ts';
import { cropBox, type PixelBox, placeIn } from './picture-placing.ts';

const EXPOSE = 12;
const DESTROY_NOTIFY = 17;
const CONFIGURE_NOTIFY = 22;
const EVENT_MASK = (1 << 15) | (1 << 17);
const CONFIGURE_WIDTH_AT = 56;

/** What stands on a desk's screen while nothing is shown; the window behind has the same (drivers/x11/panes.ts). */
const STAND_BY = 0x0b_0e_13;
const BORDER = 0x00_00_00;

export interface DecodedPicture {
  readonly planes: readonly Plane[];
  readonly format: FrameFormat;
  readonly matrix: ColourMatrix;
  readonly width: number;
  readonly height: number;
}

export interface WindowPainterOptions {
  readonly display: string;
  /** X's number of a window that the agent owns. */
  readonly window: number;
  readonly resized: (size: WindowSize) => void;
  readonly gone: () => void;
}

/** Paints decoded pictures into a window of the agent's, by shared memory. What was painted last stays. */
export class WindowPainter {
  readonly #display: XDisplay;
  readonly #window: number;
  readonly #gc: Pointer;
  readonly #drain: () => void;
  #image: SharedImage;
  #size: WindowSize;
  /** Where the picture stood last: outside of it borders are painted already. */
  #placed: PixelBox | null = null;
  #scratch: { readonly memory: Pointer; readonly bytes: number } | null = null;

  constructor({ display, window, resized, gone }: WindowPainterOptions) {
    this.#display = openDisplay(display);
    this.#window = window;
    this.#size = windowSize(this.#display, window);
    this.#gc = xlib.createGc(this.#display.pointer, window, 0, null);
    this.#image = new SharedImage(this.#display, this.#size);
    xlib.selectInput(this.#display.pointer, window, EVENT_MASK);
    this.#drain = watchEvents(this.#display, {
      event: ({ type, view }) => {
        if (type === EXPOSE) this.#put({ x: 0, y: 0, ...this.#size });
        else if (type === DESTROY_NOTIFY) gone();
        else if (type === CONFIGURE_NOTIFY) {
          const width = view.getInt32(CONFIGURE_WIDTH_AT, true);
          const height = view.getInt32(CONFIGURE_WIDTH_AT + 4, true);
          if (this.#resize({ width, height })) resized(this.#size);
        }
      },
      gone,
    });
    this.#adopt();
  }

  get size(): WindowSize {
    return this.#size;
  }

  /** Where the picture stands; null when there is none. */
  get placed(): PixelBox | null {
    return this.#placed;
  }

  /** Returns when the X server has it on the screen. */
  paint(picture: DecodedPicture, crop: Crop | null): void {
    const from = cropBox(picture, crop);
    const to = placeIn(this.#size, from, crop);
    const moved = this.#placed === null || !sameBox(this.#placed, to);
    if (moved) fill(this.#image.plane, { x: 0, y: 0, ...this.#size }, BORDER);
    if (moved) this.#placed = to;
    const target = at(this.#image.plane, to);
    if (from.width === to.width && from.height === to.height) {
      intoScreen({ ...picture, rectangle: from, to: target });
    } else {
      const stride = from.width * PIXEL_BYTES;
      const scratch = { data: this.#scratchOf(stride * from.height), stride };
      intoScreen({ ...picture, rectangle: from, to: scratch });
      scale({ ...scratch, width: from.width, height: from.height }, { ...target, width: to.width, height: to.height });
    }
    this.#put(moved ? { x: 0, y: 0, ...this.#size } : to);
  }

  clear(): void {
    this.#placed = null;
    fill(this.#image.plane, { x: 0, y: 0, ...this.#size }, STAND_BY);
    this.#put({ x: 0, y: 0, ...this.#size });
  }

  /** What a process before this one painted stays. */
  #adopt(): void {
    const whole = { x: 0, y: 0, ...this.#size };
    if (!this.#image.grab(this.#window, whole)) fill(this.#image.plane, whole, STAND_BY);
  }

  #put(rectangle: PixelBox): void {
    this.#image.put(this.#window, { gc: this.#gc, rectangle });
    // Waiting for the server may have read events that the socket will not announce again.
    setImmediate(this.#drain);
  }

  #resize(size: WindowSize): boolean {
    if (size.width === this.#size.width && size.height === this.#size.height) return false;
    this.#image.close();
    this.#image = new SharedImage(this.#display, size);
    this.#size = size;
    this.clear();
    return true;
  }

  #scratchOf(bytes: number): Pointer {
    if (this.#scratch === null || this.#scratch.bytes < bytes) {
      if (this.#scratch !== null) koffi.free(this.#scratch.memory);
      this.#scratch = { memory: koffi.alloc('uint8_t', bytes), bytes };
    }
    return this.#scratch.memory;
  }
}

const at = (plane: Plane, { x, y }: PixelBox): Plane => ({
  data: plane.data + BigInt(y * plane.stride + x * PIXEL_BYTES),
  stride: plane.stride,
});

const sameBox = (one: PixelBox, other: PixelBox): boolean =>
  one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;
