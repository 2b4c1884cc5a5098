import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { Fault } from '@seatmatrix/protocol/kernel';

/** Whether a font file has a glyph for the code point. */
export type FontCoverage = (codePoint: number) => boolean;

const WOFF2_SIGNATURE = 0x774f4632;
const WOFF2_HEADER = 48;

/** Indices of the table directory's list of known tags (WOFF 2.0 §4.1). */
const TAG_CMAP = 0;
const TAG_GLYF = 10;
const TAG_LOCA = 11;
const TAG_SPELT_OUT = 63;

/**
 * Reads a WOFF2 file's character map. The ranges that are published beside the fonts name characters that some of
 * the files lack (many emoji), and what nobody can draw has to be known. Throws `driver-unavailable` for any other file.
 */
export function readFontCoverage(path: string): FontCoverage {
  const file = readFileSync(path);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (view.byteLength < WOFF2_HEADER || view.getUint32(0) !== WOFF2_SIGNATURE) throw unreadable(path);
  const { cmap, dataStart } = findCharacterMap(view);
  if (cmap === null) throw unreadable(path);
  const tables = brotliDecompressSync(file.subarray(dataStart, dataStart + view.getUint32(20)));
  return characterMap(new DataView(tables.buffer, tables.byteOffset + cmap.offset, cmap.length));
}

const unreadable = (path: string): Fault =>
  new Fault({ code: 'driver-unavailable', message: 'a font file cannot be read', context: { path } });

interface TablePlace {
  readonly offset: number;
  readonly length: number;
}

function findCharacterMap(view: DataView): { readonly cmap: TablePlace | null; readonly dataStart: number } {
  let position = WOFF2_HEADER;
  let offset = 0;
  let cmap: TablePlace | null = null;

  function base128(): number {
    let value = 0;
    while (true) {
      const byte = view.getUint8(position++);
      value = value * 128 + (byte & 0x7f);
      if ((byte & 0x80) === 0) return value;
    }
  }

  for (let table = view.getUint16(12); table > 0; table--) {
    const flags = view.getUint8(position++);
    const tag = flags & 0x3f;
    if (tag === TAG_SPELT_OUT) position += 4;
    let length = base128();
    // glyf and loca are transformed in version 0 and plain in 3; every other table the other way round.
    const version = flags >> 6;
    const transformed = tag === TAG_GLYF || tag === TAG_LOCA ? version !== 3 : version !== 0;
    if (transformed) length = base128();
    if (tag === TAG_CMAP) cmap = { offset, length };
    offset += length;
  }
  return { cmap, dataStart: position };
}

/** The first subtable of format 12, else of format 4 (OpenType, cmap): all that Unicode fonts have. */
function characterMap(view: DataView): FontCoverage {
  let basic: FontCoverage = () => false;
  for (let index = 0; index < view.getUint16(2); index++) {
    const start = view.getUint32(4 + index * 8 + 4);
    const format = view.getUint16(start);
    if (format === 12) return segmentedCoverage(view, start);
    if (format === 4) basic = segmentMapping(view, start);
  }
  return basic;
}

/** Format 12: groups of first code point, last, first glyph. */
function segmentedCoverage(view: DataView, start: number): FontCoverage {
  const groups = view.getUint32(start + 12);
  return (codePoint) => {
    for (let index = 0; index < groups; index++) {
      const group = start + 16 + index * 12;
      const first = view.getUint32(group);
      if (codePoint >= first && codePoint <= view.getUint32(group + 4)) {
        return view.getUint32(group + 8) + codePoint - first !== 0;
      }
    }
    return false;
  };
}

/** Format 4: segments with an end, a start, a delta, and perhaps an index into an array of glyphs. */
function segmentMapping(view: DataView, start: number): FontCoverage {
  const segments = view.getUint16(start + 6) / 2;
  const ends = start + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const offsets = deltas + segments * 2;
  return (codePoint) => {
    for (let index = 0; index < segments; index++) {
      if (codePoint > view.getUint16(ends + index * 2)) continue;
      const first = view.getUint16(starts + index * 2);
      if (codePoint < first) return false;
      const delta = view.getUint16(deltas + index * 2);
      const at = offsets + index * 2;
      const offset = view.getUint16(at);
      if (offset === 0) return ((codePoint + delta) & 0xffff) !== 0;
      return view.getUint16(at + offset + (codePoint - first) * 2) !== 0;
    }
    return false;
  };
}
