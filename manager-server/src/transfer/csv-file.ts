import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { guarded, unguarded } from './cell-guard.ts';
import {
  type FileContent,
  type FileRow,
  PROBLEMS_MAX,
  problemAt,
  ROWS_MAX,
  type TransferProblem,
  tooManyRows,
} from './file-table.ts';
import type { Cell, Column, Row, SheetName } from './sheet.ts';
import { sheets } from './sheets.ts';

/**
 * RFC 4180 in UTF-8 without a byte order mark. A list of IDs has spaces between, a list of names a line each: a name may
 * hold any other character.
 */
export const csvHeader = (columns: readonly Column[]): string => written([columns.map(({ name }) => name)]);

export function csvLines(columns: readonly Column[], rows: readonly Row[]): string {
  return written(rows.map((row) => columns.map((column) => guarded(cellText(row[column.name] ?? '', column)))));
}

/** With `;` or tabs between cells, a byte order mark and any line ends too: as spreadsheets save it. */
export function readCsv(text: string, collection: SheetName): FileContent {
  const bare = text.replace(/^\u{feff}/u, '');
  const separator = /^sep=(.)\r?\n/i.exec(bare);
  const body = separator === null ? bare : bare.slice(separator[0].length);
  try {
    const delimiter = separator?.[1] ?? delimiterOf(body);
    return tableOf(records(body, { delimiter, before: separator === null ? 0 : 1 }), collection);
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    const line = typeof thrown.lines === 'number' ? thrown.lines : null;
    const problem = problemAt({ line, collection }, { code: 'unreadable', message: thrown.message });
    return { tables: [], problems: [problem] };
  }
}

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

function written(rows: readonly (readonly string[])[]): string {
  // Other programs take semicolons and tabs for ends of cells too: quoted, they are none for anybody.
  const quoted = [/[;\t]/, /^\s|\s$/];
  return stringify(
    rows.map((row) => [...row]),
    { record_delimiter: '\r\n', quote_record_delimiter: true, quoted_match: quoted },
  );
}

function cellText(cell: Cell, { form }: Column): string {
  if (typeof cell === 'string') return cell;
  return cell.join(form === 'names' ? '\n' : ' ');
}

/** The header has none of these in a name. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split(/\r?\n|\r/, 1);
  const counts = [',', ';', '\t'].map((each) => ({ each, count: header.split(each).length }));
  return counts.toSorted((one, other) => other.count - one.count)[0]?.each ?? ',';
}

function records(
  text: string,
  { delimiter, before }: { readonly delimiter: string; readonly before: number },
): readonly CsvRecord[] {
  const found: unknown = parse(text, {
    delimiter,
    info: true,
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    // The header, and one more than are taken.
    to: ROWS_MAX + 2,
  });
  // With `info` and `raw` every record comes as such an object, see the library's Options.
  const all = found as readonly { record: string[]; info: { lines: number }; raw: string }[];
  return all.map(({ record, info, raw }) => ({
    line: before + info.lines - lineEnds(raw.trim()),
    cells: record,
  }));
}

const lineEnds = (text: string): number => text.split(/\r\n|\n|\r/).length - 1;

function tableOf([header, ...rest]: readonly CsvRecord[], collection: SheetName): FileContent {
  if (header === undefined) {
    const message = 'the file is empty: its first line says the columns';
    return { tables: [], problems: [problemAt({ collection }, { code: 'nothing-to-read', message })] };
  }
  const { columns, problems } = columnsOf(header, collection);
  const rows: FileRow[] = [];
  for (const record of rest) {
    if (problems.length >= PROBLEMS_MAX) break;
    // Spreadsheets leave rows behind that have nothing but separators.
    if (record.cells.every((cell) => cell.trim() === '')) continue;
    if (rows.length >= ROWS_MAX) {
      problems.push(tooManyRows({ line: record.line, collection }));
      break;
    }
    const row = rowOf(record, columns);
    if (row === null) {
      const message = `the line has ${record.cells.length} cells, the first line ${columns.length} columns`;
      problems.push(problemAt({ line: record.line, collection }, { code: 'unreadable', message }));
    } else rows.push({ line: record.line, row });
  }
  return { tables: [{ collection, rows }], problems };
}

function columnsOf(
  { line, cells }: CsvRecord,
  collection: SheetName,
): { readonly columns: readonly (Column | null)[]; readonly problems: TransferProblem[] } {
  const { columns: known, identifying } = sheets[collection];
  const problems: TransferProblem[] = [];
  const seen = new Set<string>();
  const columns = cells.map((cell) => {
    const text = cell.trim();
    // A column without a heading and without cells is what deleting one leaves behind.
    if (text === '') return null;
    const column = known.find(({ name }) => name.toLowerCase() === text.toLowerCase()) ?? null;
    if (column === null) {
      const message = `there is no column ${text}; there are ${known.map(({ name }) => name).join(', ')}`;
      problems.push(problemAt({ line, column: text, collection }, { code: 'unknown-column', message }));
    } else if (seen.has(column.name)) {
      const message = `the column ${column.name} is there twice`;
      problems.push(problemAt({ line, column: text, collection }, { code: 'duplicate-column', message }));
    }
    if (column !== null) seen.add(column.name);
    return column;
  });
  for (const name of identifying) {
    if (seen.has(name)) continue;
    const message = `the column ${name} is missing: it says which record a line is`;
    problems.push(problemAt({ line, column: name, collection }, { code: 'missing-column', message }));
  }
  return { columns, problems };
}

/** Null where the cells are not the columns'. */
function rowOf({ cells }: CsvRecord, columns: readonly (Column | null)[]): Row | null {
  if (cells.length < columns.length) return null;
  const row: Record<string, Cell> = {};
  for (const [index, cell] of cells.entries()) {
    const column = columns[index] ?? null;
    if (column === null) {
      if (cell.trim() !== '') return null;
      continue;
    }
    row[column.name] = cellOf(unguarded(cell), column);
  }
  return row;
}

function cellOf(text: string, { form }: Column): Cell {
  if (form === 'ids') return text.split(/[\s,;]+/).filter((each) => each !== '');
  if (form === 'names') return text.split(/\r\n|\n|\r/).filter((each) => each !== '');
  return text;
}
