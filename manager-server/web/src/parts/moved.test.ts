import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exchanged, moved } from './moved.ts';

describe('an item that is moved', () => {
  test.each([
    [0, 2, 'bca'],
    [2, 0, 'cab'],
    [1, 1, 'abc'],
    [0, 3, 'abc'],
    [0, -1, 'abc'],
    [3, 0, 'abc'],
  ])('from %i to %i makes %s', (from, to, result) => {
    expect(moved(['a', 'b', 'c'], { from, to }).join('')).toBe(result);
  });

  test('loses no other, and stands where it was sent', () => {
    const list = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(list, fc.nat(7), fc.nat(7), (items, from, to) => {
        const after = moved(items, { from, to });
        expect([...after].sort()).toEqual([...items].sort());
        if (from < items.length && to < items.length) expect(after[to]).toBe(items[from]);
      }),
    );
  });

  test('is exchanged with the one whose place it takes', () => {
    expect(exchanged(['a', 'b', ''], { from: 0, to: 2 })).toEqual(['', 'b', 'a']);
    expect(exchanged(['a', 'b'], { from: 0, to: 5 })).toEqual(['a', 'b']);
  });
});
