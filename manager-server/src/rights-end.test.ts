import { type Duplex, duplexPair } from 'node:stream';
import { milliseconds, seconds, silentLog } from '@seatmatrix/protocol/kernel';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { BoxSide } from './api/box-side.ts';
import { SampleTransport } from './api/sample-box-side.ts';
import { createApp } from './app.ts';
import { openPeople } from './people/open-people.ts';
import { openMemoryStore } from './store/memory-store.ts';
import { type LabBox, ManagerLab, print } from './testing/manager-lab.ts';
import { SiteBuilder } from './testing/site-builder.ts';

// What takes a right away, by what rested on it: ended within a second, or untouched. The whole manager, in virtual time.

const HOST = 'kvm.example:8080';
const ORIGIN = `http://${HOST}`;
const PASSWORDS = { li: 'ein langes Passwort', boss: 'noch ein langes Passwort', guest: 'gast am Platz' };
const NEXT = 'das nächste lange Passwort';

/** What may rest on a person. */
const things = [
  'web session',
  'events',
  'console',
  'previews',
  'token',
  'events by token',
  'his route',
  'pushed to a desk',
  'pushed to a display',
] as const;
type Thing = (typeof things)[number];

const page: readonly Thing[] = ['web session', 'events', 'console', 'previews'];
const programs: readonly Thing[] = ['token', 'events by token'];

type Site = Awaited<ReturnType<typeof open>>;

const causes: readonly {
  readonly name: string;
  readonly happens: (site: Site) => Promise<unknown>;
  readonly ends: readonly Thing[];
}[] = [
  {
    name: 'an administrator sets his password',
    happens: ({ boss, li }) => boss('PUT', `/api/operators/${li}/password`, { password: NEXT }),
    ends: [...page, 'his route'],
  },
  {
    name: 'he changes his password on another page',
    async happens({ signIn, ask }) {
      const cookie = await signIn('li');
      await ask({ cookie })('PUT', '/api/session/password', { current: PASSWORDS.li, next: NEXT });
    },
    ends: [...page, 'his route'],
  },
  {
    name: 'he changes his password at his desk',
    happens: ({ desk }) => desk.ask({ type: 'change-password', current: PASSWORDS.li, next: NEXT }),
    // He sits there: where he made the change, he goes on.
    ends: page,
  },
  {
    name: 'he is disabled',
    happens: ({ edit }) => edit({ disabled: true }),
    ends: [...page, ...programs, 'his route', 'pushed to a desk'],
  },
  {
    name: 'he is disabled, where pushes of the disabled end everywhere',
    async happens({ settings, edit }) {
      await settings({ pushesOfDisabled: 'end' });
      await edit({ disabled: true });
    },
    ends: [...page, ...programs, 'his route', 'pushed to a desk', 'pushed to a display'],
  },
  {
    name: 'he is disabled, where pushes of the disabled are kept',
    async happens({ settings, edit }) {
      await settings({ pushesOfDisabled: 'keep' });
      await edit({ disabled: true });
    },
    ends: [...page, ...programs, 'his route'],
  },
  {
    name: 'he is deleted',
    happens: ({ boss, li }) => boss('DELETE', `/api/operators/${li}`),
    ends: [...page, ...programs, 'his route', 'pushed to a desk'],
  },
  {
    name: 'he is no administrator any more',
    happens: ({ edit }) => edit({ role: 'supervisor' }),
    ends: [...page, ...programs],
  },
  {
    name: 'the grant is withdrawn',
    async happens({ boss, li }) {
      const { items } = await boss('GET', `/api/grants?operator=${li}&right=connect`);
      for (const { key } of items) await boss('DELETE', `/api/grants/${key}`);
    },
    ends: ['his route'],
  },
  {
    name: 'he leaves the group that has the grant',
    async happens({ boss, edit, li }) {
      const group = await boss('POST', '/api/groups', { name: 'night shift' });
      await edit({ groups: [group.key] });
      const { items } = await boss('GET', '/api/devices?kind=transmitter');
      for (const { key } of items) await boss('POST', '/api/grants', grantOf({ group: group.key, device: key }));
      const own = await boss('GET', `/api/grants?operator=${li}&right=connect`);
      for (const { key } of own.items) await boss('DELETE', `/api/grants/${key}`);
      const { items: routes } = await boss('GET', '/api/routes');
      // The group's grant holds what his own held.
      expect(routes).toHaveLength(3);
      await edit({ groups: [] });
    },
    ends: ['his route'],
  },
  {
    name: 'he signs out of the page',
    happens: ({ ask, cookie }) => ask({ cookie })('DELETE', '/api/session'),
    ends: page,
  },
  {
    name: 'he signs out at the desk',
    happens: ({ desk }) => desk.ask({ type: 'sign-out', reason: 'operator' }),
    ends: ['his route'],
  },
  {
    name: 'an administrator signs him out at the desk',
    async happens({ boss, li }) {
      const { items } = await boss('GET', '/api/sessions');
      const session = items.find((each: { readonly operator: string }) => each.operator === li);
      await boss('DELETE', `/api/sessions/${session.id}`);
    },
    ends: ['his route'],
  },
  {
    name: 'the token is revoked',
    async happens({ boss }) {
      const { items } = await boss('GET', '/api/tokens');
      for (const { id } of items) await boss('DELETE', `/api/tokens/${id}`);
    },
    ends: programs,
  },
  {
    name: 'his second factor is taken away',
    happens: ({ boss, li }) => boss('DELETE', `/api/operators/${li}/second-factor`),
    ends: page,
  },
];

const grantOf = ({ group, device }: { readonly group: string; readonly device: string }) => ({
  right: 'connect',
  subject: { type: 'group', key: group },
  object: { type: 'device', key: device },
});

let opened: AsyncDisposableStack;
afterEach(() => opened.disposeAsync());

test.each(causes)('$name', async ({ happens, ends }) => {
  const site = await open();
  expect(await site.ended()).toEqual(new Set());
  await site.lasting(happens(site));
  const at = new Map<Thing, number>();
  for (let passed = 0; passed <= 1000; passed += 100) {
    for (const thing of await site.ended()) if (!at.has(thing)) at.set(thing, passed);
    await site.clock.advance(milliseconds(100));
  }
  expect([...at.keys()].sort()).toEqual([...ends].sort());
  // Measured: what is not carried by a box's link is over before the answer is, the rest with its next message.
  for (const [thing, passed] of at) expect([thing, passed <= 100]).toEqual([thing, true]);
  await site.clock.advance(seconds(10));
  expect(await site.ended()).toEqual(new Set(ends));
});

async function open() {
  opened = new AsyncDisposableStack();
  const lab = opened.use(new ManagerLab());
  const { clock } = lab;
  const builder = new SiteBuilder();
  builder.transmitter('0001', { box: print('tx-1') });
  builder.receiver('5001', { box: print('rx-1') });
  builder.receiver('5002', { box: print('rx-2') });
  builder.receiver('5003', { box: print('rx-3'), kind: 'display' });
  const li = builder.operator('li', { password: PASSWORDS.li, role: 'administrator' });
  builder.operator('boss', { password: PASSWORDS.boss, role: 'administrator' });
  builder.operator('guest', { password: PASSWORDS.guest });
  builder.allowEverything(li);
  const store = openMemoryStore();
  const manager = await lab.start({ seed: builder.seed(), store });

  const consoles: SampleTransport[] = [];
  const boxSide = withConsoles(manager.boxSide, consoles);
  const people = openPeople({ ...manager, clock, log: silentLog });
  const app = await createApp({
    ...manager,
    ...{ boxSide, store, people, clock, log: silentLog },
    tls: null,
    strictTransport: false,
    webFolder: '/nonexistent',
  });
  opened.defer(() => app.close());

  /** Waits for something that needs virtual time to pass. */
  async function lasting<Value>(work: Promise<Value>): Promise<Value> {
    let done = false;
    const settled = work.finally(() => {
      done = true;
    });
    for (let passed = 0; !done && passed < 5000; passed += 5) await clock.advance(milliseconds(5));
    return settled;
  }
  const ask =
    (headers: Readonly<Record<string, string>>) =>
    // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the test asserts
    async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object): Promise<any> => {
      const answer = await app.server.inject({
        method,
        url,
        headers: {
          host: HOST,
          'if-match': '*',
          ...headers,
          ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(payload === undefined ? {} : { payload: JSON.stringify(payload) }),
      });
      if (answer.statusCode >= 400) throw new RangeError(`${method} ${url}: ${answer.payload}`);
      return answer.payload === '' ? null : JSON.parse(answer.payload);
    };
  const signIn = async (name: 'li' | 'boss') => {
    const answer = await app.server.inject({
      method: 'POST',
      url: '/api/session',
      headers: { host: HOST, 'content-type': 'application/json' },
      payload: JSON.stringify({ name, password: PASSWORDS[name] }),
    });
    return String(answer.headers['set-cookie']).split(';')[0] ?? '';
  };
  const boss = ask({ cookie: await signIn('boss') });
  const cookie = await signIn('li');
  const asLi = ask({ cookie });
  const made = await asLi('POST', '/api/tokens', { name: 'CI', scopes: ['read'], days: 30 });
  const bearer = { authorization: `Bearer ${made.token}` };

  const socket = (path: string, headers: Readonly<Record<string, string>>) => {
    const [near, far] = duplexPair();
    app.server.server.emit('connection', far);
    const made = new WebSocket(`ws://${HOST}${path}`, {
      createConnection: () => near as Duplex as never,
      headers: { host: HOST, origin: ORIGIN, ...headers },
      perMessageDeflate: false,
    });
    return new Promise<WebSocket>((resolve, reject) => {
      made.once('open', () => resolve(made));
      made.once('error', reject);
    });
  };
  const sockets = {
    events: await socket('/api/events', { cookie }),
    console: await socket('/console/socket/5001', { cookie }),
    previews: await socket('/api/previews', { cookie }),
    'events by token': await socket('/api/events', bearer),
  };

  lab.box('tx-1', { kind: 'transmitter' });
  const [desk, other, display] = ['rx-1', 'rx-2', 'rx-3'].map((name) => lab.box(name)) as [LabBox, LabBox, LabBox];
  await clock.advance(seconds(2));
  await lasting(desk.ask({ type: 'sign-in', name: 'li', password: PASSWORDS.li }));
  await lasting(other.ask({ type: 'sign-in', name: 'guest', password: PASSWORDS.guest }));
  await connect(desk, { function: 'connect', text: '1' }, [desk]);
  await connect(desk, { function: 'push', text: '2,3' }, [other, display]);

  async function connect(
    from: LabBox,
    command: { readonly function: 'connect' | 'push'; readonly text: string },
    shown: readonly LabBox[],
  ): Promise<void> {
    const answer = from.ask({ type: 'command', ...command, withoutPicture: false });
    await clock.advance(milliseconds(20));
    for (const each of shown) each.live();
    expect(await lasting(answer)).toMatchObject({ refusal: null });
    await clock.advance(milliseconds(20));
  }

  const refused = async (headers: Readonly<Record<string, string>>) =>
    (await app.server.inject({ url: '/api/devices', headers: { host: HOST, ...headers } })).statusCode === 401;
  const shows = (box: LabBox) => (box.plan?.type === 'receiver' ? box.plan.route : null);
  async function ended(): Promise<Set<Thing>> {
    // The sockets are real ones over pipes in memory: they take turns of the event loop, and no time.
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    const over: Readonly<Record<Thing, boolean>> = {
      'web session': await refused({ cookie }),
      events: sockets.events.readyState !== WebSocket.OPEN,
      console: sockets.console.readyState !== WebSocket.OPEN && consoles.every(({ closedWith }) => closedWith !== null),
      previews: sockets.previews.readyState !== WebSocket.OPEN,
      token: await refused(bearer),
      'events by token': sockets['events by token'].readyState !== WebSocket.OPEN,
      'his route': shows(desk) === null,
      'pushed to a desk': shows(other) === null,
      'pushed to a display': shows(display) === null,
    };
    return new Set(things.filter((thing) => over[thing]));
  }
  const change = async (url: string, part: object) => boss('PUT', url, { ...(await boss('GET', url)), ...part });
  const edit = (part: object) => change(`/api/operators/${li}`, part);
  const settings = (part: object) => change('/api/settings', part);
  return { ask, boss, cookie, clock, desk, edit, ended, lasting, li, settings, signIn };
}

/** A console on every receiver, as simulated ones have it. */
function withConsoles(boxSide: BoxSide, consoles: SampleTransport[]): BoxSide {
  return new Proxy(boxSide, {
    get(target, name: keyof BoxSide) {
      if (name !== 'openConsole') return target[name].bind(target);
      return async () => {
        const transport = new SampleTransport();
        consoles.push(transport);
        return transport;
      };
    },
  });
}
