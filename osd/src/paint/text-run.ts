import type { Canvas2D } from './canvas-2d.ts';
import type { FontPicker } from './font-picker.ts';

export interface RunStyle {
  readonly fonts: FontPicker;
  readonly size: number;
  readonly weight: 400 | 500 | 700;
}

const ELLIPSIS = '…';

/** Where no font has a character: a box so wide, in parts of the size. */
const BOX = { width: 0.62, height: 0.74, gap: 0.05 };

/** Direction marks and variation selectors are nothing by themselves; fonts know the two joiners. */
const invisible = /(?![\u200c\u200d])\p{Cf}|\p{Variation_Selector}/gu;

/** The text as it stands in one line: composed, and whatever breaks, controls or is a space of some width is a space. */
const lineOf = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\u2028\u2029]|(?!\u3000)\p{Zs}/gu, ' ')
    .replace(invisible, '');

export function measureRun(context: Canvas2D, text: string, style: RunStyle): number {
  let width = 0;
  for (const part of parts(text, style.fonts)) width += partWidth(context, part, style);
  return width;
}

/** Left-aligned on the baseline, in the current fill. */
export function drawRun(
  context: Canvas2D,
  text: string,
  at: RunStyle & { readonly x: number; readonly y: number },
): void {
  let { x } = at;
  for (const part of parts(text, at.fonts)) {
    if (part.drawable) {
      useFont(context, part.text, at);
      context.fillText(part.text, x, at.y);
    } else {
      drawBox(context, { x, y: at.y, size: at.size });
    }
    x += partWidth(context, part, at);
  }
}

/** The text, or as much of it as leaves room for an ellipsis. Never cut within a surrogate pair. */
export function fitted(context: Canvas2D, text: string, within: RunStyle & { readonly width: number }): string {
  // Rounding of sizes and of widths may differ by a pixel from what the scene reckoned.
  if (measureRun(context, text, within) <= within.width + 1) return text;
  const characters = [...text];
  let fits = 0;
  let tooMany = characters.length;
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    const cut = characters.slice(0, middle).join('') + ELLIPSIS;
    if (measureRun(context, cut, within) <= within.width) fits = middle;
    else tooMany = middle;
  }
  return characters.slice(0, fits).join('').trimEnd() + ELLIPSIS;
}

type Part = { readonly drawable: true; readonly text: string } | { readonly drawable: false };

/** Stretches that fonts have, and a box for each character that none has. */
function parts(text: string, fonts: FontPicker): Part[] {
  const found: Part[] = [];
  let stretch = '';
  for (const character of lineOf(text)) {
    if (fonts.has(character.codePointAt(0) ?? 0)) {
      stretch += character;
      continue;
    }
    if (stretch !== '') found.push({ drawable: true, text: stretch });
    stretch = '';
    found.push({ drawable: false });
  }
  if (stretch !== '') found.push({ drawable: true, text: stretch });
  return found;
}

function partWidth(context: Canvas2D, part: Part, style: RunStyle): number {
  if (!part.drawable) return style.size * (BOX.width + 2 * BOX.gap);
  useFont(context, part.text, style);
  return context.measureText(part.text).width;
}

function useFont(context: Canvas2D, text: string, { fonts, size, weight }: RunStyle): void {
  const font = `${weight} ${size}px ${fonts.families(text)}`;
  if (context.font !== font) context.font = font;
}

function drawBox(
  context: Canvas2D,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
): void {
  const line = Math.max(1, Math.round(size / 14));
  const left = x + size * BOX.gap;
  const width = size * BOX.width;
  const height = size * BOX.height;
  const top = y - height;
  context.fillRect(left, top, width, line);
  context.fillRect(left, top + height - line, width, line);
  context.fillRect(left, top, line, height);
  context.fillRect(left + width - line, top, line, height);
}
