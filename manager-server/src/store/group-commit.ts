import { Fault, faultFrom, type Log } from '@seatmatrix/protocol/kernel';
import type { Journal } from './journal.ts';
import type { Store, StoreWrite } from './store.ts';

/**
 * Writes that wait while a commit is under way. At 3,000 connects a second with their audit entries this is a disk
 * that stands still for ten seconds and some 100 MB; beyond it a manager is better off saying no than growing.
 */
export const JOURNAL_WAITING_MAX = 100_000;

export interface GroupCommit extends Journal {
  /** Resolves when nothing waits any more, whether it became durable or failed: for a graceful stop. */
  drained(): Promise<void>;
}

/** The journal over a store: one commit under way at a time, everything handed in meanwhile goes in the next. */
export function createJournal(store: Store, log: Log): GroupCommit {
  return new JournalOverStore(store, log);
}

interface Handed {
  readonly writes: readonly StoreWrite[];
  resolve(): void;
  reject(fault: Fault): void;
}

class JournalOverStore implements GroupCommit {
  readonly #store: Store;
  readonly #log: Log;
  #waiting: Handed[] = [];
  #waitingWrites = 0;
  #running: Promise<void> | null = null;

  constructor(store: Store, log: Log) {
    this.#store = store;
    this.#log = log;
  }

  commit(writes: readonly StoreWrite[]): Promise<void> {
    if (this.#waitingWrites + writes.length > JOURNAL_WAITING_MAX) {
      const message = 'too many writes wait for the store';
      this.#log.error(message, { waiting: this.#waitingWrites });
      return Promise.reject(new Fault({ code: 'store-failed', message, context: { waiting: this.#waitingWrites } }));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ writes, resolve, reject });
      this.#waitingWrites += writes.length;
      this.#running ??= this.#run();
    });
  }

  async drained(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  async #run(): Promise<void> {
    // What is handed in during the same turn of the event loop goes together, the first of an idle journal as well.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      this.#waitingWrites = 0;
      await this.#commitGroup(group);
    }
    this.#running = null;
  }

  async #commitGroup(group: readonly Handed[]): Promise<void> {
    try {
      await this.#store.commit(lastOfEach(group.flatMap((handed) => handed.writes)));
    } catch (thrown) {
      const fault = faultFrom(thrown, { code: 'store-failed', message: `the store could not write: ${thrown}` });
      this.#log.error('the store could not write', { code: fault.code, reason: fault.message, commits: group.length });
      for (const handed of group) handed.reject(fault);
      return;
    }
    for (const handed of group) handed.resolve();
  }
}

/**
 * Of a record that is put several times in one commit, the last counts, and stands where the first stood: the site's
 * generation alone is put with every connect.
 */
function lastOfEach(writes: readonly StoreWrite[]): readonly StoreWrite[] {
  const last: StoreWrite[] = [];
  const places = new Map<string, number>();
  for (const write of writes) {
    if (write.type === 'audit') {
      last.push(write);
      continue;
    }
    const name = `${write.collection}/${write.type === 'put' ? write.record.key : write.key}`;
    const place = write.type === 'put' ? places.get(name) : undefined;
    if (place === undefined) last.push(write);
    else last[place] = write;
    if (write.type === 'delete') places.delete(name);
    else if (place === undefined) places.set(name, last.length - 1);
  }
  return last;
}
