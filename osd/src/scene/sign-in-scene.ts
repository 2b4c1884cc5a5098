import type { OsdState } from '../machine/osd-state.ts';
import { screenFrame } from './frame-scene.ts';
import { centred, type Size } from './layout.ts';
import { button, framedInput, mark, type Presentation, panel, text } from './nodes.ts';
import { palette } from './palette.ts';
import type { Rectangle, SceneNode } from './scene.ts';
import { statusLine } from './status-line.ts';
import { textWidth, twoLines } from './text-width.ts';

const CARD: Size = { width: 440, height: 372 };
const PAD = 36;

export function signInScene(state: OsdState, as: Presentation, size: Size): SceneNode[] {
  const { situation, signIn } = state;
  const card = signInCard(size);
  const nodes = [...screenFrame(state, as, size), ...siteBanner(state, size, card.y), ...form(state, as, card)];
  if (signIn.reason !== null) {
    nodes.push(
      text([card.x, card.y - 40, card.width, 26], {
        text: as.say(signIn.reason),
        size: 16,
        weight: 500,
        colour: palette.prompt,
        align: 'centre',
      }),
    );
  }
  nodes.push(
    text([size.width / 2 - 260, size.height - 42, 520, 22], {
      text: as.say({ key: 'signInKeys' }),
      size: 13,
      colour: palette.fixed,
      align: 'centre',
    }),
  );
  return situation.focused ? nodes : [...nodes, ...veil(state, as, size)];
}

/** In the middle, and on a low screen lower: the site's own line and the reason stand above it. */
function signInCard(size: Size): Rectangle {
  const card = centred({ x: 0, y: 16, ...size }, CARD);
  return { ...card, y: Math.max(card.y, 168) };
}

function form(state: OsdState, as: Presentation, card: { readonly x: number; readonly y: number }): SceneNode[] {
  const { signIn, situation, capsLock } = state;
  const focus = situation.focused ? signIn.focus : null;
  const { x, y } = card;
  const width = CARD.width - 2 * PAD;
  const half = (width - 16) / 2;
  const nodes: SceneNode[] = [
    panel([x, y, CARD.width, CARD.height], { fill: palette.card, stroke: palette.line, radius: 16 }),
    text([x + PAD, y + 24, width, 34], {
      text: as.say({ key: 'signInTitle' }),
      size: 22,
      weight: 700,
      colour: palette.fixed,
    }),
    text([x + PAD, y + 72, width, 20], { text: as.say({ key: 'userName' }), size: 14, colour: palette.fixed }),
    ...framedInput([x + PAD, y + 96, width, 44], { field: signIn.name, size: 17, focused: focus === 'name' }),
    text([x + PAD, y + 154, 140, 20], { text: as.say({ key: 'password' }), size: 14, colour: palette.fixed }),
    ...framedInput([x + PAD, y + 178, width, 44], {
      field: signIn.password,
      size: 26,
      focused: focus === 'password',
      secret: true,
    }),
    ...button([x + PAD, y + 248, half, 46], { text: as.say({ key: 'signIn' }), focused: focus === 'submit' }),
    ...button([x + PAD + half + 16, y + 248, half, 46], { text: as.say({ key: 'clear' }), focused: focus === 'clear' }),
    panel([x + 1, y + 318, CARD.width - 2, 1], { fill: palette.line }),
    ...statusLine(state, as, { x: x + PAD, y: y + 333, width }),
  ];
  if (capsLock) nodes.push(...capsLockHint(as, { right: x + PAD + width, y: y + 154 }));
  return nodes;
}

export function capsLockHint(
  { say }: Presentation,
  { right, y }: { readonly right: number; readonly y: number },
): SceneNode[] {
  const style = { size: 13, weight: 400 } as const;
  const words = say({ key: 'capsLockOn' });
  const width = textWidth(words, style) + 4;
  return [
    mark([right - width - 18, y + 4, 12, 12], { shape: 'lock', colour: palette.prompt }),
    text([right - width, y, width, 20], { ...style, text: words, colour: palette.prompt, align: 'right' }),
  ];
}

/** Above the card and the reason that may stand over it. */
function siteBanner({ settings }: OsdState, { width }: Size, below: number): SceneNode[] {
  if (settings.banner === '') return [];
  const style = { size: 16, weight: 400 } as const;
  const lines = twoLines(settings.banner, { style, width: width - 240 });
  const top = Math.min(98, below - 40 - lines.length * 24);
  return lines.map((line, index) =>
    text([100, top + index * 24, width - 200, 24], { ...style, text: line, colour: palette.live, align: 'centre' }),
  );
}

/** A display of the seat that the keyboard is not at: dark, with its number and how to come here. */
function veil({ situation }: OsdState, { say }: Presentation, size: Size): SceneNode[] {
  const { number, count } = situation.display;
  const plate = centred({ x: 0, y: 0, ...size }, { width: 500, height: 132 });
  return [
    panel([0, 0, size.width, size.height], { fill: palette.veil }),
    panel([plate.x, plate.y, plate.width, plate.height], { fill: palette.card, stroke: palette.edge, radius: 16 }),
    text([plate.x, plate.y + 22, plate.width, 44], {
      text: say({ key: 'displayFocused', values: { number } }),
      size: 30,
      weight: 700,
      colour: palette.live,
      align: 'centre',
    }),
    text([plate.x, plate.y + 80, plate.width, 26], {
      text: say({ key: 'chooseDisplay', values: { count } }),
      size: 16,
      colour: palette.prompt,
      align: 'centre',
    }),
  ];
}
