import type { Clock } from '@seatmatrix/protocol/kernel';
import { unreachable } from '@seatmatrix/protocol/kernel';
import { auditEntry } from '../audit/audit-entry.ts';
import type { AuditEntry } from '../store/store.ts';
import { type ChangedRecord, nameOf } from './change-directory.ts';
import { collectionSchemas } from './codec/index.ts';
import type { CollectionName, DirectorySnapshot } from './collection.ts';
import type { Actor, ChangeRefusal, DirectoryChange } from './directory.ts';
import { nameRecord, nameValue } from './record-name.ts';

/** One record of a collection, as the audit's actions call it: `device.update`. */
const nouns: Readonly<Record<CollectionName, string>> = {
  devices: 'device',
  'device-groups': 'device-group',
  operators: 'operator',
  groups: 'group',
  grants: 'grant',
  hotkeys: 'hotkey',
  seats: 'seat',
  walls: 'wall',
  sources: 'source',
  settings: 'settings',
};

interface Deed {
  readonly actor: Actor;
  readonly clock: Clock;
}

/** One entry a record, step by step. */
export function* doneEntries(
  done: {
    readonly changed: readonly ChangedRecord[];
    readonly before: DirectorySnapshot;
    readonly after: DirectorySnapshot;
  },
  deed: Deed,
): Generator<undefined, readonly AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (const changed of done.changed) {
    entries.push(doneEntry({ ...done, changed }, deed));
    yield;
  }
  return entries;
}

/** The entry of what became of one record, with the fields that changed. */
export function doneEntry(
  {
    changed,
    before,
    after,
  }: {
    readonly changed: ChangedRecord;
    readonly before: DirectorySnapshot;
    readonly after: DirectorySnapshot;
  },
  { actor, clock }: Deed,
): AuditEntry {
  const action = changed.before === null ? 'create' : changed.after === null ? 'delete' : 'update';
  const cause = changed.with;
  const because = cause === null ? [] : [`with ${nouns[cause.collection]} ${nameRecord(cause, before)}`];
  const act = {
    actor: actor.name,
    from: actor.from,
    action: `${nouns[changed.collection]}.${action}`,
    object: nameRecord(changed, changed.after === null ? before : after),
    outcome: 'done' as const,
    detail: [...because, ...differences(changed.before?.value, changed.after?.value)].join('; '),
  };
  return auditEntry(act, clock);
}

/** The entry of changes that were refused: of the one that they failed for. */
export function refusedEntry(
  {
    change,
    refusal,
    site,
  }: {
    readonly change: DirectoryChange;
    readonly refusal: ChangeRefusal;
    readonly site: DirectorySnapshot;
  },
  { actor, clock }: Deed,
): AuditEntry {
  const action = change.type === 'delete' ? 'delete' : change.expected === null ? 'create' : 'update';
  const act = {
    actor: actor.name,
    from: actor.from,
    action: `${nouns[change.collection]}.${action}`,
    object: nameChange(change, site),
    outcome: 'refused' as const,
    detail: refusalText(refusal),
  };
  return auditEntry(act, clock);
}

function nameChange(change: DirectoryChange, site: DirectorySnapshot): string {
  const name = nameOf(change);
  // A value that was refused for its form may be anything: it is not asked for its name.
  const named = change.type === 'put' && collectionSchemas[change.collection].safeParse(change.value).success;
  return named ? nameValue(change, site) : nameRecord(name, site);
}

/** Of a record that was there before and is there after. */
function differences(before: unknown, after: unknown): readonly string[] {
  if (!isRecord(before) || !isRecord(after)) return [];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) => {
    const [old, now] = [before[field], after[field]];
    if (isRecord(old) && isRecord(now)) return differences(old, now).map((inside) => `${field}.${inside}`);
    const [oldText, nowText] = [JSON.stringify(old), JSON.stringify(now)];
    return oldText === nowText ? [] : [`${field} ${oldText} → ${nowText}`];
  });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function refusalText(refusal: ChangeRefusal): string {
  switch (refusal.type) {
    case 'not-found':
    case 'already-exists':
    case 'last-administrator':
      return refusal.type;
    case 'version-conflict':
      return `version-conflict: now ${refusal.current.version}`;
    case 'invalid':
    case 'conflict':
      return `${refusal.type}: ${refusal.pointer} ${refusal.message}`;
    default:
      return unreachable(refusal);
  }
}
