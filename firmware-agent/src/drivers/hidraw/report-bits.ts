/** Up to 32 bits from bit `offset` on, the lowest first; bits behind the end are 0, as Linux reads a short report. */
export function readBits(
  bytes: Uint8Array,
  { offset, size }: { readonly offset: number; readonly size: number },
): number {
  let value = 0;
  for (let bit = 0; bit < size; ) {
    const at = offset + bit;
    const inByte = at & 7;
    const taken = Math.min(8 - inByte, size - bit);
    const part = ((bytes[at >> 3] ?? 0) >> inByte) & ((1 << taken) - 1);
    // A product, not a shift: bit 31 of a JavaScript number is its sign.
    value += part * 2 ** bit;
    bit += taken;
  }
  return value;
}

/** The same as a two's complement number. */
export function readSignedBits(bytes: Uint8Array, place: { readonly offset: number; readonly size: number }): number {
  const value = readBits(bytes, place);
  return value >= 2 ** (place.size - 1) ? value - 2 ** place.size : value;
}
