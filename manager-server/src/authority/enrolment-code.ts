import { createHash } from 'node:crypto';
import type { Fingerprint } from '@seatmatrix/protocol/domain';
import { Fault } from '@seatmatrix/protocol/kernel';

/** Crockford's base 32: no I, L, O, U, which people misread or misspell. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_CHARACTERS = 20;
const GROUP = 5;

/** Nobody guesses one of 2^64 in the day that a code is good for, at one guess a connection. */
export const SECRET_BYTES = 8;

/** Hex digits of the CA's fingerprint in a code: 36 bits, what is left of 20 characters. */
const PINNED_DIGITS = 9;

/** `XXXXX-XXXXX-XXXXX-XXXXX`: the secret, then the beginning of the fingerprint of the site's CA. */
export function enrolmentCode(secret: Uint8Array, authority: Fingerprint): string {
  if (secret.length !== SECRET_BYTES) {
    throw new Fault({ code: 'invariant-broken', message: `the secret of a code has ${SECRET_BYTES} bytes` });
  }
  let bits = BigInt(`0x${secret.toHex()}${authority.slice(0, PINNED_DIGITS)}`);
  let text = '';
  for (let index = 0; index < CODE_CHARACTERS; index++) {
    text = `${ALPHABET[Number(bits & 31n)]}${text}`;
    bits >>= 5n;
  }
  return Array.from({ length: CODE_CHARACTERS / GROUP }, (_, index) =>
    text.slice(index * GROUP, (index + 1) * GROUP),
  ).join('-');
}

/** What is kept of a code, for looking it up: the code itself can not be had back. Null for what cannot be a code. */
export function hashOfCode(code: string): string | null {
  const text = code.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (text.length !== CODE_CHARACTERS || [...text].some((each) => !ALPHABET.includes(each))) return null;
  return createHash('sha256').update(text).digest('hex');
}
