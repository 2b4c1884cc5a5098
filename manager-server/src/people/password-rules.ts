import { foldName, PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN, type PasswordRefusal } from '@seatmatrix/protocol/domain';
import { Fault } from '@seatmatrix/protocol/kernel';
import { commonPasswords } from './common-passwords.ts';

export type PasswordWeakness = Extract<PasswordRefusal, 'password-too-short' | 'password-too-common'>;

/**
 * Why nobody may have this password, or null. Length counts characters, not bytes: eight Chinese ones are enough.
 * Throws `frame-oversized` above the longest: forms and messages stop it before.
 */
export function passwordWeakness(password: string, accountName: string): PasswordWeakness | null {
  const length = [...password].length;
  if (length > PASSWORD_LENGTH_MAX) {
    throw new Fault({ code: 'frame-oversized', message: 'the password is longer than any form takes' });
  }
  if (length < PASSWORD_LENGTH_MIN) return 'password-too-short';
  const folded = foldName(password);
  const core = folded.replace(/^[\d\p{P}\p{S}]+|[\d\p{P}\p{S}]+$/gu, '');
  const name = foldName(accountName);
  if (folded === name || core === name || isRun(folded)) return 'password-too-common';
  return commonPasswords.has(folded) ? 'password-too-common' : null;
}

/** One character over and over, or neighbours in a row: aaaaaaaa, 12345678, hgfedcba. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  return [0, 1, -1].some((stride) =>
    codes.every((code, index) => index === 0 || code - (codes[index - 1] ?? 0) === stride),
  );
}
