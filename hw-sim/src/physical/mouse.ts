import { encodeBootMouse } from '@seatmatrix/protocol/domain';
import type { UsbHub, UsbPlug } from './usb-hub.ts';

/** Bits of a mouse report. */
export const MouseButton = { left: 1, right: 2, middle: 4, back: 8, forward: 16 } as const;
export type MouseButtonName = keyof typeof MouseButton;

/** How far one report can move. */
const STEP_MAX = 127;

/** A desk's mouse and the hand on it. */
export class Mouse {
  readonly name: string;
  #buttons = 0;
  #plug: UsbPlug | null = null;

  constructor(name = 'Simulated mouse') {
    this.name = name;
  }

  get buttons(): number {
    return this.#buttons;
  }

  plug(hub: UsbHub): void {
    this.#plug ??= hub.attach({ layout: 'boot-mouse', name: this.name, setLeds: () => undefined });
  }

  unplug(): void {
    this.#plug?.pull();
    this.#plug = null;
  }

  /** Counts of the mouse, right and down positive; a long way takes several reports. */
  move(dx: number, dy: number): void {
    let restX = Math.round(dx);
    let restY = Math.round(dy);
    while (restX !== 0 || restY !== 0) {
      const stepX = Math.max(-STEP_MAX, Math.min(STEP_MAX, restX));
      const stepY = Math.max(-STEP_MAX, Math.min(STEP_MAX, restY));
      restX -= stepX;
      restY -= stepY;
      this.#report({ dx: stepX, dy: stepY, wheel: 0 });
    }
  }

  hold(button: MouseButtonName = 'left'): void {
    this.#buttons |= MouseButton[button];
    this.#report({ dx: 0, dy: 0, wheel: 0 });
  }

  release(button: MouseButtonName = 'left'): void {
    this.#buttons &= ~MouseButton[button];
    this.#report({ dx: 0, dy: 0, wheel: 0 });
  }

  click(button: MouseButtonName = 'left'): void {
    this.hold(button);
    this.release(button);
  }

  /** Notches, away from the hand positive. */
  wheel(notches: number): void {
    const step = Math.sign(notches);
    for (let count = 0; count < Math.abs(Math.round(notches)); count++) this.#report({ dx: 0, dy: 0, wheel: step });
  }

  #report(movement: { readonly dx: number; readonly dy: number; readonly wheel: number }): void {
    this.#plug?.report(encodeBootMouse({ buttons: this.#buttons, ...movement }));
  }
}
