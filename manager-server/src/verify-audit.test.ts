import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { milliseconds } from '@seatmatrix/protocol/kernel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startApp } from './api/sample-app.ts';
import { NodeSqlite } from './store/sqlite-database.ts';
import { SqliteEngine } from './store/sqlite-engine.ts';
import { AUDIT_PAGE_MAX, type StoreWrite } from './store/store.ts';
import { newTestFolder } from './store/test-folder.ts';
import { answerAuditQuestion } from './verify-audit.ts';

const busyTimeout = milliseconds(50);
let folder: string;

beforeEach(async () => {
  folder = await newTestFolder();
});

afterEach(() => rm(folder, { recursive: true }));

const entry = (object: string): StoreWrite => ({
  type: 'audit',
  entry: { at: 1, actor: 'manager', from: '', action: 'a', object, outcome: 'done', detail: '' },
});

describe('verify-audit of a data folder', () => {
  const ask = (head: { readonly number: number; readonly hash: string } | null = null) =>
    answerAuditQuestion({ data: folder, file: null, head });

  test('says how far it is whole, and which entry somebody with the file altered or cut', async () => {
    const path = join(folder, 'site.sqlite');
    const engine = await SqliteEngine.open({ path, busyTimeout });
    await engine.commit(Array.from({ length: 2500 }, (_, index) => entry(String(index))));
    const head = engine.auditHead();
    engine.close();
    expect(await ask(head)).toEqual({ ok: true, words: `the audit is whole: 2500 entries, ${head.hash}` });

    const edit = (...statements: readonly string[]) => {
      const database = new NodeSqlite(path, { busyTimeout });
      for (const sql of statements) database.prepare(sql).run([]);
      database.close();
    };
    edit('drop trigger audit_kept', 'delete from audit where number > 2000');
    expect((await ask()).ok).toBe(true);
    expect(await ask(head)).toEqual({ ok: false, words: 'the audit is not whole: entry 2001 is missing' });
    edit('drop trigger audit_unchanged', "update audit set object = 'z' where number = 1234");
    expect(await ask()).toEqual({ ok: false, words: 'the audit is not whole: entry 1234 is not what it was' });
  });

  test('makes no site where there is none', async () => {
    await expect(ask()).rejects.toMatchObject({ code: 'configuration-invalid' });
    await expect(readFile(join(folder, 'site.sqlite'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('sends whoever asks while a manager runs to that manager', async () => {
    const running = await SqliteEngine.open({ path: join(folder, 'site.sqlite'), busyTimeout });
    await expect(ask()).rejects.toMatchObject({ message: expect.stringContaining('GET /api/audit/verification') });
    running.close();
  });
});

describe('verify-audit of an export', () => {
  // A whole page whose last number lets the page after it take its place.
  const madeUp = Array.from({ length: AUDIT_PAGE_MAX }, (_, index) => {
    const fields = { at: 1, actor: 'manager', from: '', action: 'a', object: 'made up', outcome: 'done', detail: '' };
    const hash = 'a'.repeat(64);
    return JSON.stringify({ number: AUDIT_PAGE_MAX - 1 - index, ...fields, hash, previous: hash });
  });

  async function exported(change: (lines: string[]) => readonly string[]) {
    const { request } = await startApp();
    for (const name of ['Tag', '夜']) await request('POST', '/api/groups', { body: { name } });
    const file = join(folder, 'audit.ndjson');
    await writeFile(file, (await request('GET', '/api/audit/export')).text);
    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    await writeFile(file, change(lines).join('\n'));
    return answerAuditQuestion({ data: '', file, head: null });
  }

  test.each<[string, (lines: string[]) => readonly string[], RegExp]>([
    ['as it came', (lines) => lines, /^the audit is whole: \d+ entries, .*; signed .* by /],
    ['without its last line', (lines) => lines.slice(0, -1), /no signed head/],
    ['without a line', (lines) => lines.toSpliced(2, 1), /entry 3 is missing/],
    ['with two exchanged', ([a = '', b = '', ...rest]) => [b, a, ...rest], /entry 1 is missing/],
    ['with another name', (lines) => lines.map((each) => each.replace('夜', '昼')), /is not what it was/],
    ['without its last entry', (lines) => lines.toSpliced(-2, 1), /is missing/],
    [
      'with another head’s time',
      (lines) => lines.map((each) => each.replace(/"signedAt":(\d+)/, '"signedAt":1')),
      /not signed by the key/,
    ],
    [
      'with a page of made-up entries before the first',
      (lines) => [...madeUp, ...lines],
      /1001 lines that are no part of its chain/,
    ],
    ['with two heads', (lines) => [lines.at(-1) ?? '', ...lines], /1 lines that are no part of its chain/],
  ])('%s', async (_, change, wanted) => {
    const { ok, words } = await exported(change);
    expect(words).toMatch(wanted);
    expect(ok).toBe(words.startsWith('the audit is whole'));
  });

  test('that is none', async () => {
    const file = join(folder, 'other');
    await writeFile(file, 'hello\n');
    await expect(answerAuditQuestion({ data: '', file, head: null })).rejects.toMatchObject({
      message: expect.stringContaining('line 1'),
    });
  });
});
