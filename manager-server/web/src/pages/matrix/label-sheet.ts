import type { FontPicker } from '@seatmatrix/osd/paint';

/** So many texts are kept drawn: what is in view and a few screens around it. */
const KEPT_MAX = 600;

export interface Label {
  /** What does not fit is cut, with `…`. */
  readonly text: string;
  readonly width: number;
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
  /** Lines that it may take. */
  readonly lines: number;
  readonly align: 'start' | 'center';
}

/** Texts drawn once and then copied: measuring and shaping them at every frame is what makes scrolling slow. */
export class LabelSheet {
  readonly #fonts: FontPicker;
  readonly #kept = new Map<string, HTMLCanvasElement>();

  constructor(fonts: FontPicker) {
    this.#fonts = fonts;
  }

  /** Everything is drawn anew: a font came. */
  clear(): void {
    this.#kept.clear();
  }

  /** Paints the label with its left top corner at (x, y) of a context that is scaled to CSS pixels; y may be of its height. */
  paint(
    context: CanvasRenderingContext2D,
    label: Label,
    { x, y }: { readonly x: number; readonly y: number | ((height: number) => number) },
  ): void {
    if (label.text === '' || label.width < 4) return;
    const scale = window.devicePixelRatio;
    const drawn = this.#drawn(label, scale);
    // On whole device pixels, or the copy would blur.
    const at = (value: number) => Math.round(value * scale) / scale;
    const height = drawn.height / scale;
    context.drawImage(drawn, at(x), at(typeof y === 'number' ? y : y(height)), drawn.width / scale, height);
  }

  #drawn(label: Label, scale: number): HTMLCanvasElement {
    const key = `${scale} ${label.size} ${label.weight} ${label.colour} ${label.width} ${label.lines} ${label.align} ${label.text}`;
    const known = this.#kept.get(key);
    if (known !== undefined) {
      // The least recently used one is the first.
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known;
    }
    const drawn = this.#draw(label, scale);
    this.#kept.set(key, drawn);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT_MAX && oldest !== undefined) this.#kept.delete(oldest);
    return drawn;
  }

  #draw({ text, width, size, weight, colour, lines: most, align }: Label, scale: number): HTMLCanvasElement {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    if (context === null) return canvas;
    const font = `${weight} ${size}px ${this.#fonts.families(text)}`;
    context.font = font;
    const lines = wrapped(text, { width, most, measure: (part) => context.measureText(part).width });
    const height = lineHeight(size);
    canvas.width = Math.ceil(width * scale);
    canvas.height = Math.ceil(height * lines.length * scale);
    context.scale(scale, scale);
    context.font = font;
    context.fillStyle = colour;
    context.textBaseline = 'middle';
    context.textAlign = align === 'center' ? 'center' : 'left';
    for (const [index, line] of lines.entries()) {
      context.fillText(line, align === 'center' ? width / 2 : 0, (index + 0.5) * height);
    }
    return canvas;
  }
}

export const lineHeight = (size: number): number => Math.round(size * 1.36);

/** Breaks at spaces where there are some, else anywhere; what does not fit into `most` lines is cut with `…`. */
export function wrapped(
  text: string,
  of: { readonly width: number; readonly most: number; readonly measure: (text: string) => number },
): readonly string[] {
  const { width, most, measure } = of;
  const lines: string[] = [];
  let rest = [...text];
  while (rest.length > 0 && lines.length < most) {
    if (measure(rest.join('')) <= width) {
      lines.push(rest.join(''));
      return lines;
    }
    if (lines.length === most - 1) {
      const room = longest(rest, (part) => measure(`${part}…`) <= width);
      lines.push(`${rest.slice(0, room).join('').trimEnd()}…`);
      return lines;
    }
    const room = Math.max(
      1,
      longest(rest, (part) => measure(part) <= width),
    );
    const space = rest.lastIndexOf(' ', room);
    const end = space > 0 ? space : room;
    lines.push(rest.slice(0, end).join(''));
    rest = rest.slice(rest[end] === ' ' ? end + 1 : end);
  }
  return lines;
}

/** How many characters fit; the fitting ones are the short ones. */
function longest(characters: readonly string[], fits: (part: string) => boolean): number {
  let [low, high] = [0, characters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(characters.slice(0, middle).join(''))) low = middle;
    else high = middle - 1;
  }
  return low;
}
