import { isShift, type Usage, Usages, usage } from '@seatmatrix/protocol/domain';

/** Unshifted and shifted character of a key, US layout: HID Usage Tables 1.5 §10, usages from 0x1E on. */
const pairs: readonly (readonly [first: number, plain: string, shifted: string])[] = [
  [0x1e, '1234567890', '!@#$%^&*()'],
  [0x2c, ' -=[]\\', ' _+{}|'],
  // 0x32 is the key beside Enter on ISO keyboards; a US layout types the backslash there too.
  [0x32, "\\;'`,./", '|:"~<>?'],
  [0x64, '\\', '|'],
];

/** A keypad's keys type what is printed on them; Num Lock belongs to the computer, whose light it is. */
const keypad: readonly (readonly [first: number, text: string])[] = [
  [0x54, '/*-+'],
  [0x59, '1234567890.'],
];

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

const characters = new Map<Usage, { readonly plain: string; readonly shifted: string }>();
for (const [first, plain, shifted] of pairs) {
  for (let index = 0; index < plain.length; index++) {
    characters.set(usage(first + index), { plain: plain.charAt(index), shifted: shifted.charAt(index) });
  }
}
for (const [first, text] of keypad) {
  for (let index = 0; index < text.length; index++) {
    characters.set(usage(first + index), { plain: text.charAt(index), shifted: text.charAt(index) });
  }
}

export interface TypingState {
  readonly held: ReadonlySet<Usage>;
  readonly capsLock: boolean;
}

/** What the key types, or null: no character, or a key combination that is meant as a command. */
export function typedCharacter(key: Usage, { held, capsLock }: TypingState): string | null {
  for (const each of held) if (isCommandModifier(each)) return null;
  const shift = [...held].some(isShift);
  const letter = LETTERS.charAt(key - Usages.A);
  if (key >= Usages.A && letter !== '') return shift !== capsLock ? letter.toUpperCase() : letter;
  const pair = characters.get(key);
  if (pair === undefined) return null;
  return shift ? pair.shifted : pair.plain;
}

/** The digit of a key of either digit row or keypad, or null. */
export function digitOf(key: Usage): number | null {
  if (key === Usages.Digit0 || key === Usages.Keypad0) return 0;
  if (key >= Usages.Digit1 && key <= Usages.Digit9) return key - Usages.Digit1 + 1;
  if (key >= Usages.Keypad1 && key < Usages.Keypad0) return key - Usages.Keypad1 + 1;
  return null;
}

export const isEnter = (key: Usage): boolean => key === Usages.Enter || key === Usages.KeypadEnter;

/** Control, Alt, Gui, left and right; the right Alt types nothing on a US layout either. */
const isCommandModifier = (key: Usage): boolean => key >= Usages.LeftControl && key <= Usages.RightGui && !isShift(key);
