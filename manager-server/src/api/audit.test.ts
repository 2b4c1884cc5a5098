import { describe, expect, test } from 'vitest';
import { isSigned } from '../audit/index.ts';
import { checkChain, EMPTY_CHAIN } from '../store/audit-chain.ts';
import { startApp } from './sample-app.ts';

async function withEntries() {
  const site = await startApp();
  for (const name of ['Tag', '夜']) await site.request('POST', '/api/groups', { body: { name } });
  const lines = (await site.request('GET', '/api/audit/export')).text.trim().split('\n');
  const parsed = lines.map((line) => JSON.parse(line));
  return { ...site, entries: parsed.slice(0, -1), head: parsed.at(-1).head };
}

describe('the exported audit', () => {
  test('is lines that anybody can check without us, up to a signed head', async () => {
    const { entries, head } = await withEntries();
    expect(entries.length).toBeGreaterThan(3);
    expect(entries[0].previous).toBe(EMPTY_CHAIN.hash);
    for (const [index, entry] of entries.slice(1).entries()) expect(entry.previous).toBe(entries[index].hash);
    expect(checkChain(EMPTY_CHAIN, entries)).toEqual({ ok: true, head: { number: head.number, hash: head.hash } });
    expect(isSigned(head)).toBe(true);
    expect(isSigned({ ...head, number: head.number - 1 })).toBe(false);
    expect(isSigned({ ...head, hash: entries[0].hash })).toBe(false);
  });

  test('holds no secret, and is for auditors and administrators', async () => {
    const { request, asNobody, asRole } = await withEntries();
    expect((await request('GET', '/api/audit/export')).text).not.toMatch(/Blaubeere|argon2|PRIVATE/);
    for (const [role, status] of [
      ['auditor', 200],
      ['supervisor', 403],
      ['operator', 403],
    ] as const) {
      const { cookie } = await asRole(role);
      expect((await asNobody('GET', '/api/audit/export', { headers: { cookie } })).status).toBe(status);
    }
  });
});

describe('the verification', () => {
  test('says that the chain is whole, and where it stands', async () => {
    const { request } = await withEntries();
    const { json } = await request('GET', '/api/audit/verification');
    expect(json).toMatchObject({ intact: true });
    expect(isSigned(json)).toBe(true);
  });

  test('finds what was altered, and a tail that was cut or made anew, by a head from elsewhere', async () => {
    const { request, disk, head } = await withEntries();
    const ask = async () =>
      (await request('GET', `/api/audit/verification?number=${head.number}&hash=${head.hash}`)).json;
    expect(await ask()).toMatchObject({ intact: true });
    const whole = [...disk.audit];
    disk.audit.length = whole.length - 2;
    expect(await ask()).toEqual({ intact: false, number: whole.length - 1, why: 'missing' });
    // The same number of other entries, chained as they should be.
    await request('POST', '/api/groups', { body: { name: 'another' } });
    await request('POST', '/api/groups', { body: { name: 'and another' } });
    expect((await request('GET', '/api/audit/verification')).json.intact).toBe(true);
    expect(await ask()).toEqual({ intact: false, number: head.number, why: 'other-head' });
    disk.audit[1] = { ...whole[1], actor: 'nobody' } as never;
    expect(await ask()).toEqual({ intact: false, number: 2, why: 'altered' });
  });

  test('no route changes or removes an entry', async () => {
    const { app } = await startApp();
    const routes = app.routes.filter((route) => route.includes('/api/audit') && !/^(GET|HEAD) /.test(route));
    expect(routes).toEqual([]);
  });
});
