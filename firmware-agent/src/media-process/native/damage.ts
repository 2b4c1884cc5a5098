import koffi from 'koffi';
import { openLibrary, type Pointer } from './native-library.ts';
import type { PixelRectangle } from './pixels.ts';
import { requireExtension, type XDisplay, xlib } from './x-display.ts';

/** XDamageReportNonEmpty: one event when the first pixel changes, and silence until it was looked at. */
const REPORT_NON_EMPTY = 3;

const damage = openLibrary('libXdamage.so.1');
const fixes = openLibrary('libXfixes.so.3');
koffi.struct('SeatmatrixRectangle', { x: 'short', y: 'short', width: 'ushort', height: 'ushort' });
const functions = {
  create: damage.func('ulong XDamageCreate(void*, ulong, int)'),
  query: damage.func('int XDamageQueryExtension(void*, _Out_ int*, _Out_ int*)'),
  subtract: damage.func('void XDamageSubtract(void*, ulong, ulong, ulong)'),
  createRegion: fixes.func('ulong XFixesCreateRegion(void*, void*, int)'),
  fetch: fixes.func('void* XFixesFetchRegionAndBounds(void*, ulong, _Out_ int*, _Out_ SeatmatrixRectangle*)'),
  query2: fixes.func('int XFixesQueryExtension(void*, _Out_ int*, _Out_ int*)'),
};

/** What changed on the screen since the last look. While nobody looks, the server says nothing and costs nothing. */
export class Damage {
  /** The number of its event. */
  readonly event: number;
  readonly #display: XDisplay;
  readonly #damage: number;
  readonly #region: number;

  /** Throws `driver-unavailable` where the server lacks an extension. */
  constructor(display: XDisplay) {
    this.event = requireExtension(display, 'DAMAGE').event;
    requireExtension(display, 'XFIXES');
    functions.query(display.pointer, [0], [0]);
    functions.query2(display.pointer, [0], [0]);
    this.#display = display;
    this.#region = Number(functions.createRegion(display.pointer, null, 0));
    this.#damage = Number(functions.create(display.pointer, display.root, REPORT_NON_EMPTY));
    xlib.sync(display.pointer, 0);
  }

  /** The box around all that changed; null when nothing did. What changes from here on gives a new event. */
  take(): PixelRectangle | null {
    functions.subtract(this.#display.pointer, this.#damage, 0, this.#region);
    const bounds: PixelRectangle = { x: 0, y: 0, width: 0, height: 0 };
    const rectangles: Pointer | null = functions.fetch(this.#display.pointer, this.#region, [0], bounds);
    if (rectangles !== null) xlib.free(rectangles);
    return bounds.width > 0 && bounds.height > 0 ? bounds : null;
  }
}
