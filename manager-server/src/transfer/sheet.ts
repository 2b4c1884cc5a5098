import type { CollectionName, Collections, DirectorySnapshot } from '../directory/index.ts';

/** Collections that are a table for themselves; the settings go with the whole site alone. */
export const sheetNames = [
  'devices',
  'operators',
  'groups',
  'device-groups',
  'hotkeys',
  'grants',
  'seats',
  'walls',
  'sources',
] as const satisfies readonly Exclude<CollectionName, 'settings'>[];

export type SheetName = (typeof sheetNames)[number];

/** What stands in one place of a table: a text, or the entries of a list in order. */
export type Cell = string | readonly string[];

/** Cells by column. A column that means nothing for this record is left out. */
export type Row = Readonly<Record<string, Cell>>;

export interface Column {
  readonly name: string;
  /** `ids` of devices, `names` of groups: lists. */
  readonly form: 'text' | 'number' | 'flag' | 'ids' | 'names';
}

export interface CellProblem {
  readonly column: string | null;
  readonly code: 'wrong-value' | 'unknown-name' | 'ambiguous-name';
  readonly message: string;
}

/** Keys by the names that a file says; a problem is told through `tell`, and null comes back. */
export interface Finder {
  find(
    collection: 'devices' | 'operators' | 'groups' | 'device-groups',
    wanted: { readonly name: string; readonly column: string },
  ): string | null;
  tell(problem: CellProblem): void;
}

/** How the records of one collection stand in a file that a person edits: by IDs and names, never by keys. */
export interface Sheet<Name extends CollectionName> {
  readonly collection: Name;
  readonly columns: readonly Column[];
  /** Columns that say which record it is; a file without them cannot be read. */
  readonly identifying: readonly string[];
  /** The same for two rows that mean one record; null when the row does not say. */
  identity(row: Row): string | null;
  write(value: Collections[Name], site: DirectorySnapshot): Row;
  /** The record's fields, without its key; what the row leaves out stays as in `current`, or is the default. Not yet validated. */
  read(
    row: Row,
    given: { readonly current: Collections[Name] | null; readonly finder: Finder },
  ): Record<string, unknown>;
  /** The column that a field of the record is in, by its JSON pointer. */
  columnOf(pointer: string): string | null;
}

/** A text of a row; undefined where the column is missing, or its cell says nothing. */
export function textOf(row: Row, column: string): string | undefined {
  const cell = row[column];
  return typeof cell === 'string' && cell !== '' ? cell : undefined;
}

export function listOf(row: Row, column: string): readonly string[] | undefined {
  const cell = row[column];
  if (cell === undefined || typeof cell !== 'string') return cell;
  return cell === '' ? [] : [cell];
}

/** `/devices/3` → `devices`. */
export const firstPart = (pointer: string): string | null => pointer.split('/')[1] ?? null;
