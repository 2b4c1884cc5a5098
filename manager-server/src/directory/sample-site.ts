import {
  DEFAULT_SOURCE_SETTINGS,
  type DeviceGroup,
  deviceGroupKey,
  deviceKey,
  type Grant,
  type Group,
  grantKey,
  groupKey,
  type Hotkey,
  hotkeyKey,
  type Operator,
  operatorKey,
  type Receiver,
  type Seat,
  type Source,
  seatKey,
  sourceKey,
  type Transmitter,
  type Wall,
  wallKey,
} from '@seatmatrix/protocol/domain';
import type { CollectionName, Collections, DirectorySnapshot, Versioned } from './collection.ts';
import type { DirectoryChange } from './directory.ts';
import { DEFAULT_SETTINGS } from './site-directory.ts';

// Records for this folder's tests, with short ways to write them down.

export const emptySnapshot: DirectorySnapshot = {
  devices: new Map(),
  'device-groups': new Map(),
  operators: new Map(),
  groups: new Map(),
  grants: new Map(),
  hotkeys: new Map(),
  seats: new Map(),
  walls: new Map(),
  sources: new Map(),
  settings: new Map([['site', { value: DEFAULT_SETTINGS, version: 1 }]]),
};

export const transmitter = (id: string, fields: Partial<Transmitter> = {}): Transmitter => ({
  kind: 'transmitter',
  key: deviceKey(`t${id}`),
  id: id as Transmitter['id'],
  name: `Computer ${id}`,
  location: '',
  settings: DEFAULT_SOURCE_SETTINGS,
  ...fields,
});

export const desk = (id: string, fields: Partial<Receiver> = {}): Receiver => ({
  kind: 'receiver',
  key: deviceKey(`r${id}`),
  id: id as Receiver['id'],
  name: `Desk ${id}`,
  location: '',
  receiverKind: 'desk',
  viewWhileSignedOut: false,
  ...fields,
});

export const display = (id: string, fields: Partial<Receiver> = {}): Receiver =>
  desk(id, { name: `Display ${id}`, receiverKind: 'display', ...fields });

const keys = (ids: string) => (ids === '' ? [] : ids.split(' ').map(deviceKey));

/** Lists of devices are written as their keys with a space between. */
export const seat = (key: string, receivers: string, fields: Partial<Seat> = {}): Seat => ({
  key: seatKey(key),
  name: `Seat ${key}`,
  receivers: keys(receivers),
  idleMinutes: null,
  ...fields,
});

export const wall = (key: string, receivers: string, fields: Partial<Wall> = {}): Wall => ({
  key: wallKey(key),
  name: `Wall ${key}`,
  rows: 1,
  columns: keys(receivers).length,
  receivers: keys(receivers),
  state: 'spliced',
  ...fields,
});

export const source = (key: string, transmitters: string, fields: Partial<Source> = {}): Source => ({
  key: sourceKey(key),
  name: `Source ${key}`,
  transmitters: keys(transmitters),
  ...fields,
});

export const hotkey = (text: string, devices: string, fields: Partial<Hotkey> = {}): Hotkey => ({
  key: hotkeyKey(`h-${text}`),
  text,
  devices: keys(devices),
  ...fields,
});

export const group = (key: string, fields: Partial<Group> = {}): Group => ({
  key: groupKey(key),
  name: `Group ${key}`,
  ...fields,
});

export const deviceGroup = (key: string, devices: string, fields: Partial<DeviceGroup> = {}): DeviceGroup => ({
  key: deviceGroupKey(key),
  name: `Devices ${key}`,
  devices: keys(devices),
  ...fields,
});

export const operator = (name: string, fields: Partial<Operator> = {}): Operator => ({
  key: operatorKey(`o-${name}`),
  name,
  disabled: false,
  role: 'operator',
  groups: [],
  ...fields,
});

/** `operator:o-hxfj connect device:t0001` */
export const grant = (text: string): Grant => {
  const [who = '', right = '', what = ''] = text.split(' ');
  const [subject = '', subjectKey = ''] = who.split(':');
  const [object = '', objectKey = ''] = what.split(':');
  return {
    key: grantKey(`${subjectKey}-${right}-${objectKey}`),
    right: right as Grant['right'],
    subject: { type: subject, key: subjectKey } as Grant['subject'],
    object: { type: object, key: objectKey } as Grant['object'],
  };
};

export const put = <Name extends CollectionName>(
  collection: Name,
  value: Collections[Name],
  expected: number | null = null,
): DirectoryChange => ({ type: 'put', collection, value, expected }) as DirectoryChange;

export const remove = (collection: CollectionName, key: string, expected = 1): DirectoryChange => ({
  type: 'delete',
  collection,
  key,
  expected,
});

/** A snapshot of these records as they stand, lawful or not. */
export function snapshotOf(records: { readonly [Name in CollectionName]?: readonly Collections[Name][] }) {
  const collections = Object.entries(records).map(([name, values]) => [
    name,
    new Map<string, Versioned<unknown>>(values.map((value) => [value.key, { value, version: 1 }])),
  ]);
  return { ...emptySnapshot, ...Object.fromEntries(collections) } as DirectorySnapshot;
}
