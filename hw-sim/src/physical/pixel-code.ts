import { Fault } from '@seatmatrix/protocol/kernel';

/**
 * A computer's picture says in its own pixels whose it is, so that a test reads which picture a screen shows, and not
 * which one the program believes to show. Each cell of a 4 × 4 grid carries one code: a bar code read along a line, so
 * that any vertical scale, crop or covering leaves the rest readable, with wide and narrow bars at its ends that tell
 * where it begins and how wide a bar is.
 */
export interface PixelCode {
  /** 0–1023. */
  readonly computer: number;
  /** 1–4. */
  readonly head: number;
  /** 0–3 from the left. */
  readonly column: number;
  /** 0–3 from the top. */
  readonly row: number;
}

/** A code in place on a picture, in whole pixels. */
export interface PixelCodePlace {
  readonly x: number;
  readonly y: number;
  /** Width of one bar. */
  readonly bar: number;
  readonly height: number;
}

export const PIXEL_CODE_GRID = 4;
const COMPUTER_MAX = 1023;
const HEADS_MAX = 4;

const COMPUTER_BITS = 10;
const CHECK_BITS = 10;
/** CRC-10 of ATM (x¹⁰+x⁹+x⁵+x⁴+x+1): one misread code in a thousand passes it, before the lines have to agree. */
const CHECK_POLYNOMIAL = 0x233;
const PAYLOAD_BITS = COMPUTER_BITS + 6;

/** Bars at the two ends: light 3, dark 1, light 1, dark 1 … dark 1, light 1, dark 1, light 3. No payload looks so. */
export const PIXEL_CODE_START: readonly number[] = [1, 1, 1, 0, 1, 0];
export const PIXEL_CODE_END: readonly number[] = [0, 1, 0, 1, 1, 1];
/** A dark bar on either side parts the code from its surroundings. */
const QUIET = 1;

export const PIXEL_CODE_DATA_BARS = PAYLOAD_BITS + CHECK_BITS;
export const PIXEL_CODE_BARS = QUIET + PIXEL_CODE_START.length + PIXEL_CODE_DATA_BARS + PIXEL_CODE_END.length + QUIET;

/** Lines of a code at the smallest: a JPEG block is 8 high, and a line beside the picture's content is blurred. */
const HEIGHT_MIN = 6;
const HEIGHT_SHARE = 60;

/** All bars of a code from left to right, 1 light and 0 dark. Throws for a computer or head that has no code. */
export function pixelCodeBars(code: PixelCode): readonly number[] {
  if (code.computer < 0 || code.computer > COMPUTER_MAX || code.head < 1 || code.head > HEADS_MAX) {
    throw new Fault({
      code: 'invariant-broken',
      message: `computer ${code.computer} head ${code.head} would wear the code of another`,
    });
  }
  const payload = (code.computer << 6) | ((code.head - 1) << 4) | (code.column << 2) | code.row;
  const word = payload * 2 ** CHECK_BITS + check(payload);
  const data = Array.from({ length: PIXEL_CODE_DATA_BARS }, (_, index) => {
    return Math.floor(word / 2 ** (PIXEL_CODE_DATA_BARS - 1 - index)) % 2;
  });
  return [
    ...Array<number>(QUIET).fill(0),
    ...PIXEL_CODE_START,
    ...data,
    ...PIXEL_CODE_END,
    ...Array<number>(QUIET).fill(0),
  ];
}

/** The code that these data bars carry; null when the check does not fit. */
export function pixelCodeOf(data: readonly number[]): PixelCode | null {
  if (data.length !== PIXEL_CODE_DATA_BARS) return null;
  const word = data.reduce((value, bar) => value * 2 + bar, 0);
  const payload = Math.floor(word / 2 ** CHECK_BITS);
  if (check(payload) !== word % 2 ** CHECK_BITS) return null;
  return {
    computer: payload >> 6,
    head: ((payload >> 4) & 3) + 1,
    column: (payload >> 2) & 3,
    row: payload & 3,
  };
}

/** Where the code of this grid cell stands on a picture of this size: along the top of the cell, in its middle. */
export function pixelCodePlace(
  size: { readonly width: number; readonly height: number },
  cell: { readonly column: number; readonly row: number },
): PixelCodePlace {
  const width = size.width / PIXEL_CODE_GRID;
  const bar = Math.max(1, Math.floor(width / (PIXEL_CODE_BARS + 1)));
  const height = Math.max(HEIGHT_MIN, Math.round(size.height / HEIGHT_SHARE));
  // A pixel of distance, so that a wall's crop along a grid line never touches a code.
  const y = Math.ceil((cell.row * size.height) / PIXEL_CODE_GRID) + 1;
  return { x: Math.round(cell.column * width + (width - bar * PIXEL_CODE_BARS) / 2), y, bar, height };
}

function check(payload: number): number {
  // Not zero: an even grey surface must not read as a code of nothing but dark bars.
  let register = 0x3ff;
  for (let bit = PAYLOAD_BITS - 1; bit >= 0; bit--) {
    const top = (register >> (CHECK_BITS - 1)) & 1;
    register = (register << 1) & 0x3ff;
    if ((top ^ ((payload >> bit) & 1)) === 1) register ^= CHECK_POLYNOMIAL;
  }
  return register;
}
