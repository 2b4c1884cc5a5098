import type { StoreWrite } from '../store/store.ts';
import { currentRecord } from './matrix-records.ts';
import type { MatrixState } from './matrix-state.ts';

/** Acts that were decided while the store could not write; more than a busy site has in an hour. */
const AUDITS_MAX = 10_000;

/**
 * What the store may not have, or have wrongly, since it could not write: which records, and the audit in order. Of a commit
 * that failed nobody knows how much a later one overtook, so what is written in the end is what is so then.
 */
export class Unsaved {
  readonly #records = new Map<string, { readonly collection: string; readonly key: string }>();
  readonly #audits: StoreWrite[] = [];
  #dropped = 0;

  /** Of a step that did not count: its records are as they were before, and what it would have audited did not happen. */
  addRecords(writes: readonly StoreWrite[]): void {
    for (const write of writes) {
      if (write.type === 'audit') continue;
      const { collection } = write;
      const key = write.type === 'put' ? write.record.key : write.key;
      this.#records.set(`${collection}/${key}`, { collection, key });
    }
  }

  /** Of a step that counts. */
  add(writes: readonly StoreWrite[]): void {
    this.addRecords(writes);
    this.#addAudits(writes.filter((write) => write.type === 'audit'));
  }

  /** Takes over what came after. */
  absorb(later: Unsaved): void {
    for (const [name, record] of later.#records) this.#records.set(name, record);
    this.#addAudits(later.#audits);
    this.#dropped += later.#dropped;
  }

  /** Audit entries that did not fit. */
  get dropped(): number {
    return this.#dropped;
  }

  writes(state: MatrixState): readonly StoreWrite[] {
    return [...[...this.#records.values()].map((record) => currentRecord(state, record)), ...this.#audits];
  }

  #addAudits(writes: readonly StoreWrite[]): void {
    const room = AUDITS_MAX - this.#audits.length;
    this.#audits.push(...writes.slice(0, Math.max(0, room)));
    this.#dropped += Math.max(0, writes.length - room);
  }
}
