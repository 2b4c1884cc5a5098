import { PIXEL_CODE_DATA_BARS, PIXEL_CODE_END, PIXEL_CODE_START, type PixelCode, pixelCodeOf } from './pixel-code.ts';

/** Straight RGBA, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** A code as it was found on a screen, in the screen's pixels. */
export interface FoundPixelCode extends PixelCode {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Light and dark bars differ by so much luma at least; below it lies what JPEG leaves of an even surface. */
const CONTRAST_MIN = 48;
/** A code is 6 lines of 360 high: so many lines of a screen may go by between two that are read. */
const LINES_A_STEP = 360;
/** So many lines have to say the same. Bars of text agree over lines, too, but not with a check and both ends right. */
const LINES_MIN = 3;
/** How far a bar of the start may be from its width, of itself. */
const WIDTH_TOLERANCE = 0.45;

/**
 * Every code that can be read on a screen, whatever part of the computer's picture it shows at whatever scale; none
 * where something covers it. One entry for each code and place, from the top left to the bottom right.
 */
export function readPixelCodes(pixels: Pixels): readonly FoundPixelCode[] {
  const luma = new Uint8Array(pixels.width);
  let open: Stack[] = [];
  const found: Stack[] = [];
  const step = Math.max(1, Math.floor(pixels.height / LINES_A_STEP));
  for (let y = 0; y < pixels.height; y += step) {
    lineLuma(pixels, y, luma);
    const line = readLine(luma);
    const next: Stack[] = [];
    for (const read of line) {
      const above = open.find((stack) => isSame(stack, read));
      if (above === undefined) next.push({ ...read, y, height: step });
      else next.push({ ...above, height: y - above.y + step });
    }
    found.push(...open.filter((stack) => !next.some((each) => each.y === stack.y && isSame(each, stack))));
    open = next;
  }
  return [...found, ...open]
    .filter((stack) => stack.height >= LINES_MIN * step)
    .map(({ code, x, y, width, height }) => ({ ...code, x, y, width, height }))
    .sort((a, b) => a.y - b.y || a.x - b.x);
}

interface Read {
  readonly code: PixelCode;
  readonly x: number;
  readonly width: number;
}

interface Stack extends Read {
  readonly y: number;
  readonly height: number;
}

interface Edge {
  /** Between two pixels, to a fraction of one. */
  readonly at: number;
  readonly rising: boolean;
}

function isSame(a: Read, b: Read): boolean {
  return (
    a.code.computer === b.code.computer &&
    a.code.head === b.code.head &&
    a.code.column === b.code.column &&
    a.code.row === b.code.row &&
    Math.abs(a.x - b.x) < a.width / PIXEL_CODE_DATA_BARS
  );
}

function lineLuma({ width, data }: Pixels, y: number, luma: Uint8Array): void {
  let offset = y * width * 4;
  for (let x = 0; x < width; x++, offset += 4) {
    luma[x] = ((data[offset] ?? 0) * 77 + (data[offset + 1] ?? 0) * 150 + (data[offset + 2] ?? 0) * 29) >> 8;
  }
}

/** The codes along one line. A code begins with light 3, dark 1, light 1, dark 1: that gives the width of a bar. */
function readLine(luma: Uint8Array): readonly Read[] {
  const reads: Read[] = [];
  const edges = findEdges(luma);
  for (let index = 0; index + 4 < edges.length; index++) {
    const [first, second, third, fourth] = edges.slice(index, index + 4);
    if (first === undefined || second === undefined || third === undefined || fourth === undefined) break;
    if (!first.rising || second.rising || !third.rising || fourth.rising) continue;
    const bar = (fourth.at - first.at) / 5;
    if (!near(second.at - first.at, 3, bar) || !near(third.at - second.at, 1, bar)) continue;
    if (!near(fourth.at - third.at, 1, bar)) continue;
    const read = readBars(luma, { start: first.at, bar, edges });
    if (read !== null) reads.push(read);
  }
  return reads;
}

const near = (length: number, bars: number, bar: number): boolean =>
  Math.abs(length - bars * bar) <= bar * WIDTH_TOLERANCE;

function readBars(
  luma: Uint8Array,
  { start, bar, edges }: { readonly start: number; readonly bar: number; readonly edges: readonly Edge[] },
): Read | null {
  const bars = PIXEL_CODE_START.length + PIXEL_CODE_DATA_BARS + PIXEL_CODE_END.length;
  // The end's last edge, where the start's scale expects it to a bar and a half, makes the scale exact.
  const expected = start + bar * bars;
  const last = closest(edges, expected, bar * 1.5);
  if (last === null) return null;
  const exact = (last.at - start) / bars;
  let lightest = 0;
  let darkest = 255;
  const values: number[] = [];
  for (let index = 0; index < bars; index++) {
    const value = luma[Math.floor(start + exact * (index + 0.5))];
    if (value === undefined) return null;
    values.push(value);
    lightest = Math.max(lightest, value);
    darkest = Math.min(darkest, value);
  }
  if (lightest - darkest < CONTRAST_MIN) return null;
  const middle = (lightest + darkest) / 2;
  const read = values.map((value) => (value > middle ? 1 : 0));
  const ends =
    PIXEL_CODE_START.every((value, index) => read[index] === value) &&
    PIXEL_CODE_END.every((value, index) => read[bars - PIXEL_CODE_END.length + index] === value);
  if (!ends) return null;
  const code = pixelCodeOf(read.slice(PIXEL_CODE_START.length, -PIXEL_CODE_END.length));
  return code === null ? null : { code, x: Math.round(start), width: Math.round(last.at - start) };
}

function closest(edges: readonly Edge[], at: number, within: number): Edge | null {
  let best: Edge | null = null;
  for (const edge of edges) {
    if (edge.rising || Math.abs(edge.at - at) > within) continue;
    if (best === null || Math.abs(edge.at - at) < Math.abs(best.at - at)) best = edge;
  }
  return best;
}

/** Where the line crosses the middle between its surroundings' light and dark. */
function findEdges(luma: Uint8Array): readonly Edge[] {
  const edges: Edge[] = [];
  let low = luma[0] ?? 0;
  let high = low;
  let lit: boolean | null = null;
  for (let x = 1; x < luma.length; x++) {
    const value = luma[x] ?? 0;
    if (lit !== true && value - low >= CONTRAST_MIN) {
      const peak = summit(luma, x, 1);
      edges.push({ at: crossing(luma, { from: x, middle: (low + peak) / 2, rising: true }), rising: true });
      lit = true;
      high = value;
    } else if (lit !== false && high - value >= CONTRAST_MIN) {
      const pit = summit(luma, x, -1);
      edges.push({ at: crossing(luma, { from: x, middle: (high + pit) / 2, rising: false }), rising: false });
      lit = false;
      low = value;
    }
    if (lit === true) high = Math.max(high, value);
    else if (lit === false) low = Math.min(low, value);
    else {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return edges;
}

/** The value where the line stops going up (or down). */
function summit(luma: Uint8Array, from: number, direction: 1 | -1): number {
  let x = from;
  while (x + 1 < luma.length && ((luma[x + 1] ?? 0) - (luma[x] ?? 0)) * direction > 0) x++;
  return luma[x] ?? 0;
}

function crossing(
  luma: Uint8Array,
  { from, middle, rising }: { readonly from: number; readonly middle: number; readonly rising: boolean },
): number {
  let x = from;
  const beyond = (value: number) => (rising ? value >= middle : value <= middle);
  while (x > 0 && beyond(luma[x - 1] ?? 0)) x--;
  while (x + 1 < luma.length && !beyond(luma[x] ?? 0)) x++;
  const after = luma[x] ?? 0;
  const before = luma[Math.max(0, x - 1)] ?? 0;
  const share = after === before ? 0 : (middle - before) / (after - before);
  // A pixel's value is that of its middle.
  return x - 0.5 + share;
}
