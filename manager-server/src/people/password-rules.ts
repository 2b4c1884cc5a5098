import {
  foldName,
  PASSWORD_LENGTH_MAX,
  PASSWORD_LENGTH_MIN,
  type PasswordRefusal,
  type Role,
} from '@seatmatrix/protocol/domain';
import { Fault } from '@seatmatrix/protocol/kernel';
import { dictionary } from '@zxcvbn-ts/language-common';
import { commonPasswords } from './common-passwords.ts';

export type PasswordWeakness = Extract<PasswordRefusal, 'password-too-short' | 'password-too-common'>;

/** NIST SP 800-63B-4 §3.1.1.2, of a password that alone opens something reached over the network. */
export const PAGE_PASSWORD_LENGTH_MIN = 15;

/** What is left of a password without the names in it: fewer characters are guessed in a moment. */
const REST_MIN = 4;

/** A word must be so long to be looked for inside a password: `an` stands in half of all sentences. */
const WORD_MIN = 4;

export interface PasswordRules {
  /** Fewest characters. */
  readonly least: number;
  /** What a guesser would try here before anywhere else: the account's name, the site's. */
  readonly context: readonly string[];
}

/**
 * How long a password has to be. An operator's opens a desk inside a guarded building, where the floor of a password
 * beside another factor holds; on the pages one below 15 characters needs a second factor, see PageSignIn.
 */
export const leastLength = (role: Role): number =>
  role === 'operator' ? PASSWORD_LENGTH_MIN : PAGE_PASSWORD_LENGTH_MIN;

export interface Weak {
  readonly refusal: PasswordWeakness;
  /** Why, for people. */
  readonly words: string;
}

/**
 * Why nobody may have this password, or null. Length counts characters, not bytes: eight Chinese ones are eight. Nothing
 * is asked of the kinds of characters. Throws `frame-oversized` above the longest: forms and messages stop it before.
 */
export function passwordWeakness(password: string, { least, context }: PasswordRules): Weak | null {
  const text = password.normalize('NFC');
  const length = [...text].length;
  if (length > PASSWORD_LENGTH_MAX) {
    throw new Fault({ code: 'frame-oversized', message: 'the password is longer than any form takes' });
  }
  if (length < least) return { refusal: 'password-too-short', words: `it has ${length} characters of ${least}` };
  const folded = foldName(text);
  if (isListed(folded)) return common('it stands on the list of what everybody tries first');
  if (isRun(folded) || isKeyboardRow(folded)) return common('it is a row of neighbouring characters');
  if (isRepetition(folded)) return common('it is one piece over and over');
  const named = context.map(foldName).filter((word) => folded.includes(word) && [...word].length >= WORD_MIN);
  if (named.length > 0 && [...restWithout(folded, named)].length < REST_MIN) {
    return common('it is little more than a name that everybody here knows');
  }
  return null;
}

const common = (words: string): Weak => ({ refusal: 'password-too-common', words });

let listed: ReadonlySet<string> | null = null;

/** Made at the first question, of what leaked lists are headed by. */
function isListed(folded: string): boolean {
  listed ??= new Set(Object.values(dictionary).flatMap((words) => words.filter((word) => word.length >= 8)));
  return listed.has(folded) || commonPasswords.has(folded);
}

/** One character over and over, or neighbours in a row: aaaaaaaa, 1234567890123456, hgfedcba. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const isDigits = /^\d+$/.test(text);
  return [0, 1, -1].some((stride) =>
    codes.every((code, index) => {
      const step = code - (codes[index - 1] ?? 0) - stride;
      return index === 0 || step === 0 || (isDigits && Math.abs(step) === 10);
    }),
  );
}

const KEYBOARD = [
  '1234567890qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
];

function isKeyboardRow(text: string): boolean {
  const backwards = [...text].toReversed().join('');
  return KEYBOARD.some((row) => row.includes(text) || row.includes(backwards));
}

function isRepetition(text: string): boolean {
  return /^(.+?)\1+$/su.test(text);
}

/** What a guesser who knows the names still has to guess; digits and signs around them he tries anyway. */
function restWithout(folded: string, names: readonly string[]): string {
  return names.reduce((text, name) => text.replaceAll(name, ''), folded).replace(/[\d\p{P}\p{S}\s]/gu, '');
}
