import type { Pixels } from '../../harness/screenshot.ts';

/** In pixels of the screen. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Colour = readonly [red: number, green: number, blue: number];

export function colourAt({ data, width }: Pixels, { x, y }: { readonly x: number; readonly y: number }): Colour {
  const at = (Math.round(y) * width + Math.round(x)) * 4;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
}

/** As the eye takes them for one after the video's way through 4:2:0. */
export const alike = (one: Colour, other: Colour): boolean =>
  one.every((part, index) => Math.abs(part - (other[index] ?? 0)) < 48);

/** Mean distance of the brightness of two pictures of one size, 0–255. */
export function difference(one: Pixels, other: Pixels, area: Area): number {
  let sum = 0;
  for (let y = area.y; y < area.y + area.height; y++) {
    for (let x = area.x; x < area.x + area.width; x++) {
      sum += Math.abs(brightness(colourAt(one, { x, y })) - brightness(colourAt(other, { x, y })));
    }
  }
  return sum / (area.width * area.height);
}

/** How far apart the brightest and the darkest are: writing has more than an empty wall. */
export function contrast(pixels: Pixels, area: Area): number {
  let [least, most] = [255, 0];
  for (let y = area.y; y < area.y + area.height; y++) {
    for (let x = area.x; x < area.x + area.width; x++) {
      const here = brightness(colourAt(pixels, { x, y }));
      least = Math.min(least, here);
      most = Math.max(most, here);
    }
  }
  return most - least;
}

/** The OSD paints the key of the function that is chosen in one piece of this: nothing else of it has so much of it. */
export function menuIsOpen(pixels: Pixels): boolean {
  const columns = Array.from({ length: pixels.width }, () => 0);
  for (let y = 0; y < pixels.height; y++) {
    for (let x = 0; x < pixels.width; x++) {
      columns[x] = isMenuYellow(colourAt(pixels, { x, y })) ? (columns[x] ?? 0) + 1 : 0;
      // Six rows high over this column and the seven before it: larger than any stroke or frame.
      if ((columns[x] ?? 0) >= 6 && columns.slice(Math.max(0, x - 7), x + 1).every((run) => run >= 6)) return true;
    }
  }
  return false;
}

/** The frame of the field that is typed into: the sign-in screen has one, and no menu. */
export function yellowPixels(pixels: Pixels): number {
  let count = 0;
  for (let at = 0; at < pixels.data.length; at += 4) {
    if (isMenuYellow([pixels.data[at] ?? 0, pixels.data[at + 1] ?? 0, pixels.data[at + 2] ?? 0])) count++;
  }
  return count;
}

const isMenuYellow = ([red, green, blue]: Colour): boolean => red > 230 && green > 200 && blue < 100;

const brightness = ([red, green, blue]: Colour): number => 0.299 * red + 0.587 * green + 0.114 * blue;
