import { word } from '../../language/words.ts';
import { labelOf } from '../../parts/kind-word.ts';
import { signalWord } from '../../parts/signal-word.ts';
import type { MatrixColumn } from './matrix-axes.ts';
import { HEAD_GAP, HEAD_GROUP, pictureHeight } from './matrix-geometry.ts';
import type { Brush, MatrixScene } from './matrix-scene.ts';
import { paintPicture } from './paint-picture.ts';

/** The heads above the crosspoints: every source, with its picture where there is room. */
export function paintColumns(brush: Brush, scene: MatrixScene, columns: readonly [number, number]): void {
  const { context, view, metrics, colours } = brush;
  const { names, head } = metrics;
  context.fillStyle = colours.raised;
  context.fillRect(0, 0, view.width, head);
  context.save();
  context.beginPath();
  context.rect(names, 0, Math.max(0, view.width - names), head);
  context.clip();
  for (let index = columns[0]; index < columns[1]; index++) {
    const column = scene.columns[index];
    if (column === undefined) continue;
    const marked = scene.dragged?.type === 'column' ? scene.dragged.index === index : scene.hovered?.column === index;
    if (marked) {
      context.fillStyle = colours.soft;
      context.fillRect(brush.x(index), 0, metrics.cellWidth, head);
    }
    if (metrics.density === 'pictures') paintHead(brush, scene, { column, index });
    else paintStandingHead(brush, scene, { column, index });
    if (column.group !== null) paintGroup(brush, column, index);
  }
  context.restore();
  context.fillStyle = colours.line;
  context.fillRect(0, head - 1, view.width, 1);
}

function paintHead(
  brush: Brush,
  { site }: MatrixScene,
  { column: { transmitter }, index }: { readonly column: MatrixColumn; readonly index: number },
): void {
  const { context, metrics, colours, labels } = brush;
  const x = brush.x(index) + HEAD_GAP;
  const width = metrics.cellWidth - 2 * HEAD_GAP;
  const height = Math.round(pictureHeight(width));
  paintPicture(brush, transmitter.key, { x, y: HEAD_GROUP, width, height });
  const state = stateOf(site, transmitter.key);
  const top = HEAD_GROUP + height + 4;
  const line = {
    width,
    weight: 620,
    lines: 1,
    align: 'center',
    colour: state === null ? colours.text : colours.quiet,
  } as const;
  labels.paint(
    context,
    { ...line, text: state === null ? transmitter.id : `◇ ${transmitter.id}`, size: 12 },
    { x, y: top },
  );
  labels.paint(context, { ...line, text: transmitter.name, size: 11.5, weight: 430, lines: 2 }, { x, y: top + 16 });
}

/** Names that stand on their end: many columns in little room. */
function paintStandingHead(
  brush: Brush,
  { site }: MatrixScene,
  { column: { transmitter, group }, index }: { readonly column: MatrixColumn; readonly index: number },
): void {
  const { context, metrics, colours, labels } = brush;
  const state = stateOf(site, transmitter.key);
  const text = state === null ? labelOf(transmitter) : `${labelOf(transmitter)} ◇ ${state}`;
  context.save();
  context.translate(brush.x(index) + metrics.cellWidth / 2, metrics.head - 8);
  context.rotate(-Math.PI / 2);
  const width = metrics.head - (group === null ? 14 : 24);
  const label = { text, width, size: 12.5, weight: 450, lines: 1, align: 'start' } as const;
  labels.paint(context, { ...label, colour: state === null ? colours.text : colours.quiet }, { x: 0, y: -8.5 });
  context.restore();
}

/** A line over the heads of one computer, named at the first. */
function paintGroup(brush: Brush, { group }: MatrixColumn, index: number): void {
  if (group === null) return;
  const { context, metrics, colours, labels } = brush;
  const [first, last] = [group.number === 1, group.number === group.count];
  const start = brush.x(index) + (first ? HEAD_GAP : 0);
  const end = brush.x(index) + metrics.cellWidth - (last ? HEAD_GAP : 0);
  context.fillStyle = colours.accent;
  context.fillRect(start, 3, end - start, 2);
  if (metrics.density === 'dense') return;
  const text = first ? group.name : word('headNumber', { number: group.number });
  const label = { text, width: metrics.cellWidth - 2 * HEAD_GAP, size: 10.5, weight: 560, lines: 1 } as const;
  labels.paint(context, { ...label, colour: colours.accent, align: 'center' }, { x: brush.x(index) + HEAD_GAP, y: 7 });
}

/** What keeps the source from being shown, in words; null when nothing does. */
function stateOf(site: MatrixScene['site'], transmitter: string): string | null {
  if (!site.isOnline(transmitter)) return word('offline');
  return signalWord(site.boxOf(transmitter)?.report?.capture ?? 'none');
}
