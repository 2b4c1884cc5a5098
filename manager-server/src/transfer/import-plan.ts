import { isDeepStrictEqual } from 'node:util';
import { collectionSchemas, type DirectoryChange, type DirectorySnapshot, type Versioned } from '../directory/index.ts';
import { type FileTable, PROBLEMS_MAX, problemAt, type TransferProblem } from './file-table.ts';
import { identities, NameBook } from './name-book.ts';
import type { Row } from './sheet.ts';
import { type AnySheetName, anySheet } from './sheets.ts';

export interface ImportQuestion {
  readonly tables: readonly FileTable[];
  readonly site: DirectorySnapshot;
  /** `replace` also removes what the file's collections do not have. */
  readonly mode: 'merge' | 'replace';
  readonly newKey: () => string;
}

export interface ImportPlan {
  readonly changes: readonly DirectoryChange[];
  /** Of the file, by `collection/key`. */
  readonly lines: ReadonlyMap<string, number>;
  readonly problems: readonly TransferProblem[];
}

/** What the file wants of the site, as changes. The laws are not judged here. */
export function* planImport(question: ImportQuestion): Generator<undefined, ImportPlan> {
  const problems: TransferProblem[] = [];
  const targets: Target[] = [];
  const removed: Removal[] = [];
  const book = new NameBook();
  for (const table of question.tables) {
    const matched = yield* matchRows(table, { question, problems });
    targets.push(...matched.targets);
    removed.push(...matched.removed);
  }
  yield* fillBook(book, { site: question.site, targets, removed });
  const changes: DirectoryChange[] = [];
  for (const target of targets) {
    if (problems.length >= PROBLEMS_MAX) break;
    const change = changeOf(target, { book, problems });
    if (change !== null) changes.push(change);
    yield;
  }
  const lines = new Map(targets.map(({ collection, key, line }) => [`${collection}/${key}`, line]));
  return { changes: [...changes, ...removed.map(deletionOf)], lines, problems };
}

interface Target {
  readonly collection: AnySheetName;
  readonly key: string;
  readonly identity: string;
  readonly line: number;
  readonly row: Row;
  readonly current: Versioned<unknown> | null;
}

interface Removal {
  readonly collection: AnySheetName;
  readonly key: string;
  readonly version: number;
}

/** Which record each row means: one that is there, or a new one. */
function* matchRows(
  { collection, rows }: FileTable,
  { question, problems }: { readonly question: ImportQuestion; readonly problems: TransferProblem[] },
): Generator<undefined, { readonly targets: readonly Target[]; readonly removed: readonly Removal[] }> {
  const { site, mode, newKey } = question;
  const there = new NameBook();
  for (const each of identities(collection, site)) {
    there.add(collection, each);
    yield;
  }
  const targets: Target[] = [];
  const seen = new Map<string, number>();
  for (const { line, row } of rows) {
    yield;
    const identity = anySheet(collection).identity(row);
    if (identity === null) {
      problems.push(problemAt({ line, collection }, { code: 'wrong-value', message: 'it does not say which it is' }));
      continue;
    }
    const earlier = seen.get(identity);
    if (earlier !== undefined) {
      problems.push(
        problemAt({ line, collection }, { code: 'duplicate', message: `line ${earlier} says the same one` }),
      );
      continue;
    }
    seen.set(identity, line);
    const [key, ...more] = there.keys(collection, identity);
    if (more.length > 0) {
      const message = 'there are several of this name; give them others first';
      problems.push(problemAt({ line, collection }, { code: 'ambiguous-name', message }));
      continue;
    }
    const current = key === undefined ? null : (site[collection].get(key) ?? null);
    targets.push({ collection, key: key ?? newKey(), identity, line, row, current });
  }
  const kept = new Set(targets.map(({ key }) => key));
  const gone = mode === 'merge' || collection === 'settings' ? [] : [...site[collection]];
  const removed = gone.flatMap(([key, { version }]) => (kept.has(key) ? [] : [{ collection, key, version }]));
  return { targets, removed };
}

/** Names as they are to be: of what is there and stays, and of what the file brings. */
function* fillBook(
  book: NameBook,
  result: {
    readonly site: DirectorySnapshot;
    readonly targets: readonly Target[];
    readonly removed: readonly Removal[];
  },
): Generator<undefined, void> {
  const gone = new Set(result.removed.map(({ collection, key }) => `${collection}/${key}`));
  for (const collection of ['devices', 'operators', 'groups', 'device-groups'] as const) {
    for (const each of identities(collection, result.site)) {
      if (!gone.has(`${collection}/${each.key}`)) book.add(collection, each);
      yield;
    }
  }
  for (const target of result.targets) book.add(target.collection, target);
}

/** Null where nothing changes, or a problem was told. */
function changeOf(
  { collection, key, line, row, current }: Target,
  { book, problems }: { readonly book: NameBook; readonly problems: TransferProblem[] },
): DirectoryChange | null {
  const told = problems.length;
  const finder = book.finder((problem) => void problems.push(problemAt({ line, collection, ...problem }, problem)));
  const sheet = anySheet(collection);
  const value = { key, ...sheet.read(row, { current: current?.value ?? null, finder }) };
  if (problems.length > told) return null;
  const parsed = collectionSchemas[collection].safeParse(value);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      const column = sheet.columnOf(path.map((part) => `/${String(part)}`).join(''));
      problems.push(problemAt({ line, column, collection }, { code: 'invalid', message }));
    }
    return null;
  }
  if (current !== null && isDeepStrictEqual(current.value, parsed.data)) return null;
  // The collection's own schema has just made the value.
  return { type: 'put', collection, value: parsed.data, expected: current?.version ?? null } as DirectoryChange;
}

const deletionOf = ({ collection, key, version }: Removal): DirectoryChange => ({
  type: 'delete',
  collection,
  key,
  expected: version,
});
