import { expect, test } from 'vitest';
import { recordLinks } from './record-link.ts';

const none = new Map();
const named = (key: string, name: string) => new Map([[key, { key, name } as never]]);
const link = recordLinks({
  devices: new Map([['d1', { key: 'd1', id: '0001', name: 'Weather' } as never]]),
  'device-groups': named('dg', 'All & some'),
  operators: named('o1', 'wang'),
  groups: named('g1', 'Night'),
  hotkeys: new Map([['h1', { key: 'h1', text: 'zb' } as never]]),
  seats: named('s1', 'Dispatch'),
  walls: none,
  sources: none,
  grants: none,
});

test.each([
  ['device.update', '0001 Weather', '/devices?device=d1'],
  ['console.open', '0001', '/devices?device=d1'],
  ['device-group.create', 'All & some', '/people?tab=deviceGroups&device-group=dg'],
  ['operator.password', 'wang', '/people?operator=o1'],
  ['sign-in', 'wang', '/people?operator=o1'],
  ['group.update', 'Night', '/people?tab=groups&group=g1'],
  ['hotkey.delete', 'zb', '/hotkeys?hotkey=h1'],
  ['seat.update', 'Dispatch', '/places?seat=s1'],
  ['grant.create', 'connect 0001 Weather by operator wang', '/people?tab=grants'],
  ['authority.prepare', '', '/security'],
  ['operator.update', 'somebody who is gone', null],
  ['box.adopt', 'wang', null],
])('%s of %j leads to %j', (action, object, path) => {
  expect(link(action, object)).toBe(path);
});
