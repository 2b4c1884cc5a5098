import { foldName } from '@seatmatrix/protocol/domain';
import { flagOf } from './leaves.ts';
import { firstPart, listOf, type Sheet, textOf } from './sheet.ts';

export const operatorSheet: Sheet<'operators'> = {
  collection: 'operators',
  columns: [
    { name: 'name', form: 'text' },
    { name: 'role', form: 'text' },
    { name: 'disabled', form: 'flag' },
    { name: 'groups', form: 'names' },
  ],
  identifying: ['name'],
  identity(row) {
    const name = textOf(row, 'name');
    return name === undefined ? null : foldName(name);
  },
  write: ({ name, role, disabled, groups }, site) => ({
    name,
    role,
    disabled: String(disabled),
    groups: groups.map((key) => site.groups.get(key)?.value.name ?? key),
  }),
  read(row, { current, finder }) {
    const disabled = textOf(row, 'disabled');
    const groups = listOf(row, 'groups');
    return {
      name: textOf(row, 'name') ?? '',
      role: textOf(row, 'role') ?? current?.role ?? 'operator',
      disabled: disabled === undefined ? (current?.disabled ?? false) : (flagOf(disabled) ?? disabled),
      groups:
        groups?.flatMap((name) => finder.find('groups', { name, column: 'groups' }) ?? []) ?? current?.groups ?? [],
    };
  },
  columnOf: firstPart,
};

export const groupSheet: Sheet<'groups'> = {
  collection: 'groups',
  columns: [{ name: 'name', form: 'text' }],
  identifying: ['name'],
  identity: (row) => textOf(row, 'name') ?? null,
  write: ({ name }) => ({ name }),
  read: (row) => ({ name: textOf(row, 'name') ?? '' }),
  columnOf: firstPart,
};
