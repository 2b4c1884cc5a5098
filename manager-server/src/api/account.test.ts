import { minutes, seconds } from '@seatmatrix/protocol/kernel';
import { describe, expect, test } from 'vitest';
import { HOST, ORIGIN, PASSWORD, startApp } from './sample-app.ts';

const signIn = { name: 'Ärztin', password: PASSWORD };

describe('claiming over the network', () => {
  test('makes the administrator, signs him in, and works once', async () => {
    const { asNobody, people } = await startApp({ claim: false });
    expect((await asNobody('GET', '/api/claim')).json).toEqual({ claimed: false, expired: false });
    const body = { code: people.claim.code, ...signIn };
    const claimed = await asNobody('POST', '/api/claim', { body });
    expect([claimed.status, claimed.json.name]).toEqual([201, 'Ärztin']);
    const cookie = String(claimed.headers['set-cookie']).split(';')[0] ?? '';
    expect((await asNobody('GET', '/api/session', { headers: { cookie } })).json.name).toBe('Ärztin');
    expect((await asNobody('POST', '/api/claim', { body })).json.code).toBe('already-claimed');
    expect((await asNobody('GET', '/api/claim')).json.claimed).toBe(true);
  });

  test('a foreign page cannot do it', async () => {
    const { asNobody, people } = await startApp({ claim: false });
    const body = { code: people.claim.code, ...signIn };
    const headers = { origin: 'https://evil.example' };
    expect((await asNobody('POST', '/api/claim', { body, headers })).json.code).toBe('foreign-origin');
  });
});

describe('a web session', () => {
  test('is a strict, hidden cookie that ends with signing out', async () => {
    const { asNobody } = await startApp();
    const signed = await asNobody('POST', '/api/session', { body: signIn });
    const cookie = String(signed.headers['set-cookie']);
    expect(cookie).toMatch(/^seatmatrix=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    expect((await asNobody('GET', '/api/devices', { headers })).status).toBe(200);
    const out = await asNobody('DELETE', '/api/session', { headers });
    expect(String(out.headers['set-cookie'])).toContain('Max-Age=0');
    expect((await asNobody('GET', '/api/devices', { headers })).status).toBe(401);
  });

  test('gets a new token at each sign-in; a planted one is worth nothing', async () => {
    const { asNobody } = await startApp();
    const planted = { cookie: 'seatmatrix=planted' };
    const first = await asNobody('POST', '/api/session', { body: signIn, headers: planted });
    const second = await asNobody('POST', '/api/session', { body: signIn, headers: planted });
    expect(first.headers['set-cookie']).not.toBe(second.headers['set-cookie']);
    expect((await asNobody('GET', '/api/session', { headers: planted })).status).toBe(401);
  });

  test('does not begin with a password that was replaced while the sign-in was under way', async () => {
    const { asNobody, asRole, credentials, people } = await startApp();
    const { key } = await asRole('supervisor');
    const name = people.directory.snapshot.operators.get(key)?.value.name ?? '';
    const begun = people.signIn.signIn.bind(people.signIn);
    people.signIn.signIn = async (attempt) => {
      const answer = await begun(attempt);
      const actor = { name: 'administrator:Ärztin', from: '192.0.2.7' };
      await credentials.setPassword({ operator: key, password: 'drei rote Züge fahren', actor });
      return answer;
    };
    const signed = await asNobody('POST', '/api/session', { body: { name, password: PASSWORD } });
    expect([signed.json.code, signed.headers['set-cookie']]).toEqual(['wrong-credentials', undefined]);
  });

  test('changes nothing for a foreign page', async () => {
    const { request } = await startApp();
    for (const origin of ['https://evil.example', 'null', `http://sub.${HOST}`, 'http://kvm.example:9999']) {
      const refused = await request('POST', '/api/groups', { body: { name: 'x' }, headers: { origin } });
      expect([origin, refused.json.code]).toEqual([origin, 'foreign-origin']);
    }
    const own = await request('POST', '/api/groups', { body: { name: 'x' }, headers: { origin: ORIGIN } });
    expect(own.status).toBe(201);
  });

  test('is not kept alive by a page that reads by itself', async () => {
    const { request, clock } = await startApp();
    for (let time = 0; time < 4; time += 1) {
      await clock.advance(minutes(9));
      await request('GET', '/api/devices');
    }
    expect((await request('GET', '/api/devices')).status).toBe(401);
  });

  test('is kept alive by who does something', async () => {
    const { request, clock } = await startApp();
    for (let time = 0; time < 4; time += 1) {
      await clock.advance(minutes(20));
      expect((await request('POST', '/api/groups', { body: { name: `group ${time}` } })).status).toBe(201);
    }
  });

  test('wrong passwords get one answer, then have to wait, and say how long', async () => {
    const { asNobody, clock } = await startApp();
    const wrong = { name: 'Ärztin', password: 'a guess' };
    for (let guess = 0; guess < 5; guess += 1) {
      expect((await asNobody('POST', '/api/session', { body: wrong })).json.code).toBe('wrong-credentials');
    }
    const throttled = await asNobody('POST', '/api/session', { body: signIn });
    expect([throttled.status, throttled.headers['retry-after']]).toEqual([429, '1']);
    await clock.advance(seconds(1));
    expect((await asNobody('POST', '/api/session', { body: signIn })).status).toBe(200);
  });

  test('a changed password ends the other sessions and not this one', async () => {
    const { asNobody, request } = await startApp();
    const other = await asNobody('POST', '/api/session', { body: signIn });
    const headers = { cookie: String(other.headers['set-cookie']).split(';')[0] ?? '' };
    const change = { current: PASSWORD, next: 'drei rote Züge fahren' };
    expect((await request('PUT', '/api/session/password', { body: { ...change, current: 'no' } })).json.code).toBe(
      'wrong-password',
    );
    expect((await request('PUT', '/api/session/password', { body: { ...change, next: 'short' } })).json.code).toBe(
      'password-too-short',
    );
    expect((await request('PUT', '/api/session/password', { body: change })).status).toBe(204);
    expect((await asNobody('GET', '/api/session', { headers })).status).toBe(401);
    expect((await request('GET', '/api/session')).status).toBe(200);
  });
});

describe('administrators', () => {
  const body = { name: 'zweite', role: 'administrator', disabled: false, groups: [] };

  async function two() {
    const site = await startApp();
    const [first] = (await site.request('GET', '/api/operators?role=administrator')).json.items;
    const second = (await site.request('POST', '/api/operators', { body })).json;
    const change = async (who: typeof first, part: object) => {
      const now = await site.request('GET', `/api/operators/${who.key}`);
      const headers = { 'if-match': String(now.headers.etag) };
      return site.request('PUT', `/api/operators/${who.key}`, { body: { ...now.json, ...part }, headers });
    };
    const password = (who: typeof first) =>
      site.request('PUT', `/api/operators/${who.key}/password`, { body: { password: 'drei rote Züge fahren' } });
    return { ...site, first, second, change, password };
  }

  test.each([
    ['disabled', { disabled: true }],
    ['an operator', { role: 'operator' }],
    ['a supervisor', { role: 'supervisor' }],
  ])('the last one cannot become %s, nor be deleted; one without a password is none', async (_, part) => {
    const { change, first, second, request, password } = await two();
    expect((await change(first, part)).json.code).toBe('last-administrator');
    const headers = { 'if-match': '*' };
    const gone = await request('DELETE', `/api/operators/${first.key}`, { headers });
    expect(gone.json.code).toBe('last-administrator');
    expect((await password(second)).status).toBe(204);
    expect((await change(first, part)).status).toBe(200);
  });

  test('a record from before roles keeps its own', async () => {
    const { change, first } = await two();
    expect((await change(first, { role: undefined, groups: [] })).json.role).toBe('administrator');
  });

  test('need a longer password than operators', async () => {
    const { request, second } = await two();
    const path = `/api/operators/${second.key}/password`;
    const short = await request('PUT', path, { body: { password: 'x9-Himbeere' } });
    expect(short.json).toMatchObject({ code: 'password-too-short', detail: 'it has 11 characters of 15' });
  });
});

describe('an operator’s password', () => {
  test.each(['123456', 'seatmatrix-demo', 'kvm-op-2'])(
    'the demonstration’s %s cannot be set here',
    async (password) => {
      const { request } = await startApp();
      const { key } = (await request('POST', '/api/operators', { body: { name: 'op2', disabled: false, groups: [] } }))
        .json;
      const refused = await request('PUT', `/api/operators/${key}/password`, { body: { password } });
      expect([refused.status, typeof refused.json.detail]).toEqual([400, 'string']);
    },
  );

  test('goes in, never comes out, and signs the operator out', async () => {
    const { request, credentials, boxSide, disk } = await startApp();
    const made = await request('POST', '/api/operators', { body: { name: 'hxfj', disabled: false, groups: [] } });
    boxSide.signedIn = boxSide.signedIn.map((each) => ({ ...each, operator: made.json.key }));
    const path = `/api/operators/${made.json.key}/password`;
    expect((await request('PUT', path, { body: { password: 'hxfj1234' } })).json.code).toBe('password-too-common');
    expect((await request('PUT', path, { body: { password: 'kurz' } })).json.code).toBe('password-too-short');
    expect((await request('PUT', path, { body: { password: 'drei rote Züge fahren' } })).status).toBe(204);
    expect(boxSide.signedIn).toEqual([]);
    const from = 'osd:r5001';
    expect((await credentials.signIn({ name: 'hxfj', password: 'drei rote Züge fahren', from })).ok).toBe(true);
    const everything = await Promise.all(
      ['/api/operators', '/api/administrators', '/api/audit', '/openapi.json', '/metrics'].map((url) =>
        request('GET', url),
      ),
    );
    expect(everything.map(({ text }) => text).join()).not.toMatch(/argon2|rote Züge|Blaubeere/);
    expect(JSON.stringify([...disk.records])).not.toMatch(/rote Züge|Blaubeere/);
    expect(
      (await request('PUT', '/api/operators/nobody/password', { body: { password: 'drei rote Züge fahren' } })).status,
    ).toBe(404);
  });
});
