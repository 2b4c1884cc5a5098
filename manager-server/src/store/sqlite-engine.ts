import { type Duration, Fault, type FaultOptions, unreachable } from '@seatmatrix/protocol/kernel';
import { type ExpressionBuilder, Kysely, SqliteDialect, type SqliteStatement } from 'kysely';
import { type AuditHead, type ChainedEntry, EMPTY_CHAIN, nextHead } from './audit-chain.ts';
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
  readonly #statements: WriteStatements;
  /** What is durable. */
  #head: AuditHead;

  /** Over a file that openSqliteFile has opened. */
  constructor(database: NodeSqlite) {
    this.#database = database;
    this.#query = new Kysely<SqliteSchema>({ dialect: new SqliteDialect({ database }) });
    this.#statements = prepareWrites(this.#query, database);
    this.#head = headOf(database);
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
    return failing('the store could not write', async () => {
      this.#head = await this.#database.transaction(async () => {
        let head = this.#head;
        for (const write of writes) head = this.#apply(write, head);
        return head;
      });
    });
  }

  readAudit(query: AuditQuery): Promise<AuditPage> {
    return failing('the audit cannot be read', async () => {
      const limit = Math.min(query.limit, AUDIT_PAGE_MAX);
      const rows = await this.#query
        .selectFrom('audit')
        .select(ENTRY_COLUMNS)
        .where((columns) => matching(columns, query))
        .orderBy('number', 'desc')
        .limit(limit + 1)
        .execute();
      // Whatever is stored was an AuditOutcome when it was written.
      const entries = rows.slice(0, limit).map((row) => ({ ...row, outcome: row.outcome as AuditOutcome }));
      return { entries, next: rows.length > limit ? (entries.at(-1)?.number ?? null) : null };
    });
  }

  readAuditChain(after: number): Promise<readonly ChainedEntry[]> {
    return failing('the audit cannot be read', async () => {
      const rows = await this.#query
        .selectFrom('audit')
        .selectAll()
        .where('number', '>', after)
        .orderBy('number')
        .limit(AUDIT_PAGE_MAX)
        .execute();
      return rows.map((row) => ({ ...row, outcome: row.outcome as AuditOutcome }));
    });
  }

  auditHead(): AuditHead {
    return this.#head;
  }

  close(): void {
    this.#database.close();
  }

  /** Gives the head of the audit's chain after this write. */
  #apply(write: StoreWrite, head: AuditHead): AuditHead {
    const { put, remove, audit } = this.#statements;
    switch (write.type) {
      case 'put': {
        const { key, version, body } = write.record;
        put.run([write.collection, key, version, body]);
        return head;
      }
      case 'delete':
        remove.run([write.collection, write.key]);
        return head;
      case 'audit': {
        const { at, actor, from, action, object, outcome, detail } = write.entry;
        const next = nextHead(head, write.entry);
        audit.run([next.number, at, actor, from, action, object, outcome, detail, next.hash]);
        return next;
      }
      default:
        return unreachable(write);
    }
  }
}

const ENTRY_COLUMNS = ['number', 'at', 'actor', 'from', 'action', 'object', 'outcome', 'detail'] as const;

function headOf(database: NodeSqlite): AuditHead {
  const [last] = database.prepare('select number, hash from audit order by number desc limit 1').all([]);
  // The schema's own columns, of the one row that was asked for.
  return last === undefined ? EMPTY_CHAIN : { ...(last as AuditHead) };
}

interface WriteStatements {
  /** Collection, key, version, body. */
  readonly put: SqliteStatement;
  /** Collection, key. */
  readonly remove: SqliteStatement;
  /** As the columns of the audit stand in the schema. */
  readonly audit: SqliteStatement;
}

/** Building a query costs four times what SQLite needs to run it, and a busy site writes 15,000 records a second. */
function prepareWrites(query: Kysely<SqliteSchema>, database: NodeSqlite): WriteStatements {
  const put = query
    .insertInto('record')
    .values({ collection: '', key: '', version: 0, body: '' })
    .onConflict((conflict) =>
      conflict.columns(['collection', 'key']).doUpdateSet((row) => ({
        version: row.ref('excluded.version'),
        body: row.ref('excluded.body'),
      })),
    );
  const remove = query.deleteFrom('record').where('collection', '=', '').where('key', '=', '');
  const audit = query
    .insertInto('audit')
    .values({ number: 0, at: 0, actor: '', from: '', action: '', object: '', outcome: '', detail: '', hash: '' });
  const prepared = (builder: { compile(): { readonly sql: string } }) => database.prepare(builder.compile().sql);
  return { put: prepared(put), remove: prepared(remove), audit: prepared(audit) };
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
