import { expect, test } from 'vitest';
import { takesDatagrams } from './session-media.ts';

test.each([
  ['192.0.2.5:40000', true],
  ['::ffff:192.0.2.5:40000', true],
  ['box-5001:40000', true],
  ['2001:db8::5:40000', false],
  ['::1:40000', false],
])('a receiver at %s has its pictures as SRTP: %s', (address, takes) => {
  expect(takesDatagrams(address)).toBe(takes);
});
