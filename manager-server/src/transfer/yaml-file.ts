import { isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument, type YAMLMap } from 'yaml';
import {
  type FileContent,
  type FileRow,
  type FileTable,
  PROBLEMS_MAX,
  problemAt,
  ROWS_MAX,
  type TransferProblem,
  tooManyRows,
} from './file-table.ts';
import type { Cell, Column, Row } from './sheet.ts';
import { type AnySheetName, sheets } from './sheets.ts';

/** The form of the file: another number would be read by another rule. */
const VERSION = '1';

export const yamlHead = `seatmatrix: ${VERSION}\n`;

export const yamlTableHead = (collection: AnySheetName, rows: number): string =>
  rows === 0 ? `${collection}: []\n` : `${collection}:\n`;

/** One record as an entry of its collection's list; the settings, which are one, as the value itself. */
export function yamlRecord(collection: AnySheetName, row: Row): string {
  const lines = nestedLines(sheets[collection].columns, row);
  if (collection === 'settings') return `${lines.map((line) => `  ${line}`).join('\n')}\n`;
  return `${lines.map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`).join('\n')}\n`;
}

/**
 * Every scalar is read as the text that it is: 0001 stays 0001, no stays no. Tags, anchors and aliases are not taken, so
 * a small file cannot be a large one.
 */
export function readYaml(text: string): FileContent {
  const lineCounter = new LineCounter();
  const document = parseDocument(text.replace(/^\u{feff}/u, ''), {
    schema: 'failsafe',
    lineCounter,
    // Its own check compares each key with each other; ours is #twice.
    uniqueKeys: false,
    prettyErrors: false,
  });
  const wrong = [...document.errors, ...document.warnings].slice(0, PROBLEMS_MAX);
  if (wrong.length > 0) {
    const problems = wrong.map((each) => {
      const { line } = lineCounter.linePos(each.pos[0]);
      return problemAt({ line }, { code: 'unreadable', message: each.message });
    });
    return { tables: [], problems };
  }
  return new YamlReading(lineCounter).read(document.contents);
}

class YamlReading {
  readonly #lines: LineCounter;
  readonly #problems: TransferProblem[] = [];
  #rows = 0;

  constructor(lines: LineCounter) {
    this.#lines = lines;
  }

  read(contents: unknown): FileContent {
    if (contents === null || (isScalar(contents) && contents.value === '')) {
      const message = 'the file is empty: its collections stand at its left edge';
      return { tables: [], problems: [problemAt({}, { code: 'nothing-to-read', message })] };
    }
    if (!isMap(contents)) {
      this.#tell({ line: this.#lineOf(contents) }, 'the file is no mapping of collections');
      return { tables: [], problems: this.#problems };
    }
    this.#twice(contents, {});
    const tables = contents.items.flatMap((pair) => this.#table(pair) ?? []);
    return { tables, problems: this.#problems };
  }

  #table({ key, value }: Pair): FileTable | null {
    const name = textOfNode(key);
    const line = this.#lineOf(key);
    if (name === 'seatmatrix') {
      if (textOfNode(value) !== VERSION) this.#tell({ line }, `this program reads files of the form ${VERSION}`);
      return null;
    }
    if (name === null || !isSheet(name)) {
      const message = `there is no collection ${name ?? 'of this name'}; there are ${Object.keys(sheets).join(', ')}`;
      this.#problems.push(problemAt({ line }, { code: 'unknown-collection', message }));
      return null;
    }
    if (name === 'settings') return { collection: name, rows: this.#row(value, name) };
    if (!isSeq(value)) {
      this.#tell({ line, collection: name }, `${name} is no list`);
      return null;
    }
    const rows: FileRow[] = [];
    for (const item of value.items) {
      if (this.#problems.length >= PROBLEMS_MAX) break;
      this.#rows += 1;
      if (this.#rows > ROWS_MAX) {
        this.#problems.push(tooManyRows({ line: this.#lineOf(item) ?? 1, collection: name }));
        break;
      }
      rows.push(...this.#row(item, name));
    }
    return { collection: name, rows };
  }

  #row(node: unknown, collection: AnySheetName): readonly FileRow[] {
    const line = this.#lineOf(node) ?? 1;
    if (!isMap(node)) {
      this.#tell({ line, collection }, 'a record is a mapping of its fields');
      return [];
    }
    const cells = new Map<string, Cell>();
    this.#cells(node, { collection, prefix: '', cells });
    for (const name of sheets[collection].identifying) {
      if (node.has(name)) continue;
      const message = `${name} is missing: it says which record this is`;
      this.#problems.push(problemAt({ line, column: name, collection }, { code: 'missing-column', message }));
    }
    return [{ line, row: Object.fromEntries(cells) }];
  }

  #cells(
    map: YAMLMap,
    into: { readonly collection: AnySheetName; readonly prefix: string; readonly cells: Map<string, Cell> },
  ): void {
    const { collection, prefix, cells } = into;
    const { columns } = sheets[collection];
    this.#twice(map, { collection });
    for (const { key, value } of map.items) {
      if (this.#problems.length >= PROBLEMS_MAX) return;
      const name = `${prefix}${textOfNode(key) ?? ''}`;
      const where = { line: this.#lineOf(key), column: name, collection };
      const column = columns.find((each) => each.name === name);
      if (column === undefined && isMap(value) && columns.some((each) => each.name.startsWith(`${name}.`))) {
        this.#cells(value, { collection, prefix: `${name}.`, cells });
      } else if (column === undefined) {
        const message = `there is no field ${name}; there are ${columns.map((each) => each.name).join(', ')}`;
        this.#problems.push(problemAt(where, { code: 'unknown-column', message }));
      } else {
        const cell = cellOfNode(value, column);
        if (cell === null) this.#tell(where, `${name} is ${isList(column) ? 'a list of texts' : 'a text'}`);
        else cells.set(name, cell);
      }
    }
  }

  /** A key that comes twice would hide what stood at the first. */
  #twice(map: YAMLMap, where: { readonly collection?: AnySheetName }): void {
    const seen = new Set<string>();
    for (const { key } of map.items) {
      const name = textOfNode(key);
      if (name === null) continue;
      if (seen.has(name)) this.#tell({ ...where, line: this.#lineOf(key), column: name }, `${name} stands twice here`);
      if (this.#problems.length >= PROBLEMS_MAX) return;
      seen.add(name);
    }
  }

  #tell(where: Parameters<typeof problemAt>[0], message: string): void {
    this.#problems.push(problemAt(where, { code: 'unreadable', message }));
  }

  #lineOf(node: unknown): number | null {
    if (!(typeof node === 'object' && node !== null && 'range' in node) || !Array.isArray(node.range)) return null;
    const [start]: readonly unknown[] = node.range;
    return typeof start === 'number' ? this.#lines.linePos(start).line : null;
  }
}

const isSheet = (name: string): name is AnySheetName => Object.hasOwn(sheets, name);
const isList = ({ form }: Column): boolean => form === 'ids' || form === 'names';

function textOfNode(node: unknown): string | null {
  return isScalar(node) && typeof node.value === 'string' ? node.value : null;
}

function cellOfNode(node: unknown, column: Column): Cell | null {
  if (node === null) return isList(column) ? [] : '';
  const text = textOfNode(node);
  if (!isList(column)) return text;
  if (text !== null) return text === '' ? [] : [text];
  if (!isSeq(node)) return null;
  const texts = node.items.map(textOfNode);
  return texts.every((each) => each !== null) ? texts : null;
}

/** `serial.baud` as `serial:` with `baud` under it. */
function nestedLines(columns: readonly Column[], row: Row): readonly string[] {
  const lines: string[] = [];
  let open: readonly string[] = [];
  for (const column of columns) {
    const cell = row[column.name];
    if (cell === undefined) continue;
    const path = column.name.split('.');
    const parents = path.slice(0, -1);
    for (const [depth, name] of parents.entries()) {
      if (open[depth] !== name) lines.push(`${'  '.repeat(depth)}${name}:`);
    }
    open = parents;
    lines.push(`${'  '.repeat(parents.length)}${path.at(-1) ?? ''}: ${nodeText(cell, column)}`);
  }
  return lines;
}

function nodeText(cell: Cell, { form }: Column): string {
  if (typeof cell !== 'string') return `[${cell.map(quoted).join(', ')}]`;
  return (form === 'number' && /^\d+$/.test(cell)) || form === 'flag' ? cell : quoted(cell);
}

/** JSON's strings are YAML's too (YAML 1.2 §1.2), but for characters that YAML wants escaped. */
function quoted(text: string): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, escaped);
}
