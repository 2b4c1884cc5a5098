import { word } from '../../language/words.ts';
import { crosspointOf, transmittersOf } from './crosspoint.ts';
import { inView } from './matrix-geometry.ts';
import type { Brush, MatrixScene } from './matrix-scene.ts';
import { paintColumns } from './paint-columns.ts';
import { paintMark } from './paint-mark.ts';
import { paintPicture } from './paint-picture.ts';
import { paintRows } from './paint-rows.ts';

const MARK_MAX = 22;
const GHOST = 120;

/** Paints what of the matrix is in view: its cost depends on the window alone. Returns the devices in view. */
export function paintMatrix(brush: Brush, scene: MatrixScene): readonly string[] {
  const { context, view, metrics, colours } = brush;
  const shown = inView(view, { rows: scene.rows.length, columns: scene.columns.length }, metrics);
  context.fillStyle = colours.surface;
  context.fillRect(0, 0, view.width, view.height);
  context.save();
  context.beginPath();
  context.rect(
    metrics.names,
    metrics.head,
    Math.max(0, view.width - metrics.names),
    Math.max(0, view.height - metrics.head),
  );
  context.clip();
  paintGrid(brush, scene, shown);
  for (let row = shown.rows[0]; row < shown.rows[1]; row++)
    paintCrosspoints(brush, scene, { row, shown: shown.columns });
  paintCursor(brush, scene);
  context.restore();
  paintRows(brush, scene, shown.rows);
  paintColumns(brush, scene, shown.columns);
  paintCorner(brush);
  paintDragged(brush, scene);
  if (metrics.density === 'dense') return [];
  return [
    ...scene.columns.slice(...shown.columns).map(({ transmitter }) => transmitter.key),
    ...scene.rows.slice(...shown.rows).map(({ receiver }) => receiver.key),
  ];
}

function paintGrid(brush: Brush, scene: MatrixScene, shown: ReturnType<typeof inView>): void {
  const { context, view, metrics, colours, x, y } = brush;
  const { names, head, cellWidth, cellHeight } = metrics;
  const right = Math.min(view.width, x(scene.columns.length));
  const bottom = Math.min(view.height, y(scene.rows.length));
  const { hovered, dragged } = scene;
  const column = dragged === null ? (hovered?.column ?? -1) : dragged.type === 'column' ? dragged.index : -1;
  const row = hovered?.row ?? -1;
  context.fillStyle = colours.soft;
  if (row >= 0) context.fillRect(names, y(row), right - names, cellHeight);
  if (column >= 0) context.fillRect(x(column), head, cellWidth, bottom - head);
  context.fillStyle = colours.line;
  for (let at = shown.rows[0]; at <= shown.rows[1]; at++) context.fillRect(names, y(at), right - names, 1);
  for (let at = shown.columns[0]; at <= shown.columns[1]; at++) context.fillRect(x(at), head, 1, bottom - head);
}

/** A row shows one source or a few: they are looked up, not searched for among all columns. */
function paintCrosspoints(
  brush: Brush,
  scene: MatrixScene,
  { row, shown }: { readonly row: number; readonly shown: readonly [number, number] },
): void {
  const { context, metrics, colours } = brush;
  const { cellWidth, cellHeight } = metrics;
  const line = scene.rows[row];
  if (line === undefined) return;
  for (const transmitter of transmittersOf(scene.site, line)) {
    const column = scene.columnOf.get(transmitter);
    if (column === undefined || column < shown[0] || column >= shown[1]) continue;
    const crosspoint = crosspointOf(scene.site, line, transmitter);
    const [x, y] = [brush.x(column), brush.y(row)];
    if (metrics.density === 'pictures' && crosspoint.type !== 'attempt') {
      context.fillStyle = crosspoint.type === 'live' ? colours.goodSoft : colours.warnSoft;
      context.beginPath();
      context.roundRect(x + 4, y + 4, cellWidth - 7, cellHeight - 7, 8);
      context.fill();
    }
    const size = Math.min(MARK_MAX, cellWidth - 12, cellHeight - 12);
    paintMark(context, { crosspoint, x: x + cellWidth / 2, y: y + cellHeight / 2, size, colours });
  }
}

function paintCursor({ context, metrics, colours, x, y }: Brush, { focused }: MatrixScene): void {
  if (focused === null) return;
  context.strokeStyle = colours.accent;
  context.lineWidth = 2;
  context.beginPath();
  context.roundRect(x(focused.column) + 2, y(focused.row) + 2, metrics.cellWidth - 3, metrics.cellHeight - 3, 6);
  context.stroke();
}

function paintCorner({ context, metrics, colours, labels }: Brush): void {
  const { names, head } = metrics;
  context.fillStyle = colours.raised;
  context.fillRect(0, 0, names, head - 1);
  context.fillStyle = colours.line;
  context.fillRect(names - 1, 0, 1, head);
  const label = { size: 11.5, weight: 560, colour: colours.quiet, lines: 1, align: 'start' } as const;
  labels.paint(context, { ...label, text: `${word('receivers')} ↓`, width: names - 30 }, { x: 14, y: head - 24 });
  labels.paint(context, { ...label, text: `${word('transmitters')} →`, width: names - 30 }, { x: 14, y: head - 44 });
}

/** What is dragged goes along with the pointer. */
function paintDragged(brush: Brush, { dragged, rows, columns }: MatrixScene): void {
  if (dragged === null) return;
  const { context, colours, labels } = brush;
  const row = rows[dragged.index];
  const device = dragged.type === 'column' ? columns[dragged.index]?.transmitter : row?.receiver;
  if (device === undefined) return;
  const name = dragged.type === 'column' ? device.name : (row?.name ?? '');
  const [width, height] = [GHOST, brush.metrics.density === 'dense' ? 28 : 96];
  const x = Math.min(dragged.x + 14, brush.view.width - width - 4);
  const below = dragged.y + 10;
  const y = below + height > brush.view.height ? dragged.y - height - 8 : below;
  context.save();
  context.shadowColor = '#0008';
  context.shadowBlur = 14;
  context.fillStyle = colours.surface;
  context.beginPath();
  context.roundRect(x, y, width, height, 8);
  context.fill();
  context.restore();
  const picture = brush.metrics.density === 'dense' ? 0 : 64;
  if (picture > 0) paintPicture(brush, device.key, { x: x + 4, y: y + 4, width: GHOST - 8, height: picture - 1 });
  const label = { text: `${device.id} ${name}`, size: 12, weight: 580, colour: colours.text, lines: 1 } as const;
  labels.paint(context, { ...label, width: GHOST - 12, align: 'start' }, { x: x + 7, y: y + picture + 7 });
}
