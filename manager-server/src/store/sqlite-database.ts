import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { type Duration, Fault } from '@seatmatrix/protocol/kernel';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

// node:sqlite is not yet declared stable and a rename of DatabaseSync is announced: no other file imports it.

/** Statements are few and fixed; the limit only keeps a mistake from growing without end. */
const STATEMENTS_MAX = 500;

/**
 * One connection to an SQLite file, as kysely wants it. It blocks: it lives in the store's worker thread.
 *
 * The file belongs to one process at a time (locking_mode=EXCLUSIVE): the truth is in a manager's memory, and a second
 * writer would change what it never hears of. A kill releases the lock.
 */
export class NodeSqlite implements SqliteDatabase {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, Statement>();

  /** `busyTimeout`: how long to wait for a process that is just letting go of the file. */
  constructor(path: string, { busyTimeout }: { readonly busyTimeout: Duration }) {
    this.#database = new DatabaseSync(path, { timeout: busyTimeout, enableForeignKeyConstraints: true });
    // FULL: in WAL mode NORMAL may lose the last commits at a power cut, and a commit here is an acknowledgement.
    try {
      this.#execute('PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;');
    } catch (thrown) {
      this.#database.close();
      throw thrown;
    }
  }

  prepare(sql: string): SqliteStatement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    if (this.#statements.size >= STATEMENTS_MAX) this.#statements.clear();
    const statement = new Statement(this.#database.prepare(sql));
    this.#statements.set(sql, statement);
    return statement;
  }

  /**
   * Runs the work in one transaction: all of it or nothing. IMMEDIATE takes the write lock at once: a transaction that
   * begins as a reader can fail at its first write whatever the busy time-out is.
   */
  async transaction<Value>(work: () => Promise<Value>): Promise<Value> {
    this.#execute('BEGIN IMMEDIATE');
    try {
      const value = await work();
      this.#execute('COMMIT');
      return value;
    } catch (thrown) {
      // SQLite has rolled back by itself after some errors, a full disk among them.
      if (this.#database.isTransaction) this.#execute('ROLLBACK');
      throw thrown;
    }
  }

  pragma(name: string): unknown {
    const row = this.#database.prepare(`PRAGMA ${name}`).get();
    return row === undefined ? undefined : Object.values(row)[0];
  }

  setPragma(name: string, value: number): void {
    this.#execute(`PRAGMA ${name}=${value}`);
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #execute(sql: string): void {
    this.#database.exec(sql);
  }
}

/** SQLite's primary result code (sqlite.org/rescode.html), or null when SQLite did not throw this. */
export function sqliteCode(thrown: unknown): number | null {
  if (!(thrown instanceof Error) || !('errcode' in thrown) || typeof thrown.errcode !== 'number') return null;
  return thrown.errcode & 0xff;
}

class Statement implements SqliteStatement {
  readonly reader: boolean;
  readonly #statement: StatementSync;

  constructor(statement: StatementSync) {
    this.#statement = statement;
    this.reader = statement.columns().length > 0;
  }

  all(parameters: readonly unknown[]): unknown[] {
    return this.#statement.all(...parameters.map(inputValue));
  }

  run(parameters: readonly unknown[]) {
    return this.#statement.run(...parameters.map(inputValue));
  }

  iterate(parameters: readonly unknown[]): IterableIterator<unknown> {
    return this.#statement.iterate(...parameters.map(inputValue));
  }
}

function inputValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new Fault({ code: 'invariant-broken', message: `the store has no column for a ${typeof value}` });
}
