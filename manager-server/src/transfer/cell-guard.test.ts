import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guarded, unguarded } from './cell-guard.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['  =1', "'  =1"],
  ['＝1', "'＝1"],
  ["'=1", "''=1"],
  ["'night", "''night"],
  ['\tx', "'\tx"],
  ['a=1', 'a=1'],
  ['0001', '0001'],
  ['', ''],
])('%j is written %j', (text, cell) => {
  expect(guarded(text)).toBe(cell);
  expect(unguarded(cell)).toBe(text);
});

test('an apostrophe that somebody typed before a word stays', () => {
  expect(unguarded("'night")).toBe("'night");
});

test('property: what is taken off is what was put on', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("'", '=', '-', ' ', '\t', 'a') })), (text) => {
      expect(unguarded(guarded(text))).toBe(text);
    }),
    { numRuns: 2000 },
  );
});
