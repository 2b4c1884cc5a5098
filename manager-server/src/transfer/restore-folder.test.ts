import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generation } from '@seatmatrix/protocol/domain';
import { type Clock, milliseconds, seconds, silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { decodeRecords, jsonCodec, openSqliteStore, type Store } from '../store/index.ts';
import { newTestFolder } from '../store/test-folder.ts';
import { ManagerLab, print } from '../testing/manager-lab.ts';
import { SiteBuilder } from '../testing/site-builder.ts';
import { restoreFolder } from './restore-folder.ts';
import { SiteBackup } from './site-backup.ts';

const passphrase = 'Lavendel und drei Murmeltiere';
const cost = { memory: 8, time: 1, parallelism: 1 };
const actor = { name: 'administrator:admin', from: '192.0.2.1' };
const anna = { name: 'anna', password: 'Blaubeere' };

let folder: string;
beforeEach(async () => {
  folder = await newTestFolder();
});
afterEach(() => rm(folder, { recursive: true }));

function seed() {
  const site = new SiteBuilder();
  const computer = site.transmitter('0001', { box: print('tx') });
  const desk = site.receiver('5001', { box: print('rx') });
  const operator = site.operator(anna.name, { password: anna.password });
  site.allow(operator, 'connect', [computer]);
  site.settings({ name: '监控中心' });
  return { seed: site.seed(), computer, desk };
}

const storeAt = (data: string): Promise<Store> =>
  openSqliteStore({ path: join(data, 'site.sqlite'), log: silentLog, busyTimeout: milliseconds(100) });

/** Virtual time waits for the disk. */
const waitedFor = (store: Store, clock: Clock): Store => ({
  load: () => clock.outside(store.load()),
  commit: (writes) => clock.outside(store.commit(writes)),
  readAudit: (query) => clock.outside(store.readAudit(query)),
  readAuditChain: (after) => clock.outside(store.readAuditChain(after)),
  auditHead: () => clock.outside(store.auditHead()),
  [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
});

/** A site with a desk that shows a computer, backed up; the desk's box goes on with other generations afterwards. */
async function backedUp() {
  const data = join(folder, 'data');
  const { seed: sown, computer, desk } = seed();
  await using lab = new ManagerLab();
  const { clock } = lab;
  const store = waitedFor(await storeAt(data), clock);
  const manager = await clock.outside(lab.start({ store, seed: sown }));
  const tx = lab.box('tx', { kind: 'transmitter' });
  const rx = lab.box('rx', { kind: 'receiver' });
  await clock.advance(seconds(1));
  expect([tx.welcome, rx.welcome]).not.toContain(null);
  const signIn = rx.ask({ type: 'sign-in', name: anna.name, password: anna.password });
  await clock.advance(seconds(1));
  const signedIn = await signIn;
  const command = rx.ask({ type: 'command', function: 'connect', text: '1', withoutPicture: false });
  await clock.advance(seconds(1));
  rx.live();
  await clock.advance(seconds(1));
  const answer = await command;
  const { fingerprint } = manager.identity;
  const backup = new SiteBackup({
    store,
    journal: manager.journal,
    clock,
    cost,
    randomBytes: (count) => new Uint8Array(count),
  });
  const { file } = await backup.make({ passphrase, actor });
  const path = join(folder, 'site.smxbackup');
  await writeFile(path, file);
  await manager.close();
  await store[Symbol.asyncDispose]();
  return { data, path, fingerprint, signedIn, answer, computer, desk };
}

const restoring = (backup: string, data: string, part: { readonly force?: boolean; readonly phrase?: string } = {}) => {
  const said: string[] = [];
  const wish = { backup, data, passphraseFile: null, force: part.force ?? false };
  const readPassphrase = async () => part.phrase ?? passphrase;
  const done = restoreFolder(wish, { say: (line) => void said.push(line), readPassphrase, clock: systemClock });
  return { done, said };
};

describe('--restore', () => {
  test('gives a new machine the whole site: its boxes come back untouched, and its generations go on', async () => {
    const { data, path, fingerprint, computer, desk } = await backedUp();
    await rm(data, { recursive: true });
    const { done, said } = restoring(path, data);
    await done;
    expect(said[0]).toMatch(/^backup of the site 监控中心, made at .* by version /);

    await using lab = new ManagerLab();
    const { clock } = lab;
    await using store = waitedFor(await storeAt(data), clock);
    const codec = jsonCodec(z.object({ generation: z.number() }));
    const counter = decodeRecords('matrix-counter', { codec, records: await store.load() });
    const stored = counter.get('site')?.value.generation ?? 0;
    expect(stored).toBeGreaterThan(0);
    const manager = await clock.outside(lab.start({ store }));
    expect(manager.identity.fingerprint).toBe(fingerprint);
    // The boxes have obeyed more since the backup was made.
    const highest = generation(stored + 50);
    const tx = lab.box('tx', { kind: 'transmitter', hello: { highestGeneration: highest } });
    const rx = lab.box('rx', { kind: 'receiver', hello: { highestGeneration: highest } });
    await clock.advance(seconds(2));
    expect(manager.boxSide.boxes().map(({ state, online, device }) => [state, online, device])).toEqual([
      ['adopted', true, computer],
      ['adopted', true, desk],
    ]);
    expect(tx.faults).toEqual([]);
    expect(tx.plan).toMatchObject({ type: 'transmitter' });
    // The desk has no session any more: it signs in anew, with the password of the backup, and connects.
    const signIn = rx.ask({ type: 'sign-in', ...anna });
    await clock.advance(seconds(1));
    expect(await signIn).toMatchObject({ type: 'sign-in-answer' });
    const command = rx.ask({ type: 'command', function: 'connect', text: '1', withoutPicture: false });
    await clock.advance(seconds(1));
    rx.live();
    await clock.advance(seconds(1));
    expect(await command).toMatchObject({ type: 'command-answer', refusal: null });
    const plan = rx.plan;
    expect(plan?.type === 'receiver' ? plan.route?.generation : null).toBeGreaterThan(highest);
    expect(manager.boxSide.routes()).toMatchObject([{ receiver: desk, transmitter: computer }]);
    const audit = await store.readAudit({
      before: null,
      limit: 100,
      actor: null,
      action: 'restore',
      from: null,
      until: null,
    });
    expect(audit.entries).toMatchObject([{ number: 1, actor: 'manager', object: '监控中心', outcome: 'done' }]);
    await manager.close();
  });

  test('refuses a folder that has something, and keeps it aside when it is told to go on', async () => {
    const { data, path } = await backedUp();
    await writeFile(join(data, 'note'), 'mine');
    await expect(restoring(path, data).done).rejects.toMatchObject({
      code: 'backup-refused',
      message: expect.stringContaining('--force'),
    });
    const { done } = restoring(path, data, { force: true });
    await done;
    expect(await readdir(data)).toEqual(['site.sqlite']);
    const [aside = ''] = (await readdir(folder)).filter((name) => name.startsWith('data.before-restore-'));
    expect(await readFile(join(folder, aside, 'note'), 'utf8')).toBe('mine');
    expect(await readdir(join(folder, aside))).toContain('site.sqlite');
    expect(await readdir(folder)).not.toContain('data.restoring');
  });

  test('refuses the folder of a manager that runs', async () => {
    const { data, path } = await backedUp();
    await using _ = await storeAt(data);
    await expect(restoring(path, data, { force: true }).done).rejects.toThrow(/a manager runs on .*; stop it first/);
  });

  test.each([
    ['a wrong passphrase', { phrase: 'Lavendel und zwei Murmeltiere' }, /the passphrase is another one/],
    ['a file that was cut', { cut: true }, /the file is damaged/],
    ['another file', { other: true }, /is no backup/],
  ])('refuses %s and leaves nothing behind', async (_, part, message) => {
    const { path } = await backedUp();
    if ('cut' in part) await writeFile(path, (await readFile(path)).subarray(0, -7));
    if ('other' in part) await writeFile(path, 'hello');
    const data = join(folder, 'fresh');
    await mkdir(data);
    await expect(restoring(path, data, 'phrase' in part ? { phrase: part.phrase } : {}).done).rejects.toMatchObject({
      code: 'backup-refused',
      message: expect.stringMatching(message),
    });
    expect(await readdir(data)).toEqual([]);
  });

  test('says that a file is not there as a mistake in the command', async () => {
    await expect(restoring(join(folder, 'none'), folder).done).rejects.toMatchObject({ code: 'configuration-invalid' });
  });
});
