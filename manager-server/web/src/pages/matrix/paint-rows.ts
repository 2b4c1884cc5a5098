import { word } from '../../language/words.ts';
import { crosspointOf, shownBy } from './crosspoint.ts';
import { lineHeight } from './label-sheet.ts';
import type { MatrixRow } from './matrix-axes.ts';
import type { Brush, MatrixScene } from './matrix-scene.ts';
import { paintMark } from './paint-mark.ts';
import { paintPicture, paintSeams } from './paint-picture.ts';

const GROUP = 5;

/** The names at the left: every receiver, who sits there, and what it shows. */
export function paintRows(brush: Brush, scene: MatrixScene, rows: readonly [number, number]): void {
  const { context, view, metrics, colours } = brush;
  const { names, head, cellHeight } = metrics;
  context.save();
  context.beginPath();
  context.rect(0, head, names, Math.max(0, view.height - head));
  context.clip();
  context.fillStyle = colours.raised;
  context.fillRect(0, head, names, view.height - head);
  for (let index = rows[0]; index < rows[1]; index++) {
    const row = scene.rows[index];
    if (row === undefined) continue;
    const y = brush.y(index);
    const target = scene.dragged !== null && scene.hovered?.row === index;
    if (target || (scene.dragged?.type === 'row' ? scene.dragged.index : scene.hovered?.row) === index) {
      context.fillStyle = colours.soft;
      context.fillRect(0, y, names, cellHeight);
    }
    context.fillStyle = colours.line;
    context.fillRect(row.group !== null && row.group.number > 1 ? 14 : 0, y, names, 1);
    if (row.group !== null) paintGroup(brush, row, y);
    if (metrics.density === 'pictures') paintRow(brush, scene, { row, y });
    else paintLine(brush, scene, { row, y });
  }
  context.fillStyle = colours.line;
  context.fillRect(names - 1, head, 1, view.height - head);
  context.restore();
}

/** A line that joins the displays of one seat. */
function paintGroup({ context, metrics, colours }: Brush, { group }: MatrixRow, y: number): void {
  if (group === null) return;
  const [first, last] = [group.number === 1, group.number === group.count];
  context.fillStyle = colours.accent;
  context.fillRect(GROUP, y + (first ? 8 : 0), 2, metrics.cellHeight - (first ? 8 : 0) - (last ? 8 : 0));
}

function paintRow(
  brush: Brush,
  { site }: MatrixScene,
  { row, y }: { readonly row: MatrixRow; readonly y: number },
): void {
  const { context, metrics, colours, labels } = brush;
  const narrow = metrics.names < 250;
  const height = Math.min(metrics.cellHeight - 14, 76);
  const width = narrow ? 0 : Math.round((height * 16) / 9);
  const area = { x: 14, y: Math.round(y + (metrics.cellHeight - height) / 2), width, height };
  if (!narrow) {
    paintPicture(brush, row.receiver.key, area);
    if (row.wall !== null) paintSeams(brush, area, row.wall);
  }
  const x = area.x + width + 10;
  const room = metrics.names - x - 8;
  const online = row.receivers.every(({ key }) => site.isOnline(key));
  const operator = site.operatorAt(row.receiver.key);
  const shown = shownBy(site, row);
  const lines = [
    {
      text: `${online ? '' : '◇ '}${row.id}  ${row.name}`,
      size: 12.5,
      weight: 620,
      colour: online ? colours.text : colours.quiet,
    },
    {
      text: operator?.name ?? (row.wall === null ? '' : word('wallShort', row.wall)),
      ...{ size: 11.5, weight: 560, colour: colours.accent },
    },
    { text: shownText({ online, shown }, site.labelOf), size: 11.5, weight: 430, colour: colours.quiet },
  ].filter(({ text }) => text !== '');
  const total = lines.reduce((sum, { size }) => sum + lineHeight(size) + 1, 0);
  let top = y + (metrics.cellHeight - total) / 2;
  for (const { text, size, ...line } of lines) {
    const marked = text === lines.at(-1)?.text && shown !== null;
    if (marked) {
      const crosspoint = crosspointOf(site, row, shown);
      paintMark(context, { crosspoint, x: x + 5, y: top + lineHeight(size) / 2, size: 9, colours });
    }
    const start = marked ? x + 15 : x;
    labels.paint(
      context,
      { ...line, text, size, width: room - (start - x), lines: 1, align: 'start' },
      { x: start, y: top },
    );
    top += lineHeight(size) + 1;
  }
}

function paintLine(
  { context, metrics, colours, labels }: Brush,
  { site }: MatrixScene,
  { row, y }: { readonly row: MatrixRow; readonly y: number },
): void {
  const online = row.receivers.every(({ key }) => site.isOnline(key));
  const operator = site.operatorAt(row.receiver.key)?.name ?? '';
  const middle = y + metrics.cellHeight / 2;
  const label = { size: 12.5, lines: 1, align: 'start' } as const;
  const own = operator === '' ? 0 : Math.min(76, Math.floor(metrics.names * 0.3));
  const width = metrics.names - 24 - own;
  const text = `${online ? '' : '◇ '}${row.id}  ${row.name}`;
  const colour = online ? colours.text : colours.quiet;
  labels.paint(context, { ...label, text, width, weight: 450, colour }, { x: 14, y: middle - 8.5 });
  const at = { x: metrics.names - own - 4, y: middle - 8 };
  labels.paint(
    context,
    { ...label, size: 11.5, text: operator, width: own - 6, weight: 560, colour: colours.accent },
    at,
  );
}

function shownText(
  { online, shown }: { readonly online: boolean; readonly shown: string | null },
  labelOf: (device: string) => string,
): string {
  if (shown !== null) return labelOf(shown);
  return word(online ? 'showsNothing' : 'offline');
}
