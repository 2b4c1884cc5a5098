import { deviceKey, mayRoute, type Right, seatKey } from '@seatmatrix/protocol/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeDirectory } from './change-directory.ts';
import type { DirectorySnapshot } from './collection.ts';
import { derivedSeatKey, indexDirectory } from './directory-index.ts';
import {
  desk,
  deviceGroup,
  display,
  grant,
  group,
  hotkey,
  operator,
  put,
  seat,
  snapshotOf,
  source,
  transmitter,
  wall,
} from './sample-site.ts';

const snapshot = snapshotOf({
  devices: [
    ...['0001', '0002', '0003'].map((id) => transmitter(id)),
    ...['5001', '5002', '5003'].map((id) => desk(id)),
    ...['5005', '5006', '5007'].map((id) => display(id)),
  ],
  sources: [source('double', 't0001 t0002')],
  seats: [seat('one', 'r5002 r5001', { name: 'Größe', idleMinutes: 5 })],
  walls: [wall('front', 'r5005 r5006')],
  hotkeys: [hotkey('Wx', 't0003'), hotkey('012', 'r5001')],
  groups: [group('night'), group('day')],
  operators: [
    operator('Hxfj', { groups: [group('night').key] }),
    operator('gone', { disabled: true }),
    operator('none'),
  ],
  'device-groups': [deviceGroup('room', 't0003 r5003 r5005')],
  grants: [
    grant('operator:o-Hxfj connect device:t0001'),
    grant('group:night push device-group:room'),
    grant('group:day connect device:t0002'),
    grant('operator:o-gone connect device:t0001'),
  ],
});
const site = indexDirectory(snapshot);
const find = (name: string) => {
  const found = site.operatorByName(name);
  if (found === undefined) throw new Error(name);
  return found;
};

describe('the index', () => {
  test('finds devices by key and by ID', () => {
    expect(site.deviceById('0003')?.key).toBe('t0003');
    expect(site.deviceById('3')).toBeUndefined();
    expect(site.deviceByKey(deviceKey('r5001'))?.id).toBe('5001');
    expect(site.deviceByKey(deviceKey('nope'))).toBeUndefined();
  });

  test('finds hotkeys by folded text, and by the IDs that their digits mean', () => {
    expect(site.hotkeyByText('wx')?.text).toBe('Wx');
    expect(site.hotkeyByText('nope')).toBeUndefined();
    expect(site.hotkeysMeaning('0012').map((each) => each.text)).toEqual(['012']);
    expect(site.hotkeysMeaning('5012').map((each) => each.text)).toEqual(['012']);
    expect(site.hotkeysMeaning('0003')).toEqual([]);
  });

  test('finds operators and seats by the name that people type', () => {
    expect(site.operatorByName('hXFJ')?.name).toBe('Hxfj');
    expect(site.operatorByName('nobody')).toBeUndefined();
    expect(site.seatByName('GRO\u0308ßE')?.key).toBe('one');
  });

  test('gives every desk its seat, its own where no seat has it, and displays none', () => {
    expect(site.seatOf(deviceKey('r5001'))?.key).toBe('one');
    expect(site.seatOf(deviceKey('r5003'))).toEqual({
      key: 'desk:r5003',
      name: 'Desk 5003',
      receivers: ['r5003'],
      idleMinutes: null,
    });
    expect(site.seatOf(deviceKey('r5007'))).toBeNull();
    expect(site.seatOf(deviceKey('t0001'))).toBeNull();
    expect(site.seatOf(deviceKey('nope'))).toBeNull();
  });

  test('finds seats by key, derived ones only while they are', () => {
    expect(site.seatByKey(seatKey('one'))?.name).toBe('Größe');
    expect(site.seatByKey(derivedSeatKey(deviceKey('r5003')))?.name).toBe('Desk 5003');
    expect(site.seatByKey(derivedSeatKey(deviceKey('r5001')))).toBeNull();
    expect(site.seatByKey(derivedSeatKey(deviceKey('r5005')))).toBeNull();
    expect(site.seatByKey(seatKey('nope'))).toBeNull();
  });

  test('knows wall and source of a device', () => {
    expect(site.wallOf(deviceKey('r5006'))?.key).toBe('front');
    expect(site.wallOf(deviceKey('r5007'))).toBeNull();
    expect(site.sourceOf(deviceKey('t0002'))?.key).toBe('double');
    expect(site.sourceOf(deviceKey('t0003'))).toBeNull();
  });

  test.each<[string, Right, readonly string[]]>([
    ['Hxfj', 'connect', ['t0001']],
    ['Hxfj', 'push', ['r5003', 'r5005']],
    ['Hxfj', 'fetch', []],
    ['gone', 'connect', []],
    ['none', 'connect', []],
  ])('%s may %s: %j', (name, right, devices) => {
    expect([...site.devicesWithin(find(name), right)]).toEqual(devices);
  });

  test('a mixed device group gives a right on the devices that it fits alone', () => {
    const question = { operator: find('Hxfj'), right: 'push' as const };
    expect(site.mayRoute({ ...question, device: deviceKey('t0003') })).toMatchObject({ allowed: false });
    expect(site.mayRoute({ ...question, device: deviceKey('r5003') })).toEqual({
      allowed: true,
      chain: { grant: 'night-push-room', throughGroup: 'night', throughDeviceGroup: 'room' },
    });
  });

  test('an operator as a caller has him, not as the site does, is judged as given', () => {
    const withDay = { ...find('none'), groups: [group('day').key] };
    expect([...site.devicesWithin(withDay, 'connect')]).toEqual(['t0002']);
    expect([...site.devicesWithin(find('none'), 'connect')]).toEqual([]);
  });

  test('is built once a snapshot, and a change is seen in the next one', () => {
    expect(indexDirectory(snapshot)).toBe(site);
    const result = changeDirectory(snapshot, [put('devices', transmitter('0004'))]);
    const after: DirectorySnapshot = result.done ? result.snapshot : snapshot;
    expect(indexDirectory(after).deviceById('0004')?.key).toBe('t0004');
    expect(site.deviceById('0004')).toBeUndefined();
  });

  test('property: its rights are the domain’s law', () => {
    const devices = ['t0001', 't0002', 'r5001', 'r5002'];
    const subjects = ['operator:o-a', 'operator:o-b', 'group:night', 'group:day'];
    const objects = [...devices.map((key) => `device:${key}`), 'device-group:room'];
    const fits = (right: Right, key: string) => (right === 'connect') === key.startsWith('t');
    const anyGrant = fc
      .tuple(
        fc.constantFrom(...subjects),
        fc.constantFrom<Right>('connect', 'push', 'fetch'),
        fc.constantFrom(...objects),
      )
      .filter(([, right, object]) => !object.startsWith('device:') || fits(right, object.slice(7)))
      .map((parts) => grant(parts.join(' ')));
    fc.assert(
      fc.property(
        fc.uniqueArray(anyGrant, { selector: (each) => each.key, maxLength: 10 }),
        fc.subarray(['night', 'day']),
        fc.subarray(devices),
        fc.boolean(),
        (grants, groups, room, disabled) => {
          const operators = [operator('a', { disabled, groups: groups.map((key) => group(key).key) }), operator('b')];
          const deviceGroups = [deviceGroup('room', room.join(' '))];
          const made = snapshotOf({
            devices: snapshotDevices,
            groups: [group('night'), group('day')],
            operators,
            'device-groups': deviceGroups,
            grants,
          });
          const index = indexDirectory(made);
          const tables = { grants, deviceGroups: new Map(deviceGroups.map((each) => [each.key, each])) };
          for (const who of operators) {
            for (const right of ['connect', 'push', 'fetch'] as const) {
              for (const { key } of snapshotDevices) {
                const question = { operator: who, right, device: key };
                const expected = fits(right, key) && mayRoute(question, tables).allowed;
                expect(index.mayRoute(question).allowed).toBe(expected);
                expect(index.devicesWithin(who, right).has(key)).toBe(expected);
              }
            }
          }
        },
      ),
    );
  });
});

const snapshotDevices = [transmitter('0001'), transmitter('0002'), desk('5001'), desk('5002')];
