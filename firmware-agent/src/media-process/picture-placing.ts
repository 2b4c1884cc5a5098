import type { Crop } from '@seatmatrix/protocol/domain';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

export interface PixelBox extends PictureSize {
  readonly x: number;
  readonly y: number;
}

/** The pixels of the picture that the crop (all of it: null) means. Even, since two columns and rows share their colour. */
export function cropBox(picture: PictureSize, crop: Crop | null): PixelBox {
  if (crop === null) return { x: 0, y: 0, ...picture };
  const left = even(crop.left * picture.width, picture.width - 2);
  const top = even(crop.top * picture.height, picture.height - 2);
  return {
    x: left,
    y: top,
    width: even(crop.width * picture.width, picture.width - left, 2),
    height: even(crop.height * picture.height, picture.height - top, 2),
  };
}

/**
 * Where it stands in the window: as large as fits, in its own proportions, in the middle. A tile of a wall fills its
 * window: a border would tear the wall's picture apart.
 */
export function placeIn(window: PictureSize, picture: PictureSize, crop: Crop | null): PixelBox {
  if (crop !== null) return { x: 0, y: 0, ...window };
  const factor = Math.min(window.width / picture.width, window.height / picture.height);
  const width = Math.max(1, Math.round(picture.width * factor));
  const height = Math.max(1, Math.round(picture.height * factor));
  return { x: Math.floor((window.width - width) / 2), y: Math.floor((window.height - height) / 2), width, height };
}

const even = (value: number, most: number, least = 0): number =>
  Math.max(least, Math.min(Math.floor(most / 2) * 2, Math.round(value / 2) * 2));
