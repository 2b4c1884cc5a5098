import type { Response } from 'light-my-request';
import { describe, expect, test } from 'vitest';
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
    expect(cookie).not.toBe('');
  });
});
