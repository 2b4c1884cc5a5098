import { once } from 'node:events';
import { minutes, seconds } from '@seatmatrix/protocol/kernel';
import { describe, expect, test } from 'vitest';
import { ending, ORIGIN, startApp } from './sample-app.ts';

async function withToken(scopes: readonly string[] = ['read'], days = 1) {
  const site = await startApp();
  const made = await site.request('POST', '/api/tokens', { body: { name: 'CI', scopes, days } });
  expect(made.status).toBe(201);
  const headers = { authorization: `Bearer ${made.json.token}` };
  const ask = (method: 'GET' | 'POST' | 'DELETE', url: string, body?: unknown) =>
    site.asNobody(method, url, { headers, ...(body === undefined ? {} : { body }) });
  return { ...site, id: made.json.id as string, text: made.json.token as string, headers, ask };
}

describe('a token', () => {
  test('is 256 bits, told once, kept as a hash, and listed with its last use', async () => {
    const { request, text, ask, clock, disk } = await withToken();
    expect(text).toMatch(/^smx_[\w-]{43}$/);
    const list = async () => (await request('GET', '/api/tokens')).json.items;
    expect(await list()).toEqual([expect.objectContaining({ name: 'CI', scopes: ['read'], lastUsedAt: null })]);
    await ask('GET', '/api/devices');
    expect((await list())[0].lastUsedAt).toBe(clock.wall().getTime());
    const everything = await Promise.all(['/api/tokens', '/api/audit', '/metrics'].map((url) => request('GET', url)));
    expect(everything.map((answer) => answer.text).join()).not.toContain(text);
    expect(JSON.stringify([...disk.records].map(([name, records]) => [name, [...records]]))).not.toContain(text);
  });

  test('does what its scopes say, and the audit names it and its owner', async () => {
    const { ask, disk } = await withToken(['administer']);
    expect((await ask('POST', '/api/groups', { name: 'night' })).status).toBe(201);
    expect((await ask('GET', '/api/devices')).json.code).toBe('forbidden');
    expect(disk.audit.at(-1)).toMatchObject({ actor: 'administrator:Ärztin by token CI', action: 'group.create' });
  });

  test('makes no other token and is no cookie; what carries one is judged by it alone', async () => {
    const { ask, asNobody, text, cookie } = await withToken(['read', 'operate', 'administer', 'audit']);
    expect((await ask('POST', '/api/tokens', { name: 'x', scopes: ['read'], days: 1 })).json.code).toBe('forbidden');
    expect((await asNobody('GET', '/api/devices', { headers: { cookie: `seatmatrix=${text}` } })).status).toBe(401);
    expect((await asNobody('GET', `/api/devices?token=${text}`)).status).toBe(401);
    const both = { authorization: 'Bearer smx_wrong', cookie: cookie() };
    expect((await asNobody('GET', '/api/devices', { headers: both })).status).toBe(401);
  });

  test('makes no person of itself: it sets no password and makes nobody an administrator', async () => {
    const { ask, asNobody, asRole, headers } = await withToken(['read', 'operate', 'administer', 'audit']);
    const { key } = await asRole('operator');
    const body = { password: 'drei rote Züge fahren' };
    const set = await asNobody('PUT', `/api/operators/${key}/password`, { headers, body });
    expect(set.json.code).toBe('forbidden');
    expect((await ask('DELETE', `/api/operators/${key}/second-factor`)).json.code).toBe('forbidden');
    const person = { name: 'eve', disabled: false, groups: [] };
    expect((await ask('POST', '/api/operators', { ...person, role: 'administrator' })).json.code).toBe('forbidden');
    expect((await ask('POST', '/api/operators', { ...person, role: 'supervisor' })).status).toBe(201);
    const raised = await asNobody('PUT', `/api/operators/${key}`, {
      headers: { ...headers, 'if-match': '*' },
      body: { ...person, name: 'li', role: 'administrator' },
    });
    expect(raised.json.code).toBe('forbidden');
  });

  test('ends at its time, with the events that it had open', async () => {
    const { ask, clock, socket, headers } = await withToken(['read'], 1);
    const events = socket('/api/events', { ...headers, cookie: '' });
    await once(events, 'open');
    const closed = ending(events);
    await clock.advance(minutes(24 * 60 - 1));
    expect((await ask('GET', '/api/devices')).status).toBe(200);
    await clock.advance(minutes(1));
    expect((await ask('GET', '/api/devices')).status).toBe(401);
    await clock.advance(seconds(1));
    expect(await closed).toBe(4004);
  });

  test('opens the events without an Origin, and with a foreign one not', async () => {
    const { socket, headers } = await withToken(['read']);
    const plain = socket('/api/events', { ...headers, cookie: '', origin: null });
    await once(plain, 'open');
    plain.terminate();
    const foreign = socket('/api/events', { ...headers, cookie: '', origin: 'https://evil.example' });
    expect(await ending(foreign)).toBe(403);
    const own = socket('/api/events', { ...headers, cookie: '', origin: ORIGIN });
    await once(own, 'open');
    own.terminate();
  });

  test('opens no console', async () => {
    const { socket, headers } = await withToken(['read', 'operate', 'administer', 'audit']);
    expect(await ending(socket('/console/socket/5001', { ...headers, cookie: '' }))).toBe(403);
  });

  test('is wanted whole: scopes, and days up to a year', async () => {
    const { request } = await startApp();
    const body = { name: 'CI', scopes: ['read'], days: 1 };
    for (const wrong of [{ scopes: [] }, { scopes: ['root'] }, { days: 0 }, { days: 367 }, { name: '' }]) {
      expect((await request('POST', '/api/tokens', { body: { ...body, ...wrong } })).status).toBe(400);
    }
  });
});
