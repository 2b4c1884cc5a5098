import { Usages } from '@seatmatrix/protocol/domain';
import { after, type Instant, seconds } from '@seatmatrix/protocol/kernel';
import type { Message } from '../strings/strings.ts';
import { digitOf } from './keyboard-layout.ts';
import type { OsdInput } from './osd-input.ts';
import type { DisplayChoice, OsdState } from './osd-state.ts';

export type KeyInput = Extract<OsdInput, { type: 'key' }>;

/** F7 let go, a digit still counts for so long after it went down. */
const CHOICE_WINDOW = seconds(2);

export type ChoiceAnswer =
  /** The key has nothing to do with it, and an open choice ended. */
  | { readonly type: 'none' }
  | { readonly type: 'open'; readonly choice: DisplayChoice | null; readonly message: Message | null }
  | { readonly type: 'chosen'; readonly number: number };

/** F7 held with 1–8, or F7 and then 1–8 within two seconds. Only on a seat of several displays. */
export function answerDisplayChoice(state: OsdState, { key, pressed, held, at }: KeyInput): ChoiceAnswer {
  const { displayChoice } = state;
  const { number: own, count } = state.situation.display;
  if (count < 2) return { type: 'none' };
  if (key === Usages.F7) {
    if (pressed) {
      return {
        type: 'open',
        choice: { until: after(at, CHOICE_WINDOW), held: true },
        message: null,
      };
    }
    const choice = displayChoice === null || at >= displayChoice.until ? null : { ...displayChoice, held: false };
    return { type: 'open', choice, message: null };
  }
  const open = displayChoice !== null && (held.has(Usages.F7) || at < displayChoice.until);
  const digit = digitOf(key);
  if (!open || digit === null) return { type: 'none' };
  if (!pressed) return { type: 'open', choice: displayChoice, message: null };
  const choice = held.has(Usages.F7) ? displayChoice : null;
  if (digit === 0 || digit > count) {
    return { type: 'open', choice, message: { key: 'displayAbsent', values: { number: digit } } };
  }
  if (digit === own) return { type: 'open', choice, message: { key: 'displayAlready', values: { number: digit } } };
  return { type: 'chosen', number: digit };
}

/** An open choice ends by itself unless F7 is still down. */
export function choiceDeadline(choice: DisplayChoice | null): Instant | null {
  return choice === null || choice.held ? null : choice.until;
}

/** What to press now, as long as a choice is open. */
export function choiceHint({ displayChoice, situation }: OsdState): Message | null {
  return displayChoice === null ? null : { key: 'displayWanted', values: { count: situation.display.count } };
}
