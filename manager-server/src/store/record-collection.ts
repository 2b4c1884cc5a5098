import { Fault } from '@seatmatrix/protocol/kernel';
import type { Journal } from './journal.ts';
import type { RecordCodec } from './record-codec.ts';
import type { AuditEntry, StoredRecord, StoreWrite } from './store.ts';

export interface HeldRecord<Value> {
  readonly value: Value;
  readonly version: number;
}

/**
 * A change that memory already shows and the store does not have yet. It goes into a commit together with others by
 * `commitStaged`, which also takes it back out of memory when the commit fails.
 */
export interface StagedWrite {
  readonly write: StoreWrite;
  settle(outcome: 'durable' | 'failed'): void;
}

/**
 * One collection of the store, in memory and typed.
 *
 * Reads see a change as soon as it is asked for, so that the next decision builds on it (a single-use code is used up
 * before the disk has answered); promises resolve when it is durable. A change whose commit fails disappears again,
 * as if it had never been asked for; changes asked for after it stay.
 */
export interface RecordCollection<Value> {
  readonly name: string;
  readonly size: number;
  get(key: string): Value | undefined;
  versionOf(key: string): number | null;
  /** In the order of first appearance. */
  entries(): IterableIterator<readonly [key: string, held: HeldRecord<Value>]>;
  values(): IterableIterator<Value>;
  put(key: string, value: Value): Promise<void>;
  /** Deleting what is not there is done at once. */
  delete(key: string): Promise<void>;
  stagePut(key: string, value: Value): StagedWrite;
  stageDelete(key: string): StagedWrite;
}

export interface RecordCollectionOptions<Value> {
  readonly name: string;
  readonly codec: RecordCodec<Value>;
  /** What the store's `load` gave. */
  readonly records: ReadonlyMap<string, readonly StoredRecord[]>;
  readonly journal: Journal;
}

/** Throws `store-corrupt` when a stored record is not what the codec takes. */
export function recordCollection<Value>(options: RecordCollectionOptions<Value>): RecordCollection<Value> {
  return new JournaledCollection(options);
}

/** Commits changes of any collections, and audit entries, as one: all of them or none. */
export async function commitStaged(
  journal: Journal,
  commit: { readonly staged: readonly StagedWrite[]; readonly audit?: readonly AuditEntry[] },
): Promise<void> {
  const writes: StoreWrite[] = commit.staged.map((each) => each.write);
  for (const entry of commit.audit ?? []) writes.push({ type: 'audit', entry });
  try {
    await journal.commit(writes);
  } catch (thrown) {
    for (const each of commit.staged) each.settle('failed');
    throw thrown;
  }
  for (const each of commit.staged) each.settle('durable');
}

/** Decodes a collection of what the store loaded; `store-corrupt` names the record that cannot be read. */
export function decodeRecords<Value>(
  name: string,
  source: { readonly codec: RecordCodec<Value>; readonly records: ReadonlyMap<string, readonly StoredRecord[]> },
): Map<string, HeldRecord<Value>> {
  const held = new Map<string, HeldRecord<Value>>();
  for (const record of source.records.get(name) ?? []) {
    try {
      held.set(record.key, { value: source.codec.decode(record.body), version: record.version });
    } catch (thrown) {
      throw new Fault({
        code: 'store-corrupt',
        message: `the store's record ${name}/${record.key} cannot be read`,
        context: { collection: name, key: record.key, version: record.version },
        cause: thrown,
      });
    }
  }
  return held;
}

/** What became or is to become of a key; null stands for no record. */
interface Pending<Value> {
  readonly held: HeldRecord<Value> | null;
}

class JournaledCollection<Value> implements RecordCollection<Value> {
  readonly name: string;
  readonly #codec: RecordCodec<Value>;
  readonly #journal: Journal;
  /** What reads see. */
  readonly #current: Map<string, HeldRecord<Value>>;
  /** What the store has, for keys with changes under way alone. */
  readonly #durable = new Map<string, HeldRecord<Value> | null>();
  readonly #pending = new Map<string, readonly Pending<Value>[]>();

  constructor({ name, codec, records, journal }: RecordCollectionOptions<Value>) {
    this.name = name;
    this.#codec = codec;
    this.#journal = journal;
    this.#current = decodeRecords(name, { codec, records });
  }

  get size(): number {
    return this.#current.size;
  }

  get(key: string): Value | undefined {
    return this.#current.get(key)?.value;
  }

  versionOf(key: string): number | null {
    return this.#current.get(key)?.version ?? null;
  }

  entries(): IterableIterator<readonly [string, HeldRecord<Value>]> {
    return this.#current.entries();
  }

  *values(): IterableIterator<Value> {
    for (const held of this.#current.values()) yield held.value;
  }

  put(key: string, value: Value): Promise<void> {
    return commitStaged(this.#journal, { staged: [this.stagePut(key, value)] });
  }

  async delete(key: string): Promise<void> {
    // A deletion still under way has emptied memory already; this one is then only done when that one is.
    if (!this.#current.has(key) && !this.#pending.has(key)) return;
    await commitStaged(this.#journal, { staged: [this.stageDelete(key)] });
  }

  stagePut(key: string, value: Value): StagedWrite {
    const held = { value, version: (this.#current.get(key)?.version ?? 0) + 1 };
    const record = { key, version: held.version, body: this.#codec.encode(value) };
    return this.#stage(key, { held, write: { type: 'put', collection: this.name, record } });
  }

  stageDelete(key: string): StagedWrite {
    return this.#stage(key, { held: null, write: { type: 'delete', collection: this.name, key } });
  }

  #stage(
    key: string,
    { held, write }: { readonly held: HeldRecord<Value> | null; readonly write: StoreWrite },
  ): StagedWrite {
    const pending = { held };
    const earlier = this.#pending.get(key);
    if (earlier === undefined) this.#durable.set(key, this.#current.get(key) ?? null);
    this.#pending.set(key, [...(earlier ?? []), pending]);
    this.#show(key, held);
    return { write, settle: (outcome) => this.#settle(key, { pending, durable: outcome === 'durable' }) };
  }

  #settle(key: string, { pending, durable }: { readonly pending: Pending<Value>; readonly durable: boolean }): void {
    const waiting = this.#pending.get(key) ?? [];
    if (!waiting.includes(pending)) return;
    const rest = waiting.filter((each) => each !== pending);
    if (durable) this.#durable.set(key, pending.held);
    if (rest.length > 0) this.#pending.set(key, rest);
    this.#show(key, (rest.at(-1) ?? { held: this.#durable.get(key) ?? null }).held);
    if (rest.length > 0) return;
    this.#pending.delete(key);
    this.#durable.delete(key);
  }

  #show(key: string, held: HeldRecord<Value> | null): void {
    if (held === null) this.#current.delete(key);
    else this.#current.set(key, held);
  }
}
