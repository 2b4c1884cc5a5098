/** Crockford base 32: no letter that looks like a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 80 bits: 16 letters without a rest. */
const CODE_BYTES = 10;

/** `XXXX-XXXX-XXXX-XXXX`, to be read from a terminal and typed into a page. */
export const claimCode = (randomBytes: (count: number) => Uint8Array): string => writtenCode(randomBytes(CODE_BYTES));

/** Any number of bytes that five divides, in groups of four letters. */
export function writtenCode(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >> bits) & 31] ?? '';
    }
    held &= (1 << bits) - 1;
  }
  return text.replace(/.{4}(?=.)/g, '$&-');
}

/** What was typed, as the code is written: letters that Crockford leaves out stand for the digits they look like. */
export function canonicalCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/.{4}(?=.)/g, '$&-');
}
