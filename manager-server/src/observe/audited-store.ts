import type { AuditHead, ChainedEntry } from '../store/audit-chain.ts';
import type { AuditEntry, AuditPage, AuditQuery, Store, StoredRecord, StoreWrite } from '../store/store.ts';

/** The same store, telling every audit entry as soon as it is durable: for syslog and metrics. */
export function observeAudit(store: Store, onEntry: (entry: AuditEntry) => void): Store {
  return new AuditedStore(store, onEntry);
}

class AuditedStore implements Store {
  readonly #store: Store;
  readonly #onEntry: (entry: AuditEntry) => void;

  constructor(store: Store, onEntry: (entry: AuditEntry) => void) {
    this.#store = store;
    this.#onEntry = onEntry;
  }

  load(): Promise<ReadonlyMap<string, readonly StoredRecord[]>> {
    return this.#store.load();
  }

  async commit(writes: readonly StoreWrite[]): Promise<void> {
    await this.#store.commit(writes);
    for (const write of writes) if (write.type === 'audit') this.#onEntry(write.entry);
  }

  readAudit(query: AuditQuery): Promise<AuditPage> {
    return this.#store.readAudit(query);
  }

  readAuditChain(after: number): Promise<readonly ChainedEntry[]> {
    return this.#store.readAuditChain(after);
  }

  auditHead(): Promise<AuditHead> {
    return this.#store.auditHead();
  }

  [Symbol.asyncDispose](): PromiseLike<void> {
    return this.#store[Symbol.asyncDispose]();
  }
}
