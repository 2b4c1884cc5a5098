import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extentOf, inView, metricsFor, placeAt, scrollTo } from './matrix-geometry.ts';

const room = { width: 1160, height: 620 };
const many = { rows: 1000, columns: 1000 };
const metrics = metricsFor('dense', room, many);
const { cellWidth, cellHeight, names, head } = metrics;
const view = { left: 0, top: 0, width: names + 10 * cellWidth, height: head + 5 * cellHeight };

describe('the matrix in its window', () => {
  test('draws what is in view and no more', () => {
    expect(inView(view, many, metrics)).toEqual({ rows: [0, 5], columns: [0, 10] });
    const scrolled = { ...view, left: cellWidth / 2, top: 3 * cellHeight };
    expect(inView(scrolled, many, metrics)).toEqual({ rows: [3, 8], columns: [0, 11] });
    expect(inView(view, { rows: 2, columns: 0 }, metrics)).toEqual({ rows: [0, 2], columns: [0, 0] });
  });

  test.each([
    [names + 1, head + 1, { row: 0, column: 0 }],
    [names + cellWidth + 1, head + 2 * cellHeight + 1, { row: 2, column: 1 }],
    [5, head + 1, { row: 0, column: -1 }],
    [names + 1, 5, { row: -1, column: 0 }],
    [5, 5, null],
  ])('the point %i, %i is %o', (x, y, place) => {
    expect(placeAt({ x, y }, { view, size: many, metrics })).toEqual(place);
  });

  test('has nothing beyond its last row', () => {
    const point = { x: names + 1, y: head + 3 * cellHeight };
    expect(placeAt(point, { view, size: { rows: 3, columns: 3 }, metrics })).toBeNull();
  });

  test('scrolls so that a place is seen whole, and not when it is', () => {
    expect(scrollTo({ row: 2, column: 3 }, view, metrics)).toEqual({ left: 0, top: 0 });
    const place = fc.record({ row: fc.nat(999), column: fc.nat(999) });
    fc.assert(
      fc.property(place, fc.nat(20_000), fc.nat(20_000), (wanted, left, top) => {
        const scrolled = { ...view, ...scrollTo(wanted, { ...view, left, top }, metrics) };
        const shown = inView(scrolled, many, metrics);
        expect(shown.rows[0]).toBeLessThanOrEqual(wanted.row);
        expect(shown.rows[1]).toBeGreaterThan(wanted.row);
        expect(scrolled.top).toBeLessThanOrEqual(wanted.row * cellHeight);
        expect(scrolled.top + scrolled.height - head).toBeGreaterThanOrEqual((wanted.row + 1) * cellHeight);
        expect(scrolled.left).toBeLessThanOrEqual(wanted.column * cellWidth);
      }),
    );
  });
});

describe('the size of its cells', () => {
  const size = fc.record({ rows: fc.integer({ min: 1, max: 1000 }), columns: fc.integer({ min: 1, max: 1000 }) });
  const windows = fc.record({
    width: fc.integer({ min: 320, max: 3840 }),
    height: fc.integer({ min: 300, max: 2160 }),
  });
  const density = fc.constantFrom('pictures' as const, 'dense' as const);

  test('lets a few devices fill the window', () => {
    const few = { rows: 5, columns: 10 };
    const extent = extentOf(metricsFor('pictures', room, few), few);
    expect(room.width - extent.width).toBeLessThan(few.columns);
    expect(extent.width).toBeLessThanOrEqual(room.width);
  });

  test('never lets the window scroll where everything fits, and never makes a cell too small to hit', () => {
    fc.assert(
      fc.property(density, windows, size, (how, window, devices) => {
        const made = metricsFor(how, window, devices);
        expect(made.cellWidth).toBeGreaterThanOrEqual(how === 'dense' ? 28 : 84);
        expect(made.cellHeight).toBeGreaterThanOrEqual(how === 'dense' ? 28 : 66);
        const smallest = made.cellWidth === (how === 'dense' ? 28 : 84);
        if (!smallest) expect(extentOf(made, devices).width).toBeLessThanOrEqual(window.width);
      }),
    );
  });

  test('keeps a scroll bar from changing it: the height of the window never moves its columns', () => {
    fc.assert(
      fc.property(density, windows, size, fc.integer({ min: 300, max: 2160 }), (how, window, devices, height) => {
        const [one, other] = [metricsFor(how, window, devices), metricsFor(how, { ...window, height }, devices)];
        expect([other.cellWidth, other.names, other.head]).toEqual([one.cellWidth, one.names, one.head]);
      }),
    );
  });
});
