const MARKER = 0xff;
const SCAN = 0xda;

/**
 * The jpeg without what an encoder says of itself and its colours (APP1–APP15: Skia writes a colour profile of 472 bytes).
 * The manager lets none of it through to a browser. What is no jpeg comes back as it was.
 */
export function plainJpeg(jpeg: Uint8Array): Uint8Array {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.length);
  const kept = [jpeg.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= jpeg.length && view.getUint8(at) === MARKER && view.getUint8(at + 1) !== SCAN) {
    const end = at + 2 + view.getUint16(at + 2);
    const marker = view.getUint8(at + 1);
    if (marker <= 0xe0 || marker > 0xef) kept.push(jpeg.subarray(at, end));
    at = end;
  }
  kept.push(jpeg.subarray(at));
  return Buffer.concat(kept);
}
