import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CELL, HEAD, inView, NAMES, placeAt, scrollTo } from './matrix-geometry.ts';

const view = { left: 0, top: 0, width: NAMES + 10 * CELL, height: HEAD + 5 * CELL };
const size = { rows: 1000, columns: 1000 };

describe('the matrix in its window', () => {
  test('draws what is in view and no more', () => {
    expect(inView(view, size)).toEqual({ rows: [0, 5], columns: [0, 10] });
    expect(inView({ ...view, left: CELL / 2, top: 3 * CELL }, size)).toEqual({ rows: [3, 8], columns: [0, 11] });
    expect(inView(view, { rows: 2, columns: 0 })).toEqual({ rows: [0, 2], columns: [0, 0] });
  });

  test.each([
    [NAMES + 1, HEAD + 1, { row: 0, column: 0 }],
    [NAMES + CELL + 1, HEAD + 2 * CELL + 1, { row: 2, column: 1 }],
    [5, HEAD + 1, { row: 0, column: -1 }],
    [NAMES + 1, 5, { row: -1, column: 0 }],
    [5, 5, null],
  ])('the point %i, %i is %o', (x, y, place) => {
    expect(placeAt({ x, y }, { view, size })).toEqual(place);
  });

  test('has nothing beyond its last row', () => {
    expect(placeAt({ x: NAMES + 1, y: HEAD + 3 * CELL }, { view, size: { rows: 3, columns: 3 } })).toBeNull();
  });

  test('scrolls so that a place is seen whole, and not when it is', () => {
    expect(scrollTo({ row: 2, column: 3 }, view)).toEqual({ left: 0, top: 0 });
    const place = fc.record({ row: fc.nat(999), column: fc.nat(999) });
    fc.assert(
      fc.property(place, fc.nat(20_000), fc.nat(20_000), (wanted, left, top) => {
        const scrolled = { ...view, ...scrollTo(wanted, { ...view, left, top }) };
        const shown = inView(scrolled, size);
        expect(shown.rows[0]).toBeLessThanOrEqual(wanted.row);
        expect(shown.rows[1]).toBeGreaterThan(wanted.row);
        expect(scrolled.top).toBeLessThanOrEqual(wanted.row * CELL);
        expect(scrolled.top + scrolled.height - HEAD).toBeGreaterThanOrEqual((wanted.row + 1) * CELL);
        expect(scrolled.left).toBeLessThanOrEqual(wanted.column * CELL);
      }),
    );
  });
});
