import { expect, test } from 'vitest';
import { hostOf, takesDatagrams } from './link-host.ts';

test.each([
  ['192.0.2.5:40000', '192.0.2.5', true],
  ['::ffff:192.0.2.5:40000', '192.0.2.5', true],
  ['box-5001:40000', 'box-5001', true],
  ['2001:db8::5:40000', '2001:db8::5', false],
  ['::1:40000', '::1', false],
])('the other end of a link at %s is %s, and has pictures as SRTP: %s', (address, host, takes) => {
  expect([hostOf(address), takesDatagrams(address)]).toEqual([host, takes]);
});
