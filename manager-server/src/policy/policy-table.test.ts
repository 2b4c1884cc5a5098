import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Method, startApp } from '../api/sample-app.ts';
import { type Asker, judgeAudience } from './gate.ts';
import {
  type Audience,
  boxSocketPolicy,
  mayBoxOpen,
  mayBoxSay,
  messagePolicy,
  pageSocketPaths,
  routeAudience,
  routePolicy,
} from './policy-table.ts';

/** What answers somebody who has not signed in, on a claimed site. */
const anonymousAllowlist = [
  'GET /',
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
  'GET /people',
  'GET /places',
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
    ['a basic password', { authorization: 'Basic YWRtaW46YWRtaW4=' }],
  ])('is not moved by %s', async (_, headers) => {
    const { app, asNobody } = await startApp();
    for (const route of app.routes) {
      const [method = '', pattern = ''] = route.split(' ');
      if (!['administrator', 'local'].includes(routeAudience(method, pattern))) continue;
      expect([route, (await asNobody(method as Method, path(pattern), { headers })).status]).toEqual([route, 401]);
    }
  });

  test('opens nothing but the claim and the health before the site is claimed', async () => {
    const { app, asNobody } = await startApp({ claim: false });
    const answers = new Map<string, number>();
    for (const route of app.routes) {
      const [method, pattern = ''] = route.split(' ');
      answers.set(route, (await asNobody(method as Method, path(pattern))).status);
    }
    const open = [...answers].filter(([route, status]) => status !== 503 && !route.startsWith('HEAD '));
    expect(Object.fromEntries(open)).toEqual({
      'GET /': 302,
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
    expect(routeAudience('HEAD', '/api/devices')).toBe('administrator');
  });
});

describe('the gate', () => {
  const nobody: Asker = { signedIn: false, local: false };
  const administrator: Asker = { signedIn: true, local: false };
  const program: Asker = { signedIn: false, local: true };
  const asked: readonly (readonly [Audience, Asker, string | null, string | null])[] = [
    // audience, asker, before the claim, after it
    ['anonymous', nobody, null, null],
    ['claim', nobody, null, 'already-claimed'],
    ['visitor', nobody, 'not-claimed', null],
    ['administrator', nobody, 'not-claimed', 'not-signed-in'],
    ['administrator', program, 'not-claimed', 'not-signed-in'],
    ['administrator', administrator, 'not-claimed', null],
    ['local', nobody, 'not-claimed', 'not-signed-in'],
    ['local', program, 'not-claimed', null],
    ['local', administrator, 'not-claimed', null],
    ['box', administrator, 'not-claimed', 'forbidden'],
    ['box-stranger', administrator, 'not-claimed', 'forbidden'],
    ['none', administrator, 'not-claimed', 'forbidden'],
  ];
  test.each(asked)('%s for %j: %s before the claim, %s after it', (audience, asker, before, after) => {
    expect(judgeAudience(audience, { asker, claimed: false })).toBe(before);
    expect(judgeAudience(audience, { asker, claimed: true })).toBe(after);
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
    expect([...pageSocketPaths].sort()).toEqual(['/api/events', '/console/socket/:device']);
  });
});
