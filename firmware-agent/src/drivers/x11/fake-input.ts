import { isModifier, POINTER_MAX, type Usage } from '@seatmatrix/protocol/domain';
import type { Keymap } from './keymap.ts';

/** What the computer should believe: held keys and buttons, and what has yet to be moved and turned. */
export interface WantedInput {
  readonly keys: ReadonlySet<Usage>;
  /** Bit 0 left, 1 right, 2 middle, 3 back, 4 forward. */
  readonly buttons: number;
  /** 0–32767 of the screen; null where the pointer stays. */
  readonly position: { readonly x: number; readonly y: number } | null;
  readonly movement: { readonly dx: number; readonly dy: number };
  readonly wheel: number;
  readonly tilt: number;
}

export const nothingWanted: WantedInput = {
  keys: new Set(),
  buttons: 0,
  position: null,
  movement: { dx: 0, dy: 0 },
  wheel: 0,
  tilt: 0,
};

/** One XTEST request: X's event type, key code or button or "relative", and a place. */
export interface FakeInput {
  readonly type: 'key-press' | 'key-release' | 'button-press' | 'button-release' | 'move-to' | 'move-by';
  readonly detail: number;
  readonly x: number;
  readonly y: number;
}

/** What X has of it. */
export interface AppliedInput {
  readonly keycodes: ReadonlySet<number>;
  readonly buttons: number;
}

/** The requests from what X has to what it should, and what it has then. */
export function fakeInputs(
  applied: AppliedInput,
  to: {
    readonly wanted: WantedInput;
    readonly keymap: Keymap;
    readonly screen: { readonly width: number; readonly height: number };
  },
): { readonly requests: readonly FakeInput[]; readonly applied: AppliedInput } {
  const { wanted, keymap, screen } = to;
  const keycodes = new Set<number>();
  // A shift that comes with its letter has to be there before it.
  const ordered = [...wanted.keys].sort((one, other) => Number(isModifier(other)) - Number(isModifier(one)));
  for (const key of ordered) {
    const keycode = keymap.keycodeOf(key);
    if (keycode !== null) keycodes.add(keycode);
  }
  const requests: FakeInput[] = [];
  for (const keycode of applied.keycodes) if (!keycodes.has(keycode)) requests.push(fake('key-release', keycode));
  for (const keycode of keycodes) if (!applied.keycodes.has(keycode)) requests.push(fake('key-press', keycode));
  requests.push(...moves(wanted, screen));
  for (const [bit, button] of BUTTONS) {
    const [has, wants] = [(applied.buttons & bit) !== 0, (wanted.buttons & bit) !== 0];
    if (has !== wants) requests.push(fake(wants ? 'button-press' : 'button-release', button));
  }
  requests.push(...clicks(wanted.wheel, WHEEL), ...clicks(wanted.tilt, TILT));
  return { requests, applied: { keycodes, buttons: wanted.buttons } };
}

/** HID's bits, and X's numbers of the same buttons. */
const BUTTONS: readonly (readonly [number, number])[] = [
  [1 << 0, 1],
  [1 << 1, 3],
  [1 << 2, 2],
  [1 << 3, 8],
  [1 << 4, 9],
];

/** X knows no wheel: each notch is a click of one of these. */
const WHEEL = { positive: 4, negative: 5 };
const TILT = { positive: 7, negative: 6 };

function moves(
  { position, movement }: WantedInput,
  { width, height }: { readonly width: number; readonly height: number },
): readonly FakeInput[] {
  const requests: FakeInput[] = [];
  if (position !== null) {
    const place = (at: number, length: number) => Math.round((at / POINTER_MAX) * (length - 1));
    requests.push({ ...fake('move-to', 0), x: place(position.x, width), y: place(position.y, height) });
  }
  const { dx, dy } = movement;
  if (dx !== 0 || dy !== 0) requests.push({ ...fake('move-by', 1), x: dx, y: dy });
  return requests;
}

function clicks(notches: number, { positive, negative }: typeof WHEEL): readonly FakeInput[] {
  const button = notches > 0 ? positive : negative;
  return Array.from({ length: Math.abs(notches) }, () => [
    fake('button-press', button),
    fake('button-release', button),
  ]).flat();
}

const fake = (type: FakeInput['type'], detail: number): FakeInput => ({ type, detail, x: 0, y: 0 });
