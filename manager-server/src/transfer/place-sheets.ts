import { type DeviceKey, foldHotkey, foldName } from '@seatmatrix/protocol/domain';
import type { DirectorySnapshot } from '../directory/index.ts';
import { leafText, numberOf } from './leaves.ts';
import { type Finder, firstPart, listOf, type Row, type Sheet, textOf } from './sheet.ts';

export const deviceGroupSheet: Sheet<'device-groups'> = {
  collection: 'device-groups',
  columns: [
    { name: 'name', form: 'text' },
    { name: 'devices', form: 'ids' },
  ],
  identifying: ['name'],
  identity: (row) => textOf(row, 'name') ?? null,
  write: ({ name, devices }, site) => ({ name, devices: idsOf(devices, site) }),
  read: (row, { current, finder }) => ({
    name: textOf(row, 'name') ?? '',
    devices: keysOf(row, { column: 'devices', finder }) ?? current?.devices ?? [],
  }),
  columnOf: firstPart,
};

export const hotkeySheet: Sheet<'hotkeys'> = {
  collection: 'hotkeys',
  columns: [
    { name: 'text', form: 'text' },
    { name: 'devices', form: 'ids' },
  ],
  identifying: ['text'],
  identity(row) {
    const text = textOf(row, 'text');
    return text === undefined ? null : foldHotkey(text);
  },
  write: ({ text, devices }, site) => ({ text, devices: idsOf(devices, site) }),
  read: (row, { current, finder }) => ({
    text: textOf(row, 'text') ?? '',
    devices: keysOf(row, { column: 'devices', finder }) ?? current?.devices ?? [],
  }),
  columnOf: firstPart,
};

export const seatSheet: Sheet<'seats'> = {
  collection: 'seats',
  columns: [
    { name: 'name', form: 'text' },
    { name: 'receivers', form: 'ids' },
    { name: 'idleMinutes', form: 'number' },
  ],
  identifying: ['name'],
  identity(row) {
    const name = textOf(row, 'name');
    return name === undefined ? null : foldName(name);
  },
  write: ({ name, receivers, idleMinutes }, site) => ({
    name,
    receivers: idsOf(receivers, site),
    idleMinutes: leafText(idleMinutes),
  }),
  read(row, { current, finder }) {
    const idle = textOf(row, 'idleMinutes');
    return {
      name: textOf(row, 'name') ?? '',
      receivers: keysOf(row, { column: 'receivers', finder }) ?? current?.receivers ?? [],
      idleMinutes: idle === undefined ? (current?.idleMinutes ?? null) : numberOf(idle),
    };
  },
  columnOf: firstPart,
};

export const wallSheet: Sheet<'walls'> = {
  collection: 'walls',
  columns: [
    { name: 'name', form: 'text' },
    { name: 'rows', form: 'number' },
    { name: 'columns', form: 'number' },
    { name: 'receivers', form: 'ids' },
    { name: 'state', form: 'text' },
  ],
  identifying: ['name'],
  identity: (row) => textOf(row, 'name') ?? null,
  write: ({ name, rows, columns, receivers, state }, site) => ({
    name,
    rows: String(rows),
    columns: String(columns),
    receivers: idsOf(receivers, site),
    state,
  }),
  read(row, { current, finder }) {
    const side = (column: 'rows' | 'columns') => {
      const text = textOf(row, column);
      return text === undefined ? (current?.[column] ?? 1) : numberOf(text);
    };
    return {
      name: textOf(row, 'name') ?? '',
      rows: side('rows'),
      columns: side('columns'),
      receivers: keysOf(row, { column: 'receivers', finder }) ?? current?.receivers ?? [],
      state: textOf(row, 'state') ?? current?.state ?? 'spliced',
    };
  },
  columnOf: firstPart,
};

export const sourceSheet: Sheet<'sources'> = {
  collection: 'sources',
  columns: [
    { name: 'name', form: 'text' },
    { name: 'transmitters', form: 'ids' },
  ],
  identifying: ['name'],
  identity: (row) => textOf(row, 'name') ?? null,
  write: ({ name, transmitters }, site) => ({ name, transmitters: idsOf(transmitters, site) }),
  read: (row, { current, finder }) => ({
    name: textOf(row, 'name') ?? '',
    transmitters: keysOf(row, { column: 'transmitters', finder }) ?? current?.transmitters ?? [],
  }),
  columnOf: firstPart,
};

function idsOf(keys: readonly DeviceKey[], site: DirectorySnapshot): readonly string[] {
  return keys.map((key) => site.devices.get(key)?.value.id ?? key);
}

function keysOf(
  row: Row,
  { column, finder }: { readonly column: string; readonly finder: Finder },
): readonly string[] | undefined {
  return listOf(row, column)?.flatMap((name) => finder.find('devices', { name, column }) ?? []);
}
