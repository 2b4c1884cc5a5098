import { type Banner, banners } from '../machine/banners.ts';
import type { OsdState } from '../machine/osd-state.ts';
import { centred, type Size } from './layout.ts';
import { MENU_HEIGHT } from './menu-scene.ts';
import { mark, type Presentation, panel, text } from './nodes.ts';
import { palette } from './palette.ts';
import type { Colour, SceneNode } from './scene.ts';
import { textWidth, twoLines } from './text-width.ts';

const TOP = 16;
const LINE = 24;
const PAD = 8;
const GAP = 8;
const ROW = LINE + 2 * PAD;

/** More than a menu leaves room for above itself would hide its list. */
const ROWS_MAX = 4;
const ROWS_BESIDE_MENU = 2;

const colours: Readonly<Record<Banner['tone'], Colour>> = {
  live: palette.live,
  prompt: palette.prompt,
  alarm: palette.alarm,
};

/** Small plates at the top centre, one below the other. */
export function bannerScene(state: OsdState, as: Presentation, size: Size): SceneNode[] {
  const nodes: SceneNode[] = [];
  // On a low screen one row has its place above the menu, if it begins higher.
  const above = (size.height - MENU_HEIGHT) / 2;
  const low = state.menu !== null && above < TOP + 2 * ROW + GAP;
  const most = state.menu === null ? ROWS_MAX : low ? 1 : ROWS_BESIDE_MENU;
  let y = low ? Math.min(TOP, Math.max(2, above - ROW - 2)) : TOP;
  for (const banner of banners(state).slice(0, most)) {
    const plate = bannerPlate(banner, as, { y, screen: size.width });
    nodes.push(...plate.nodes);
    y += plate.height + GAP;
  }
  return nodes;
}

/** Which of several boxes this is, for somebody who stands before them. */
export function identifyScene(state: OsdState, size: Size): SceneNode[] {
  const { device } = state.situation;
  if (state.announcements.identifyUntil === null || device === null) return [];
  const plate = centred({ x: 0, y: 0, ...size }, { width: 720, height: 300 });
  return [
    panel([plate.x, plate.y, plate.width, plate.height], { fill: palette.menu, stroke: palette.bright, radius: 20 }),
    text([plate.x + 32, plate.y + 36, plate.width - 64, 156], {
      text: device.id,
      size: 136,
      weight: 700,
      colour: palette.bright,
      align: 'centre',
    }),
    text([plate.x + 32, plate.y + 210, plate.width - 64, 52], {
      text: device.name,
      size: 34,
      weight: 500,
      colour: palette.live,
      align: 'centre',
    }),
  ];
}

function bannerPlate(
  banner: Banner,
  { say }: Presentation,
  at: { readonly y: number; readonly screen: number },
): { readonly nodes: SceneNode[]; readonly height: number } {
  const style = { size: 16, weight: 500 } as const;
  const words = typeof banner.words === 'string' ? banner.words : say(banner.words);
  const label = banner.label === null ? '' : say(banner.label);
  const labelWidth = label === '' ? 0 : textWidth(label, style) + 14;
  const before = (banner.mark === null ? 0 : 24) + labelWidth;
  const widest = at.screen - 160 - before;
  const lines = twoLines(words, { style, width: widest });
  const wordsWidth = Math.min(widest, Math.max(...lines.map((line) => textWidth(line, style))) + 6);
  const width = before + wordsWidth + 36;
  const height = lines.length * LINE + 2 * PAD;
  const left = (at.screen - width) / 2;
  const nodes: SceneNode[] = [
    panel([left, at.y, width, height], { fill: palette.banner, stroke: palette.line, radius: 10 }),
  ];
  if (banner.mark !== null) {
    nodes.push(mark([left + 18, at.y + height / 2 - 7, 14, 14], { shape: banner.mark, colour: colours[banner.tone] }));
  }
  if (label !== '') {
    const x = left + 18 + (banner.mark === null ? 0 : 24);
    nodes.push(text([x, at.y + PAD, labelWidth, LINE], { ...style, text: label, colour: palette.fixed }));
  }
  lines.forEach((line, index) => {
    const y = at.y + PAD + index * LINE;
    nodes.push(text([left + 18 + before, y, wordsWidth, LINE], { ...style, text: line, colour: colours[banner.tone] }));
  });
  return { nodes, height };
}
