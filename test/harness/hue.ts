import type { Colour } from '@seatmatrix/osd';
import type { Pixels } from './screenshot.ts';

/** The colours that the manual has words for. */
export type Hue = 'brown' | 'white' | 'yellow' | 'grey' | 'red' | 'other';

export interface Rgb {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

export function rgbOf(colour: Colour): Rgb {
  const value = Number.parseInt(colour.slice(1, 7), 16);
  return { red: value >> 16, green: (value >> 8) & 0xff, blue: value & 0xff };
}

/** What a person would call the colour. */
export function hueOf({ red, green, blue }: Rgb): Hue {
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const chroma = most - least;
  if (chroma < 30) return most > 225 ? 'white' : most > 110 ? 'grey' : 'other';
  if (most !== red) return 'other';
  const degrees = ((green - blue) / chroma) * 60;
  if (degrees < 18) return 'red';
  if (degrees < 42) return 'brown';
  return degrees < 66 ? 'yellow' : 'other';
}

/** How far a painted pixel may be from the colour that was asked for: Skia's smoothing and sRGB rounding. */
const TOLERANCE = 28;

/** Whether the colour is really there, and not only asked for: at least so many pixels of a glyph's inside have it. */
export function hasPixelsOf(pixels: Pixels, wanted: Rgb): boolean {
  let found = 0;
  for (let at = 0; at + 3 < pixels.data.length; at += 4) {
    const near =
      Math.abs((pixels.data[at] ?? 0) - wanted.red) <= TOLERANCE &&
      Math.abs((pixels.data[at + 1] ?? 0) - wanted.green) <= TOLERANCE &&
      Math.abs((pixels.data[at + 2] ?? 0) - wanted.blue) <= TOLERANCE;
    if (near && ++found >= 3) return true;
  }
  return false;
}
