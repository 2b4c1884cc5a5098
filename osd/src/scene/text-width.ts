/** Advance widths of Noto Sans' ASCII in thousandths of the size, from U+0020 on, at weights 400 and 700. */
const regular = [
  260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372, 572, 572, 572, 572, 572, 572, 572,
  572, 572, 572, 268, 268, 572, 572, 572, 434, 899, 639, 650, 632, 730, 556, 519, 728, 741, 339, 273, 619, 524, 907,
  760, 781, 605, 781, 622, 549, 556, 731, 600, 930, 586, 566, 572, 329, 372, 329, 572, 444, 281, 561, 615, 480, 615,
  564, 344, 615, 618, 258, 258, 534, 258, 935, 618, 605, 615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380,
  551, 380, 572,
];
const bold = [
  260, 282, 479, 646, 572, 902, 750, 266, 339, 339, 542, 572, 285, 320, 281, 415, 572, 572, 572, 572, 572, 572, 572,
  572, 572, 572, 281, 285, 572, 572, 572, 477, 898, 692, 665, 642, 732, 560, 549, 724, 765, 389, 331, 664, 559, 943,
  813, 791, 621, 791, 656, 551, 577, 756, 650, 967, 670, 626, 579, 331, 415, 331, 572, 411, 365, 599, 632, 516, 632,
  597, 387, 632, 650, 299, 298, 620, 298, 975, 650, 625, 632, 632, 447, 502, 434, 650, 571, 856, 578, 571, 493, 394,
  551, 394, 572,
];

/** Hangul, kana, Han, full-width forms and everything beyond: one em or a little less. */
const WIDE_FROM = 0x1100;

/** The widest of the remaining letters of Latin, Greek and Cyrillic are about so. */
const OTHER = 800;

export interface TextStyle {
  readonly size: number;
  readonly weight: 400 | 500 | 700;
}

/**
 * How wide a line will be, within a few per cent and rather too wide. The scene has no font at hand; it has to know
 * where one text ends and the next begins.
 */
export function textWidth(text: string, { size, weight }: TextStyle): number {
  const widths = weight === 400 ? regular : bold;
  let thousandths = 0;
  for (const character of text) thousandths += widthOf(character.codePointAt(0) ?? 0, widths);
  return (thousandths * size) / 1000;
}

/** At most two lines, broken where the first is full, at a space where there is one. */
export function twoLines(
  text: string,
  { style, width }: { readonly style: TextStyle; readonly width: number },
): string[] {
  if (textWidth(text, style) <= width) return [text];
  let used = 0;
  let end = 0;
  let space = 0;
  for (const character of text) {
    used += textWidth(character, style);
    if (used > width) break;
    end += character.length;
    if (character === ' ') space = end;
  }
  const at = space > end / 2 ? space : end;
  return [text.slice(0, at).trimEnd(), text.slice(at).trimStart()];
}

function widthOf(codePoint: number, widths: readonly number[]): number {
  const ascii = widths[codePoint - 0x20];
  if (ascii !== undefined) return ascii;
  return codePoint >= WIDE_FROM ? 1000 : OTHER;
}
