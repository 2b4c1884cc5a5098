import { Fault } from '@seatmatrix/protocol/kernel';
import { Damage } from './native/damage.ts';
import type { FrameLayout } from './native/frame-layout.ts';
import type { Pointer } from './native/native-library.ts';
import { intoFrame, PIXEL_BYTES, type PixelRectangle } from './native/pixels.ts';
import { ScreenPointer } from './native/screen-pointer.ts';
import { SharedImage } from './native/shared-image.ts';
import { openDisplay, type WindowSize, watchEvents, windowSize, type XDisplay, xlib } from './native/x-display.ts';

const CONFIGURE_NOTIFY = 22;
const STRUCTURE_NOTIFY_MASK = 1 << 17;

/** XConfigureEvent: width and height lie behind type, serial, send_event, display, event, window, x and y. */
const CONFIGURE_WIDTH_AT = 56;

export interface ScreenGrabOptions {
  readonly display: string;
  /** Something may look different. Told once, until `read` has looked. */
  readonly changed: () => void;
  readonly resized: () => void;
  readonly gone: () => void;
}

/**
 * An X screen, read where it changed: the server tells by XDamage, and the pixels come by shared memory. A key press in
 * a terminal costs a few thousand pixels instead of two million.
 */
export class ScreenGrab {
  readonly #display: XDisplay;
  readonly #damage: Damage;
  readonly #pointer: ScreenPointer;
  readonly #drain: () => void;
  #image: SharedImage;
  #size: WindowSize;
  /** Nothing of this screen has been read yet. */
  #whole = true;

  /**
   * Throws `device-absent` without a server, `driver-unavailable` where it lacks an extension, `configuration-invalid` for
   * colours that nothing here reads.
   */
  constructor({ display, changed, resized, gone }: ScreenGrabOptions) {
    this.#display = openDisplay(display);
    refuseDeepColour(this.#display);
    this.#damage = new Damage(this.#display);
    this.#pointer = new ScreenPointer(this.#display);
    this.#size = even(windowSize(this.#display, this.#display.root));
    this.#image = new SharedImage(this.#display, this.#size);
    xlib.selectInput(this.#display.pointer, this.#display.root, STRUCTURE_NOTIFY_MASK);
    xlib.flush(this.#display.pointer);
    this.#drain = watchEvents(this.#display, {
      event: (event) => {
        if (event.type === CONFIGURE_NOTIFY) {
          const width = event.view.getInt32(CONFIGURE_WIDTH_AT, true);
          const height = event.view.getInt32(CONFIGURE_WIDTH_AT + 4, true);
          if (this.#resize(even({ width, height }))) resized();
        } else if (event.type === this.#damage.event || this.#pointer.concerns(event)) {
          changed();
        }
      },
      gone,
    });
  }

  get size(): WindowSize {
    return this.#size;
  }

  /** Brings the frame, which this has filled before, up to the screen. False when nothing was different. */
  read(frame: { readonly memory: Pointer; readonly layout: FrameLayout }): boolean {
    const { width, height } = this.#size;
    const damaged = this.#damage.take();
    const whole = { x: 0, y: 0, width, height };
    const rectangles = this.#whole ? [whole] : damaged === null ? [] : [damaged];
    rectangles.push(...this.#pointer.moved());
    this.#whole = false;
    let different = false;
    for (const rectangle of rectangles) {
      const clipped = clip(rectangle, this.#size);
      if (clipped === null) continue;
      if (!this.#image.grab(this.#display.root, clipped)) continue;
      const from = { data: this.#image.memory, stride: clipped.width * PIXEL_BYTES };
      this.#pointer.draw(from, clipped);
      intoFrame({ from, rectangle: clipped, frame });
      different = true;
    }
    // The round trips above may have read events that the socket will not announce again.
    setImmediate(this.#drain);
    return different;
  }

  /** The next read takes the whole screen: the frame is another. */
  forget(): void {
    this.#whole = true;
  }

  #resize(size: WindowSize): boolean {
    if (size.width === this.#size.width && size.height === this.#size.height) return false;
    this.#image.close();
    this.#image = new SharedImage(this.#display, size);
    this.#size = size;
    this.#whole = true;
    return true;
  }
}

/** Ten bits a colour come in four bytes a pixel as well, and look like other colours; to ximagesrc too. */
function refuseDeepColour({ name, depth }: XDisplay): void {
  if (depth !== DEEP_COLOUR) return;
  throw new Fault({
    code: 'configuration-invalid',
    message: `the X server ${name} has ${depth} bits a pixel; 24 are needed (DefaultDepth 24 in xorg.conf)`,
  });
}

const DEEP_COLOUR = 30;

/** Colours are shared by two columns and two rows. */
function clip(rectangle: PixelRectangle, size: WindowSize): PixelRectangle | null {
  const left = Math.max(0, Math.floor(rectangle.x / 2) * 2);
  const top = Math.max(0, Math.floor(rectangle.y / 2) * 2);
  const right = Math.min(size.width, Math.ceil((rectangle.x + rectangle.width) / 2) * 2);
  const bottom = Math.min(size.height, Math.ceil((rectangle.y + rectangle.height) / 2) * 2);
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}

const even = ({ width, height }: WindowSize): WindowSize => ({ width: width & ~1, height: height & ~1 });
