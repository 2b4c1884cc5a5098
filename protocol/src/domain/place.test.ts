import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tileCrop } from './place.ts';

test.each([
  [{ rows: 1, columns: 2 }, 0, { left: 0, top: 0, width: 0.5, height: 1 }],
  [{ rows: 1, columns: 2 }, 1, { left: 0.5, top: 0, width: 0.5, height: 1 }],
  [{ rows: 2, columns: 2 }, 2, { left: 0, top: 0.5, width: 0.5, height: 0.5 }],
  [{ rows: 2, columns: 2 }, 3, { left: 0.5, top: 0.5, width: 0.5, height: 0.5 }],
  [{ rows: 1, columns: 1 }, 0, { left: 0, top: 0, width: 1, height: 1 }],
])('the tile of a wall %o at place %i', (wall, place, crop) => {
  expect(tileCrop(wall, place)).toEqual(crop);
});

test('the tiles of a wall show every part of the picture, and none twice', () => {
  const side = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(
      side,
      side,
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (rows, columns, x, y) => {
        const crops = Array.from({ length: rows * columns }, (_, place) => tileCrop({ rows, columns }, place));
        // Away from the edges, where rounding decides.
        const [column, row] = [Math.floor(x * columns), Math.floor(y * rows)];
        const [inX, inY] = [(column + 0.5) / columns, (row + 0.5) / rows];
        const showing = crops.filter(
          ({ left, top, width, height }) => left < inX && inX < left + width && top < inY && inY < top + height,
        );
        expect(showing).toEqual([crops[row * columns + column]]);
        const area = crops.reduce((sum, { width, height }) => sum + width * height, 0);
        expect(area).toBeCloseTo(1);
      },
    ),
  );
});
