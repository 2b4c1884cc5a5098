import { DEFAULT_SOURCE_SETTINGS, foldHotkey, foldName } from '@seatmatrix/protocol/domain';
import type { CollectionName, Collections } from '../../directory/index.ts';
import { type ResourceInput, type ResourceSchemas, resourceSchemas } from './resource.ts';

/** How one collection of the directory looks from outside. */
export interface Resource<Name extends CollectionName> extends ResourceSchemas<Name> {
  readonly collection: Name;
  readonly tag: string;
  /** Lists are in this order, then in that of the keys. */
  readonly sortText: (value: Collections[Name]) => string;
  /** What `q` looks into. */
  readonly searchText: (value: Collections[Name]) => string;
  readonly filters: Readonly<Record<string, (value: Collections[Name], wanted: string) => boolean>>;
  /** What the record has where the client leaves it out; `current` is null for a new one. */
  readonly absent?: (
    input: ResourceInput<Name>,
    current: Collections[Name] | null,
  ) => Readonly<Record<string, unknown>>;
  /** What would give a program more than it has: a person's alone. */
  readonly himself?: (input: ResourceInput<Name>, current: Collections[Name] | null) => boolean;
}

export const deviceResource: Resource<'devices'> = {
  collection: 'devices',
  tag: 'Devices',
  ...resourceSchemas('devices', 'Device'),
  sortText: ({ id }) => id,
  searchText: ({ id, name, location }) => foldName(`${id}\n${name}\n${location}`),
  filters: {
    id: ({ id }, wanted) => id === wanted,
    kind: ({ kind }, wanted) => kind === wanted,
  },
  absent({ kind }, current) {
    if (kind === 'receiver') return {};
    return { settings: current?.kind === 'transmitter' ? current.settings : DEFAULT_SOURCE_SETTINGS };
  },
};

export const deviceGroupResource: Resource<'device-groups'> = {
  collection: 'device-groups',
  tag: 'Devices',
  ...resourceSchemas('device-groups', 'DeviceGroup'),
  sortText: ({ name }) => foldName(name),
  searchText: ({ name }) => foldName(name),
  filters: { device: ({ devices }, wanted) => holds(devices, wanted) },
};

export const operatorResource: Resource<'operators'> = {
  collection: 'operators',
  tag: 'Operators',
  ...resourceSchemas('operators', 'Operator'),
  sortText: ({ name }) => foldName(name),
  searchText: ({ name }) => foldName(name),
  filters: {
    group: ({ groups }, wanted) => holds(groups, wanted),
    disabled: ({ disabled }, wanted) => String(disabled) === wanted,
    role: ({ role }, wanted) => role === wanted,
  },
  absent: (_, current) => ({ role: current?.role ?? 'operator' }),
  himself: ({ role }, current) => role === 'administrator' && current?.role !== 'administrator',
};

export const groupResource: Resource<'groups'> = {
  collection: 'groups',
  tag: 'Operators',
  ...resourceSchemas('groups', 'Group'),
  sortText: ({ name }) => foldName(name),
  searchText: ({ name }) => foldName(name),
  filters: {},
};

export const grantResource: Resource<'grants'> = {
  collection: 'grants',
  tag: 'Rights',
  ...resourceSchemas('grants', 'Grant'),
  sortText: ({ right, subject, object }) => JSON.stringify([subject.type, subject.key, right, object.type, object.key]),
  searchText: ({ right }) => right,
  filters: {
    right: ({ right }, wanted) => right === wanted,
    operator: ({ subject }, wanted) => subject.type === 'operator' && subject.key === wanted,
    group: ({ subject }, wanted) => subject.type === 'group' && subject.key === wanted,
    device: ({ object }, wanted) => object.type === 'device' && object.key === wanted,
    'device-group': ({ object }, wanted) => object.type === 'device-group' && object.key === wanted,
  },
};

export const hotkeyResource: Resource<'hotkeys'> = {
  collection: 'hotkeys',
  tag: 'Hotkeys',
  ...resourceSchemas('hotkeys', 'Hotkey'),
  sortText: ({ text }) => foldHotkey(text),
  searchText: ({ text }) => foldHotkey(text),
  filters: { device: ({ devices }, wanted) => holds(devices, wanted) },
};

export const seatResource: Resource<'seats'> = {
  collection: 'seats',
  tag: 'Places',
  ...resourceSchemas('seats', 'Seat'),
  sortText: ({ name }) => foldName(name),
  searchText: ({ name }) => foldName(name),
  filters: { receiver: ({ receivers }, wanted) => holds(receivers, wanted) },
};

export const wallResource: Resource<'walls'> = {
  collection: 'walls',
  tag: 'Places',
  ...resourceSchemas('walls', 'Wall'),
  sortText: ({ name }) => foldName(name),
  searchText: ({ name }) => foldName(name),
  filters: { receiver: ({ receivers }, wanted) => holds(receivers, wanted) },
};

export const sourceResource: Resource<'sources'> = {
  collection: 'sources',
  tag: 'Places',
  ...resourceSchemas('sources', 'Source'),
  sortText: ({ name }) => foldName(name),
  searchText: ({ name }) => foldName(name),
  filters: { transmitter: ({ transmitters }, wanted) => holds(transmitters, wanted) },
};

export const settingsResource: ResourceSchemas<'settings'> = resourceSchemas('settings', 'Settings');

function holds(keys: readonly string[], wanted: string): boolean {
  return keys.includes(wanted);
}
