import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Role } from '@seatmatrix/protocol/domain';
import { describe, expect, test } from 'vitest';
import { type Method, startApp } from '../api/sample-app.ts';
import { type TokenScope, tokenScopes } from '../people/api-tokens.ts';
import { peopleAudience, peopleAudiences } from './audience.ts';
import { type Asker, judgeAudience, NOBODY } from './gate.ts';
import {
  type Audience,
  boxSocketPolicy,
  mayBoxOpen,
  mayBoxSay,
  messagePolicy,
  pageSocketPaths,
  pageSocketPolicy,
  routeAudience,
  routePolicy,
} from './policy-table.ts';

/** What answers somebody who has not signed in, on a claimed site. */
const anonymousAllowlist = [
  'GET /',
  'GET /account',
  'GET /api/claim',
  'GET /assets/*',
  'GET /audit',
  'GET /claim',
  'GET /console/*',
  'GET /devices',
  'GET /healthz',
  'GET /hotkeys',
  'GET /icon.svg',
  'GET /matrix',
  'GET /openapi.json',
  'GET /people',
  'GET /places',
  'GET /security',
  'GET /sessions',
  'GET /settings',
  'GET /sign-in',
  'POST /api/session',
];

const path = (pattern: string) =>
  pattern
    .replace(/:fingerprint/, 'ab'.repeat(32))
    .replace(/:\w+/g, 'k1')
    .replace('*', 'x');

describe('the table of routes', () => {
  test('has every route of the server and no other', async () => {
    const { app } = await startApp();
    const registered = app.routes.filter((route) => !route.startsWith('HEAD '));
    expect([...registered].sort()).toEqual(Object.keys(routePolicy).sort());
  });

  test('lets nobody in who has not signed in, but for the allowlist', async () => {
    const { app, asNobody } = await startApp();
    const open: string[] = [];
    for (const route of app.routes) {
      const [method, pattern = ''] = route.split(' ');
      const { status } = await asNobody(method as Method, path(pattern));
      if (status !== 401 && status !== 409) open.push(route);
    }
    expect(open.filter((route) => !route.startsWith('HEAD ')).sort()).toEqual(anonymousAllowlist);
  });

  test.each([
    ['an ended session', { cookie: 'seatmatrix=AAAA' }],
    ['a forged forwarded address', { 'x-forwarded-for': '127.0.0.1', forwarded: 'for=127.0.0.1' }],
    ['a forged host', { host: '127.0.0.1', 'x-forwarded-host': '127.0.0.1' }],
    ['a token that nobody made', { authorization: `Bearer smx_${'A'.repeat(43)}` }],
    ['a token in a cookie', { cookie: `seatmatrix=smx_${'A'.repeat(43)}` }],
    ['a basic password', { authorization: 'Basic YWRtaW46YWRtaW4=' }],
  ])('is not moved by %s', async (_, headers) => {
    const { app, asNobody } = await startApp();
    for (const route of app.routes) {
      const [method = '', pattern = ''] = route.split(' ');
      if (peopleAudience(routeAudience(method, pattern)) === null) continue;
      expect([route, (await asNobody(method as Method, path(pattern), { headers })).status]).toEqual([route, 401]);
    }
  });

  test('opens nothing but the claim, the health and the description before the site is claimed', async () => {
    const { app, asNobody } = await startApp({ claim: false });
    const answers = new Map<string, number>();
    for (const route of app.routes) {
      const [method, pattern = ''] = route.split(' ');
      answers.set(route, (await asNobody(method as Method, path(pattern))).status);
    }
    const open = [...answers].filter(([route, status]) => status !== 503 && !route.startsWith('HEAD '));
    expect(Object.fromEntries(open)).toEqual({
      'GET /': 302,
      'GET /account': 302,
      'GET /security': 302,
      'GET /audit': 302,
      'GET /devices': 302,
      'GET /hotkeys': 302,
      'GET /matrix': 302,
      'GET /people': 302,
      'GET /places': 302,
      'GET /sessions': 302,
      'GET /settings': 302,
      'GET /sign-in': 302,
      'GET /console/*': 302,
      // The pages are not built here: a claim page that is there answers 200.
      'GET /claim': 404,
      'GET /icon.svg': 404,
      'GET /assets/*': 404,
      'GET /healthz': 200,
      'GET /openapi.json': 200,
      'GET /api/claim': 200,
      // Reached, and refused for having no body.
      'POST /api/claim': 400,
    });
    expect((await asNobody('GET', '/no/such/path')).status).toBe(503);
  });

  test('metrics are for administrators and for programs on this machine', async () => {
    const { app, request } = await startApp();
    const headers = { host: '127.0.0.1:8080' };
    const local = await app.server.inject({ url: '/metrics', remoteAddress: '127.0.0.1', headers });
    expect(local.statusCode).toBe(200);
    const rebound = await app.server.inject({
      url: '/metrics',
      remoteAddress: '127.0.0.1',
      headers: { host: 'evil.example' },
    });
    expect(rebound.statusCode).toBe(401);
    expect((await request('GET', '/metrics')).text).toContain('seatmatrix_boxes{state="pending",online="true"} 1');
  });

  test('what does not stand in it is nobody’s', () => {
    expect(routeAudience('GET', '/api/unheard-of')).toBe('none');
    expect(routeAudience('PATCH', '/api/devices')).toBe('none');
    expect(routeAudience('constructor', '')).toBe('none');
    expect(routeAudience('HEAD', '/api/devices')).toBe('reader');
  });
});

describe('the gate', () => {
  const asRole = (role: Role): Asker => ({ ...NOBODY, role });
  const program: Asker = { ...NOBODY, local: true };
  const token = (...scopes: TokenScope[]): Asker => ({ ...asRole('administrator'), scopes });

  /** Who belongs to an audience on a claimed site. A mistake in the audiences' own table does not repeat itself here. */
  const admitted: Readonly<Record<Audience, readonly string[]>> = {
    anonymous: [
      'nobody',
      'administrator',
      'supervisor',
      'auditor',
      'operator',
      'program',
      'read',
      'operate',
      'administer',
      'audit',
    ],
    claim: [],
    visitor: [
      'nobody',
      'administrator',
      'supervisor',
      'auditor',
      'operator',
      'program',
      'read',
      'operate',
      'administer',
      'audit',
    ],
    local: ['administrator', 'supervisor', 'auditor', 'program', 'read'],
    'signed-in': ['administrator', 'supervisor', 'auditor', 'operator', 'read', 'operate', 'administer', 'audit'],
    person: ['administrator', 'supervisor', 'auditor', 'operator'],
    reader: ['administrator', 'supervisor', 'auditor', 'read'],
    auditor: ['administrator', 'auditor', 'audit'],
    operation: ['administrator', 'supervisor', 'operate'],
    console: ['administrator', 'supervisor', 'operator'],
    administrator: ['administrator', 'administer'],
    'administrator-himself': ['administrator'],
    'box-stranger': [],
    box: [],
    none: [],
  };
  const askers: Readonly<Record<string, Asker>> = {
    nobody: NOBODY,
    administrator: asRole('administrator'),
    supervisor: asRole('supervisor'),
    auditor: asRole('auditor'),
    operator: asRole('operator'),
    program,
    read: token('read'),
    operate: token('operate'),
    administer: token('administer'),
    audit: token('audit'),
  };
  const audiences = Object.keys(admitted) as Audience[];

  test.each(audiences)('%s lets in who belongs to it and nobody else', (audience) => {
    const inside = Object.keys(askers).filter(
      (name) => judgeAudience(audience, { asker: askers[name] ?? NOBODY, claimed: true }) === null,
    );
    expect(inside).toEqual(admitted[audience]);
  });

  test.each(audiences)('%s before the claim', (audience) => {
    const open = ['anonymous', 'claim'].includes(audience);
    for (const asker of Object.values(askers)) {
      expect(judgeAudience(audience, { asker, claimed: false })).toBe(open ? null : 'not-claimed');
    }
  });

  test('a person who owes something first reaches his own account alone', () => {
    for (const [restriction, refusal] of [
      ['second-factor-missing', 'second-factor-missing'],
      ['password-too-short', 'password-replaced-first'],
    ] as const) {
      const asker: Asker = { ...asRole('administrator'), restriction };
      const judged = audiences.map((audience) => [audience, judgeAudience(audience, { asker, claimed: true })]);
      const open = judged.filter(([, refused]) => refused === null).map(([audience]) => audience);
      expect(open).toEqual(['anonymous', 'visitor', 'signed-in', 'person']);
      expect(Object.fromEntries(judged).reader).toBe(refusal);
    }
  });
});

describe('four roles, programs and the table', () => {
  const roleNames = ['administrator', 'supervisor', 'auditor', 'operator'] as const;

  test('every route answers each role as the table says, refused with 403 and never with more', async () => {
    const site = await startApp();
    const { app, asNobody, asRole } = site;
    for (const role of roleNames) {
      const { cookie } = await asRole(role);
      for (const route of app.routes) {
        const [method = '', pattern = ''] = route.split(' ');
        const audience = routeAudience(method, pattern);
        const people = peopleAudience(audience);
        // Ending the own session would end the test's.
        if (people === null || route === 'DELETE /api/session') continue;
        const { status, json } = await asNobody(method as Method, path(pattern), { headers: { cookie } });
        const may = (peopleAudiences[people].roles as readonly string[]).includes(role);
        expect([route, role, status === 403 && (json === null || json.code === 'forbidden')]).toEqual([
          route,
          role,
          !may,
        ]);
      }
    }
  });

  test('every socket of the pages opens to the roles of its audience, and to tokens of its scope', async () => {
    const { asRole, clock, request, socket } = await startApp();
    const opens = async (pattern: string, headers: Readonly<Record<string, string>>) => {
      const asked = socket(pattern.replace(':device', '5001'), { cookie: '', ...headers });
      asked.on('error', () => undefined);
      const answer = await Promise.race([
        once(asked, 'open').then(() => 'open'),
        once(asked, 'unexpected-response').then(([, response]) => Number(response.statusCode)),
      ]);
      asked.terminate();
      await clock.settle();
      return answer;
    };
    for (const pattern of pageSocketPaths) {
      const { roles, scope } = peopleAudiences[pageSocketPolicy[pattern]];
      for (const role of roleNames) {
        const { cookie } = await asRole(role);
        const may = (roles as readonly string[]).includes(role);
        expect([pattern, role, await opens(pattern, { cookie })]).toEqual([pattern, role, may ? 'open' : 403]);
      }
      for (const each of tokenScopes) {
        const made = await request('POST', '/api/tokens', { body: { name: 'CI', scopes: [each], days: 1 } });
        const headers = { authorization: `Bearer ${made.json.token}` };
        expect([pattern, each, await opens(pattern, headers)]).toEqual([pattern, each, each === scope ? 'open' : 403]);
      }
    }
  });

  test.each(tokenScopes)('a token for %s opens what its scope does and nothing else', async (scope) => {
    const { app, asNobody, request } = await startApp();
    const made = await request('POST', '/api/tokens', { body: { name: 'CI', scopes: [scope], days: 1 } });
    const headers = { authorization: `Bearer ${made.json.token}` };
    for (const route of app.routes) {
      const [method = '', pattern = ''] = route.split(' ');
      const people = peopleAudience(routeAudience(method, pattern));
      if (people === null) continue;
      const { status, json } = await asNobody(method as Method, path(pattern), { headers });
      const wanted = peopleAudiences[people].scope;
      const may = wanted === 'any' || wanted === scope;
      expect([route, status === 403 && (json === null || json.code === 'forbidden')]).toEqual([route, !may]);
    }
  });
});

describe('the tables of sockets and messages', () => {
  const schema = readFileSync(
    new URL('../../../protocol/schema/seatmatrix/v1/envelope.proto', import.meta.url),
    'utf8',
  );
  /** The names in the `oneof` of a frame, as the domain writes them. */
  const messagesOf = (frame: string) => {
    const body = new RegExp(`message ${frame} \\{.*?oneof message \\{(.*?)\\n  \\}`, 's').exec(schema)?.[1] ?? '';
    return [...body.matchAll(/^\s+\w+ (\w+) = \d+;/gm)].map(([, name = '']) => name.replaceAll('_', '-'));
  };

  test('have every message of the control link and no other', () => {
    const all = new Set([...messagesOf('BoxFrame'), ...messagesOf('ManagerFrame')]);
    expect(all.size).toBeGreaterThan(15);
    expect([...all].sort()).toEqual(Object.keys(messagePolicy).sort());
  });

  test('let a box say what its own frame can hold, and a stranger say hello alone', () => {
    expect(
      Object.keys(messagePolicy)
        .filter((type) => mayBoxSay(type, 'site'))
        .sort(),
    ).toEqual(messagesOf('BoxFrame').sort());
    expect(
      Object.keys(messagePolicy)
        .filter((type) => mayBoxSay(type, 'stranger'))
        .sort(),
    ).toEqual(['hello', 'ping']);
    expect(mayBoxSay('toString', 'site')).toBe(false);
  });

  test('let strangers reach the control link alone, and nobody what boxes serve each other', () => {
    const paths = Object.keys(boxSocketPolicy);
    expect(paths.filter((each) => mayBoxOpen(each, 'stranger'))).toEqual(['/control']);
    expect(paths.filter((each) => mayBoxOpen(each, 'site'))).toEqual(['/control', '/preview']);
    expect(mayBoxOpen('/api/events', 'site')).toBe(false);
  });

  test('have every path of the pages', () => {
    expect([...pageSocketPaths].sort()).toEqual([
      '/api/account/events',
      '/api/events',
      '/api/previews',
      '/console/socket/:device',
    ]);
  });
});
