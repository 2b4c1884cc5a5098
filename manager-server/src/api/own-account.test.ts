import { once } from 'node:events';
import { deviceKey, operatorKey, sessionId } from '@seatmatrix/protocol/domain';
import { minutes, seconds } from '@seatmatrix/protocol/kernel';
import { describe, expect, test } from 'vitest';
import { PASSWORD, type SampleApp, startApp } from './sample-app.ts';

const person = { name: 'Ärztin', password: PASSWORD };
const own = '/api/account/web-sessions';
const receiver = { kind: 'receiver', viewWhileSignedOut: false, location: '' };

/** Signed in once more, from a browser of another name. */
async function elsewhere({ asNobody }: SampleApp) {
  const signed = await asNobody('POST', '/api/session', { body: person, headers: { 'user-agent': 'Phone' } });
  return { cookie: String(signed.headers['set-cookie']).split(';')[0] ?? '' };
}

describe('one’s own sessions on the pages', () => {
  test('are listed with where and since when, and which of them asks', async () => {
    const site = await startApp();
    await site.clock.advance(seconds(10));
    await elsewhere(site);
    const { items } = (await site.request('GET', own)).json;
    expect(items).toMatchObject([
      { from: '192.0.2.7', agent: 'Phone', current: false },
      { from: '192.0.2.7', current: true },
    ]);
    expect(items[0].startedAt - items[1].startedAt).toBe(10_000);
  });

  test('end one by one, or all but the own', async () => {
    const site = await startApp();
    await site.clock.advance(seconds(10));
    const [one, two] = [await elsewhere(site), await elsewhere(site)];
    const opens = async (headers: { readonly cookie: string }) =>
      (await site.asNobody('GET', '/api/session', { headers })).status;
    const [newest] = (await site.request('GET', own)).json.items;
    expect((await site.request('DELETE', `${own}/${newest.id}`)).status).toBe(204);
    expect([await opens(one), await opens(two)].sort()).toEqual([200, 401]);
    expect((await site.request('DELETE', own)).status).toBe(204);
    expect([await opens(one), await opens(two)]).toEqual([401, 401]);
    expect((await site.request('GET', own)).json.items).toHaveLength(1);
  });

  test('of somebody else are not there', async () => {
    const site = await startApp();
    const [{ id }] = (await site.request('GET', own)).json.items;
    const { cookie } = await site.asRole('supervisor');
    expect((await site.asNobody('DELETE', `${own}/${id}`, { headers: { cookie } })).status).toBe(404);
    expect((await site.request('GET', '/api/session')).status).toBe(200);
  });
});

describe('what hangs on more than an open page', () => {
  test.each([
    ['PUT', 'password', { password: 'drei rote Züge fahren' }],
    ['DELETE', 'second-factor', undefined],
  ] as const)('%s …/%s wants the password once more after five minutes', async (method, what, body) => {
    const site = await startApp();
    const { key } = await site.asRole('operator');
    const ask = () => site.request(method, `/api/operators/${key}/${what}`, body === undefined ? {} : { body });
    expect((await ask()).status).toBe(204);
    await site.clock.advance(minutes(5));
    const refused = await ask();
    expect([refused.status, refused.json.code]).toEqual([403, 'confirmation-wanted']);
    const confirm = (password: string) => site.request('POST', '/api/account/confirmation', { body: { password } });
    expect((await confirm('a guess')).json.code).toBe('wrong-password');
    expect((await ask()).json.code).toBe('confirmation-wanted');
    expect((await confirm(PASSWORD)).status).toBe(204);
    expect((await ask()).status).toBe(204);
  });

  test('a change of the CA is among it', async () => {
    const site = await startApp();
    await site.clock.advance(minutes(5));
    const turn = () => site.request('POST', '/api/certificate-authority/rotation', { body: { step: 'prepare' } });
    expect((await turn()).json.code).toBe('confirmation-wanted');
    await site.request('POST', '/api/account/confirmation', { body: { password: PASSWORD } });
    expect((await turn()).status).toBe(204);
  });
});

describe('how operators sign in', () => {
  const accessOf = async (site: SampleApp, key: string) => {
    const { items } = (await site.request('GET', '/api/operator-access')).json;
    return items.find((each: { operator: string }) => each.operator === key);
  };

  test('says when and where somebody was seen last, also after he left', async () => {
    const site = await startApp();
    const { cookie, key } = await site.asRole('operator');
    const signedInAt = site.clock.wall().getTime();
    expect(await accessOf(site, key)).toMatchObject({
      webSessions: 1,
      secondFactor: false,
      blockedUntil: null,
      seen: { at: signedInAt, place: 'pages', where: '192.0.2.7' },
    });
    await site.asNobody('DELETE', '/api/session', { headers: { cookie } });
    await site.clock.advance(minutes(3));
    expect((await accessOf(site, key)).seen).toEqual({ at: signedInAt, place: 'pages', where: '192.0.2.7' });
    expect((await accessOf(site, key)).webSessions).toBe(0);

    const device = { ...receiver, receiverKind: 'desk', id: '5001', name: 'Dispatch' };
    const desk = (await site.request('POST', '/api/devices', { body: device })).json;
    const session = { id: sessionId('s2'), seat: null, receivers: [deviceKey(desk.key)], operator: key, since: 0 };
    site.boxSide.signedIn = [session];
    site.feed.publish({ type: 'session', seat: desk.key, operator: key });
    await site.clock.settle();
    const came = site.clock.wall().getTime();
    expect((await accessOf(site, key)).seen).toEqual({ at: came, place: 'desk', where: '5001 Dispatch' });
    await site.clock.advance(minutes(2));
    site.boxSide.signedIn = [];
    site.feed.publish({ type: 'session', seat: desk.key, operator: null });
    await site.clock.settle();
    expect((await accessOf(site, key)).seen.at).toBe(came + minutes(2));
    expect([...(site.disk.records.get('sightings') ?? [])].length).toBe(1);
  });

  test('costs no write for a request', async () => {
    const site = await startApp();
    await site.asRole('operator');
    const commits = () => JSON.stringify([...(site.disk.records.get('sightings') ?? [])]);
    const before = commits();
    for (let count = 0; count < 5; count += 1) {
      await site.clock.advance(minutes(2));
      await site.request('POST', '/api/groups', { body: { name: `group ${count}` } });
    }
    expect(commits()).toBe(before);
  });

  test('says who is kept waiting after wrong passwords, and an administrator ends it', async () => {
    const site = await startApp();
    const { key } = await site.asRole('operator');
    const { name } = (await site.request('GET', `/api/operators/${key}`)).json;
    const sign = (password: string) => site.asNobody('POST', '/api/session', { body: { name, password } });
    for (let guess = 0; guess < 9; guess += 1) {
      await sign('a guess');
      await site.clock.advance(seconds(10));
    }
    await sign('a guess');
    const { blockedUntil } = await accessOf(site, key);
    expect(blockedUntil).toBeGreaterThan(site.clock.wall().getTime());
    expect((await sign(PASSWORD)).status).toBe(429);
    expect((await site.request('DELETE', `/api/operators/${key}/throttle`)).status).toBe(204);
    expect((await accessOf(site, key)).blockedUntil).toBeNull();
    expect((await sign(PASSWORD)).status).toBe(200);
    const { items } = (await site.request('GET', '/api/audit?action=operator.unlock')).json;
    expect(items).toMatchObject([{ object: name }]);
  });

  test('is forgotten with the operator', async () => {
    const site = await startApp();
    const { key } = await site.asRole('operator');
    const { headers } = await site.request('GET', `/api/operators/${key}`);
    await site.request('DELETE', `/api/operators/${key}`, { headers: { 'if-match': String(headers.etag) } });
    await site.clock.settle();
    expect([...(site.disk.records.get('sightings') ?? [])]).toEqual([]);
  });
});

describe('the consoles of an operator', () => {
  async function site() {
    const started = await startApp();
    const device = (id: string, receiverKind: string) =>
      started.request('POST', '/api/devices', { body: { ...receiver, receiverKind, id, name: `Rx ${id}` } });
    const [one, two, wall] = await Promise.all([
      device('5001', 'desk'),
      device('5002', 'desk'),
      device('5003', 'display'),
    ]);
    const keys = [one, two, wall].map(({ json }) => json.key as string);
    await started.request('POST', '/api/seats', {
      body: { name: 'Dispatch', receivers: keys.slice(0, 2), idleMinutes: null },
    });
    const [box] = started.boxSide.known;
    if (box === undefined) throw new RangeError('the sample has a box');
    started.boxSide.known = keys.slice(0, 2).map((key) => ({ ...box, device: deviceKey(key) }));
    started.boxSide.signedIn = [];
    const { cookie, key: operator } = await started.asRole('operator');
    const consoles = async () => (await started.asNobody('GET', '/api/account/consoles', { headers: { cookie } })).json;
    return { ...started, keys, consoles, cookie, operator };
  }

  test('are the desks, free or his own, with the seats that are made of them; walls are not', async () => {
    const { consoles, boxSide, keys, operator } = await site();
    const refusals = async () =>
      (await consoles()).receivers.map(({ id, refusal, mine }: Record<string, unknown>) => [id, refusal, mine]);
    expect(await refusals()).toEqual([
      ['5001', null, false],
      ['5002', null, false],
    ]);
    expect((await consoles()).seats).toEqual([{ name: 'Dispatch', receivers: keys.slice(0, 2) }]);
    const [first = '', second = ''] = keys;
    const session = { id: sessionId('s2'), seat: null, receivers: [deviceKey(first)], since: 0 };
    boxSide.signedIn = [{ ...session, operator }];
    expect(await refusals()).toEqual([
      ['5001', null, true],
      ['5002', null, false],
    ]);
    boxSide.signedIn = [{ ...session, operator: operatorKey('other') }];
    boxSide.known = boxSide.known.filter(({ device }) => device !== second);
    expect(await refusals()).toEqual([
      ['5001', 'taken', false],
      ['5002', 'offline', false],
    ]);
  });

  test('come anew when a socket says so, which says nothing of the site', async () => {
    const { clock, cookie, feed, socket } = await site();
    const opened = socket('/api/account/events', { cookie });
    const texts: string[] = [];
    opened.on('message', (data) => texts.push(data.toString()));
    await once(opened, 'open');
    feed.publish({ type: 'route', receiver: 'r5001', transmitter: 't1', attempt: null, status: null });
    feed.publish({ type: 'session', seat: 'seat-1', operator: 'o1' });
    while (!texts.some((text) => text.includes('consoles'))) await once(opened, 'message');
    expect(texts.filter((text) => !text.includes('heartbeat')).map((text) => JSON.parse(text).event)).toEqual([
      undefined,
      { type: 'consoles' },
    ]);
    opened.terminate();
    await clock.settle();
  });
});

test('new recovery codes take the place of the former ones', async () => {
  const { generateSync } = await import('otplib');
  const site = await startApp();
  const factor = '/api/session/second-factor';
  const { secret } = (await site.request('POST', factor, { body: { password: PASSWORD } })).json;
  const code = () => generateSync({ secret, epoch: Math.floor(site.clock.wall().getTime() / 1000) });
  const [old] = (await site.request('PUT', factor, { body: { code: code() } })).json.recoveryCodes;
  await site.clock.advance(seconds(60));
  const renew = (body: object) => site.request('POST', `${factor}/recovery-codes`, { body });
  expect((await renew({ password: 'a guess', code: code() })).json.code).toBe('wrong-password');
  expect((await renew({ password: PASSWORD, code: '000000' })).json.code).toBe('wrong-code');
  const renewed = await renew({ password: PASSWORD, code: code() });
  expect(new Set(renewed.json.recoveryCodes).size).toBe(8);
  const sign = (recovery: string) => site.asNobody('POST', '/api/session', { body: { ...person, code: recovery } });
  expect((await sign(old)).json.code).toBe('wrong-code');
  expect((await sign(renewed.json.recoveryCodes[0])).status).toBe(200);
});
