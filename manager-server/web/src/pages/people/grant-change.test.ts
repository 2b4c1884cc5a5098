import { expect, test } from 'vitest';
import type { Grant } from '../../api/records.ts';
import { cellCount, isInside, planChange, rangeBetween } from './grant-change.ts';
import { cellName, type GrantColumn, type GrantRow } from './grant-table.ts';

const rows: readonly GrantRow[] = ['anna', 'ben', 'cem'].map((key) => ({
  subject: { type: 'operator', key },
  name: key,
  groups: [],
}));
const columns: readonly GrantColumn[] = ['t1', 't2', 't3'].map((key) => ({
  object: { type: 'device', key },
  name: key,
  within: [],
}));

function sheet(...granted: readonly (readonly [row: number, column: number])[]) {
  const cells = new Map<string, Grant>();
  for (const [row, column] of granted) {
    const [subject, object] = [rows[row]?.subject, columns[column]?.object];
    if (subject === undefined || object === undefined) throw new RangeError('no such cell');
    cells.set(cellName(subject, object), { key: `${row}${column}`, version: 1, right: 'connect', subject, object });
  }
  return { rows, columns, cells, right: 'connect' as const };
}

const all = { row: 0, column: 0, lastRow: 2, lastColumn: 2 };

test('a range is the same from either corner', () => {
  const range = rangeBetween({ row: 2, column: 0 }, { row: 1, column: 2 });
  expect(range).toEqual({ row: 1, column: 0, lastRow: 2, lastColumn: 2 });
  expect(cellCount(range)).toBe(6);
  expect(isInside({ row: 1, column: 1 }, range)).toBe(true);
  expect(isInside({ row: 0, column: 1 }, range)).toBe(false);
});

test('what is missing in it is granted, and what is there stays', () => {
  const change = planChange(sheet([1, 1]), { range: all, give: null });
  expect([change.give, change.create.length, change.remove.length]).toEqual([true, 8, 0]);
  expect(change.create).not.toContainEqual(
    expect.objectContaining({ subject: rows[1]?.subject, object: columns[1]?.object }),
  );
});

test('where all is granted, all is taken back', () => {
  const range = { row: 0, column: 1, lastRow: 2, lastColumn: 1 };
  const change = planChange(sheet([0, 1], [1, 1], [2, 1], [0, 0]), { range, give: null });
  expect([change.give, change.create]).toEqual([false, []]);
  expect(change.remove.map(({ key }) => key)).toEqual(['01', '11', '21']);
});

test('taking back passes over what is not granted', () => {
  const change = planChange(sheet([2, 2]), { range: all, give: false });
  expect(change.remove.map(({ key }) => key)).toEqual(['22']);
});
