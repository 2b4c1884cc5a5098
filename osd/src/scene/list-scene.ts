import { LIST_PAGE_ROWS, type ListRow, type OsdFunction, type RowState } from '@seatmatrix/protocol/domain';
import { type OsdState, type Results, resultPages } from '../machine/osd-state.ts';
import { osdMessageOfCommand, osdMessageOfSuccess } from '../strings/refusal-messages.ts';
import type { StringKey } from '../strings/strings.ts';
import { mark, type Presentation, panel, text } from './nodes.ts';
import { palette } from './palette.ts';
import type { Colour, MarkNode, Rectangle, SceneNode } from './scene.ts';
import { textWidth } from './text-width.ts';

const TITLE_TOP = 60;
const ROWS_TOP = 86;
const ROW = 27;

/** Of the word at a row's end. */
const WORD = { size: 13, weight: 400 } as const;

const rowColours: Readonly<Record<RowState, Colour>> = {
  online: palette.online,
  connected: palette.connected,
  offline: palette.offline,
};

const rowShapes: Readonly<Record<RowState, MarkNode['shape']>> = {
  online: 'ring',
  connected: 'disc',
  offline: 'cross',
};

/** ③ of the manual's menu: one page of what the operator may reach with this function. */
export function listScene({ menu, situation }: OsdState, as: Presentation, inside: Rectangle): SceneNode[] {
  if (menu === null) return [];
  const { list } = menu;
  const title = as.say({ key: menu.function === 'connect' ? 'transmitterList' : 'receiverList' });
  const stale = situation.manager === 'lost';
  const nodes = titleLine(as, { inside, title, page: menu.page, pages: list?.pages ?? 1 });
  if (list !== null) {
    const note = stale ? as.say({ key: 'listStale' }) : as.say({ key: 'total', values: { total: list.total } });
    nodes.push(...titleNote({ inside, title, note, stale }));
  }
  if (list === null || list.rows.length === 0) {
    const key = list !== null ? 'listEmpty' : stale ? 'listStale' : 'listLoading';
    return [...nodes, emptyLine(as, inside, key)];
  }
  list.rows.slice(0, LIST_PAGE_ROWS).forEach((row, index) => {
    nodes.push(...listRow(as, { row, wanted: menu.function, place: rowPlace(inside, index) }));
  });
  return nodes;
}

/** What became of each target of a push, in the list's place until something is typed. */
export function resultsScene(results: Results, as: Presentation, inside: Rectangle): SceneNode[] {
  const pages = resultPages(results.targets.length);
  const nodes = titleLine(as, { inside, title: as.say({ key: 'pushResult' }), page: results.page, pages });
  const first = results.page * LIST_PAGE_ROWS;
  results.targets.slice(first, first + LIST_PAGE_ROWS).forEach((target, index) => {
    const done = target.refusal === null;
    const message = target.refusal === null ? osdMessageOfSuccess('push') : osdMessageOfCommand(target.refusal);
    nodes.push(
      ...row({
        place: rowPlace(inside, index),
        shape: done ? 'tick' : 'cross',
        colour: done ? palette.live : palette.prompt,
        id: target.id,
        name: target.name,
        word: as.say(message),
        wordWidth: Math.min(inside.width * 0.6, textWidth(as.say(message), WORD) + 4),
      }),
    );
  });
  return nodes;
}

function listRow(
  { say }: Presentation,
  { row: each, wanted, place }: { readonly row: ListRow; readonly wanted: OsdFunction; readonly place: Rectangle },
): SceneNode[] {
  const nodes = row({
    place,
    shape: rowShapes[each.state],
    colour: rowColours[each.state],
    id: each.id,
    name: each.name,
    word: say({ key: stateKey(each.state, wanted) }),
    wordWidth: place.width * 0.24,
  });
  if (each.state !== 'connected') return nodes;
  const ground = panel([place.x - 10, place.y + 1, place.width + 20, place.height - 2], {
    fill: palette.rowOfConnected,
    radius: 6,
  });
  return [ground, ...nodes];
}

/** A yellow receiver is not connected to anything of ours: it shows the same picture. */
function stateKey(state: RowState, wanted: OsdFunction): StringKey {
  if (state === 'online') return 'online';
  if (state === 'offline') return 'offlineRow';
  return wanted === 'connect' ? 'connected' : 'sameSignal';
}

interface Row {
  readonly place: Rectangle;
  readonly shape: MarkNode['shape'];
  readonly colour: Colour;
  readonly id: string;
  readonly name: string;
  readonly word: string;
  readonly wordWidth: number;
}

function row({ place, shape, colour, id, name, word, wordWidth }: Row): SceneNode[] {
  const { x, y, width, height } = place;
  return [
    mark([x + 2, y + (height - 12) / 2, 12, 12], { shape, colour }),
    text([x + 26, y + 1, 50, height - 2], { text: id, size: 16, weight: 500, colour }),
    text([x + 80, y + 1, width - 80 - wordWidth - 12, height - 2], { text: name, size: 16, colour }),
    text([x + width - wordWidth, y + 1, wordWidth, height - 2], { ...WORD, text: word, colour, align: 'right' }),
  ];
}

const rowPlace = (inside: Rectangle, index: number): Rectangle => ({
  x: inside.x,
  y: inside.y + ROWS_TOP + index * ROW,
  width: inside.width,
  height: ROW,
});

interface TitleLine {
  readonly inside: Rectangle;
  readonly title: string;
  readonly page: number;
  readonly pages: number;
}

const titleStyle = { size: 14, weight: 500 } as const;

/** The list's name at the left; at the right ↑ page/pages ↓, an arrow lit where a page lies behind it. */
function titleLine({ say }: Presentation, { inside, title, page, pages }: TitleLine): SceneNode[] {
  const y = inside.y + TITLE_TOP;
  const right = inside.x + inside.width;
  const arrow = (lit: boolean): Colour => (lit ? palette.prompt : palette.edge);
  return [
    text([inside.x, y, inside.width / 2, 24], { ...titleStyle, text: title, colour: palette.fixed }),
    mark([right - 92, y + 6, 12, 12], { shape: 'chevron-up', colour: arrow(page > 0) }),
    text([right - 78, y, 64, 24], {
      text: say({ key: 'page', values: { page: page + 1, pages: Math.max(1, pages) } }),
      size: 13,
      colour: palette.live,
      align: 'centre',
    }),
    mark([right - 12, y + 6, 12, 12], { shape: 'chevron-down', colour: arrow(page + 1 < pages) }),
  ];
}

function titleNote(line: {
  readonly inside: Rectangle;
  readonly title: string;
  readonly note: string;
  readonly stale: boolean;
}): SceneNode[] {
  const { inside, title, note, stale } = line;
  const y = inside.y + TITLE_TOP;
  const x = inside.x + textWidth(title, titleStyle) + 16;
  const nodes: SceneNode[] = [
    text([x + (stale ? 18 : 0), y, 180, 24], { text: note, size: 13, colour: stale ? palette.prompt : palette.live }),
  ];
  if (stale) nodes.push(mark([x, y + 6, 12, 12], { shape: 'triangle', colour: palette.prompt }));
  return nodes;
}

function emptyLine({ say }: Presentation, inside: Rectangle, key: StringKey): SceneNode {
  return text([inside.x, inside.y + ROWS_TOP + 3 * ROW, inside.width, ROW], {
    text: say({ key }),
    size: 15,
    colour: palette.prompt,
    align: 'centre',
  });
}
