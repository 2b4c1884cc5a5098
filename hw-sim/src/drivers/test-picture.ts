import type { PicturePoint, TestPicture } from '@seatmatrix/firmware-agent/drivers/contract';
import { createSurface, type Surface } from '@seatmatrix/osd/node';

/** Paints the contract's picture in two halves. */
export function paintTestPicture(surface: Surface, picture: TestPicture): Surface {
  const middle = surface.width / 2;
  surface.context.fillStyle = picture.left;
  surface.context.fillRect(0, 0, middle, surface.height);
  surface.context.fillStyle = picture.right;
  surface.context.fillRect(middle, 0, middle, surface.height);
  return surface;
}

export const testPicture = (picture: TestPicture): Surface => paintTestPicture(createSurface(640, 360), picture);

/** `#rrggbb` at this place. */
export function colourAt(
  pixels: { readonly width: number; readonly height: number; readonly data: Uint8Array | Uint8ClampedArray },
  { x, y }: PicturePoint,
): string {
  const offset = (Math.floor(y * pixels.height) * pixels.width + Math.floor(x * pixels.width)) * 4;
  return `#${[...pixels.data.subarray(offset, offset + 3)].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
