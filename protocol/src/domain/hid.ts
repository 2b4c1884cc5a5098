import type { Brand } from '../kernel/index.ts';

/**
 * A key by its HID usage (HID Usage Tables 1.5): on the keyboard page, 0x07, as it is (§10: 0x04 is A, 0xE0–0xE7 are the
 * modifiers), on the consumer page with the page above it (§15: 0x0C00E9 is volume up).
 */
export type Usage = Brand<number, 'Usage'>;

export const usage = (value: number): Usage => value as Usage;

export const Usages = {
  A: usage(0x04),
  O: usage(0x12),
  Digit1: usage(0x1e),
  Digit9: usage(0x26),
  Digit0: usage(0x27),
  Enter: usage(0x28),
  Escape: usage(0x29),
  Backspace: usage(0x2a),
  Tab: usage(0x2b),
  Space: usage(0x2c),
  Comma: usage(0x36),
  CapsLock: usage(0x39),
  F1: usage(0x3a),
  F2: usage(0x3b),
  F3: usage(0x3c),
  F4: usage(0x3d),
  F5: usage(0x3e),
  F6: usage(0x3f),
  F7: usage(0x40),
  F8: usage(0x41),
  F9: usage(0x42),
  F10: usage(0x43),
  F11: usage(0x44),
  F12: usage(0x45),
  Home: usage(0x4a),
  PageUp: usage(0x4b),
  Delete: usage(0x4c),
  End: usage(0x4d),
  PageDown: usage(0x4e),
  Right: usage(0x4f),
  Left: usage(0x50),
  Down: usage(0x51),
  Up: usage(0x52),
  NumLock: usage(0x53),
  KeypadEnter: usage(0x58),
  Keypad1: usage(0x59),
  Keypad0: usage(0x62),
  LeftControl: usage(0xe0),
  LeftShift: usage(0xe1),
  LeftAlt: usage(0xe2),
  LeftGui: usage(0xe3),
  RightControl: usage(0xe4),
  RightShift: usage(0xe5),
  RightAlt: usage(0xe6),
  RightGui: usage(0xe7),
} as const;

const CONSUMER_PAGE = 0x0c_0000;

/** The highest usage that the consumer page assigns is below 0x500; a report carries 16 bits. */
export const CONSUMER_USAGE_MAX = 0xffff;

/** A key of the consumer page by its usage there, 1–0xFFFF. */
export const consumerUsage = (value: number): Usage => usage(CONSUMER_PAGE | value);
export const isConsumer = (key: Usage): boolean => key > CONSUMER_PAGE && key <= CONSUMER_PAGE + CONSUMER_USAGE_MAX;

export const isModifier = (key: Usage): boolean => key >= 0xe0 && key <= 0xe7;
export const isShift = (key: Usage): boolean => key === Usages.LeftShift || key === Usages.RightShift;

export interface KeyEdge {
  readonly key: Usage;
  readonly pressed: boolean;
}

/**
 * All pointers in a seat look like this: where (absolute, 0–32767 of the display), how far, and what is pressed. A device
 * says one of the two; to a transmitter both go, and it takes the one that its computer's mouse tells.
 */
export interface PointerInput {
  /** Bit 0 left, 1 right, 2 middle, 3 back, 4 forward. */
  readonly buttons: number;
  readonly position: { readonly x: number; readonly y: number } | null;
  readonly movement: { readonly dx: number; readonly dy: number } | null;
  readonly wheel: number;
  /** The wheel sideways: to the right is positive. */
  readonly tilt: number;
}

export const POINTER_MAX = 32_767;

export interface KeyboardLeds {
  readonly numLock: boolean;
  readonly capsLock: boolean;
  readonly scrollLock: boolean;
}

export const LEDS_OFF: KeyboardLeds = { numLock: false, capsLock: false, scrollLock: false };

/** More keys at once than any hand presses; a longer list is an attack or a defect. */
export const PRESSED_MAX = 32;

const BOOT_KEYS = 6;
const ERROR_ROLL_OVER = 0x01;

/** The keys of a boot keyboard report (HID 1.11 appendix B.1); null for a wrong length or a roll-over report. */
export function decodeBootKeyboard(bytes: Uint8Array): ReadonlySet<Usage> | null {
  if (bytes.length !== 8) return null;
  const keys = new Set<Usage>();
  const modifiers = bytes[0] ?? 0;
  for (let bit = 0; bit < 8; bit++) if (modifiers & (1 << bit)) keys.add(usage(0xe0 + bit));
  for (let index = 2; index < 8; index++) {
    const key = bytes[index] ?? 0;
    if (key === ERROR_ROLL_OVER) return null;
    if (key > 0x03) keys.add(usage(key));
  }
  return keys;
}

/** A boot keyboard report. It carries six keys of the keyboard page beside the modifiers: the first six of the set. */
export function encodeBootKeyboard(keys: Iterable<Usage>): Uint8Array {
  const bytes = new Uint8Array(8);
  let next = 2;
  for (const key of keys) {
    if (key > 0xff) continue;
    if (isModifier(key)) bytes[0] = (bytes[0] ?? 0) | (1 << (key - 0xe0));
    else if (next < 2 + BOOT_KEYS) bytes[next++] = key;
  }
  return bytes;
}

const KEY_BITMAP_BYTES = 32;

/** Keyboards without a limit of keys: bit n of 32 bytes is usage n of the keyboard page. Null for a wrong length. */
export function decodeKeyBitmap(bytes: Uint8Array): ReadonlySet<Usage> | null {
  if (bytes.length !== KEY_BITMAP_BYTES) return null;
  const keys = new Set<Usage>();
  bytes.forEach((byte, index) => {
    for (let bit = 0; bit < 8; bit++) {
      const key = index * 8 + bit;
      if ((byte & (1 << bit)) !== 0 && key > 0x03) keys.add(usage(key));
    }
  });
  return keys;
}

export function encodeKeyBitmap(keys: Iterable<Usage>): Uint8Array {
  const bytes = new Uint8Array(KEY_BITMAP_BYTES);
  for (const key of keys) if (key <= 0xff) bytes[key >> 3] = (bytes[key >> 3] ?? 0) | (1 << (key & 7));
  return bytes;
}

const CONSUMER_KEYS_MAX = 8;

/** Consumer keys held: one to eight usages of 16 bits, little-endian, 0 for none. Null for a wrong length. */
export function decodeConsumerControl(bytes: Uint8Array): ReadonlySet<Usage> | null {
  if (bytes.length === 0 || bytes.length % 2 !== 0 || bytes.length > 2 * CONSUMER_KEYS_MAX) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const keys = new Set<Usage>();
  for (let at = 0; at < bytes.length; at += 2) {
    const value = view.getUint16(at, true);
    if (value !== 0) keys.add(consumerUsage(value));
  }
  return keys;
}

/** A consumer control report with one place: the first consumer key of the set, 0 for none. */
export function encodeConsumerControl(keys: Iterable<Usage>): Uint8Array {
  const bytes = new Uint8Array(2);
  for (const key of keys) {
    if (!isConsumer(key)) continue;
    new DataView(bytes.buffer).setUint16(0, key & CONSUMER_USAGE_MAX, true);
    break;
  }
  return bytes;
}

/** Boot mouse with a wheel: buttons, x, y, wheel, one byte each, the last three signed. */
export function decodeBootMouse(bytes: Uint8Array): PointerInput | null {
  if (bytes.length < 3 || bytes.length > 4) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    buttons: view.getUint8(0) & 0x1f,
    position: null,
    movement: { dx: view.getInt8(1), dy: view.getInt8(2) },
    wheel: bytes.length > 3 ? clampByte(view.getInt8(3)) : 0,
    tilt: 0,
  };
}

export function encodeBootMouse(pointer: { buttons: number; dx: number; dy: number; wheel: number }): Uint8Array {
  const bytes = new Uint8Array(4);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, pointer.buttons & 0x1f);
  view.setInt8(1, clampByte(pointer.dx));
  view.setInt8(2, clampByte(pointer.dy));
  view.setInt8(3, clampByte(pointer.wheel));
  return bytes;
}

/** Mouse with 16-bit movement: buttons (1 byte), dx, dy (2 bytes each, little-endian), wheel, tilt (1 byte each, signed). */
export function decodeWideMouse(bytes: Uint8Array): PointerInput | null {
  if (bytes.length !== 7) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    buttons: view.getUint8(0) & 0x1f,
    position: null,
    movement: { dx: clampWord(view.getInt16(1, true)), dy: clampWord(view.getInt16(3, true)) },
    wheel: clampByte(view.getInt8(5)),
    tilt: clampByte(view.getInt8(6)),
  };
}

export function encodeWideMouse(pointer: {
  buttons: number;
  dx: number;
  dy: number;
  wheel: number;
  tilt: number;
}): Uint8Array {
  const bytes = new Uint8Array(7);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, pointer.buttons & 0x1f);
  view.setInt16(1, clampWord(pointer.dx), true);
  view.setInt16(3, clampWord(pointer.dy), true);
  view.setInt8(5, clampByte(pointer.wheel));
  view.setInt8(6, clampByte(pointer.tilt));
  return bytes;
}

/**
 * Absolute pointer: buttons (1 byte), x and y (2 bytes each, little-endian, 0–32767), wheel and tilt (1 byte each, signed).
 * Without a tilt it is a byte shorter.
 */
export function decodeAbsolutePointer(bytes: Uint8Array): PointerInput | null {
  if (bytes.length !== 6 && bytes.length !== 7) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const x = view.getUint16(1, true);
  const y = view.getUint16(3, true);
  if (x > POINTER_MAX || y > POINTER_MAX) return null;
  const wheel = clampByte(view.getInt8(5));
  const tilt = bytes.length > 6 ? clampByte(view.getInt8(6)) : 0;
  return { buttons: view.getUint8(0) & 0x1f, position: { x, y }, movement: null, wheel, tilt };
}

export function encodeAbsolutePointer(pointer: {
  buttons: number;
  x: number;
  y: number;
  wheel: number;
  tilt: number;
}): Uint8Array {
  const bytes = new Uint8Array(7);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, pointer.buttons & 0x1f);
  view.setUint16(1, Math.max(0, Math.min(POINTER_MAX, Math.round(pointer.x))), true);
  view.setUint16(3, Math.max(0, Math.min(POINTER_MAX, Math.round(pointer.y))), true);
  view.setInt8(5, clampByte(pointer.wheel));
  view.setInt8(6, clampByte(pointer.tilt));
  return bytes;
}

/** LED output report: bit 0 Num Lock, 1 Caps Lock, 2 Scroll Lock (HID 1.11 appendix B.1). */
export const decodeLeds = (byte: number): KeyboardLeds => ({
  numLock: (byte & 1) !== 0,
  capsLock: (byte & 2) !== 0,
  scrollLock: (byte & 4) !== 0,
});

export const encodeLeds = (leds: KeyboardLeds): number =>
  (leds.numLock ? 1 : 0) | (leds.capsLock ? 2 : 0) | (leds.scrollLock ? 4 : 0);

// A device may say −128 or −32,768, which no message carries.
const clampWord = (value: number): number => Math.max(-32_767, Math.min(32_767, Math.round(value)));
const clampByte = (value: number): number => Math.max(-127, Math.min(127, Math.round(value)));
