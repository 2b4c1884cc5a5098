import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { milliseconds } from '@seatmatrix/protocol/kernel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SqliteEngine } from './sqlite-engine.ts';
import { openSqliteFile } from './sqlite-file.ts';
import type { StoreWrite } from './store.ts';
import { newTestFolder } from './test-folder.ts';

const busyTimeout = milliseconds(50);
const put = (key: string, size = 10): StoreWrite => ({
  type: 'put',
  collection: 'devices',
  record: { key, version: 1, body: JSON.stringify('x'.repeat(size)) },
});

describe('a commit that fails', () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await newTestFolder();
    path = join(folder, 'site.db');
  });

  afterEach(() => rm(folder, { recursive: true }));

  const keys = async (engine: SqliteEngine) => ((await engine.load()).get('devices') ?? []).map((record) => record.key);

  test('leaves nothing of itself, and the next ones go on', async () => {
    const engine = await SqliteEngine.open({ path, busyTimeout });
    await engine.commit([put('a')]);
    const broken = { type: 'put', collection: 'devices', record: { key: 'c', version: true as never, body: '1' } };
    await expect(engine.commit([put('b'), broken as StoreWrite, put('d')])).rejects.toMatchObject({
      code: 'invariant-broken',
    });
    const nothing = { ...broken, record: { key: null as never, version: 1, body: '1' } };
    await expect(engine.commit([put('b'), nothing as StoreWrite])).rejects.toMatchObject({ code: 'store-failed' });
    await engine.commit([put('e')]);
    expect(await keys(engine)).toEqual(['a', 'e']);
    engine.close();
  });

  test('for a full disk keeps what was acknowledged, and what fits is taken again', async () => {
    const database = await openSqliteFile({ path, busyTimeout });
    const pages = Number(database.pragma('page_count'));
    database.setPragma('max_page_count', pages + 20);
    const engine = new SqliteEngine(database);
    const acknowledged: string[] = [];
    let refused = 0;
    for (let index = 0; index < 40; index += 1) {
      const key = String(index);
      try {
        await engine.commit([put(key, 10_000), put(`${key}-twin`)]);
        acknowledged.push(key, `${key}-twin`);
      } catch (thrown) {
        refused += 1;
        expect(thrown).toMatchObject({ code: 'store-failed', message: expect.stringContaining('full') });
      }
    }
    expect(refused).toBeGreaterThan(10);
    expect(acknowledged.length).toBeGreaterThan(4);
    expect(await keys(engine)).toEqual(acknowledged);
    database.setPragma('max_page_count', pages + 1000);
    await engine.commit([put('after', 10_000)]);
    engine.close();
    const again = await SqliteEngine.open({ path, busyTimeout });
    expect(await keys(again)).toEqual([...acknowledged, 'after']);
    again.close();
  });
});
