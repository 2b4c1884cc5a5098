import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { milliseconds, seconds, seededRandom, silentLog } from '@seatmatrix/protocol/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkChain, EMPTY_CHAIN } from './audit-chain.ts';
import { SqliteEngine } from './sqlite-engine.ts';
import { openSqliteStore } from './sqlite-store.ts';
import { newTestFolder } from './test-folder.ts';

/** Each is half a second of starting a process. A night has time for 500: `STORE_KILLS=500`. */
const KILLS = Number(process.env.STORE_KILLS ?? 12);
const LINES_MAX = 400;
const WRITER = fileURLToPath(new URL('./kill-writer.ts', import.meta.url));

const random = seededRandom(20_261_122);
const busyTimeout = seconds(5);
let folder: string;

beforeAll(async () => {
  folder = await newTestFolder();
});

afterAll(() => rm(folder, { recursive: true }));

test(`every acknowledged write is there after ${KILLS} kills, no commit is there in part, and the audit is one chain`, {
  timeout: 30_000 + KILLS * 5_000,
}, async () => {
  const path = join(folder, 'site.db');
  const acknowledged = new Set<string>();
  let first = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const lines = await runUntilKilled({ path, first, lines: Math.floor(random() * LINES_MAX) });
    for (const line of lines) acknowledged.add(line);
    const held = await read(path);
    expect(acknowledged.difference(held.first), `lost by kill ${kill}`).toEqual(new Set());
    expect(held.second).toEqual(held.first);
    expect(held.audit).toBe(held.first.size);
    first = Math.max(-1, ...[...held.first].map(Number)) + 1;
  }
  expect(acknowledged.size).toBeGreaterThan(KILLS * 10);
});

test('a kill while the file is being made leaves nothing that stops the next start', { timeout: 60_000 }, async () => {
  for (let kill = 0; kill < 5; kill += 1) {
    const path = join(folder, `new-${kill}`, 'site.db');
    await runUntilKilled({ path, first: 0, lines: 0, after: milliseconds(random() * 120) });
    const store = await openSqliteStore({ path, log: silentLog });
    await store.commit([{ type: 'put', collection: 'first', record: { key: 'a', version: 1, body: '1' } }]);
    await store[Symbol.asyncDispose]();
  }
});

/** Starts a writer, kills it (SIGKILL) once it has acknowledged so many writes, and gives all that it acknowledged. */
function runUntilKilled(run: {
  readonly path: string;
  readonly first: number;
  readonly lines: number;
  readonly after?: number;
}): Promise<readonly string[]> {
  const child = spawn(process.execPath, [WRITER, run.path, String(run.first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const seen: string[] = [];
  let started = false;
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => {
      if (line === 'started') started = true;
      else seen.push(line);
      if (started && seen.length >= run.lines) setTimeout(() => child.kill('SIGKILL'), run.after ?? 0);
    });
    child.on('error', reject);
    const linesEnd = new Promise((ended) => lines.on('close', ended));
    child.on('close', async (code) => {
      await linesEnd;
      if (code === null) resolve(seen);
      else reject(new Error(`the writer ended by itself with ${code}`));
    });
  });
}

async function read(path: string) {
  const engine = await SqliteEngine.open({ path, busyTimeout });
  const records = await engine.load();
  const keys = (collection: string) => new Set((records.get(collection) ?? []).map((record) => record.key));
  const page = await engine.readAudit({ before: null, limit: 1, actor: null, action: null, from: null, until: null });
  let head = EMPTY_CHAIN;
  for (let chain = await engine.readAuditChain(0); chain.length > 0; chain = await engine.readAuditChain(head.number)) {
    const verdict = checkChain(head, chain);
    if (!verdict.ok) throw new Error(`after a kill, entry ${verdict.number} of the audit is ${verdict.why}`);
    head = verdict.head;
  }
  expect(head).toEqual(engine.auditHead());
  engine.close();
  return { first: keys('first'), second: keys('second'), audit: page.entries[0]?.number ?? 0 };
}
