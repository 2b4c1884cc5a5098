import { type Usage, Usages } from '@seatmatrix/protocol/domain';
import { after, type Instant, milliseconds } from '@seatmatrix/protocol/kernel';
import type { KeyInput } from './display-choice.ts';

/** A key that is held goes on acting: HID tells only that it is down. */
export interface KeyRepeat {
  readonly key: Usage;
  readonly held: ReadonlySet<Usage>;
  readonly next: Instant;
}

/** What keyboards do by habit: half a second, then twenty times a second. */
const FIRST = milliseconds(500);
const EVERY = milliseconds(50);

/** Moving and deleting. Nobody holds a letter, and a digit that repeats would choose another computer. */
const repeating: ReadonlySet<Usage> = new Set([
  Usages.Backspace,
  Usages.Delete,
  Usages.Left,
  Usages.Right,
  Usages.Up,
  Usages.Down,
  Usages.PageUp,
  Usages.PageDown,
]);

/** Any other edge ends it: the last key pressed is the one that repeats. */
export function repeatAfterKey({ key, pressed, held, at }: KeyInput): KeyRepeat | null {
  return pressed && repeating.has(key) ? { key, held, next: after(at, FIRST) } : null;
}

/** Due repeats are one: after a pause of the machine nothing races ahead of the operator's eye. */
export const repeatOnce = (repeat: KeyRepeat, at: Instant): KeyRepeat => ({ ...repeat, next: after(at, EVERY) });
