import { seconds } from '@seatmatrix/protocol/kernel';
import { createLog } from '@seatmatrix/protocol/program';
import { MemoryNetwork, VirtualClock } from '@seatmatrix/protocol/testing';
import { expect, test } from 'vitest';
import { createApp } from '../../manager-server/src/app.ts';
import { createManager } from '../../manager-server/src/manager.ts';
import { openPeople } from '../../manager-server/src/people/open-people.ts';
import { argon2id } from '../../manager-server/src/people/password-hash.ts';
import { openMemoryStore } from '../../manager-server/src/store/memory-store.ts';
import { tellFigure } from './scale.ts';

const HOST = 'kvm.example:8080';
const hash = argon2id({ memoryCost: 8, timeCost: 1, parallelism: 1 });

const PASSWORDS = {
  administrator: 'marker-administrator-9Q',
  second: 'marker-second-4V',
  operator: 'marker-operator-7K',
  wrong: 'marker-wrong-2B',
} as const;

type Json = { readonly [name: string]: unknown };

/** A whole manager with its pages, and everything that it says to anybody. */
async function talkative() {
  const clock = new VirtualClock();
  const logged: string[] = [];
  const log = createLog({ level: 'debug', destination: { write: (line) => void logged.push(line) } });
  const store = openMemoryStore();
  const net = new MemoryNetwork(clock);
  const manager = await createManager({
    store,
    network: ({ fingerprint }) =>
      net.host({ name: 'manager', identity: () => ({ fingerprint, standing: 'site', role: 'manager' }) }),
    boxHost: 'manager',
    boxPort: 8443,
    clock,
    log,
    hash,
  });
  const people = openPeople({ ...manager, clock, log });
  const app = await createApp({
    ...manager,
    ...{ store, people, clock, log },
    tls: null,
    strictTransport: false,
    webFolder: '/nonexistent',
  });
  let cookie = '';
  const ask = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: Json) => {
    const answer = await app.server.inject({
      method,
      url,
      remoteAddress: '192.0.2.7',
      headers: { host: HOST, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
    return { status: answer.statusCode, text: answer.payload, headers: answer.headers };
  };
  const signedInBy = async (path: string, body: Json) => {
    const { headers } = await ask('POST', path, body);
    cookie = String(headers['set-cookie']).split(';')[0] ?? '';
    return cookie.split('=')[1] ?? '';
  };
  return {
    ...{ app, ask, clock, logged, manager, people, store, signedInBy },
    signOut: () => {
      cookie = '';
    },
    cookie: (value: string) => {
      cookie = value;
    },
  };
}

test('A12 no secret that the site keeps comes out of an answer, a log, the audit or the metrics', async ({ task }) => {
  const site = await talkative();
  const { ask, store, logged } = site;
  const secrets = new Map<string, string>(Object.entries(PASSWORDS));
  const claimCode = site.people.claim.code ?? '';
  secrets.set('claim code', claimCode);
  const session = { name: 'admin', password: PASSWORDS.administrator };
  secrets.set('session', await site.signedInBy('/api/claim', { ...session, code: claimCode }));
  await ask('POST', '/api/session', { name: 'admin', password: PASSWORDS.wrong });
  const made = async (name: string, role: string) =>
    JSON.parse((await ask('POST', '/api/operators', { name, role, disabled: false, groups: [] })).text);
  const second = await made('second', 'administrator');
  await ask('PUT', `/api/operators/${second.key}/password`, { password: PASSWORDS.second });
  const operator = await made('li', 'operator');
  expect((await ask('PUT', `/api/operators/${operator.key}/password`, { password: PASSWORDS.operator })).status).toBe(
    204,
  );
  // Told once, to whoever asked for it.
  const code = JSON.parse((await ask('POST', '/api/enrolment-codes', {})).text).code;
  secrets.set('enrolment code', code);
  const factor = await ask('POST', '/api/session/second-factor', { password: PASSWORDS.administrator });
  secrets.set('second factor', JSON.parse(factor.text).secret);
  const token = await ask('POST', '/api/tokens', { name: 'script', scopes: ['read'], days: 1 });
  secrets.set('token', JSON.parse(token.text).token);
  // What fails says why, and must not say with what.
  await ask('PUT', '/api/session/password', { current: PASSWORDS.wrong, next: PASSWORDS.second });
  await ask('POST', '/api/session', { name: 'admin', password: [PASSWORDS.wrong] as never });
  await ask('POST', '/api/session', { password: PASSWORDS.wrong, nobody: 'asked' });
  await site.clock.advance(seconds(5));

  const records = await store.load();
  for (const { body } of records.get('site-keys') ?? []) {
    for (const [, pem = ''] of body.matchAll(/BEGIN PRIVATE KEY-----([^-]+)-----/g)) {
      secrets.set(`key ${secrets.size}`, pem.replaceAll(/\\n|\s/g, '').slice(0, 60));
    }
  }
  for (const [collection, held] of records) {
    for (const { key, body } of held) {
      for (const [argon] of body.matchAll(/\$argon2id\$[^"]+/g)) secrets.set(`${collection} hash ${key}`, argon);
    }
  }
  // The CA's, the manager's and the one for tickets; two administrators and an operator.
  expect([...secrets.keys()].filter((name) => name.startsWith('key '))).toHaveLength(3);
  expect([...secrets.keys()].filter((name) => name.includes('hash'))).toHaveLength(3);

  const said: [string, string][] = [];
  for (const asked of ['administrator', 'nobody']) {
    if (asked === 'nobody') site.signOut();
    for (const route of site.app.routes.filter((each) => each.startsWith('GET '))) {
      const pattern = route.slice(4);
      const url = pattern.replace(/:key$/, String(operator.key)).replaceAll(/:\w+|\*/g, 'k1');
      const { text, headers } = await ask('GET', url);
      said.push([`${asked} ${route}`, `${text} ${JSON.stringify(headers)}`]);
    }
  }
  const audit = await store.readAudit({ before: null, limit: 500, actor: null, action: null, from: null, until: null });
  expect(audit.entries.length).toBeGreaterThan(5);
  said.push(['audit', JSON.stringify(audit.entries)], ['log', logged.join('\n')]);

  const leaks = said.flatMap(([where, text]) =>
    [...secrets].flatMap(([name, secret]) =>
      formsOf(secret).some((form) => text.includes(form)) ? [`${name} in ${where}`] : [],
    ),
  );
  expect([...secrets.values()].every((secret) => secret.length > 8)).toBe(true);
  expect(leaks).toEqual([]);
  await site.app.close();
  await site.manager.close();
  tellFigure(task, `0 of ${secrets.size} secrets in ${said.length} places`);
});

/** As it is, and as programs write such a thing by mistake. */
const formsOf = (secret: string): readonly string[] => [
  secret,
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  Buffer.from(secret).toString('hex'),
];
