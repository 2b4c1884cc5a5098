import { Worker } from 'node:worker_threads';
import { type Duration, Fault, type Log, seconds } from '@seatmatrix/protocol/kernel';
import type { AuditHead, ChainedEntry } from './audit-chain.ts';
import { receivedFault, type SqliteAnswer, type SqliteRequest, type SqliteResults } from './sqlite-request.ts';
import type { AuditPage, AuditQuery, Store, StoredRecord, StoreWrite } from './store.ts';

/** A manager that is being replaced by the next one needs a moment to let go of its file. */
const BUSY_TIMEOUT = seconds(5);

export interface SqliteStoreOptions {
  /** The file; its folder is made when it is not there. */
  readonly path: string;
  readonly log: Log;
  readonly busyTimeout?: Duration;
}

/**
 * The embedded store: one SQLite file, written by a thread of its own, so that a disk that stalls never stalls the
 * event loop, where the boxes' heartbeats are.
 *
 * Rejects with `folder-unwritable`, `store-newer` (a later program's file), `store-corrupt`, or `store-failed` (another
 * process has it).
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const thread = new StoreThread(options);
  await thread.opened;
  return new SqliteStore(thread);
}

class SqliteStore implements Store {
  readonly #thread: StoreThread;

  constructor(thread: StoreThread) {
    this.#thread = thread;
  }

  load(): Promise<ReadonlyMap<string, readonly StoredRecord[]>> {
    return this.#thread.ask({ type: 'load' });
  }

  async commit(writes: readonly StoreWrite[]): Promise<void> {
    await this.#thread.ask({ type: 'commit', writes });
  }

  readAudit(query: AuditQuery): Promise<AuditPage> {
    return this.#thread.ask({ type: 'audit', query });
  }

  readAuditChain(after: number): Promise<readonly ChainedEntry[]> {
    return this.#thread.ask({ type: 'chain', after });
  }

  auditHead(): Promise<AuditHead> {
    return this.#thread.ask({ type: 'head' });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#thread.close();
  }
}

interface Waiting {
  resolve(result: SqliteResults[keyof SqliteResults]): void;
  reject(fault: Fault): void;
}

/** Questions to the worker and their answers, which come in the same order. */
class StoreThread {
  /** Settles when the file is open, or with the fault that kept it from that. */
  readonly opened: Promise<unknown>;
  readonly #worker: Worker;
  readonly #log: Log;
  readonly #waiting: Waiting[] = [];
  readonly #ended: Promise<void>;
  #closing: Promise<void> | null = null;
  #gone: Fault | null = null;

  constructor({ path, log, busyTimeout = BUSY_TIMEOUT }: SqliteStoreOptions) {
    this.#log = log;
    this.#worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), {
      name: 'store',
      workerData: { path, busyTimeout },
    });
    this.opened = this.#answer();
    this.#worker.on('message', (answer: SqliteAnswer) => this.#answered(answer));
    this.#worker.on('error', (thrown) => this.#end(`the store's thread failed: ${thrown}`));
    this.#ended = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        this.#end(this.#closing === null ? "the store's thread ended" : 'the store is closed');
        resolve();
      });
    });
  }

  async ask<Type extends SqliteRequest['type']>(
    request: Extract<SqliteRequest, { readonly type: Type }>,
  ): Promise<SqliteResults[Type]> {
    if (this.#gone !== null) throw this.#gone;
    if (this.#closing !== null) throw closed();
    this.#worker.postMessage(request);
    // The answers come in the order of the questions, so this one's result is of this question's type.
    return (await this.#answer()) as SqliteResults[Type];
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    if (this.#gone === null) {
      this.#worker.postMessage({ type: 'close' } satisfies SqliteRequest);
      await this.#answer();
    }
    await this.#ended;
  }

  #answer(): Promise<SqliteResults[keyof SqliteResults]> {
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  #answered(answer: SqliteAnswer): void {
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#end('the store answered what nobody asked');
    else if (answer.ok) waiting.resolve(answer.result);
    else waiting.reject(receivedFault(answer.fault));
  }

  #end(message: string): void {
    if (this.#gone !== null) return;
    this.#gone = new Fault({ code: 'store-failed', message });
    if (this.#closing === null && this.#waiting.length > 0) this.#log.error(message);
    for (const waiting of this.#waiting.splice(0)) waiting.reject(this.#gone);
  }
}

const closed = () => new Fault({ code: 'store-failed', message: 'the store is closed' });
