import type { Row } from './sheet.ts';
import type { AnySheetName } from './sheets.ts';

/** More than the largest site has records of one kind; a file that has more was made by a mistake. */
export const ROWS_MAX = 20_000;
/** Problems of one answer: whoever has more reads the first ones and starts anew. */
export const PROBLEMS_MAX = 200;

export type FileFormat = 'csv' | 'yaml';

export interface FileRow {
  /** In the file, from 1: where it begins. */
  readonly line: number;
  readonly row: Row;
}

export interface FileTable {
  readonly collection: AnySheetName;
  readonly rows: readonly FileRow[];
}

export type TransferProblemCode =
  | 'unreadable'
  | 'nothing-to-read'
  | 'too-many-rows'
  | 'unknown-collection'
  | 'unknown-column'
  | 'missing-column'
  | 'duplicate-column'
  | 'wrong-value'
  | 'duplicate'
  | 'unknown-name'
  | 'ambiguous-name'
  | 'invalid'
  | 'conflict'
  | 'last-administrator'
  | 'himself-only'
  | 'not-a-backup'
  | 'damaged'
  | 'newer-version'
  | 'wrong-passphrase'
  | 'other-site';

/** Why a file cannot be taken. Words are for people. */
export interface TransferProblem {
  readonly line: number | null;
  readonly column: string | null;
  readonly collection: string | null;
  readonly code: TransferProblemCode;
  readonly message: string;
}

/** A file as it was read; with any problem, no table of it is used. */
export interface FileContent {
  readonly tables: readonly FileTable[];
  readonly problems: readonly TransferProblem[];
}

export function problemAt(
  where: { readonly line?: number | null; readonly column?: string | null; readonly collection?: string | null },
  { code, message }: Pick<TransferProblem, 'code' | 'message'>,
): TransferProblem {
  const { line = null, column = null, collection = null } = where;
  return { line, column, collection, code, message };
}

export const tooManyRows = (where: { readonly line: number; readonly collection: string }): TransferProblem =>
  problemAt(where, { code: 'too-many-rows', message: `a file holds at most ${ROWS_MAX} records` });
