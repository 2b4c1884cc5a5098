import type { Language } from '@seatmatrix/protocol/domain';
import type { TextField } from '../machine/text-field.ts';
import { type Message, words } from '../strings/strings.ts';
import { palette } from './palette.ts';
import type { Colour, InputNode, MarkNode, PanelNode, Rectangle, TextNode } from './scene.ts';

/** What every part of a scene is made with. Boxes are in the design's pixels. */
export interface Presentation {
  readonly language: Language;
  readonly say: (message: Message) => string;
}

export const presentationIn = (language: Language): Presentation => ({
  language,
  say: (message) => words(language, message),
});

/** x, y, width, height. */
export type Place = readonly [x: number, y: number, width: number, height: number];

export const rectangle = ([x, y, width, height]: Place): Rectangle => ({ x, y, width, height });

export interface TextLook {
  readonly text: string;
  readonly size: number;
  readonly colour: Colour;
  readonly weight?: TextNode['weight'];
  readonly align?: TextNode['align'];
}

export const text = (place: Place, look: TextLook): TextNode => ({
  type: 'text',
  box: rectangle(place),
  text: look.text,
  size: look.size,
  weight: look.weight ?? 400,
  colour: look.colour,
  align: look.align ?? 'left',
});

export const panel = (
  place: Place,
  look: { readonly fill: Colour; readonly stroke?: Colour; readonly radius?: number },
): PanelNode => ({
  type: 'panel',
  box: rectangle(place),
  fill: look.fill,
  stroke: look.stroke ?? null,
  strokeWidth: 1,
  radius: look.radius ?? 0,
});

export const mark = (place: Place, look: { readonly shape: MarkNode['shape']; readonly colour: Colour }): MarkNode => ({
  type: 'mark',
  box: rectangle(place),
  shape: look.shape,
  colour: look.colour,
});

export interface InputLook {
  readonly field: TextField;
  readonly size: number;
  readonly focused: boolean;
  /** Shown as dots. */
  readonly secret?: boolean;
}

/** What is typed, white as everything that is live; caret and selection yellow. */
export const input = (place: Place, { field, size, focused, secret = false }: InputLook): InputNode => ({
  type: 'input',
  box: rectangle(place),
  text: secret ? '•'.repeat(field.text.length) : field.text,
  size,
  weight: 500,
  colour: palette.live,
  caret: focused ? field.caret : null,
  selected: focused && field.selected,
  accent: palette.bright,
});

/** A field to type into with its frame; the one in focus has a yellow one. */
export function framedInput(place: Place, look: InputLook): readonly [PanelNode, InputNode] {
  const [x, y, width, height] = place;
  return [
    panel(place, { fill: palette.field, stroke: look.focused ? palette.bright : palette.edge, radius: 8 }),
    input([x + 14, y + 4, width - 28, height - 8], look),
  ];
}

export function button(
  place: Place,
  look: { readonly text: string; readonly focused: boolean },
): readonly [PanelNode, TextNode] {
  const { focused } = look;
  return [
    panel(place, {
      fill: focused ? palette.bright : palette.key,
      stroke: focused ? palette.bright : palette.edge,
      radius: 8,
    }),
    text(place, {
      text: look.text,
      size: 16,
      weight: 500,
      colour: focused ? palette.onBright : palette.fixed,
      align: 'centre',
    }),
  ];
}

/** The product's sign: a matrix of nine, one of them switched. */
export function emblem(x: number, y: number, side: number): readonly PanelNode[] {
  const cell = (side * 4) / 15;
  const step = (side - cell) / 2;
  return [0, 1, 2, 3, 4, 5, 6, 7, 8].map((index) =>
    panel([x + (index % 3) * step, y + Math.floor(index / 3) * step, cell, cell], {
      fill: index === 5 ? palette.bright : palette.fixed,
      radius: side / 15,
    }),
  );
}
