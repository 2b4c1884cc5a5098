import { milliseconds } from '@seatmatrix/protocol/kernel';
import { migrations } from './migrations/index.ts';
import { NodeSqlite } from './sqlite-database.ts';
import { SqliteEngine } from './sqlite-engine.ts';
import { migrate } from './sqlite-file.ts';
import type { StoredRecord } from './store.ts';

type Records = ReadonlyMap<string, readonly StoredRecord[]>;

/** The version of the store that this program writes. */
export const STORE_VERSION = migrations.length;

/**
 * Records of an earlier version of the store, as this program wants them: through the very migrations that a file of that
 * version goes through, in memory.
 */
export async function migrateRecords(records: Records, from: number): Promise<Records> {
  if (from === STORE_VERSION) return records;
  const database = new NodeSqlite(':memory:', { busyTimeout: milliseconds(0) });
  try {
    await migrate(database, { from: 0, steps: migrations.slice(0, from) });
    await database.transaction(async () => {
      const insert = database.prepare('insert into record (collection, key, version, body) values (?, ?, ?, ?)');
      for (const [collection, held] of records) {
        for (const { key, version, body } of held) insert.run([collection, key, version, body]);
      }
    });
    await migrate(database, { from, steps: migrations });
    return await new SqliteEngine(database).load();
  } finally {
    database.close();
  }
}
