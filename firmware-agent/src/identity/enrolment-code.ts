/** Crockford's base 32: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The last 36 of a code's 100 bits are the beginning of the SHA-256 of the site CA's public key. */
const SECRET_BITS = 64;
const CODE_BITS = 100;

/**
 * How the fingerprint of the site's CA begins, 9 hex digits; null for what is no code. Four groups of five, with or
 * without dashes, letters as people misread them. A false manager can show any certificate of its own, but none whose key
 * begins like this: some 2^36 key pairs would have to be tried for one code that is good for a day.
 */
export function authorityPrefixOf(code: string): string | null {
  const bits = codeBits(code);
  if (bits === null) return null;
  const pinned = CODE_BITS - SECRET_BITS;
  return (bits & ((1n << BigInt(pinned)) - 1n)).toString(16).padStart(pinned / 4, '0');
}

function codeBits(code: string): bigint | null {
  const text = code.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (text.length !== CODE_BITS / 5) return null;
  let bits = 0n;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return null;
    bits = (bits << 5n) | BigInt(value);
  }
  return bits;
}
