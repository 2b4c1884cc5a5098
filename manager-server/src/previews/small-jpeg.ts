const MARKER = 0xff;
const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const FRAME = 0xc0;

/**
 * JFIF header, tables, restart interval, comment, one baseline frame: what encoders of small pictures write. Everything
 * else (colour profiles, EXIF, progressive and arithmetic frames) would be read by no one but a browser's decoder.
 */
const ALLOWED: ReadonlySet<number> = new Set([0xe0, 0xdb, 0xc4, 0xdd, 0xfe, FRAME]);

export interface SmallJpegBounds {
  readonly width: number;
  readonly height: number;
}

/**
 * Whether a box's bytes are one baseline jpeg within these bounds, from its first byte to its last. Reads markers alone:
 * no picture is decoded here.
 */
export function isSmallJpeg(bytes: Uint8Array, bounds: SmallJpegBounds): boolean {
  const { length } = bytes;
  if (length < 4 || bytes[0] !== MARKER || bytes[1] !== START) return false;
  if (bytes[length - 2] !== MARKER || bytes[length - 1] !== END) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  let frames = 0;
  for (let at = 2; at + 4 <= length; ) {
    if (view.getUint8(at) !== MARKER) return false;
    const marker = view.getUint8(at + 1);
    const size = view.getUint16(at + 2);
    if (size < 2 || at + 2 + size > length) return false;
    if (marker === SCAN) return frames === 1 && scanEndsLast(bytes, at + 2 + size);
    if (!ALLOWED.has(marker)) return false;
    if (marker === FRAME) {
      frames += 1;
      if (size < 8 || !fits(view, at + 4, bounds)) return false;
    }
    at += 2 + size;
  }
  return false;
}

/** Sample precision, height, width. */
function fits(view: DataView, at: number, bounds: SmallJpegBounds): boolean {
  const [height, width] = [view.getUint16(at + 1), view.getUint16(at + 3)];
  return view.getUint8(at) === 8 && within(width, bounds.width) && within(height, bounds.height);
}

const within = (value: number, max: number): boolean => value >= 1 && value <= max;

/** In a scan a 0xff is followed by a zero or a restart marker; what ends it has to be the end of all. */
function scanEndsLast(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== MARKER) continue;
    const next = bytes[at + 1] ?? 0;
    if (next === 0 || (next >= 0xd0 && next <= 0xd7)) at += 1;
    else return next === END && at === bytes.length - 2;
  }
  return false;
}
