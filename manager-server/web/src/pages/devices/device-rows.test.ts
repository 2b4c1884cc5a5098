import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Box, Device } from '../../api/records.ts';
import { withBulkChange } from './bulk-change.ts';
import { type DeviceWish, deviceRows } from './device-rows.ts';
import { freeId } from './free-id.ts';

const settings = {
  pointer: 'absolute',
  chroma: '4:2:0',
  sound: false,
  serial: { baud: 9600, dataBits: 8, parity: 'none', stopBits: 1, flowControl: 'none' },
} as const;
const transmitter = (id: string, name: string, location = ''): Device => ({
  ...{ kind: 'transmitter', key: `k${id}`, id, name, location, settings, version: 1 },
});
const receiver = (id: string, name: string): Device => ({
  ...{ kind: 'receiver', key: `k${id}`, id, name, location: '', version: 1 },
  ...{ receiverKind: 'desk', viewWhileSignedOut: false },
});
const box = (device: string, part: Partial<Box>): Box => ({
  ...{ fingerprint: device, state: 'adopted', online: true, kind: null, device, address: null },
  ...{ firmware: null, model: null, lastSeen: null, report: null, twins: [] },
  ...part,
});

const devices = [
  transmitter('0002', 'Screen 10', 'Hall B'),
  transmitter('0001', 'Screen 9', 'Hall A'),
  receiver('5001', 'Ärger'),
  receiver('5002', 'Zuletzt'),
];
const boxes = new Map([
  ['k0001', box('k0001', {})],
  ['k0002', box('k0002', { online: false })],
  ['k5001', box('k5001', { online: false, twins: ['a', 'b'] })],
]);
const site = {
  devices: new Map(devices.map((device) => [device.key, device])),
  boxOf: (key: string) => boxes.get(key),
};
const everything: DeviceWish = { text: '', kind: 'all', state: 'all', sort: 'id', descending: false };
const ids = (wish: Partial<DeviceWish>) => deviceRows(site, { ...everything, ...wish }).map(({ device }) => device.id);

describe('the list of devices', () => {
  beforeEach(() => vi.stubGlobal('localStorage', { getItem: () => 'en' }));
  afterEach(() => vi.unstubAllGlobals());

  test('is by ID unless somebody wants it otherwise', () => {
    expect(ids({})).toEqual(['0001', '0002', '5001', '5002']);
    expect(ids({ descending: true })).toEqual(['5002', '5001', '0002', '0001']);
  });

  test('sorts names as people read them: 9 before 10, Ä beside A', () => {
    expect(ids({ sort: 'name' })).toEqual(['5001', '0001', '0002', '5002']);
  });

  test('puts what needs somebody first', () => {
    expect(ids({ sort: 'state' })).toEqual(['5001', '0002', '5002', '0001']);
  });

  test('finds ID, name and location in any letter case and any composition', () => {
    expect(ids({ text: 'hall b' })).toEqual(['0002']);
    expect(ids({ text: 'A\u0308RGER' })).toEqual(['5001']);
    expect(ids({ text: ' 500 ' })).toEqual(['5001', '5002']);
    expect(ids({ kind: 'transmitter', state: 'offline' })).toEqual(['0002']);
    expect(ids({ state: 'twins' })).toEqual(['5001']);
    expect(ids({ state: 'empty' })).toEqual(['5002']);
  });
});

describe('a new device', () => {
  test('gets the lowest ID of its kind that is free', () => {
    expect(freeId('transmitter', devices)).toBe('0003');
    expect(freeId('receiver', devices)).toBe('5003');
    expect(freeId('receiver', [receiver('5002', '')])).toBe('5001');
    expect(freeId('transmitter', [])).toBe('0001');
  });
});

describe('a change of many', () => {
  const nothing = { location: null, pointer: null, chroma: null, sound: null };

  test('leaves out whom it does not change', () => {
    expect(withBulkChange(transmitter('0001', 'x', 'here'), { ...nothing, location: 'here' })).toBeNull();
    expect(withBulkChange(receiver('5001', 'x'), { ...nothing, sound: true })).toBeNull();
  });

  test('changes what is ticked and nothing else', () => {
    const changed = withBulkChange(transmitter('0001', 'x', 'here'), { ...nothing, chroma: '4:4:4', sound: true });
    expect(changed).toEqual({
      ...transmitter('0001', 'x', 'here'),
      settings: { ...settings, chroma: '4:4:4', sound: true },
    });
  });
});
