import { readPixelCodes } from '@seatmatrix/hw-sim';
import { createSurface, decodeImage } from '@seatmatrix/osd/node';
import type { Pixels } from '../harness/screenshot.ts';

/** A region in shares of a picture's width and height. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const wholePicture: Region = { left: 0, top: 0, width: 1, height: 1 };

/** PNG or JPEG. */
export async function picturePixels(bytes: Uint8Array, region: Region = wholePicture): Promise<Pixels> {
  const picture = await decodeImage(bytes);
  const surface = createSurface(picture.width, picture.height);
  surface.draw(picture, { target: { x: 0, y: 0, width: picture.width, height: picture.height } });
  const area = {
    x: Math.round(region.left * picture.width),
    y: Math.round(region.top * picture.height),
    width: Math.round(region.width * picture.width),
    height: Math.round(region.height * picture.height),
  };
  return { width: area.width, height: area.height, data: surface.readPixels(area) };
}

/** Whose picture it is, by the codes in it; null where none can be read, or when they disagree. */
export function computerIn(pixels: Pixels): number | null {
  const computers = new Set(readPixelCodes(pixels).map(({ computer }) => computer));
  const [only = null] = computers.size === 1 ? computers : [];
  return only;
}

/** How many pixels differ by more than what JPEG does to the same picture. */
export function pixelsChanged(before: Pixels, now: Pixels): number {
  let changed = 0;
  for (let at = 0; at < now.data.length; at += 4) {
    const difference = [0, 1, 2].map((part) => Math.abs((before.data[at + part] ?? 0) - (now.data[at + part] ?? 0)));
    if (Math.max(...difference) > 60) changed++;
  }
  return changed;
}
