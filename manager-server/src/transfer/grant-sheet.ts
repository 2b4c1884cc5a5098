import { foldName } from '@seatmatrix/protocol/domain';
import { fullId } from './device-sheet.ts';
import { type Finder, type Row, type Sheet, textOf } from './sheet.ts';

/** Who may do what: one of `operator` and `group`, one of `device` and `deviceGroup`. All of it together is its name. */
export const grantSheet: Sheet<'grants'> = {
  collection: 'grants',
  columns: [
    { name: 'right', form: 'text' },
    { name: 'operator', form: 'text' },
    { name: 'group', form: 'text' },
    { name: 'device', form: 'text' },
    { name: 'deviceGroup', form: 'text' },
  ],
  identifying: ['right'],
  identity(row) {
    const operator = textOf(row, 'operator');
    const device = textOf(row, 'device');
    return JSON.stringify([
      operator === undefined ? null : foldName(operator),
      textOf(row, 'group') ?? null,
      textOf(row, 'right') ?? null,
      device === undefined ? null : fullId(device),
      textOf(row, 'deviceGroup') ?? null,
    ]);
  },
  write({ right, subject, object }, site) {
    const who: Row =
      subject.type === 'operator'
        ? { operator: site.operators.get(subject.key)?.value.name ?? subject.key }
        : { group: site.groups.get(subject.key)?.value.name ?? subject.key };
    const what: Row =
      object.type === 'device'
        ? { device: site.devices.get(object.key)?.value.id ?? object.key }
        : { deviceGroup: site['device-groups'].get(object.key)?.value.name ?? object.key };
    return { right, ...who, ...what };
  },
  read(row, { finder }) {
    return {
      right: textOf(row, 'right') ?? '',
      subject: oneOf(row, { choices: SUBJECTS, finder }),
      object: oneOf(row, { choices: OBJECTS, finder }),
    };
  },
  columnOf(pointer) {
    if (pointer.startsWith('/subject')) return 'operator';
    return pointer.startsWith('/object') ? 'device' : pointer.slice(1) || null;
  },
};

interface Choice {
  readonly column: string;
  readonly type: string;
  readonly collection: Parameters<Finder['find']>[0];
}

const SUBJECTS: readonly [Choice, Choice] = [
  { column: 'operator', type: 'operator', collection: 'operators' },
  { column: 'group', type: 'group', collection: 'groups' },
];
const OBJECTS: readonly [Choice, Choice] = [
  { column: 'device', type: 'device', collection: 'devices' },
  { column: 'deviceGroup', type: 'device-group', collection: 'device-groups' },
];

function oneOf(
  row: Row,
  { choices, finder }: { readonly choices: readonly [Choice, Choice]; readonly finder: Finder },
): { readonly type: string; readonly key: string } | null {
  const said = choices.flatMap((choice) => {
    const name = textOf(row, choice.column);
    return name === undefined ? [] : [{ ...choice, name }];
  });
  const [first, ...more] = said;
  if (first === undefined || more.length > 0) {
    const [one, other] = choices;
    const message = `exactly one of ${one.column} and ${other.column} is wanted`;
    finder.tell({ column: one.column, code: 'wrong-value', message });
    return null;
  }
  const key = finder.find(first.collection, { name: first.name, column: first.column });
  return key === null ? null : { type: first.type, key };
}
