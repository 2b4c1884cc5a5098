import type { VideoMode } from '@seatmatrix/protocol/domain';

/** The shape of the place that pages have for it, so that noise of any screen stays below 64 KiB as a jpeg. */
const SHAPE = 9 / 16;

/** As large as a screen's small picture may be: in a box of 16:9 that is `widthMax` wide; even, and never enlarged. */
export function previewSize(
  { width, height }: Pick<VideoMode, 'width' | 'height'>,
  widthMax: number,
): { readonly width: number; readonly height: number } {
  const factor = Math.min(1, widthMax / width, (widthMax * SHAPE) / height);
  return { width: even(width * factor), height: even(height * factor) };
}

/** JPEG, 1–100: text of a desktop is a pattern at this size anyway. */
export const PREVIEW_QUALITY = 70;

const even = (value: number): number => Math.max(2, Math.floor(value / 2) * 2);
