import { expect, test } from 'vitest';
import { foldName } from './person.ts';

test('names are compared without letter case, and with composed characters', () => {
  expect(foldName('HXFJ')).toBe(foldName('hxfj'));
  expect(foldName('José')).toBe(foldName('Jose\u0301'));
  expect(foldName('张伟')).not.toBe(foldName('張偉'));
});
