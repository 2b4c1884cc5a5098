import {
  encodeAbsolutePointer,
  encodeConsumerControl,
  encodeKeyBitmap,
  isConsumer,
  POINTER_MAX,
  type Usage,
} from '@seatmatrix/protocol/domain';
import { type Stepped, unreachable } from '@seatmatrix/protocol/kernel';
import type { DeskPlace, DeskSize, DeskWindowEvent } from './desk-event.ts';

/** What the hand at the desk's window holds. */
export interface DeskHand {
  readonly focused: boolean;
  readonly keys: ReadonlySet<Usage>;
  /** Down when the focus came: nobody's until they are pressed anew. */
  readonly passedOver: ReadonlySet<number>;
  /** Bit 0 left, 1 right, 2 middle, 3 back, 4 forward. */
  readonly buttons: number;
  /** 0–32767 of the picture. */
  readonly position: DeskPlace;
}

export const idleHand: DeskHand = {
  focused: false,
  keys: new Set(),
  passedOver: new Set(),
  buttons: 0,
  position: { x: 0, y: 0 },
};

export type DeskDevice = 'keyboard' | 'consumer' | 'pointer';

export interface DeskReport {
  readonly device: DeskDevice;
  readonly bytes: Uint8Array;
}

export interface DeskInput {
  readonly event: DeskWindowEvent;
  /** Where in the window the picture is: positions are of it. */
  readonly picture: DeskPlace & DeskSize;
  readonly usageOf: (keycode: number) => Usage | null;
}

/** Turns what happens at the window into reports of a keyboard, its consumer keys and an absolute pointer. */
export function deskStep(hand: DeskHand, { event, picture, usageOf }: DeskInput): Stepped<DeskHand, DeskReport> {
  switch (event.type) {
    case 'focus':
      return stepTo(hand, { ...hand, focused: event.focused, keys: new Set(), passedOver: new Set(), buttons: 0 });
    case 'held':
      return { state: { ...hand, passedOver: notOurs(hand, { keycodes: event.keycodes, usageOf }) }, out: [] };
    case 'key':
      return key(hand, { event, usageOf });
    case 'motion':
      if (!hand.focused) return { state: hand, out: [] };
      return stepTo(hand, { ...hand, position: positionIn(picture, event.place) });
    case 'button':
      return button({ ...hand, position: positionIn(picture, event.place) }, event);
    case 'size':
    case 'monitor':
    case 'locks':
      return { state: hand, out: [] };
    default:
      return unreachable(event);
  }
}

/** X tells what is down also when the pointer comes into the window: what was pressed here by then stays pressed here. */
function notOurs(
  { keys }: DeskHand,
  { keycodes, usageOf }: { readonly keycodes: ReadonlySet<number> } & Pick<DeskInput, 'usageOf'>,
): ReadonlySet<number> {
  const isOurs = (usage: Usage | null) => usage !== null && keys.has(usage);
  return new Set([...keycodes].filter((keycode) => !isOurs(usageOf(keycode))));
}

/** X's button numbers: 4 to 7 are the wheel and its tilt, 8 and 9 the buttons at the side. */
const BUTTON_BITS: ReadonlyMap<number, number> = new Map([
  [1, 1 << 0],
  [2, 1 << 2],
  [3, 1 << 1],
  [8, 1 << 3],
  [9, 1 << 4],
]);

const WHEEL: ReadonlyMap<number, { readonly wheel: number; readonly tilt: number }> = new Map([
  [4, { wheel: 1, tilt: 0 }],
  [5, { wheel: -1, tilt: 0 }],
  [6, { wheel: 0, tilt: -1 }],
  [7, { wheel: 0, tilt: 1 }],
]);

function key(
  hand: DeskHand,
  { event, usageOf }: { readonly event: Extract<DeskWindowEvent, { type: 'key' }> } & Pick<DeskInput, 'usageOf'>,
): Stepped<DeskHand, DeskReport> {
  const { keycode, pressed } = event;
  if (hand.passedOver.has(keycode)) {
    if (pressed) return { state: hand, out: [] };
    const passedOver = new Set(hand.passedOver);
    passedOver.delete(keycode);
    return { state: { ...hand, passedOver }, out: [] };
  }
  const usage = usageOf(keycode);
  if (usage === null || !hand.focused || hand.keys.has(usage) === pressed) return { state: hand, out: [] };
  const keys = new Set(hand.keys);
  if (pressed) keys.add(usage);
  else keys.delete(usage);
  return stepTo(hand, { ...hand, keys });
}

function button(
  hand: DeskHand,
  { button: number, pressed }: Extract<DeskWindowEvent, { type: 'button' }>,
): Stepped<DeskHand, DeskReport> {
  const turn = WHEEL.get(number);
  if (turn !== undefined) {
    // A turn is a press and a release: the press is the turn.
    return hand.focused && pressed ? { state: hand, out: [pointerReport(hand, turn)] } : { state: hand, out: [] };
  }
  const bit = BUTTON_BITS.get(number) ?? 0;
  const buttons = pressed ? hand.buttons | bit : hand.buttons & ~bit;
  // The click that brings the focus comes before it and is the desktop's; its release may come after.
  if (!hand.focused || buttons === hand.buttons) return { state: hand, out: [] };
  const state = { ...hand, buttons };
  return { state, out: [pointerReport(state, STILL)] };
}

/** The reports of all devices whose state is another than before. */
function stepTo(before: DeskHand, after: DeskHand): Stepped<DeskHand, DeskReport> {
  const out: DeskReport[] = [];
  const consumers = (hand: DeskHand) => [...hand.keys].filter(isConsumer);
  const others = (hand: DeskHand) => [...hand.keys].filter((each) => !isConsumer(each));
  if (!same(others(before), others(after))) out.push({ device: 'keyboard', bytes: encodeKeyBitmap(others(after)) });
  if (!same(consumers(before), consumers(after))) {
    out.push({ device: 'consumer', bytes: encodeConsumerControl(consumers(after)) });
  }
  const moved = before.position.x !== after.position.x || before.position.y !== after.position.y;
  if (moved || before.buttons !== after.buttons) out.push(pointerReport(after, STILL));
  return { state: after, out };
}

const STILL = { wheel: 0, tilt: 0 };

const same = (one: readonly Usage[], other: readonly Usage[]): boolean =>
  one.length === other.length && one.every((each) => other.includes(each));

const pointerReport = (
  { buttons, position }: DeskHand,
  turn: { readonly wheel: number; readonly tilt: number },
): DeskReport => ({ device: 'pointer', bytes: encodeAbsolutePointer({ buttons, ...position, ...turn }) });

function positionIn(picture: DeskPlace & DeskSize, { x, y }: DeskPlace): DeskPlace {
  const along = (at: number, from: number, length: number) =>
    Math.round((Math.max(0, Math.min(length - 1, at - from)) / Math.max(1, length - 1)) * POINTER_MAX);
  return { x: along(x, picture.x, picture.width), y: along(y, picture.y, picture.height) };
}
