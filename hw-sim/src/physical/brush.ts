import { createFontBook, type Surface } from '@seatmatrix/osd/node';
import type { FontPicker } from '@seatmatrix/osd/paint';

export interface TextStyle {
  /** Pixels. */
  readonly size: number;
  readonly weight: 400 | 500 | 700;
  readonly colour: string;
}

export interface TextPlace {
  readonly x: number;
  /** The alphabetic baseline. */
  readonly baseline: number;
  /** Longer text is drawn smaller. */
  readonly widthMax: number;
}

let shared: FontPicker | null = null;

/** The fonts that come with the install, read when the first screen is painted. */
export const screenFonts = (): FontPicker => {
  shared ??= createFontBook();
  return shared;
};

/** Draws the text and says where it ends. */
export function writeText(
  surface: Surface,
  { text, style, place }: { text: string; style: TextStyle; place: TextPlace },
): number {
  const { context } = surface;
  const width = measureText(surface, { text, style });
  const size = width > place.widthMax ? (style.size * place.widthMax) / width : style.size;
  context.font = `${style.weight} ${size}px ${screenFonts().families(text)}`;
  context.fillStyle = style.colour;
  context.fillText(text, place.x, place.baseline);
  return place.x + Math.min(width, place.widthMax);
}

export function measureText(surface: Surface, { text, style }: { text: string; style: TextStyle }): number {
  surface.context.font = `${style.weight} ${style.size}px ${screenFonts().families(text)}`;
  return surface.context.measureText(text).width;
}

/** The end of the text that fits, so that what was typed last is always seen. */
export function textTail(
  surface: Surface,
  { text, style, widthMax }: { text: string; style: TextStyle; widthMax: number },
): string {
  let tail = text;
  while (tail.length > 0 && measureText(surface, { text: tail, style }) > widthMax) tail = tail.slice(1);
  return tail;
}

export function fillPanel(
  surface: Surface,
  { box, fill, radius }: { box: { x: number; y: number; width: number; height: number }; fill: string; radius: number },
): void {
  const { context } = surface;
  context.fillStyle = fill;
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, radius);
  context.fill();
}
