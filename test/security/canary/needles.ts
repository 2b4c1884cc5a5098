import { encodeBootKeyboard, encodeKeyBitmap, type Usage, Usages, usage } from '@seatmatrix/protocol/domain';

/** A form in which somebody who listens would recognise what was typed. */
export interface Needle {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Of small letters and digits: the text itself, as programs code texts, and as keyboards tell it. */
export function needlesOf(text: string): readonly Needle[] {
  const raw = Buffer.from(text);
  const keys = [...text].map(keyOf);
  const reports = (encode: (held: readonly Usage[]) => Uint8Array) =>
    Buffer.concat(keys.flatMap((key) => [encode([key]), encode([])]));
  const named = (name: string, bytes: Uint8Array): Needle => ({ name, bytes });
  return [
    named('text', raw),
    named('upper case', Buffer.from(text.toUpperCase())),
    named('UTF-16', Buffer.from(text, 'utf16le')),
    named('hex', Buffer.from(raw.toString('hex'))),
    ...[0, 1, 2].map((shift) => {
      const coded = Buffer.concat([Buffer.alloc(shift), raw]).toString('base64');
      return named(`base 64, shifted by ${shift}`, Buffer.from(coded.slice(shift === 0 ? 0 : 4, -4)));
    }),
    named('backwards', Buffer.from(raw).reverse()),
    named('usages', Uint8Array.from(keys)),
    named('usages of 16 bits', Uint8Array.from(keys.flatMap((key) => [key, 0]))),
    named('boot reports', reports(encodeBootKeyboard)),
    named('bitmap reports', reports(encodeKeyBitmap)),
    // One report alone: whoever sees each by itself reads along just as well.
    ...keys.map((key, index) => named(`boot report ${index}`, encodeBootKeyboard([key]))),
  ];
}

export function hitsIn(bytes: Uint8Array, needles: readonly Needle[]): readonly string[] {
  const haystack = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return needles.filter((needle) => haystack.includes(needle.bytes)).map(({ name }) => name);
}

function keyOf(letter: string): Usage {
  if (letter === '0') return Usages.Digit0;
  if (/[1-9]/.test(letter)) return usage(0x1d + Number(letter));
  return usage(0x04 + letter.charCodeAt(0) - 'a'.charCodeAt(0));
}
