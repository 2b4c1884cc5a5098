import type { StoreWrite } from '../store/store.ts';
import { cascade } from './cascade.ts';
import { collectionSchemas } from './codec/index.ts';
import type { CollectionName, Collections, DirectorySnapshot, Versioned } from './collection.ts';
import type { ChangeRefusal, DirectoryChange } from './directory.ts';
import { DirectoryDraft } from './directory-draft.ts';
import { indexDirectory } from './directory-index.ts';
import { administratorStays } from './law/administrator-law.ts';
import { judgeDeletion } from './law/deletion-laws.ts';
import { judgeRecord } from './law/index.ts';
import { invalid } from './law/law.ts';
import type { RecordName } from './record-name.ts';

/** What became of one record. `with` is the deletion that it followed from, null when it was asked for. */
export interface ChangedRecord extends RecordName {
  readonly before: Versioned<unknown> | null;
  readonly after: Versioned<unknown> | null;
  readonly with: RecordName | null;
}

export type DirectoryChanged =
  | {
      readonly done: true;
      readonly snapshot: DirectorySnapshot;
      /** Each record once, in the order in which it was first touched. */
      readonly changed: readonly ChangedRecord[];
      readonly writes: readonly StoreWrite[];
    }
  | { readonly done: false; readonly refusal: ChangeRefusal; readonly change: DirectoryChange };

export interface RefusedChange {
  readonly refusal: ChangeRefusal;
  readonly change: DirectoryChange;
}

export interface JudgedChanges {
  readonly snapshot: DirectorySnapshot;
  /** Each record once, in the order in which it was first touched. */
  readonly changed: readonly ChangedRecord[];
  /** Empty: the changes may be. */
  readonly refused: readonly RefusedChange[];
}

export interface ChangeQuestion {
  readonly before: DirectorySnapshot;
  readonly changes: readonly DirectoryChange[];
  readonly canSignIn?: (operator: string) => boolean;
  /** After so many refusals the rest is not looked at. */
  readonly refusalsMax?: number;
}

/**
 * Applies all changes or none. Forms and versions are judged change by change, each seeing those before it; the laws
 * are judged of the site as it is after all of them, so that several changes may rearrange what one could not: two seats
 * exchange a receiver, a device arrives together with its hotkey.
 *
 * What a deletion takes with it (cascade.ts) is part of the result.
 */
export function changeDirectory(
  before: DirectorySnapshot,
  changes: readonly DirectoryChange[],
  canSignIn: (operator: string) => boolean = () => true,
): DirectoryChanged {
  return directoryChanged(atOnce(judgeChanges({ before, changes, canSignIn })));
}

/** The first refusal, or what is to be written. */
export function directoryChanged({ snapshot, changed, refused }: JudgedChanges): DirectoryChanged {
  const [first] = refused;
  if (first !== undefined) return { done: false, ...first };
  return { done: true, snapshot, changed, writes: changed.map(writeOf) };
}

/** The same, step by step, for whoever must not stand still for the thousands of changes of an import. */
export function* judgeChanges(question: ChangeQuestion): Generator<undefined, JudgedChanges> {
  const { before, changes, canSignIn = () => true, refusalsMax = 1 } = question;
  const draft = new DirectoryDraft(before);
  const refused: RefusedChange[] = [];
  for (const change of changes) {
    const refusal = applyChange(draft, change);
    if (refusal !== null) refused.push({ refusal, change });
    if (refused.length >= refusalsMax) break;
    yield;
  }
  // A draft that lacks a change cannot be judged as the site that was meant.
  if (refused.length > 0) return { snapshot: before, changed: [], refused };
  cascade(draft);
  const snapshot = draft.snapshot();
  yield;
  const site = indexDirectory(snapshot);
  let administratorLeaves = changes.some(isOfOperators) && !administratorStays({ before, after: snapshot, canSignIn });
  for (const change of changes) {
    const name = nameOf(change);
    const refusal = judgeRecord(name, site) ?? (change.type === 'delete' ? judgeDeletion(name, site) : null);
    if (refusal !== null) refused.push({ refusal, change });
    else if (administratorLeaves && isOfAdministrator(change, before)) {
      refused.push({ refusal: { type: 'last-administrator' }, change });
      administratorLeaves = false;
    }
    if (refused.length >= refusalsMax) break;
    yield;
  }
  return { snapshot, changed: draft.changed(), refused };
}

const isOfOperators = ({ collection }: DirectoryChange): boolean => collection === 'operators';

const isOfAdministrator = (change: DirectoryChange, before: DirectorySnapshot): boolean =>
  isOfOperators(change) && before.operators.get(nameOf(change).key)?.value.role === 'administrator';

function atOnce<Value>(work: Generator<undefined, Value>): Value {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

export const nameOf = (change: DirectoryChange): RecordName => ({
  collection: change.collection,
  key: change.type === 'put' ? change.value.key : change.key,
});

function applyChange(draft: DirectoryDraft, change: DirectoryChange): ChangeRefusal | null {
  const name = nameOf(change);
  const current = draft.get(name);
  if (change.type === 'delete') {
    if (current === null) return { type: 'not-found' };
    if (current.version !== change.expected) return { type: 'version-conflict', current };
    if (change.collection === 'settings') return invalid('', 'the settings can be changed, not deleted');
    draft.delete(name, { with: null });
    return null;
  }
  const malformed = formRefusal(change.collection, change.value);
  if (malformed !== null) return malformed;
  if (change.expected === null && current !== null) return { type: 'already-exists' };
  if (change.expected !== null && current === null) return { type: 'not-found' };
  if (change.expected !== null && current !== null && current.version !== change.expected) {
    return { type: 'version-conflict', current };
  }
  if (change.collection === 'devices') {
    const kept = draft.base.devices.get(name.key)?.value ?? change.value;
    // Grants, seats and its box rest on what it is; its ID may change within its kind.
    if (kept.kind !== change.value.kind) return invalid('/kind', `a ${kept.kind} cannot become a ${change.value.kind}`);
  }
  draft.put(name, { value: change.value, with: null });
  return null;
}

function formRefusal(collection: CollectionName, value: Collections[CollectionName]): ChangeRefusal | null {
  const parsed = collectionSchemas[collection].safeParse(value);
  if (parsed.success) return null;
  const issue = parsed.error.issues[0];
  return invalid(jsonPointer(issue?.path ?? []), issue?.message ?? 'malformed');
}

/** RFC 6901. */
function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function writeOf({ collection, key, after }: ChangedRecord): StoreWrite {
  if (after === null) return { type: 'delete', collection, key };
  return { type: 'put', collection, record: { key, version: after.version, body: JSON.stringify(after.value) } };
}
