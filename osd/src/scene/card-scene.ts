import type { HotkeySequence } from '@seatmatrix/protocol/domain';
import type { OsdState } from '../machine/osd-state.ts';
import type { StringKey } from '../strings/strings.ts';
import { screenFrame } from './frame-scene.ts';
import { centred, type Size } from './layout.ts';
import { type Presentation, panel, text } from './nodes.ts';
import { palette } from './palette.ts';
import type { SceneNode } from './scene.ts';
import { statusLine } from './status-line.ts';

const hotkeyKeys: Readonly<Record<HotkeySequence, StringKey>> = {
  'double-shift': 'doubleShift',
  'double-control': 'doubleControl',
  'double-alt': 'doubleAlt',
  'double-scroll-lock': 'doubleScrollLock',
};

/** Nothing to show: the box's ID and name, large enough to be read across a hall. */
export function standbyScene(state: OsdState, as: Presentation, size: Size): SceneNode[] {
  const { device } = state.situation;
  const middle = size.height / 2;
  const frame = [
    ...screenFrame(state, as, size),
    ...statusLine(state, as, { x: size.width / 2 - 300, y: size.height - 43, width: 600 }),
  ];
  // The menu stands in the same place, and its header says the same.
  if (state.menu !== null) return frame;
  const nodes = [
    ...frame,
    text([60, middle - 150, size.width - 120, 30], {
      text: as.say({ key: 'standby' }),
      size: 20,
      colour: palette.fixed,
      align: 'centre',
    }),
    text([60, middle - 116, size.width - 120, 124], {
      text: device?.id ?? '',
      size: 104,
      weight: 700,
      colour: palette.live,
      align: 'centre',
    }),
    text([60, middle + 16, size.width - 120, 48], {
      text: device?.name ?? '',
      size: 32,
      weight: 500,
      colour: palette.live,
      align: 'centre',
    }),
  ];
  if (device?.receiverKind !== 'desk') return nodes;
  const hotkey = { key: hotkeyKeys[state.settings.hotkey] };
  nodes.push(
    text([60, middle + 92, size.width - 120, 28], {
      text: as.say({ key: 'standbyOpens', values: { hotkey } }),
      size: 18,
      colour: palette.prompt,
      align: 'centre',
    }),
  );
  return nodes;
}

/** Before the manager has said who the box is. */
export function waitingScene(state: OsdState, as: Presentation, size: Size): SceneNode[] {
  return announcement(state, as, { size, title: 'waitingTitle', words: 'waitingText', height: 200 });
}

/** The key's fingerprint in groups of four, so that two people can read it to each other. */
export function pendingScene(state: OsdState, as: Presentation, size: Size): SceneNode[] {
  const height = 316;
  const card = centred({ x: 0, y: 0, ...size }, { width: CARD_WIDTH, height });
  const nodes = announcement(state, as, { size, title: 'pendingTitle', words: 'pendingText', height });
  nodes.push(
    panel([card.x + 36, card.y + 116, card.width - 72, 124], { fill: palette.field, stroke: palette.line, radius: 8 }),
    text([card.x + 56, card.y + 124, card.width - 112, 22], {
      text: as.say({ key: 'fingerprint' }),
      size: 13,
      colour: palette.fixed,
    }),
    ...fingerprintGroups(state, { x: card.x + 56, y: card.y + 152, width: card.width - 112 }),
  );
  return nodes;
}

const CARD_WIDTH = 760;

function announcement(
  state: OsdState,
  as: Presentation,
  shown: { readonly size: Size; readonly title: StringKey; readonly words: StringKey; readonly height: number },
): SceneNode[] {
  const { size, height } = shown;
  const card = centred({ x: 0, y: 0, ...size }, { width: CARD_WIDTH, height });
  const place = { x: card.x + 36, width: card.width - 72 };
  return [
    ...screenFrame(state, as, size),
    panel([card.x, card.y, card.width, height], { fill: palette.card, stroke: palette.line, radius: 16 }),
    text([place.x, card.y + 26, place.width, 36], {
      text: as.say({ key: shown.title }),
      size: 24,
      weight: 700,
      colour: palette.fixed,
      align: 'centre',
    }),
    text([place.x, card.y + 70, place.width, 26], {
      text: as.say({ key: shown.words }),
      size: 16,
      colour: palette.prompt,
      align: 'centre',
    }),
    panel([card.x + 1, card.y + height - 54, card.width - 2, 1], { fill: palette.line }),
    ...statusLine(state, as, { x: place.x, y: card.y + height - 39, width: place.width }),
  ];
}

function fingerprintGroups(
  { situation }: OsdState,
  place: { readonly x: number; readonly y: number; readonly width: number },
): SceneNode[] {
  const groups = (situation.pending?.fingerprint ?? '').match(/.{1,4}/g) ?? [];
  const columns = 8;
  const step = place.width / columns;
  return groups.map((group, index) =>
    text([place.x + (index % columns) * step, place.y + Math.floor(index / columns) * 38, step, 36], {
      text: group,
      size: 22,
      weight: 500,
      colour: palette.live,
    }),
  );
}
