/**
 * A bench is a driver and a hand that can touch its hardware. Disposing it disposes the driver, which a test may have
 * done before. Every contract is a function `xContract(implementation, openBench)` that declares vitest suites; simulated
 * and real drivers pass the same ones.
 */
export interface Bench<Driver extends AsyncDisposable> extends AsyncDisposable {
  readonly driver: Driver;
  /** Resolves when what the hand did has reached the driver's listener, and what was written the hardware. */
  settle(): Promise<void>;
}

/** `#rrggbb` on both halves: enough to tell pictures and crops apart. */
export interface TestPicture {
  readonly left: string;
  readonly right: string;
}

/** Where a colour is taken, in fractions of the width and height. */
export interface PicturePoint {
  readonly x: number;
  readonly y: number;
}

export const RED_BLUE: TestPicture = { left: '#d01010', right: '#1010d0' };
export const GREEN_WHITE: TestPicture = { left: '#10c010', right: '#f0f0f0' };
export const BLACK_YELLOW: TestPicture = { left: '#000000', right: '#e0e010' };

export const LEFT: PicturePoint = { x: 0.25, y: 0.5 };
export const RIGHT: PicturePoint = { x: 0.75, y: 0.5 };

/** Codecs lose a little: the distance that a decoded colour may have from the painted one, a channel. */
const COLOUR_TOLERANCE = 40;

export function sameColour(one: string | null, other: string): boolean {
  if (one === null) return false;
  return [1, 3, 5].every((at) => Math.abs(channel(one, at) - channel(other, at)) <= COLOUR_TOLERANCE);
}

const channel = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16);
