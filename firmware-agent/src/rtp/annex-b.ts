const START_CODE = Uint8Array.of(0, 0, 0, 1);
/** What every start code ends with; it cannot occur inside a NAL unit (H.264 §7.4.1). */
const SHORT_START_CODE = Buffer.from([0, 0, 1]);

/** NAL unit types of H.264, table 7-1. */
export const NalType = { idr: 5, sequenceParameters: 7, pictureParameters: 8 } as const;

export const nalTypeOf = (nal: Uint8Array): number => (nal[0] ?? 0) & 0x1f;

/** The NAL units of an Annex B byte stream, without start codes and trailing zeros. They share its bytes. */
export function splitAnnexB(stream: Uint8Array): readonly Uint8Array[] {
  const bytes = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength);
  const nals: Uint8Array[] = [];
  let at = bytes.indexOf(SHORT_START_CODE);
  while (at !== -1) {
    const start = at + SHORT_START_CODE.length;
    at = bytes.indexOf(SHORT_START_CODE, start);
    let end = at === -1 ? bytes.length : at;
    // A NAL unit never ends in a zero: these belong to the next start code, or fill up.
    while (end > start && bytes[end - 1] === 0) end--;
    if (end > start) nals.push(bytes.subarray(start, end));
  }
  return nals;
}

/** The byte stream of NAL units that may each come in several parts. The first part of a unit begins with its header. */
export function joinAnnexB(nals: readonly (readonly Uint8Array[])[]): Uint8Array {
  let size = 0;
  for (const parts of nals) {
    size += START_CODE.length;
    for (const part of parts) size += part.length;
  }
  const stream = new Uint8Array(size);
  let at = 0;
  for (const parts of nals) {
    stream.set(START_CODE, at);
    at += START_CODE.length;
    for (const part of parts) {
      stream.set(part, at);
      at += part.length;
    }
  }
  return stream;
}
