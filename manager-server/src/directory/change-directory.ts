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
  const draft = new DirectoryDraft(before);
  for (const change of changes) {
    const refusal = applyChange(draft, change);
    if (refusal !== null) return { done: false, refusal, change };
  }
  cascade(draft);
  const snapshot = draft.snapshot();
  const site = indexDirectory(snapshot);
  for (const change of changes) {
    const name = nameOf(change);
    const refusal = judgeRecord(name, site) ?? (change.type === 'delete' ? judgeDeletion(name, site) : null);
    if (refusal !== null) return { done: false, refusal, change };
    const nobodyLeft = change.collection === 'operators' && !administratorStays({ before, after: snapshot, canSignIn });
    if (nobodyLeft) return { done: false, refusal: { type: 'last-administrator' }, change };
  }
  const changed = draft.changed();
  return { done: true, snapshot, changed, writes: changed.map(writeOf) };
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
