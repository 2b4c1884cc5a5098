import { DEFAULT_BOX_SETTINGS } from '@seatmatrix/protocol/domain';
import { type Clock, Fault, type Log } from '@seatmatrix/protocol/kernel';
import type { Feed } from '../feed/feed.ts';
import type { Journal } from '../store/journal.ts';
import { jsonCodec, type RecordCodec } from '../store/record-codec.ts';
import { commitStaged, decodeRecords, type StagedWrite } from '../store/record-collection.ts';
import type { StoredRecord, StoreWrite } from '../store/store.ts';
import { Turns } from '../turns.ts';
import { type ChangedRecord, directoryChanged, judgeChanges, nameOf } from './change-directory.ts';
import { collectionNames, collectionSchemas } from './codec/index.ts';
import type { CollectionName, Collections, DirectorySnapshot, SiteSettings, Versioned } from './collection.ts';
import type { Actor, Changed, Directory, DirectoryChange, WholeChange } from './directory.ts';
import { doneEntries, refusedEntry } from './directory-audit.ts';
import { inSlices } from './in-slices.ts';
import { brokenLaws } from './law/index.ts';

export interface DirectoryOptions {
  /** What the store's `load` gave. */
  readonly records: ReadonlyMap<string, readonly StoredRecord[]>;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly feed: Feed;
  readonly log: Log;
  /** Whether the operator has a password: an administrator without one is none yet. */
  readonly canSignIn?: (operator: string) => boolean;
}

/** What a site is before anybody has said anything else. */
export const DEFAULT_SETTINGS: SiteSettings = (() => {
  const { revision: _, ...boxes } = DEFAULT_BOX_SETTINGS;
  return {
    key: 'site',
    name: 'Seatmatrix',
    twoSeats: 'allow',
    secondFactor: 'optional',
    // A wall must not go dark because somebody left.
    pushesOfDisabled: 'end-at-desks',
    boxes,
  };
})();

/** Throws `store-corrupt` when a stored record is not what its collection holds. */
export function openDirectory(options: DirectoryOptions): Directory {
  const { records, journal, log } = options;
  const stored = decodeSnapshot(records);
  for (const { collection, key, refusal } of brokenLaws(stored)) {
    log.error('a stored record breaks a law of the directory', { collection, key, refusal });
  }
  if (stored.settings.size > 0) return new JournaledDirectory(options, { snapshot: stored, first: Promise.resolve() });
  const settings = { value: DEFAULT_SETTINGS, version: 1 };
  const record = { key: 'site', version: 1, body: JSON.stringify(DEFAULT_SETTINGS) };
  // The journal reports a failure, and without the record the next start makes the same one.
  const first = journal.commit([{ type: 'put', collection: 'settings', record }]).catch(() => undefined);
  return new JournaledDirectory(options, { snapshot: { ...stored, settings: new Map([['site', settings]]) }, first });
}

class JournaledDirectory implements Directory {
  readonly #options: DirectoryOptions;
  readonly #listeners: ((after: DirectorySnapshot, before: DirectorySnapshot) => void)[] = [];
  #snapshot: DirectorySnapshot;
  readonly #turns: Turns;

  constructor(
    options: DirectoryOptions,
    start: { readonly snapshot: DirectorySnapshot; readonly first: Promise<unknown> },
  ) {
    this.#options = options;
    this.#snapshot = start.snapshot;
    this.#turns = new Turns(start.first);
  }

  get snapshot(): DirectorySnapshot {
    return this.#snapshot;
  }

  onChange(listener: (after: DirectorySnapshot, before: DirectorySnapshot) => void): void {
    this.#listeners.push(listener);
  }

  /**
   * One change after the other: each is judged against what is durable, becomes durable, is shown to readers, and only
   * then is acknowledged. Readers never see what a power cut could still take back.
   */
  change(changes: readonly DirectoryChange[], actor: Actor): Promise<Changed<unknown>> {
    return this.#turns.take(async () => {
      const changed = await this.#change({ base: this.#snapshot, changes }, actor);
      // Without anything beside it there is nothing else that could move.
      if (changed === 'moved')
        throw new Fault({ code: 'invariant-broken', message: 'a change that was judged has moved' });
      return changed;
    });
  }

  changeWhole(change: WholeChange, actor: Actor): Promise<Changed<unknown> | 'moved'> {
    return this.#turns.take(async () => (change.base === this.#snapshot ? this.#change(change, actor) : 'moved'));
  }

  async #change(wish: WholeChange, actor: Actor): Promise<Changed<unknown> | 'moved'> {
    const { clock } = this.#options;
    const { base: before, changes, beside, canSignIn = this.#options.canSignIn } = wish;
    const question = { before, changes, ...(canSignIn === undefined ? {} : { canSignIn }) };
    const result = directoryChanged(await inSlices(judgeChanges(question), clock));
    if (!result.done) {
      const { refusal, change } = result;
      const entry = refusedEntry({ change, refusal, site: before }, { actor, clock });
      await this.#options.journal.commit([{ type: 'audit', entry }]);
      return { done: false, refusal };
    }
    const { snapshot: after, changed, writes } = result;
    const entries = await inSlices(doneEntries({ changed, before, after }, { actor, clock }), clock);
    const all = [...writes, ...entries.map((entry): StoreWrite => ({ type: 'audit', entry }))];
    if (!(await this.#write(all, beside))) return 'moved';
    this.#snapshot = after;
    this.#tell({ changed, before, after });
    const last = changes.at(-1);
    const name = last === undefined ? null : nameOf(last);
    return { done: true, value: name === null ? null : (after[name.collection].get(name.key) ?? null) };
  }

  async #write(writes: readonly StoreWrite[], beside: WholeChange['beside']): Promise<boolean> {
    const { journal } = this.#options;
    if (beside === undefined) {
      if (writes.length > 0) await journal.commit(writes);
      return true;
    }
    const made = beside();
    if (made === null) return false;
    const { staged, audit } = made;
    const own = writes.map((write): StagedWrite => ({ write, settle: () => undefined }));
    await commitStaged(journal, { staged: [...own, ...staged], audit });
    return true;
  }

  #tell(change: {
    readonly changed: readonly ChangedRecord[];
    readonly before: DirectorySnapshot;
    readonly after: DirectorySnapshot;
  }): void {
    const { feed, log } = this.#options;
    for (const { collection, key, after } of change.changed) {
      feed.publish({ type: 'resource', collection, key, version: after?.version ?? null });
    }
    for (const listener of this.#listeners) {
      try {
        listener(change.after, change.before);
      } catch (thrown) {
        // The change is durable and has to be acknowledged, whatever a listener makes of it.
        log.error('a listener of the directory failed', { reason: String(thrown) });
      }
    }
  }
}

/** Throws `store-corrupt` when a stored record is not what its collection holds. */
export function decodeSnapshot(records: ReadonlyMap<string, readonly StoredRecord[]>): DirectorySnapshot {
  const decoded = collectionNames.map(
    (name) => [name, decodeRecords(name, { codec: codecOf(name), records })] as const,
  );
  // Each collection was decoded by its own schema.
  return Object.fromEntries(decoded) as { [Name in CollectionName]: Map<string, Versioned<Collections[Name]>> };
}

const codecOf = (name: CollectionName): RecordCodec<unknown> => jsonCodec<unknown>(collectionSchemas[name]);
