import { type Duration, Fault, type FaultOptions, unreachable } from '@seatmatrix/protocol/kernel';
import { type ExpressionBuilder, Kysely, SqliteDialect } from 'kysely';
import type { NodeSqlite } from './sqlite-database.ts';
import { sqliteCode } from './sqlite-database.ts';
import { openSqliteFile } from './sqlite-file.ts';
import type { SqliteSchema } from './sqlite-schema.ts';
import {
  AUDIT_PAGE_MAX,
  type AuditOutcome,
  type AuditPage,
  type AuditQuery,
  type StoredRecord,
  type StoreWrite,
} from './store.ts';

/**
 * The store's work on its SQLite file, blocking, one call at a time: it runs in the worker thread.
 * Every failure is a Fault.
 */
export class SqliteEngine {
  readonly #database: NodeSqlite;
  readonly #query: Kysely<SqliteSchema>;

  /** Over a file that openSqliteFile has opened. */
  constructor(database: NodeSqlite) {
    this.#database = database;
    this.#query = new Kysely<SqliteSchema>({ dialect: new SqliteDialect({ database }) });
  }

  /** Faults: `folder-unwritable`, `store-newer`, `store-corrupt`, `store-failed` (in use by another process). */
  static async open(options: { readonly path: string; readonly busyTimeout: Duration }): Promise<SqliteEngine> {
    return new SqliteEngine(await openSqliteFile(options));
  }

  load(): Promise<ReadonlyMap<string, readonly StoredRecord[]>> {
    return failing('the store cannot be read', async () => {
      const rows = await this.#query
        .selectFrom('record')
        .select(['collection', 'key', 'version', 'body'])
        .orderBy('position')
        .execute();
      const collections = new Map<string, StoredRecord[]>();
      for (const { collection, key, version, body } of rows) {
        const records = collections.get(collection);
        if (records === undefined) collections.set(collection, [{ key, version, body }]);
        else records.push({ key, version, body });
      }
      return collections;
    });
  }

  commit(writes: readonly StoreWrite[]): Promise<void> {
    return failing('the store could not write', () =>
      this.#database.transaction(async () => {
        for (const write of writes) await this.#apply(write);
      }),
    );
  }

  readAudit(query: AuditQuery): Promise<AuditPage> {
    return failing('the audit cannot be read', async () => {
      const limit = Math.min(query.limit, AUDIT_PAGE_MAX);
      const rows = await this.#query
        .selectFrom('audit')
        .selectAll()
        .where((columns) => matching(columns, query))
        .orderBy('number', 'desc')
        .limit(limit + 1)
        .execute();
      // Whatever is stored was an AuditOutcome when it was written.
      const entries = rows.slice(0, limit).map((row) => ({ ...row, outcome: row.outcome as AuditOutcome }));
      return { entries, next: rows.length > limit ? (entries.at(-1)?.number ?? null) : null };
    });
  }

  close(): void {
    this.#database.close();
  }

  async #apply(write: StoreWrite): Promise<void> {
    switch (write.type) {
      case 'put':
        await this.#query
          .insertInto('record')
          .values({ collection: write.collection, ...write.record })
          .onConflict((conflict) =>
            conflict.columns(['collection', 'key']).doUpdateSet((row) => ({
              version: row.ref('excluded.version'),
              body: row.ref('excluded.body'),
            })),
          )
          .execute();
        return;
      case 'delete':
        await this.#query
          .deleteFrom('record')
          .where('collection', '=', write.collection)
          .where('key', '=', write.key)
          .execute();
        return;
      case 'audit':
        await this.#query.insertInto('audit').values(write.entry).execute();
        return;
      default:
        unreachable(write);
    }
  }
}

function matching(columns: ExpressionBuilder<SqliteSchema, 'audit'>, query: AuditQuery) {
  const { before, actor, action, from, until } = query;
  return columns.and([
    ...(before === null ? [] : [columns('number', '<', before)]),
    ...(actor === null ? [] : [columns('actor', '=', actor)]),
    ...(action === null ? [] : [columns('action', '=', action)]),
    ...(from === null ? [] : [columns('at', '>=', from)]),
    ...(until === null ? [] : [columns('at', '<', until)]),
  ]);
}

async function failing<Value>(message: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Fault) throw thrown;
    const code = sqliteCode(thrown);
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    const options: FaultOptions = { code: 'store-failed', message: `${message}: ${why}`, cause: thrown };
    throw new Fault(code === null ? options : { ...options, context: { sqlite: code } });
  }
}
