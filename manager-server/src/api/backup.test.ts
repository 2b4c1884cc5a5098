import { randomBytes } from 'node:crypto';
import { DEFAULT_SOURCE_SETTINGS } from '@seatmatrix/protocol/domain';
import { minutes } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import type { Response } from 'light-my-request';
import { describe, expect, test } from 'vitest';
import { STORE_VERSION, type StoredRecord } from '../store/index.ts';
import { contentLines } from '../transfer/backup-content.ts';
import { type BackupFacts, sealBackup } from '../transfer/backup-file.ts';
import { HOST, PASSWORD, type SampleApp, startApp } from './sample-app.ts';

const passphrase = 'Lavendel und drei Murmeltiere';

async function backupOf({ app, cookie }: SampleApp, phrase = passphrase): Promise<Response> {
  return app.server.inject({
    method: 'POST',
    url: '/api/backups',
    headers: { host: HOST, cookie: cookie(), 'content-type': 'application/json' },
    payload: JSON.stringify({ passphrase: phrase }),
  });
}

function restoring({ request }: Pick<SampleApp, 'request'>, file: Buffer, phrase = passphrase) {
  const body = { file: file.toString('base64'), passphrase: phrase };
  return {
    dry: () => request('POST', '/api/restores', { body: { ...body, dryRun: true } }),
    apply: (revision: string | null) =>
      request('POST', '/api/restores', {
        body: { ...body, dryRun: false },
        headers: revision === null ? {} : { 'if-match': `"${revision}"` },
      }),
  };
}

const group = { name: 'Night' };

/** What a newer or another manager would have made. */
function foreign(part: Partial<BackupFacts>, records: ReadonlyMap<string, readonly StoredRecord[]> = new Map()) {
  const facts = {
    site: 'Other',
    madeAt: 1,
    program: '9.9.9',
    authority: '',
    manager: '',
    store: STORE_VERSION,
    ...part,
  };
  const lines = contentLines({ records, audit: { number: 0, hash: '0'.repeat(64) } });
  let step = lines.next();
  while (step.done !== true) step = lines.next();
  const cost = { memory: 8, time: 1, parallelism: 1 };
  return sealBackup(step.value, { facts, passphrase, randomBytes, clock: new VirtualClock(), cost });
}

describe('a backup', () => {
  test('is one file named by the site and the day, and nothing in it can be read', async () => {
    const site = await startApp();
    const settings = (await site.request('GET', '/api/settings')).json;
    const body = { ...settings, name: '监控中心 "1"' };
    await site.request('PUT', '/api/settings', { body, headers: { 'if-match': '"1"' } });
    const { headers, rawPayload } = await backupOf(site);
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="seatmatrix-_-1-\d{4}-\d\d-\d\d\.smxbackup"; filename\*=UTF-8''seatmatrix-%E7%9B%91%E6%8E%A7%E4%B8%AD%E5%BF%83-1-[\d-]+\.smxbackup$/,
    );
    expect(rawPayload.includes('argon2id$') || rawPayload.includes('Ärztin')).toBe(false);
    expect(site.disk.audit.at(-1)).toMatchObject({ action: 'backup', object: '监控中心 "1"', outcome: 'done' });
  });

  test.each([
    ['short words', 'password-too-short'],
    ['abcdefghijklmnopqrstuvwxyz', 'password-too-common'],
  ])('is not made with %s', async (phrase, code) => {
    const site = await startApp();
    const refused = await backupOf(site, phrase);
    expect([refused.statusCode, refused.json().code]).toEqual([400, code]);
  });

  test('wants the password once more of who has not typed it lately, and so does a restore', async () => {
    const site = await startApp();
    const { rawPayload: file } = await backupOf(site);
    const { dry, apply } = restoring(site, file);
    await site.clock.advance(minutes(5));
    expect((await backupOf(site)).json()).toMatchObject({ status: 403, code: 'confirmation-wanted' });
    const { revision } = (await dry()).json;
    expect((await apply(revision)).json).toMatchObject({ status: 403, code: 'confirmation-wanted' });
    await site.request('POST', '/api/account/confirmation', { body: { password: PASSWORD } });
    expect((await apply(revision)).status).toBe(200);
    expect((await backupOf(site)).statusCode).toBe(200);
  });

  test('is nobody’s but an administrator’s himself', async () => {
    const site = await startApp();
    const token = { name: 'CI', scopes: ['read', 'operate', 'administer', 'audit'], days: 1 };
    const made = await site.request('POST', '/api/tokens', { body: token });
    const headers = { authorization: `Bearer ${made.json.token}` };
    const { cookie } = await site.asRole('auditor');
    for (const path of ['/api/backups', '/api/restores']) {
      const body = { passphrase, file: '', dryRun: true };
      expect((await site.asNobody('POST', path, { body, headers })).status).toBe(403);
      expect((await site.asNobody('POST', path, { body, headers: { cookie } })).status).toBe(403);
    }
  });
});

describe('a restore', () => {
  test('says what it would change, does it, and changes nothing the second time', async () => {
    const site = await startApp();
    const kept = (await site.request('POST', '/api/groups', { body: group })).json;
    const { rawPayload: file } = await backupOf(site);
    await site.request('DELETE', `/api/groups/${kept.key}`, { headers: { 'if-match': '"1"' } });
    await site.request('POST', '/api/groups', { body: { name: 'Day' } });
    const { dry, apply } = restoring(site, file);
    const judged = (await dry()).json;
    expect(judged).toMatchObject({
      applied: false,
      backup: { site: 'Seatmatrix', sameSite: true },
      counts: { add: 1, change: 0, remove: 1 },
      problems: [],
      signsYouOut: false,
    });
    expect(judged.changes.map(({ action, name }: { action: string; name: string }) => [action, name])).toEqual([
      ['remove', 'Day'],
      ['add', 'Night'],
    ]);
    expect((await apply(null)).json.code).toBe('precondition-required');
    expect((await apply(judged.revision)).json).toMatchObject({ applied: true });
    expect([...site.directory.snapshot.groups.values()].map(({ value }) => value)).toEqual([
      { key: kept.key, name: 'Night' },
    ]);
    expect((await dry()).json.counts).toEqual({ add: 0, change: 0, remove: 0 });
  });

  test('ends the sessions of those whose password is another in the backup', async () => {
    const site = await startApp();
    const { key, cookie } = await site.asRole('supervisor');
    const { rawPayload: file } = await backupOf(site);
    const other = { password: 'acht Kamele am Nordpol' };
    await site.request('PUT', `/api/operators/${key}/password`, { body: other });
    const name = site.directory.snapshot.operators.get(key)?.value.name;
    const fresh = await site.asNobody('POST', '/api/session', { body: { name, ...other } });
    const signedIn = { cookie: String(fresh.headers['set-cookie']).split(';')[0] ?? '' };
    expect((await site.asNobody('GET', '/api/session', { headers: signedIn })).status).toBe(200);
    const { dry, apply } = restoring(site, file);
    const judged = (await dry()).json;
    expect(judged.changes).toEqual([
      { action: 'change', collection: 'passwords', name, line: null, with: null, fields: [] },
    ]);
    expect((await apply(judged.revision)).status).toBe(200);
    expect((await site.asNobody('GET', '/api/session', { headers: signedIn })).status).toBe(401);
    expect((await site.asNobody('POST', '/api/session', { body: { name, password: PASSWORD } })).status).toBe(200);
    expect((await site.asNobody('GET', '/api/session', { headers: { cookie } })).status).toBe(401);
  });

  test('signs whoever asks out when his own password was another, and says so before', async () => {
    const site = await startApp();
    const { rawPayload: file } = await backupOf(site);
    const next = 'acht Kamele am Nordpol';
    await site.request('PUT', '/api/session/password', { body: { current: PASSWORD, next } });
    const { dry, apply } = restoring(site, file);
    const judged = (await dry()).json;
    expect(judged.signsYouOut).toBe(true);
    expect((await apply(judged.revision)).json).toMatchObject({ applied: true, signsYouOut: true });
    expect((await site.request('GET', '/api/session')).status).toBe(401);
    const body = { name: 'Ärztin', password: PASSWORD };
    expect((await site.asNobody('POST', '/api/session', { body })).status).toBe(200);
  });

  test('takes rights away at once from who did not have them then, and his password with his account', async () => {
    const site = await startApp();
    const { rawPayload: file } = await backupOf(site);
    const { key, cookie } = await site.asRole('administrator');
    const { dry, apply } = restoring(site, file);
    const judged = (await dry()).json;
    expect(judged.counts).toEqual({ add: 0, change: 0, remove: 1 });
    await apply(judged.revision);
    expect((await site.asNobody('GET', '/api/session', { headers: { cookie } })).status).toBe(401);
    await site.clock.settle();
    expect(site.disk.records.get('operator-credentials')?.has(key)).toBe(false);
    expect(site.disk.audit.at(-1)).toMatchObject({ action: 'restore', object: 'Seatmatrix', outcome: 'done' });
  });

  test('is refused when the site, or anybody’s password, became another since the dry run', async () => {
    const site = await startApp();
    const { key } = await site.asRole('operator');
    const { rawPayload: file } = await backupOf(site);
    const { dry, apply } = restoring(site, file);
    const first = (await dry()).json.revision;
    await site.request('PUT', `/api/operators/${key}/password`, { body: { password: 'acht Kamele am Nordpol' } });
    expect((await apply(first)).json).toMatchObject({ status: 412, code: 'version-conflict' });
    const second = (await dry()).json.revision;
    await site.request('POST', '/api/groups', { body: group });
    expect((await apply(second)).json).toMatchObject({ status: 412, code: 'version-conflict' });
    expect(site.directory.snapshot.groups.size).toBe(1);
  });

  test.each<[string, () => Promise<Buffer>, string, RegExp]>([
    [
      'another site’s',
      () => foreign({ manager: 'ab'.repeat(32) }),
      'other-site',
      /the site Other, made at 1970-.* --restore/,
    ],
    ['a newer manager’s', () => foreign({ store: STORE_VERSION + 1 }), 'newer-version', /update this manager first/],
    ['one without administrators', () => foreign({}), 'last-administrator', /nobody who could sign in/],
    [
      'one with records that are none',
      () => foreign({}, new Map([['devices', [{ key: 'a', version: 1, body: '{"kind":"toaster"}' }]]])),
      'damaged',
      /devices\/a/,
    ],
    ['a picture', async () => Buffer.from('GIF89a'), 'not-a-backup', /is no backup/],
  ])('of %s is refused in words, dry and in earnest', async (_, make, code, words) => {
    const site = await startApp();
    const { dry, apply } = restoring(site, await make());
    const judged = (await dry()).json;
    expect(judged.problems).toMatchObject([{ code, message: expect.stringMatching(words) }]);
    expect(judged).toMatchObject({ applied: false, changes: [] });
    const refused = await apply(judged.revision);
    expect(refused.json).toMatchObject({ status: 409, code: 'restore-refused' });
    expect(site.disk.audit.at(-1)).toMatchObject({ action: 'restore', outcome: 'refused' });
  });

  test('of an earlier manager brings its records to what this one wants', async () => {
    const site = await startApp();
    const { rawPayload: file } = await backupOf(site);
    expect((await restoring(site, file, 'another passphrase here').dry()).json.problems[0].code).toBe(
      'wrong-passphrase',
    );
    const keep = ['operators', 'operator-credentials', 'settings'];
    const records = new Map(keep.map((name) => [name, [...(site.disk.records.get(name)?.values() ?? [])]]));
    // As version 1 wrote it: without settings.
    const device = { kind: 'transmitter', key: 't1', id: '0001', name: 'Radar', location: '' };
    records.set('devices', [{ key: 't1', version: 1, body: JSON.stringify(device) }]);
    const { dry, apply } = restoring(site, await foreign({ store: 1 }, records));
    const judged = (await dry()).json;
    expect(judged.problems).toEqual([]);
    expect((await apply(judged.revision)).json.applied).toBe(true);
    expect(site.directory.snapshot.devices.get('t1')?.value).toEqual({ ...device, settings: DEFAULT_SOURCE_SETTINGS });
  });
});
