import { type Usage, Usages, usage } from '@seatmatrix/protocol/domain';

/** What a key of an American keyboard writes: alone, with Shift. Usages as in HID Usage Tables 1.5 §10. */
interface Legend {
  readonly key: Usage;
  readonly plain: string;
  readonly shifted: string;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '1234567890';
const DIGITS_SHIFTED = '!@#$%^&*()';
const SIGNS = '-=[]\\';
const SIGNS_SHIFTED = '_+{}|';
const MORE_SIGNS = ";'`,./";
const MORE_SIGNS_SHIFTED = ':"~<>?';

const legends: readonly Legend[] = [
  ...row({ first: Usages.A, plain: LETTERS, shifted: LETTERS.toUpperCase() }),
  ...row({ first: Usages.Digit1, plain: DIGITS, shifted: DIGITS_SHIFTED }),
  { key: Usages.Enter, plain: '\n', shifted: '\n' },
  { key: Usages.Backspace, plain: '\b', shifted: '\b' },
  { key: Usages.Tab, plain: '\t', shifted: '\t' },
  { key: Usages.Space, plain: ' ', shifted: ' ' },
  ...row({ first: usage(0x2d), plain: SIGNS, shifted: SIGNS_SHIFTED }),
  // 0x32 is the non-American # key, which an American keyboard does not have.
  ...row({ first: usage(0x33), plain: MORE_SIGNS, shifted: MORE_SIGNS_SHIFTED }),
];

const KEYPAD_FIRST = 0x54;
const KEYPAD = '/*-+\n1234567890.';
/** Keys of the keypad that write the same whether Num Lock is on or not. */
const KEYPAD_ALWAYS = 5;

const byKey = new Map(legends.map((legend) => [legend.key, legend]));
const byCharacter = new Map<string, { readonly key: Usage; readonly shift: boolean }>([
  ...legends.map((legend) => [legend.shifted, { key: legend.key, shift: true }] as const),
  ...legends.map((legend) => [legend.plain, { key: legend.key, shift: false }] as const),
]);

/** The key that writes this character, and whether Shift has to be held; null when the keyboard cannot write it. */
export function keyFor(character: string): { readonly key: Usage; readonly shift: boolean } | null {
  return byCharacter.get(character) ?? null;
}

export interface LayoutState {
  readonly shift: boolean;
  readonly capsLock: boolean;
  readonly numLock: boolean;
}

/** What the key writes (`\n`, `\b`, `\t` for Enter, Backspace, Tab); null for a key that writes nothing. */
export function characterOf(key: Usage, { shift, capsLock, numLock }: LayoutState): string | null {
  const legend = byKey.get(key);
  if (legend !== undefined) {
    const isLetter = legend.plain !== legend.shifted && legend.plain.toUpperCase() === legend.shifted;
    return (isLetter ? shift !== capsLock : shift) ? legend.shifted : legend.plain;
  }
  const keypad = key - KEYPAD_FIRST;
  if (keypad < 0 || keypad >= KEYPAD.length) return null;
  return keypad < KEYPAD_ALWAYS || numLock ? (KEYPAD[keypad] ?? null) : null;
}

const NAMES = new Map<Usage, string>([
  ...Object.entries(Usages).map(([name, key]) => [key, name] as const),
  ...legends.filter((legend) => legend.plain.trim() !== '').map((l) => [l.key, l.plain.toUpperCase()] as const),
  ...[...'/*-+'].map((sign, index) => [usage(KEYPAD_FIRST + index), `Keypad ${sign}`] as const),
  ...[...'1234567890.'].map((sign, index) => [usage(KEYPAD_FIRST + 5 + index), `Keypad ${sign}`] as const),
]);

/** What is printed on the key, for people. */
export function keyName(key: Usage): string {
  return NAMES.get(key) ?? `0x${key.toString(16).padStart(2, '0')}`;
}

function row({ first, plain, shifted }: { first: Usage; plain: string; shifted: string }): readonly Legend[] {
  return [...plain].map((character, index) => ({
    key: usage(first + index),
    plain: character,
    shifted: shifted[index] ?? character,
  }));
}
