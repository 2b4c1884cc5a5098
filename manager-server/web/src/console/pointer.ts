import { encodeAbsolutePointer, POINTER_MAX } from '@seatmatrix/protocol/domain';

export interface PagePointer {
  dispose(): void;
}

/** `PointerEvent.buttons` counts left, right, middle, back, forward: the order of HID. */
const BUTTONS_MASK = 0x1f;

/** One wheel notch of a mouse in a browser, in CSS pixels; a touchpad sends less and is added up. */
const WHEEL_NOTCH = 100;

/** The page's pointer over one display as an absolute pointer. Leaving the page lets go of every button. */
export function listenToPointer(display: HTMLElement, report: (bytes: Uint8Array) => void): PagePointer {
  let buttons = 0;
  let wheelRest = 0;
  let last = { x: 0, y: 0 };

  const send = (wheel: number) => report(encodeAbsolutePointer({ buttons, ...last, wheel, tilt: 0 }));

  const place = (event: MouseEvent) => {
    const box = display.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return;
    last = {
      x: ((event.clientX - box.left) / box.width) * POINTER_MAX,
      y: ((event.clientY - box.top) / box.height) * POINTER_MAX,
    };
  };

  const move = (event: PointerEvent) => {
    place(event);
    send(0);
  };
  const press = (event: PointerEvent) => {
    event.preventDefault();
    display.focus();
    display.setPointerCapture(event.pointerId);
    place(event);
    buttons = buttonsOf(event);
    send(0);
  };
  const release = (event: PointerEvent) => {
    place(event);
    buttons = buttonsOf(event);
    send(0);
  };
  const cancel = () => {
    buttons = 0;
    send(0);
  };
  const wheel = (event: WheelEvent) => {
    event.preventDefault();
    place(event);
    wheelRest += -event.deltaY / WHEEL_NOTCH;
    const notches = Math.trunc(wheelRest);
    wheelRest -= notches;
    if (notches !== 0) send(notches);
  };
  const menu = (event: Event) => event.preventDefault();

  display.addEventListener('pointermove', move);
  display.addEventListener('pointerdown', press);
  display.addEventListener('pointerup', release);
  display.addEventListener('pointercancel', cancel);
  display.addEventListener('wheel', wheel, { passive: false });
  display.addEventListener('contextmenu', menu);
  return {
    dispose() {
      if (buttons !== 0) cancel();
      display.removeEventListener('pointermove', move);
      display.removeEventListener('pointerdown', press);
      display.removeEventListener('pointerup', release);
      display.removeEventListener('pointercancel', cancel);
      display.removeEventListener('wheel', wheel);
      display.removeEventListener('contextmenu', menu);
    },
  };
}

function buttonsOf(event: PointerEvent): number {
  return event.buttons & BUTTONS_MASK;
}
