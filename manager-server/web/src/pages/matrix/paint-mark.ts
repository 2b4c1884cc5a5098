import { unreachable } from '@seatmatrix/protocol/kernel';
import type { Crosspoint } from './crosspoint.ts';
import type { MatrixColours } from './matrix-scene.ts';

/**
 * A full square shows, a crossed one shows a computer without a picture, an empty one is wanted, one with a stroke
 * of exclamation failed, a dot is on its way: told apart without colours. `x`, `y`: the middle; `size`: its side.
 */
export function paintMark(
  context: CanvasRenderingContext2D,
  mark: {
    readonly crosspoint: Crosspoint;
    readonly x: number;
    readonly y: number;
    readonly size: number;
    readonly colours: MatrixColours;
  },
): void {
  const { crosspoint, x, y, size, colours } = mark;
  const [left, top] = [Math.round(x - size / 2), Math.round(y - size / 2)];
  context.lineWidth = 2.5;
  context.lineCap = 'round';
  switch (crosspoint.type) {
    case 'none':
      return;
    case 'attempt':
      context.fillStyle = colours.accent;
      context.beginPath();
      context.arc(x, y, size / 3.4, 0, 2 * Math.PI);
      context.fill();
      return;
    case 'live':
      context.fillStyle = colours.good;
      square(context, { left, top, size });
      context.fill();
      return;
    case 'without-picture':
      context.strokeStyle = colours.warn;
      square(context, { left: left + 1, top: top + 1, size: size - 2 });
      context.stroke();
      stroke(context, [left + 3, top + size - 3, left + size - 3, top + 3]);
      return;
    case 'wanted': {
      const bad = crosspoint.reason !== 'opening';
      context.strokeStyle = bad ? colours.bad : colours.warn;
      square(context, { left: left + 1, top: top + 1, size: size - 2 });
      context.stroke();
      if (!bad) return;
      stroke(context, [x, top + size * 0.28, x, top + size * 0.55]);
      stroke(context, [x, top + size * 0.75, x, top + size * 0.76]);
      return;
    }
    default:
      unreachable(crosspoint);
  }
}

function square(
  context: CanvasRenderingContext2D,
  { left, top, size }: { readonly left: number; readonly top: number; readonly size: number },
): void {
  context.beginPath();
  context.roundRect(left, top, size, size, 4);
}

function stroke(
  context: CanvasRenderingContext2D,
  [fromX, fromY, toX, toY]: readonly [number, number, number, number],
): void {
  context.beginPath();
  context.moveTo(fromX, fromY);
  context.lineTo(toX, toY);
  context.stroke();
}
