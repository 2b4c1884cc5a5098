import type { OperatorKey } from '@seatmatrix/protocol/domain';
import {
  type ChangedRecord,
  type ChangeRefusal,
  type DirectorySnapshot,
  nameOf,
  nameRecord,
  type RefusedChange,
} from '../directory/index.ts';
import { PROBLEMS_MAX, problemAt, type TransferProblem } from './file-table.ts';
import type { Cell, Row } from './sheet.ts';
import { anySheet } from './sheets.ts';

/** Listed changes of one answer; more are counted. */
export const CHANGES_MAX = 1000;

export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface PreviewChange {
  readonly action: 'add' | 'change' | 'remove';
  readonly collection: string;
  readonly name: string;
  readonly line: number | null;
  readonly with: string | null;
  readonly fields: readonly FieldChange[];
}

export interface Preview {
  readonly counts: { readonly add: number; readonly change: number; readonly remove: number };
  readonly changes: readonly PreviewChange[];
  readonly changesLeftOut: number;
  readonly problems: readonly TransferProblem[];
  readonly problemsLeftOut: number;
  readonly signsYouOut: boolean;
}

export interface PreviewSources {
  readonly before: DirectorySnapshot;
  readonly after: DirectorySnapshot;
  readonly changed: readonly ChangedRecord[];
  readonly lines: ReadonlyMap<string, number>;
  /** Of what is no record of the directory. */
  readonly others?: readonly PreviewChange[];
  readonly caller: OperatorKey;
}

/** What would become of the site, what cannot be taken back by a look first. */
export function previewOf(sources: PreviewSources): Preview {
  const { changed, others = [] } = sources;
  const byAction = (action: PreviewChange['action']) => ({
    records: changed.filter((each) => actionOf(each) === action),
    others: others.filter((each) => each.action === action),
  });
  const listed: PreviewChange[] = [];
  const counts = { add: 0, change: 0, remove: 0 };
  for (const action of ['remove', 'change', 'add'] as const) {
    const of = byAction(action);
    counts[action] = of.records.length + of.others.length;
    const records = of.records.slice(0, CHANGES_MAX - listed.length).map((each) => previewChange(each, sources));
    listed.push(...records, ...of.others.slice(0, Math.max(0, CHANGES_MAX - listed.length - records.length)));
  }
  const all = counts.add + counts.change + counts.remove;
  return {
    counts,
    changes: listed,
    changesLeftOut: all - listed.length,
    problems: [],
    problemsLeftOut: 0,
    signsYouOut: signsOut(sources),
  };
}

export function refusedPreview(problems: readonly TransferProblem[]): Preview {
  return {
    counts: { add: 0, change: 0, remove: 0 },
    changes: [],
    changesLeftOut: 0,
    problems: problems.slice(0, PROBLEMS_MAX),
    problemsLeftOut: Math.max(0, problems.length - PROBLEMS_MAX),
    signsYouOut: false,
  };
}

/** Where the law that a change breaks stands in the file. */
export function refusalProblem(
  { refusal, change }: RefusedChange,
  { lines, site }: { readonly lines: ReadonlyMap<string, number>; readonly site: DirectorySnapshot },
): TransferProblem {
  const { collection, key } = nameOf(change);
  const line = lines.get(`${collection}/${key}`) ?? null;
  const column = 'pointer' in refusal ? anySheet(collection).columnOf(refusal.pointer) : null;
  const name = nameRecord({ collection, key }, site);
  // What is removed stands on no line: the words have to say what it is.
  const words = line === null ? `${name}: ${refusalWords(refusal)}` : refusalWords(refusal);
  const code = refusal.type === 'invalid' || refusal.type === 'last-administrator' ? refusal.type : 'conflict';
  return problemAt({ line, column, collection }, { code, message: words });
}

function refusalWords(refusal: ChangeRefusal): string {
  switch (refusal.type) {
    case 'invalid':
    case 'conflict':
      return refusal.message;
    case 'last-administrator':
      return 'nobody would be left who can sign in as an administrator';
    case 'not-found':
    case 'already-exists':
    case 'version-conflict':
      return 'somebody else changed it meanwhile';
  }
}

const actionOf = ({ before, after }: ChangedRecord): PreviewChange['action'] => {
  if (before === null) return 'add';
  return after === null ? 'remove' : 'change';
};

function previewChange(changed: ChangedRecord, { before, after, lines }: PreviewSources): PreviewChange {
  const { collection, key } = changed;
  const cause = changed.with;
  return {
    action: actionOf(changed),
    collection,
    name: nameRecord(changed, changed.after === null ? before : after),
    line: lines.get(`${collection}/${key}`) ?? null,
    with: cause === null ? null : nameRecord(cause, before),
    fields: fieldChanges(changed, { before, after }),
  };
}

function fieldChanges(
  { collection, before: was, after: is }: ChangedRecord,
  { before, after }: Pick<PreviewSources, 'before' | 'after'>,
): readonly FieldChange[] {
  const sheet = anySheet(collection);
  const old: Row = was === null ? {} : sheet.write(was.value, before);
  const now: Row = is === null ? {} : sheet.write(is.value, after);
  return sheet.columns.flatMap(({ name }) => {
    const [one, other] = [shown(old[name]), shown(now[name])];
    return one === other ? [] : [{ field: name, before: one, after: other }];
  });
}

function shown(cell: Cell | undefined): string | null {
  if (cell === undefined) return null;
  return typeof cell === 'string' ? cell : cell.join(', ');
}

function signsOut({ before, after, caller }: PreviewSources): boolean {
  const was = before.operators.get(caller)?.value;
  const is = after.operators.get(caller)?.value;
  return was !== is && (is === undefined || is.disabled || is.role !== was?.role);
}
