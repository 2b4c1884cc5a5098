import koffi from 'koffi';
import { openLibrary, type Pointer } from './native-library.ts';
import { blend, PIXEL_BYTES, type PixelRectangle, type Plane } from './pixels.ts';
import { hasExtension, requireExtension, type XDisplay, type XEvent, xlib } from './x-display.ts';

const DISPLAY_CURSOR_NOTIFY = 1;
const GENERIC_EVENT = 35;
const ALL_MASTER_DEVICES = 1;
const RAW_MOTION = 17;

/** XFixesCursorImage: x, y (short), width, height, xhot, yhot (ushort), serial (ulong), pixels (pointer). */
const CURSOR = { width: 4, height: 6, hotX: 8, hotY: 10, pixels: 24 } as const;

const fixes = openLibrary('libXfixes.so.3');
const input = openLibrary('libXi.so.6');
const functions = {
  select: fixes.func('void XFixesSelectCursorInput(void*, ulong, ulong)'),
  image: fixes.func('void* XFixesGetCursorImage(void*)'),
  selectEvents: input.func('int XISelectEvents(void*, ulong, void*, int)'),
  queryVersion: input.func('int XIQueryVersion(void*, _Inout_ int*, _Inout_ int*)'),
};
koffi.struct('SeatmatrixEventMask', { device: 'int', length: 'int', mask: 'void*' });

interface Shape {
  readonly width: number;
  readonly height: number;
  readonly hotX: number;
  readonly hotY: number;
  readonly pixels: Buffer;
}

/**
 * The computer's mouse pointer. The X server draws it above the picture and leaves it out of what can be grabbed, and
 * its moves are no damage; so it is drawn into the grabbed pixels, and its moves are heard of by XInput2's raw motion.
 */
export class ScreenPointer {
  readonly #display: XDisplay;
  readonly #shapeEvent: number;
  readonly #motionOpcode: number | null;
  #shape: Shape | null = null;
  #place: { readonly x: number; readonly y: number } = { x: 0, y: 0 };
  #drawn: PixelRectangle | null = null;

  constructor(display: XDisplay) {
    this.#display = display;
    this.#shapeEvent = requireExtension(display, 'XFIXES').event + 1;
    functions.select(display.pointer, display.root, DISPLAY_CURSOR_NOTIFY);
    this.#motionOpcode = hasExtension(display.pointer, 'XInputExtension') ? this.#selectMotion() : null;
  }

  /** Whether the event says that the pointer moved or changed its shape. */
  concerns({ type, view }: XEvent): boolean {
    if (type === this.#shapeEvent) {
      this.#shape = null;
      return true;
    }
    // XGenericEvent: the extension's opcode follows type, serial, send_event and display.
    return type === GENERIC_EVENT && view.getInt32(32, true) === this.#motionOpcode;
  }

  /** The rectangles that it left and that it is on now; empty when it stands where it is drawn. */
  moved(): readonly PixelRectangle[] {
    const place = this.#query();
    const known = this.#shape !== null;
    const shape = this.#shape ?? this.#fetchShape();
    if (known && place.x === this.#place.x && place.y === this.#place.y) return [];
    this.#place = place;
    const now = rectangleOf(shape, place);
    const before = this.#drawn;
    this.#drawn = now;
    return before === null ? [now] : [before, now];
  }

  /** Draws it into grabbed pixels, whose first is the rectangle's corner. */
  draw(onto: Plane, rectangle: PixelRectangle): void {
    const shape = this.#shape;
    if (shape === null) return;
    const own = rectangleOf(shape, this.#place);
    const left = Math.max(own.x, rectangle.x);
    const top = Math.max(own.y, rectangle.y);
    const width = Math.min(own.x + own.width, rectangle.x + rectangle.width) - left;
    const height = Math.min(own.y + own.height, rectangle.y + rectangle.height) - top;
    if (width <= 0 || height <= 0) return;
    const stride = shape.width * PIXEL_BYTES;
    const over = koffi.address(shape.pixels) + BigInt((top - own.y) * stride + (left - own.x) * PIXEL_BYTES);
    const at = onto.data + BigInt((top - rectangle.y) * onto.stride + (left - rectangle.x) * PIXEL_BYTES);
    blend({ data: over, stride }, { data: at, stride: onto.stride }, { width, height });
  }

  #query(): { readonly x: number; readonly y: number } {
    const x = [0];
    const y = [0];
    xlib.queryPointer(this.#display.pointer, this.#display.root, [0], [0], x, y, [0], [0], [0]);
    return { x: x[0] ?? 0, y: y[0] ?? 0 };
  }

  #fetchShape(): Shape {
    const image: Pointer | null = functions.image(this.#display.pointer);
    if (image === null) return { width: 0, height: 0, hotX: 0, hotY: 0, pixels: Buffer.alloc(0) };
    const short = (at: number): number => koffi.decode.uint16(image + BigInt(at));
    const [width, height] = [short(CURSOR.width), short(CURSOR.height)];
    // Each pixel is a long, of which the low 32 bits count.
    const source = BigInt(koffi.decode.uint64(image + BigInt(CURSOR.pixels)));
    const longs = Buffer.from(koffi.view(source, width * height * 8));
    const pixels = Buffer.alloc(Math.max(1, width * height) * PIXEL_BYTES);
    for (let index = 0; index < width * height; index++) longs.copy(pixels, index * 4, index * 8, index * 8 + 4);
    const shape = { width, height, hotX: short(CURSOR.hotX), hotY: short(CURSOR.hotY), pixels };
    xlib.free(image);
    this.#shape = shape;
    return shape;
  }

  #selectMotion(): number {
    const { opcode } = requireExtension(this.#display, 'XInputExtension');
    functions.queryVersion(this.#display.pointer, [2], [2]);
    const mask = Buffer.alloc(4);
    mask.writeUInt32LE(1 << RAW_MOTION);
    const selection = koffi.alloc('SeatmatrixEventMask', 1);
    koffi.encode(selection, 'SeatmatrixEventMask', { device: ALL_MASTER_DEVICES, length: 4, mask });
    functions.selectEvents(this.#display.pointer, this.#display.root, selection, 1);
    koffi.free(selection);
    return opcode;
  }
}

const rectangleOf = (shape: Shape, place: { readonly x: number; readonly y: number }): PixelRectangle => ({
  x: place.x - shape.hotX,
  y: place.y - shape.hotY,
  width: shape.width,
  height: shape.height,
});
