import { readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_SOURCE_SETTINGS } from '@seatmatrix/protocol/domain';
import { milliseconds, silentLog } from '@seatmatrix/protocol/kernel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkChain, EMPTY_CHAIN } from './audit-chain.ts';
import { migrations } from './migrations/index.ts';
import { NodeSqlite } from './sqlite-database.ts';
import { SqliteEngine } from './sqlite-engine.ts';
import { openSqliteFile } from './sqlite-file.ts';
import { openSqliteStore } from './sqlite-store.ts';
import { storeContract } from './store.contract.ts';
import type { StoreWrite } from './store.ts';
import { newTestFolder } from './test-folder.ts';

const busyTimeout = milliseconds(50);

storeContract('SQLite', async () => {
  const folder = await newTestFolder();
  return {
    open: () => openSqliteStore({ path: join(folder, 'data', 'site.db'), log: silentLog }),
    remove: () => rm(folder, { recursive: true }),
  };
});

describe('the SQLite file', () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await newTestFolder();
    path = join(folder, 'site.db');
  });

  afterEach(() => rm(folder, { recursive: true }));

  const open = () => openSqliteStore({ path, log: silentLog, busyTimeout });

  const filled = async () => {
    // In this thread: a worker takes a quarter of a second to start, and is not what these tests are about.
    const engine = await SqliteEngine.open({ path, busyTimeout });
    const writes = Array.from({ length: 2000 }, (_, index): StoreWrite => {
      const record = { key: String(index), version: 1, body: JSON.stringify({ text: 'x'.repeat(200) }) };
      return { type: 'put', collection: 'devices', record };
    });
    await engine.commit(writes);
    engine.close();
  };

  test('every commit is on the disk before it is acknowledged', async () => {
    const database = await openSqliteFile({ path, busyTimeout });
    const FULL = 2;
    expect([database.pragma('journal_mode'), database.pragma('synchronous')]).toEqual(['wal', FULL]);
    database.close();
  });

  test('it is for its owner alone', async () => {
    await filled();
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test('a file of a later program is refused with both versions', async () => {
    await filled();
    const later = [...migrations, async () => undefined, async () => undefined];
    (await openSqliteFile({ path, busyTimeout, steps: later })).close();
    const before = await readFile(path);
    await expect(open()).rejects.toMatchObject({
      code: 'store-newer',
      message: expect.stringMatching(
        new RegExp(`${path}.* version ${migrations.length + 2}.* up to ${migrations.length}$`),
      ),
      context: { path, file: migrations.length + 2, program: migrations.length },
    });
    expect(await readFile(path)).toEqual(before);
  });

  test('a file of an earlier program takes the steps that it lacks and keeps what it holds', async () => {
    await filled();
    const ran: string[] = [];
    const steps = [...migrations, async () => void ran.push('second'), async () => void ran.push('third')];
    (await openSqliteFile({ path, busyTimeout, steps: steps.slice(0, -1) })).close();
    const database = await openSqliteFile({ path, busyTimeout, steps });
    expect(ran).toEqual(['second', 'third']);
    expect(database.pragma('user_version')).toBe(steps.length);
    expect(database.prepare('select count(*) as n from record').all([])).toMatchObject([{ n: 2000 }]);
    database.close();
  });

  test('a transmitter of a file from before settings has those that it had until now', async () => {
    const transmitter = { kind: 'transmitter', key: 'tx', id: '0001', name: '气象', location: '' };
    const receiver = { ...transmitter, kind: 'receiver', key: 'rx', id: '5001' };
    const old = await openSqliteFile({ path, busyTimeout, steps: migrations.slice(0, 1) });
    const insert = old.prepare("insert into record (collection, key, version, body) values ('devices', ?, 3, ?)");
    insert.run(['tx', JSON.stringify(transmitter)]);
    insert.run(['rx', JSON.stringify(receiver)]);
    insert.run(['damaged', '{']);
    old.close();

    const store = await open();
    const devices = (await store.load()).get('devices') ?? [];
    await store[Symbol.asyncDispose]();
    expect(devices.map(({ key, version }) => [key, version])).toEqual([
      ['tx', 4],
      ['rx', 3],
      ['damaged', 3],
    ]);
    expect(JSON.parse(devices[0]?.body ?? '')).toEqual({ ...transmitter, settings: DEFAULT_SOURCE_SETTINGS });
    expect(devices.slice(1).map(({ body }) => body)).toEqual([JSON.stringify(receiver), '{']);
  });

  test('administrators of a file from before roles are operators with one, and sign in with what they had', async () => {
    const old = await openSqliteFile({ path, busyTimeout, steps: migrations.slice(0, 3) });
    const insert = old.prepare('insert into record (collection, key, version, body) values (?, ?, 1, ?)');
    const put = (collection: string, key: string, value: object) =>
      insert.run([collection, key, JSON.stringify(value)]);
    put('operators', 'o1', { key: 'o1', name: 'Ärzte', disabled: true, groups: ['g'] });
    put('administrators', 'a1', { key: 'a1', name: '管理员', createdAt: 7, hash: '$argon2id$1' });
    put('administrators', 'a2', { key: 'a2', name: 'A\u0308RZTE', createdAt: 8, hash: '$argon2id$2' });
    put('web-sessions', 's', { administrator: 'a1', startedAt: 0, seenAt: 0 });
    put('settings', 'site', { key: 'site', name: 'N', twoSeats: 'move' });
    old.close();
    const engine = await SqliteEngine.open({ path, busyTimeout });
    const records = await engine.load();
    engine.close();
    const bodies = (name: string) => (records.get(name) ?? []).map(({ body }) => JSON.parse(body));
    expect(bodies('operators')).toEqual([
      { key: 'o1', name: 'Ärzte', disabled: true, groups: ['g'], role: 'operator' },
      { key: 'a1', name: '管理员', disabled: false, role: 'administrator', groups: [] },
      { key: 'a2', name: 'A\u0308RZTE (administrator)', disabled: false, role: 'administrator', groups: [] },
    ]);
    expect(records.get('operator-credentials')?.map(({ key, body }) => [key, JSON.parse(body)])).toEqual([
      ['a1', { hash: '$argon2id$1', changedAt: 7 }],
      ['a2', { hash: '$argon2id$2', changedAt: 8 }],
    ]);
    expect(bodies('settings')).toMatchObject([
      { twoSeats: 'move', secondFactor: 'optional', pushesOfDisabled: 'end-at-desks' },
    ]);
    expect([records.has('administrators'), records.has('web-sessions')]).toEqual([false, false]);
  });

  describe('the audit in it', () => {
    const entry = (object: string): StoreWrite => ({
      type: 'audit',
      entry: { at: 1, actor: 'manager', from: '', action: 'a', object, outcome: 'done', detail: '' },
    });

    test.each([
      ["update audit set actor = 'nobody' where number = 2", 'append-only'],
      ['delete from audit where number = 3', 'append-only'],
      ['delete from audit', 'append-only'],
      ["replace into audit values (2, 1, 'nobody', '', '', '', 'done', '', '')", 'follows the last'],
      ["insert into audit values (9, 1, 'nobody', '', '', '', 'done', '', '')", 'follows the last'],
    ])('cannot be changed by %s', async (sql, why) => {
      const database = await openSqliteFile({ path, busyTimeout });
      const engine = new SqliteEngine(database);
      await engine.commit(['a', 'b', 'c'].map(entry));
      expect(() => database.prepare(sql).run([])).toThrow(why);
      expect(checkChain(EMPTY_CHAIN, await engine.readAuditChain(0))).toMatchObject({ ok: true, head: { number: 3 } });
      engine.close();
    });

    test('shows at which number somebody with the file altered it in spite of that', async () => {
      const database = await openSqliteFile({ path, busyTimeout });
      await new SqliteEngine(database).commit(['a', 'b', 'c', 'd'].map(entry));
      database.prepare('drop trigger audit_unchanged').run([]);
      database.prepare("update audit set object = 'z' where number = 3").run([]);
      database.close();
      const engine = await SqliteEngine.open({ path, busyTimeout });
      expect(checkChain(EMPTY_CHAIN, await engine.readAuditChain(0))).toEqual({ ok: false, number: 3, why: 'altered' });
      engine.close();
    });

    test('goes on after a commit that failed', async () => {
      const engine = await SqliteEngine.open({ path, busyTimeout });
      await engine.commit([entry('a')]);
      const broken = { type: 'put', collection: 'c', record: { key: null as never, version: 1, body: '1' } };
      await expect(engine.commit([entry('b'), broken as StoreWrite])).rejects.toMatchObject({ code: 'store-failed' });
      await engine.commit([entry('c')]);
      const entries = await engine.readAuditChain(0);
      expect(entries.map(({ number, object }) => [number, object])).toEqual([
        [1, 'a'],
        [2, 'c'],
      ]);
      expect(checkChain(EMPTY_CHAIN, entries)).toEqual({ ok: true, head: engine.auditHead() });
      engine.close();
    });

    test('of a file from before the chain is chained as it is', async () => {
      const old = await openSqliteFile({ path, busyTimeout, steps: migrations.slice(0, 2) });
      for (let number = 1; number <= 5003; number += 1) {
        old
          .prepare('insert into audit values (?, ?, ?, ?, ?, ?, ?, ?)')
          .run([number, 7, '张三', '', '', '', 'done', '']);
      }
      old.close();
      const engine = await SqliteEngine.open({ path, busyTimeout });
      await engine.commit([entry('new')]);
      let head = EMPTY_CHAIN;
      for (
        let page = await engine.readAuditChain(0);
        page.length > 0;
        page = await engine.readAuditChain(head.number)
      ) {
        const verdict = checkChain(head, page);
        if (!verdict.ok) throw new Error(`${verdict.number} is ${verdict.why}`);
        head = verdict.head;
      }
      expect(head).toEqual(engine.auditHead());
      expect(head.number).toBe(5004);
      engine.close();
    });
  });

  test('a step that fails leaves the file as it was', async () => {
    await filled();
    const failing = async () => {
      throw new Error('no room');
    };
    await expect(openSqliteFile({ path, busyTimeout, steps: [...migrations, failing] })).rejects.toMatchObject({
      code: 'store-failed',
    });
    const store = await open();
    expect((await store.load()).get('devices')?.length).toBe(2000);
    await store[Symbol.asyncDispose]();
  });

  test('a start that was cut off while it made the file is made up for', async () => {
    await writeFile(`${path}.new`, 'half a file');
    const store = await open();
    expect([...(await store.load())]).toEqual([]);
    await store[Symbol.asyncDispose]();
  });

  test.each([
    ['empty', 0],
    ['cut inside its first page', 700],
    ['cut in half', 0.5],
    ['short of its last bytes', -100],
  ])('a file that is %s is reported with its path', async (_, cut) => {
    await filled();
    const { size } = await stat(path);
    await truncate(path, cut < 0 ? size + cut : cut > 0 && cut < 1 ? Math.floor(size * cut) : cut);
    await expect(openSqliteFile({ path, busyTimeout })).rejects.toMatchObject({
      code: 'store-corrupt',
      message: expect.stringContaining(path),
      context: { path },
    });
  });

  test('a file with overwritten pages is reported', async () => {
    await filled();
    const bytes = await readFile(path);
    bytes.fill(0x5a, 8192, bytes.length - 4096);
    await writeFile(path, bytes);
    await expect(open()).rejects.toMatchObject({ code: 'store-corrupt' });
  });

  test.each([
    ['text', 'this is no database, and it is long enough for the header of one to be missing from it'.repeat(20)],
  ])('a file of %s is reported', async (_, text) => {
    await writeFile(path, text);
    await expect(open()).rejects.toMatchObject({ code: 'store-corrupt' });
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  test("another program's SQLite file is not taken over", async () => {
    const other = new NodeSqlite(path, { busyTimeout });
    other.prepare('create table thing (name text)').run([]);
    other.close();
    await expect(open()).rejects.toMatchObject({
      code: 'store-corrupt',
      message: expect.stringContaining('not a store'),
    });
  });

  test('a folder that cannot be written is named', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await expect(openSqliteStore({ path: join(file, 'site.db'), log: silentLog })).rejects.toMatchObject({
      code: 'folder-unwritable',
      context: { folder: file },
    });
    await expect(openSqliteStore({ path: '/proc/seatmatrix/site.db', log: silentLog })).rejects.toMatchObject({
      code: 'folder-unwritable',
    });
  });

  test('a second process is told that the store is in use, and the first goes on', async () => {
    const store = await open();
    await expect(open()).rejects.toMatchObject({ code: 'store-failed', message: expect.stringContaining('in use') });
    await store.commit([{ type: 'put', collection: 'devices', record: { key: 'a', version: 1, body: '1' } }]);
    await store[Symbol.asyncDispose]();
    const next = await open();
    expect((await next.load()).get('devices')?.length).toBe(1);
    await next[Symbol.asyncDispose]();
  });

  test('a process that is just letting go of the file is waited for', async () => {
    await filled();
    const holder = new NodeSqlite(path, { busyTimeout });
    holder.prepare('select count(*) from record').all([]);
    const opening = openSqliteStore({ path, log: silentLog });
    await new Promise((resolve) => setImmediate(resolve));
    holder.close();
    const store = await opening;
    expect((await store.load()).get('devices')?.length).toBe(2000);
    await store[Symbol.asyncDispose]();
  });
});
