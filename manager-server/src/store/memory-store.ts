import { type Clock, type Duration, Fault, sleep, unreachable } from '@seatmatrix/protocol/kernel';
import { type AuditHead, type ChainedEntry, EMPTY_CHAIN, nextHead } from './audit-chain.ts';
import {
  AUDIT_PAGE_MAX,
  type AuditPage,
  type AuditQuery,
  type Store,
  type StoredRecord,
  type StoreWrite,
} from './store.ts';

/** What a memory store keeps. Open another store on it to play a restart. */
export interface MemoryDisk {
  readonly records: Map<string, Map<string, StoredRecord>>;
  readonly audit: ChainedEntry[];
}

export interface MemoryStoreOptions {
  readonly disk?: MemoryDisk;
  /** A disk that takes its time: each commit, one after the other, waits so long before it is durable. */
  readonly delay?: { readonly clock: Clock; readonly duration: Duration };
}

export const memoryDisk = (): MemoryDisk => ({ records: new Map(), audit: [] });

/** A store without a disk, for tests and benchmarks, under the same contract as the real one. */
export function openMemoryStore({ disk = memoryDisk(), delay }: MemoryStoreOptions = {}): Store {
  return new MemoryStore(disk, delay ?? null);
}

class MemoryStore implements Store {
  readonly #disk: MemoryDisk;
  readonly #delay: NonNullable<MemoryStoreOptions['delay']> | null;
  #last: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(disk: MemoryDisk, delay: NonNullable<MemoryStoreOptions['delay']> | null) {
    this.#disk = disk;
    this.#delay = delay;
  }

  load(): Promise<ReadonlyMap<string, readonly StoredRecord[]>> {
    return this.#inOrder(() => {
      const collections = new Map<string, readonly StoredRecord[]>();
      for (const [name, records] of this.#disk.records) {
        if (records.size > 0) collections.set(name, [...records.values()]);
      }
      return collections;
    });
  }

  commit(writes: readonly StoreWrite[]): Promise<void> {
    return this.#inOrder(async () => {
      if (this.#delay !== null) {
        const { clock, duration } = this.#delay;
        await sleep(clock, { name: 'a commit of the memory store', duration, signal: new AbortController().signal });
      }
      for (const write of writes) apply(this.#disk, write);
    });
  }

  readAudit(query: AuditQuery): Promise<AuditPage> {
    return this.#inOrder(() => auditPage(this.#disk.audit, query));
  }

  readAuditChain(after: number): Promise<readonly ChainedEntry[]> {
    return this.#inOrder(() => this.#disk.audit.slice(after, after + AUDIT_PAGE_MAX));
  }

  auditHead(): Promise<AuditHead> {
    return this.#inOrder(() => headOf(this.#disk));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    await this.#last;
  }

  async #inOrder<Value>(work: () => Value | Promise<Value>): Promise<Value> {
    if (this.#closed) throw new Fault({ code: 'store-failed', message: 'the store is closed' });
    const done = this.#last.then(work);
    this.#last = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }
}

function apply(disk: MemoryDisk, write: StoreWrite): void {
  switch (write.type) {
    case 'put': {
      const records = disk.records.get(write.collection) ?? new Map<string, StoredRecord>();
      disk.records.set(write.collection, records.set(write.record.key, write.record));
      return;
    }
    case 'delete':
      disk.records.get(write.collection)?.delete(write.key);
      return;
    case 'audit':
      disk.audit.push({ ...write.entry, ...nextHead(headOf(disk), write.entry) });
      return;
    default:
      unreachable(write);
  }
}

function headOf({ audit }: MemoryDisk): AuditHead {
  const last = audit.at(-1);
  return last === undefined ? EMPTY_CHAIN : { number: last.number, hash: last.hash };
}

function auditPage(audit: readonly ChainedEntry[], query: AuditQuery): AuditPage {
  const { before, actor, action, from, until } = query;
  const limit = Math.min(query.limit, AUDIT_PAGE_MAX);
  const entries: AuditPage['entries'][number][] = [];
  for (let number = Math.min(audit.length, before === null ? audit.length : before - 1); number >= 1; number -= 1) {
    const entry = audit[number - 1];
    if (entry === undefined) break;
    if (actor !== null && entry.actor !== actor) continue;
    if (action !== null && entry.action !== action) continue;
    if (from !== null && entry.at < from) continue;
    if (until !== null && entry.at >= until) continue;
    if (entries.length === limit) return { entries, next: entries.at(-1)?.number ?? null };
    const { hash: _, ...page } = entry;
    entries.push(page);
  }
  return { entries, next: null };
}
