import { once } from 'node:events';
import { minutes, seconds } from '@seatmatrix/protocol/kernel';
import { generateSync } from 'otplib';
import { describe, expect, test } from 'vitest';
import { ending, ORIGIN, PASSWORD, type SampleApp, startApp } from './sample-app.ts';

const person = { name: 'Ärztin', password: PASSWORD };
const own = '/api/session/second-factor';

const codeAt = (site: SampleApp, secret: string, later = 0): string =>
  generateSync({ secret, epoch: Math.floor(site.clock.wall().getTime() / 1000) + later });

async function enrolled() {
  const site = await startApp();
  const begun = await site.request('POST', own, { body: { password: PASSWORD } });
  const { secret } = begun.json;
  const confirmed = await site.request('PUT', own, { body: { code: codeAt(site, secret) } });
  expect([begun.status, confirmed.status]).toEqual([201, 200]);
  const signIn = (code?: string) =>
    site.asNobody('POST', '/api/session', { body: code === undefined ? person : { ...person, code } });
  return { ...site, site, secret, recovery: confirmed.json.recoveryCodes as string[], signIn };
}

describe('a second factor', () => {
  test('is enrolled with a secret that is told once and a first code; until then nothing is another', async () => {
    const site = await startApp();
    const { request, asNobody } = site;
    expect((await request('POST', own, { body: { password: 'not mine' } })).json.code).toBe('wrong-password');
    const begun = (await request('POST', own, { body: { password: PASSWORD } })).json;
    expect(begun.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(begun.uri).toContain(`secret=${begun.secret}`);
    expect(begun.modules).toHaveLength(begun.modules[0].length);
    expect((await request('PUT', own, { body: { code: '000000' } })).json.code).toBe('wrong-code');
    expect((await asNobody('POST', '/api/session', { body: person })).status).toBe(200);
    const code = codeAt(site, begun.secret);
    const confirmed = await request('PUT', own, { body: { code } });
    expect(new Set(confirmed.json.recoveryCodes).size).toBe(8);
    expect((await request('GET', '/api/session')).json).toMatchObject({ secondFactor: true, recoveryCodes: 8 });
    expect((await asNobody('POST', '/api/session', { body: person })).json.code).toBe('code-wanted');
    expect((await request('POST', own, { body: { password: PASSWORD } })).json.code).toBe('already-exists');
    const told = await Promise.all(['/api/session', '/api/operators', '/api/audit'].map((url) => request('GET', url)));
    expect(told.map(({ text }) => text).join()).not.toContain(begun.secret);
    expect(JSON.stringify([...site.disk.records])).not.toContain(confirmed.json.recoveryCodes[0]);
  });

  test('that was begun more than ten minutes ago has to be begun anew', async () => {
    const site = await startApp();
    const { secret } = (await site.request('POST', own, { body: { password: PASSWORD } })).json;
    await site.clock.advance(minutes(10));
    expect((await site.request('PUT', own, { body: { code: codeAt(site, secret) } })).json.code).toBe('none-begun');
  });

  test('opens with a code of this step or a neighbour, and with none twice', async () => {
    const { site, secret, signIn, clock } = await enrolled();
    // The one that enrolled is used up.
    expect((await signIn(codeAt(site, secret))).json.code).toBe('wrong-code');
    await clock.advance(seconds(30));
    const code = codeAt(site, secret);
    expect((await signIn(code)).status).toBe(200);
    expect((await signIn(code)).json.code).toBe('wrong-code');
    expect((await signIn(codeAt(site, secret, 30))).status).toBe(200);
    expect((await signIn(codeAt(site, secret, 90))).json.code).toBe('wrong-code');
    await clock.advance(seconds(60));
    expect((await signIn(codeAt(site, secret, -30))).json.code).toBe('wrong-code');
  });

  test('opens with each recovery code once, as it may be typed', async () => {
    const { signIn, recovery, disk } = await enrolled();
    const [first = '', second = ''] = recovery;
    expect((await signIn(first.toLowerCase().replaceAll('-', ' '))).json.recoveryCodes).toBe(7);
    expect((await signIn(first)).json.code).toBe('wrong-code');
    expect((await signIn(second)).json.recoveryCodes).toBe(6);
    expect(disk.audit.filter(({ action }) => action === 'second-factor.recover')).toHaveLength(2);
  });

  test('is not guessed: from wherever, five wrong codes and the right one waits', async () => {
    const { site, app, secret, signIn, clock, disk } = await enrolled();
    await clock.advance(seconds(60));
    for (let guess = 0; guess < 5; guess += 1) {
      const answer = await app.server.inject({
        method: 'POST',
        url: '/api/session',
        remoteAddress: `203.0.113.${guess}`,
        headers: { host: 'kvm.example:8080', 'content-type': 'application/json' },
        payload: JSON.stringify({ ...person, code: '000000' }),
      });
      expect(answer.statusCode).toBe(401);
    }
    const throttled = await signIn(codeAt(site, secret));
    expect([throttled.status, throttled.headers['retry-after']]).toEqual([429, '1']);
    expect(disk.audit.filter(({ detail }) => detail === 'wrong-code')).toHaveLength(5);
    await clock.advance(seconds(1));
    expect((await signIn(codeAt(site, secret))).status).toBe(200);
  });

  test('goes with password and code, or by an administrator who ends the sessions', async () => {
    const { site, request, asNobody, secret, clock } = await enrolled();
    await clock.advance(seconds(30));
    const body = { password: PASSWORD, code: '000000' };
    expect((await request('DELETE', own, { body })).json.code).toBe('wrong-code');
    expect((await request('DELETE', own, { body: { ...body, code: codeAt(site, secret) } })).status).toBe(204);
    expect((await asNobody('POST', '/api/session', { body: person })).status).toBe(200);

    const other = await site.asRole('supervisor');
    const asOther = { headers: { cookie: other.cookie } };
    const begun = (await asNobody('POST', own, { ...asOther, body: { password: PASSWORD } })).json;
    await asNobody('PUT', own, { ...asOther, body: { code: codeAt(site, begun.secret) } });
    expect((await request('DELETE', `/api/operators/${other.key}/second-factor`)).status).toBe(204);
    expect((await asNobody('GET', '/api/session', asOther)).status).toBe(401);
  });
});

describe('a site that wants a second factor', () => {
  test('leaves who has none his own account alone until he has one', async () => {
    const site = await startApp();
    const { request } = site;
    const settings = await request('GET', '/api/settings');
    const headers = { 'if-match': String(settings.headers.etag) };
    const body = { ...settings.json, secondFactor: 'administrators' };
    expect((await request('PUT', '/api/settings', { body, headers })).status).toBe(200);
    expect((await request('GET', '/api/devices')).json.code).toBe('second-factor-missing');
    expect((await request('GET', '/api/session')).json.restriction).toBe('second-factor-missing');
    const { secret } = (await request('POST', own, { body: { password: PASSWORD } })).json;
    await request('PUT', own, { body: { code: codeAt(site, secret) } });
    expect((await request('GET', '/api/devices')).status).toBe(200);
    await site.clock.advance(seconds(30));
    const off = await request('DELETE', own, { body: { password: PASSWORD, code: codeAt(site, secret) } });
    expect(off.json.code).toBe('second-factor-required');
    const supervisor = await site.asRole('supervisor');
    expect((await site.asNobody('GET', '/api/devices', { headers: { cookie: supervisor.cookie } })).status).toBe(200);
  });
});

test('a live page and a console end when the site begins to want a second factor that their person has not', async () => {
  const { asRole, request, socket } = await enrolled();
  const { cookie } = await asRole('supervisor');
  const opened = [
    socket('/api/events', { cookie }),
    socket('/console/socket/5001', { cookie }),
    // He has one.
    socket('/api/events'),
  ];
  await Promise.all(opened.map((each) => once(each, 'open')));
  const closed = opened.map(ending);
  const settings = await request('GET', '/api/settings');
  const body = { ...settings.json, secondFactor: 'everybody' };
  const headers = { 'if-match': String(settings.headers.etag) };
  expect((await request('PUT', '/api/settings', { body, headers })).status).toBe(200);
  expect(await Promise.all(closed.slice(0, 2))).toEqual([4004, 4004]);
  expect(opened[2]?.readyState).toBe(opened[2]?.OPEN);
  opened[2]?.terminate();
});

test('an operator with a desk’s short password has to do something about it before the pages open', async () => {
  const { asNobody, asRole, request, socket } = await startApp();
  const { key } = await asRole('operator');
  await request('PUT', `/api/operators/${key}/password`, { body: { password: 'leise9drehen' } });
  const [{ name }] = (await request('GET', '/api/operators?role=operator')).json.items;
  const signed = await asNobody('POST', '/api/session', { body: { name, password: 'leise9drehen' } });
  expect([signed.status, signed.json.restriction]).toEqual([200, 'password-too-short']);
  const cookie = String(signed.headers['set-cookie']).split(';')[0] ?? '';
  const refused = socket('/console/socket/5001', { cookie, origin: ORIGIN });
  const [, response] = await new Promise<[unknown, { statusCode?: number }]>((resolve) => {
    refused.on('unexpected-response', (...given) => resolve(given as never));
  });
  expect(response.statusCode).toBe(403);
  const change = (next: string) =>
    asNobody('PUT', '/api/session/password', { headers: { cookie }, body: { current: 'leise9drehen', next } });
  expect((await change('lauter8werden')).json.code).toBe('password-too-short');
  expect((await change('lauter8werden-und-leiser')).status).toBe(204);
  expect((await asNobody('GET', '/api/session', { headers: { cookie } })).json.restriction).toBeNull();
});
