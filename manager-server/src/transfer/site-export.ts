import { setImmediate } from 'node:timers/promises';
import type { Clock } from '@seatmatrix/protocol/kernel';
import type { DirectorySnapshot } from '../directory/index.ts';
import { csvHeader, csvLines } from './csv-file.ts';
import type { FileFormat } from './file-table.ts';
import { identities } from './name-book.ts';
import type { Row, SheetName } from './sheet.ts';
import { type AnySheetName, sheets, siteOrder } from './sheets.ts';
import { yamlHead, yamlRecord, yamlTableHead } from './yaml-file.ts';

/** Written at one time: a millisecond or two. */
const CHUNK_ROWS = 200;

/** Collections whose names no law keeps apart, and the files that say records by them. */
const NAMED_FREELY = ['groups', 'device-groups', 'walls', 'sources'] as const;

/** Two records that a file by names could not tell apart; null when there are none. */
export function sameName(
  site: DirectorySnapshot,
  collection: SheetName | 'site',
): { readonly collection: string; readonly name: string } | null {
  for (const each of NAMED_FREELY) {
    if (!saysNamesOf(collection, each)) continue;
    const seen = new Set<string>();
    for (const { value } of site[each].values()) {
      if (seen.has(value.name)) return { collection: each, name: value.name };
      seen.add(value.name);
    }
  }
  return null;
}

/** A file that a person edits, piece by piece, in an order that does not depend on how the site came to be. */
export async function* exportFile(
  site: DirectorySnapshot,
  {
    collection,
    format,
    clock,
  }: { readonly collection: SheetName | 'site'; readonly format: FileFormat; readonly clock: Clock },
): AsyncGenerator<string> {
  if (format === 'csv' && collection !== 'site') {
    const { columns } = sheets[collection];
    yield csvHeader(columns);
    for (const rows of chunks(sortedRows(collection, site))) {
      yield csvLines(columns, rows);
      await clock.outside(setImmediate());
    }
    return;
  }
  yield yamlHead;
  for (const each of collection === 'site' ? siteOrder : [collection]) {
    const rows = sortedRows(each, site);
    yield yamlTableHead(each, rows.length);
    for (const chunk of chunks(rows)) {
      yield chunk.map((row) => yamlRecord(each, row)).join('');
      await clock.outside(setImmediate());
    }
  }
}

function saysNamesOf(collection: SheetName | 'site', named: (typeof NAMED_FREELY)[number]): boolean {
  if (collection === 'site' || collection === named) return true;
  if (collection === 'operators') return named === 'groups';
  return collection === 'grants' && (named === 'groups' || named === 'device-groups');
}

function sortedRows(collection: AnySheetName, site: DirectorySnapshot): readonly Row[] {
  return [...identities(collection, site)]
    .toSorted((one, other) => (one.identity < other.identity ? -1 : Number(one.identity > other.identity)))
    .map(({ row }) => row);
}

function* chunks(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += CHUNK_ROWS) yield rows.slice(from, from + CHUNK_ROWS);
}
