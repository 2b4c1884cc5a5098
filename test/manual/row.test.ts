import { describe, expect, it } from 'vitest';
import { manualRows, rowOf } from './row.ts';

describe('the manual’s rows', () => {
  it('are M01 to M49, each once, and two more for walls that are not spliced', () => {
    const numbers = Array.from({ length: 49 }, (_, index) => `M${String(index + 1).padStart(2, '0')}`);
    expect(manualRows.map(({ number }) => number).toSorted()).toEqual([...numbers, 'M34b', 'M39b'].toSorted());
  });

  it('each say something of their own', () => {
    expect(new Set(manualRows.map(({ says }) => says)).size).toBe(manualRows.length);
    for (const { says } of manualRows) expect(says).not.toBe('');
  });

  it.each([
    ['连接 › M14 连接成功, the menu closes', 'M14'],
    ['M34b to a receiver of a single wall', 'M34b'],
    ['推送 › M34 to any receiver', 'M34'],
    ['M01 › M02 the innermost counts', 'M02'],
    ['M07 an outer one counts › when the inner one has none', 'M07'],
    ['when things break › a wall that loses its power', null],
    ['a test that speaks of M14', null],
    ['M1 is no row', null],
    ['M123 is none either', null],
    ['M14bis is none either', null],
  ])('%s belongs to %s', (name, row) => {
    expect(rowOf(name)).toBe(row);
  });
});
