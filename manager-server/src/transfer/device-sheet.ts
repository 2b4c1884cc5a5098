import { DEFAULT_SOURCE_SETTINGS, kindOfId } from '@seatmatrix/protocol/domain';
import { flagOf, leafColumns, leafRow, withLeaves } from './leaves.ts';
import { type Column, type Finder, type Row, type Sheet, textOf } from './sheet.ts';

const RECEIVER: readonly Column[] = [
  { name: 'receiverKind', form: 'text' },
  { name: 'viewWhileSignedOut', form: 'flag' },
];
const TRANSMITTER = leafColumns(DEFAULT_SOURCE_SETTINGS);

/** Its ID says what a device is; the columns of the other kind stay empty. */
export const deviceSheet: Sheet<'devices'> = {
  collection: 'devices',
  columns: [
    { name: 'id', form: 'text' },
    { name: 'name', form: 'text' },
    { name: 'location', form: 'text' },
    ...RECEIVER,
    ...TRANSMITTER,
  ],
  identifying: ['id'],
  identity(row) {
    const id = textOf(row, 'id');
    return id === undefined ? null : fullId(id);
  },
  write(device) {
    const { id, name, location } = device;
    if (device.kind === 'transmitter') return { id, name, location, ...leafRow(device.settings) };
    const { receiverKind, viewWhileSignedOut } = device;
    return { id, name, location, receiverKind, viewWhileSignedOut: String(viewWhileSignedOut) };
  },
  read(row, { current, finder }) {
    const id = fullId(textOf(row, 'id') ?? '');
    const kind = current?.kind ?? kindOfId(id);
    if (kind === null) {
      const message = `"${id}" is no ID: 0001 to 4999 are transmitters, 5001 to 9999 receivers`;
      finder.tell({ column: 'id', code: 'wrong-value', message });
      return {};
    }
    const shared = {
      kind,
      id,
      name: textOf(row, 'name') ?? current?.name ?? '',
      location: row.location ?? current?.location ?? '',
    };
    foreignCells(row, { columns: kind === 'transmitter' ? RECEIVER : TRANSMITTER, kind, finder });
    if (kind === 'transmitter') {
      const settings = current?.kind === 'transmitter' ? current.settings : DEFAULT_SOURCE_SETTINGS;
      return { ...shared, settings: withLeaves(settings, emptyMeansSame(row)) };
    }
    const before = current?.kind === 'receiver' ? current : { receiverKind: 'desk', viewWhileSignedOut: false };
    const flag = textOf(row, 'viewWhileSignedOut');
    return {
      ...shared,
      receiverKind: textOf(row, 'receiverKind') ?? before.receiverKind,
      viewWhileSignedOut: flag === undefined ? before.viewWhileSignedOut : (flagOf(flag) ?? flag),
    };
  },
  columnOf: (pointer) =>
    pointer
      .slice(1)
      .replace(/^settings\//, '')
      .replaceAll('/', '.') || null,
};

/** Spreadsheets take 0001 for a number and drop its zeros; no ID is lost by putting them back. */
export const fullId = (text: string): string => (/^\s*\d{1,4}\s*$/.test(text) ? text.trim().padStart(4, '0') : text);

const emptyMeansSame = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== ''));

/** A setting that would be dropped without a word is a mistake that somebody wants to know. */
function foreignCells(
  row: Row,
  given: { readonly columns: readonly Column[]; readonly kind: string; readonly finder: Finder },
): void {
  for (const { name } of given.columns) {
    if (textOf(row, name) === undefined) continue;
    const message = `a ${given.kind} has no ${name}: leave the cell empty`;
    given.finder.tell({ column: name, code: 'wrong-value', message });
  }
}
