import { previewOf } from '../../live/previews.ts';
import { previewWord } from '../../parts/preview-word.ts';
import { lineHeight } from './label-sheet.ts';
import type { Brush } from './matrix-scene.ts';

/** As the previews of the other pages: dark in every theme, so that a bright desktop has an edge. */
const GROUND = '#0d141e';
const REASON = '#b4c3d6';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A device's live picture, whole, in this area; or in words why there is none. */
export function paintPicture({ context, labels }: Brush, device: string, area: Area): void {
  const { x, y, width, height } = area;
  context.save();
  context.beginPath();
  context.roundRect(x, y, width, height, 4);
  context.fillStyle = GROUND;
  context.fill();
  const preview = previewOf(device);
  if (preview.type === 'picture') {
    context.clip();
    const { bitmap } = preview;
    const scale = Math.min(width / bitmap.width, height / bitmap.height);
    const [wide, high] = [bitmap.width * scale, bitmap.height * scale];
    context.drawImage(bitmap, x + (width - wide) / 2, y + (height - high) / 2, wide, high);
  } else if (preview.reason !== 'loading') {
    const size = width < 90 ? 10 : 11;
    const lines = height < 3 * lineHeight(size) ? 1 : 2;
    const label = {
      text: previewWord(preview.reason),
      width: Math.floor(width - 6),
      size,
      weight: 450,
      colour: REASON,
    };
    labels.paint(context, { ...label, lines, align: 'center' }, { x: x + 3, y: (taken) => y + (height - taken) / 2 });
  }
  context.restore();
}

/** The seams of a wall over its picture. */
export function paintSeams(
  { context, colours }: Brush,
  { x, y, width, height }: Area,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): void {
  context.fillStyle = colours.raised;
  for (let column = 1; column < columns; column++) context.fillRect(x + (column * width) / columns - 1, y, 2, height);
  for (let row = 1; row < rows; row++) context.fillRect(x, y + (row * height) / rows - 1, width, 2);
}
