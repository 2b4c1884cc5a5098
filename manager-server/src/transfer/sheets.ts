import { DEFAULT_SETTINGS, type DirectorySnapshot } from '../directory/index.ts';
import { deviceSheet } from './device-sheet.ts';
import { grantSheet } from './grant-sheet.ts';
import { leafColumns, leafRow, withLeaves } from './leaves.ts';
import { groupSheet, operatorSheet } from './people-sheets.ts';
import { deviceGroupSheet, hotkeySheet, seatSheet, sourceSheet, wallSheet } from './place-sheets.ts';
import type { Column, Finder, Row, Sheet, SheetName } from './sheet.ts';

const { key: _, ...defaults } = DEFAULT_SETTINGS;

/** One record, which is always there. */
const settingsSheet: Sheet<'settings'> = {
  collection: 'settings',
  columns: leafColumns(defaults),
  identifying: [],
  identity: () => 'site',
  write: ({ key: __, ...settings }) => leafRow(settings),
  read(row, { current }) {
    const { key: __, ...settings } = current ?? DEFAULT_SETTINGS;
    return withLeaves(settings, row);
  },
  columnOf: (pointer) => pointer.slice(1).replaceAll('/', '.') || null,
};

export type AnySheetName = SheetName | 'settings';

/** In the order in which a file says them: what is named by others comes before those. */
export const sheets: { readonly [Name in AnySheetName]: Sheet<Name> } = {
  settings: settingsSheet,
  devices: deviceSheet,
  'device-groups': deviceGroupSheet,
  groups: groupSheet,
  operators: operatorSheet,
  grants: grantSheet,
  hotkeys: hotkeySheet,
  seats: seatSheet,
  walls: wallSheet,
  sources: sourceSheet,
};

export const siteOrder = Object.keys(sheets) as readonly AnySheetName[];

/** Any record of any collection, where it is known at run time alone which. */
export interface AnySheet {
  readonly collection: AnySheetName;
  readonly columns: readonly Column[];
  identity(row: Row): string | null;
  write(value: unknown, site: DirectorySnapshot): Row;
  read(row: Row, given: { readonly current: unknown; readonly finder: Finder }): Record<string, unknown>;
  columnOf(pointer: string): string | null;
}

// What it is handed are values that were taken from, or are put into, the collection of this name.
export const anySheet = (collection: AnySheetName): AnySheet => sheets[collection] as unknown as AnySheet;
