import { beforeEach, describe, expect, test } from 'vitest';
import {
  type BoxAnswer,
  type BoxNotice,
  type BoxRequest,
  deviceId,
  fingerprint,
  generation,
  type Hello,
  type ManagerNotice,
  type Welcome,
} from '../domain/index.ts';
import {
  type Duration,
  Fault,
  type Instant,
  type Log,
  milliseconds,
  retryDelays,
  seconds,
  seededRandom,
  silentLog,
} from '../kernel/index.ts';
import { MemoryNetwork } from '../testing/memory-network.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { CONTROL_FRAME_MAX, decodeManagerFrame, encodeBoxFrame, type ManagerFrame } from '../wire/index.ts';
import { type ControlClient, createControlClient } from './control-client.ts';
import { type ControlHandler, type ControlSession, serveControl } from './control-session.ts';
import { RETRY_SCHEDULE } from './link-machine.ts';
import type { Listening, Network } from './network.ts';
import { CloseCode, type Closed, type Transport } from './transport.ts';

const managerKey = fingerprint('aa'.repeat(32));
const boxKey = fingerprint('bb'.repeat(32));

const hello: Hello = {
  type: 'hello',
  versions: { oldest: 1, newest: 1 },
  kind: 'receiver',
  firmware: '0.1.0',
  model: 'test',
  capabilities: ['route', 'seat'],
  codecs: ['jpeg'],
  highestGeneration: generation(7),
  session: null,
  peer: { host: 'box', port: 7000 },
  routes: [],
  authorities: [],
  certificateRequest: null,
  enrolmentCode: null,
};

const welcome: Welcome = {
  type: 'welcome',
  version: 1,
  state: 'adopted',
  certificate: null,
  authority: 'PEM',
  ticketKey: new Uint8Array(32),
  time: 1,
  manager: managerKey,
};

const signIn: BoxRequest = { type: 'sign-in', name: 'hxfj', password: '123456' };
const granted: BoxAnswer = { type: 'sign-in-answer', refusal: null };
const identify: ManagerNotice = { type: 'box-command', command: { type: 'identify', seconds: 15 } };
const closeMenu: BoxNotice = { type: 'watch-list', watch: null };
const soon = { deadline: seconds(5) };

/** A manager that answers as a test wants, and everything that both sides were told. */
class Site {
  readonly clock = new VirtualClock();
  readonly network = new MemoryNetwork(this.clock);
  readonly boxSide: string[] = [];
  readonly managerSide: string[] = [];
  readonly errors: string[] = [];
  readonly sessions: ControlSession[] = [];
  welcome: Welcome | null = welcome;
  hello: Hello = hello;
  request: ControlHandler['request'] = async () => granted;
  notice: (notice: BoxNotice) => void = () => undefined;
  message: (notice: ManagerNotice) => void = () => undefined;
  readonly #manager: Network;
  readonly #box: Network;
  readonly client: ControlClient;

  constructor() {
    this.#manager = this.network.host({
      name: 'manager',
      identity: () => ({ fingerprint: managerKey, standing: 'site', role: 'manager' }),
    });
    this.#box = this.network.host({
      name: 'box',
      identity: () => ({ fingerprint: boxKey, standing: 'site', role: 'box' }),
    });
    this.client = createControlClient({
      network: this.#box,
      target: () => ({ host: 'manager', port: 8443, path: '/control', expect: null, frameMax: CONTROL_FRAME_MAX }),
      hello: () => this.hello,
      clock: this.clock,
      random: seededRandom(1),
      log: this.log('box'),
      listener: {
        live: (said) => this.boxSide.push(`live ${said.certificate ?? ''}`.trim()),
        lost: (fault) => this.boxSide.push(`lost ${fault.code}`),
        message: (notice) => {
          this.boxSide.push(notice.type);
          this.message(notice);
        },
      },
    });
  }

  listen(): Promise<Listening> {
    return this.#manager.listen({
      host: '',
      port: 8443,
      frameMax: { '/control': CONTROL_FRAME_MAX },
      accept: (transport) =>
        serveControl({ transport, clock: this.clock, log: this.log('manager'), handler: this.#handler() }),
    });
  }

  /** A box's bare connection, for frames that no client says. */
  async intrude(): Promise<{ transport: Transport; frames: ManagerFrame[]; closes: Closed[] }> {
    const frames: ManagerFrame[] = [];
    const closes: Closed[] = [];
    const dialling = this.#box.dial(
      { host: 'manager', port: 8443, path: '/control', expect: null, frameMax: CONTROL_FRAME_MAX },
      new AbortController().signal,
    );
    await this.clock.settle();
    const transport = await dialling;
    transport.listen({
      frame: (bytes) => frames.push(decodeManagerFrame(bytes)),
      closed: (closed) => closes.push(closed),
    });
    return { transport, frames, closes };
  }

  until(what: string, condition: () => boolean, within: Duration = seconds(5)): Promise<void> {
    return this.clock.until(condition, { what, within });
  }

  async live(): Promise<void> {
    await this.listen();
    this.client.start();
    await this.until('the link to be live', () => this.client.live);
  }

  log(side: string): Log {
    return { ...silentLog, error: (message) => this.errors.push(`${side}: ${message}`) };
  }

  #handler(): ControlHandler {
    return {
      hello: (session) => {
        this.sessions.push(session);
        this.managerSide.push(`hello ${session.hello.highestGeneration}`);
        if (this.welcome !== null) session.notify(this.welcome);
      },
      request: (request, session, deadline) => this.request(request, session, deadline),
      notice: (notice) => {
        this.managerSide.push(notice.type);
        this.notice(notice);
      },
      lost: (session, closed) => {
        this.managerSide.push(`lost ${session === null ? 'stranger' : 'box'} ${closed.code}`);
      },
    };
  }
}

let site: Site;
beforeEach(() => {
  site = new Site();
});

describe('a box’s link to the manager', () => {
  test('is live after hello and welcome, and carries notices both ways', async () => {
    await site.live();
    site.sessions[0]?.notify(identify);
    site.client.notify(closeMenu);
    await site.clock.settle();
    expect(site.boxSide).toEqual(['live', 'box-command']);
    expect(site.managerSide).toEqual(['hello 7', 'watch-list']);
    expect(site.sessions[0]?.peer).toMatchObject({ fingerprint: boxKey, role: 'box' });
  });

  test('carries requests, and the manager knows by when the answer is wanted', async () => {
    const asked: (BoxRequest | Instant)[] = [];
    site.request = async (request, _session, deadline) => {
      asked.push(request, deadline);
      return { type: 'sign-in-answer', refusal: 'wrong-credentials' };
    };
    await site.live();
    const now = site.clock.now();
    const answer = site.client.request(signIn, soon);
    await site.clock.settle();
    expect(await answer).toEqual({ type: 'sign-in-answer', refusal: 'wrong-credentials' });
    expect(asked).toEqual([signIn, now + 5000]);
  });

  test('gives each request its own answer, whatever comes first', async () => {
    const answers: ((answer: BoxAnswer) => void)[] = [];
    site.request = () => new Promise((resolve) => answers.push(resolve));
    await site.live();
    const one = site.client.request(signIn, soon);
    const other = site.client.request({ type: 'sign-out', reason: 'operator' }, soon);
    await site.clock.settle();
    answers[1]?.({ type: 'sign-out-answer' });
    answers[0]?.(granted);
    await site.clock.settle();
    expect([await one, await other]).toEqual([granted, { type: 'sign-out-answer' }]);
  });

  test('rejects a request without an answer when its deadline has passed, and drops the late answer', async () => {
    let answer: (answer: BoxAnswer) => void = () => undefined;
    site.request = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    await site.live();
    const outcome = codeOf(site.client.request(signIn, { deadline: milliseconds(400) }));
    await site.clock.advance(milliseconds(400));
    expect(await outcome).toBe('deadline-passed');
    answer(granted);
    await site.clock.settle();
    expect(site.client.live).toBe(true);
  });

  test('rejects what waits for an answer when the link is lost, and what is asked before it is back', async () => {
    site.request = () => new Promise(() => undefined);
    await site.live();
    const outcome = codeOf(site.client.request(signIn, soon));
    site.network.reset('box', 'manager');
    await site.clock.settle();
    expect(await outcome).toBe('link-lost');
    expect(await codeOf(site.client.request(signIn, soon))).toBe('link-lost');
    expect(site.boxSide).toEqual(['live', 'lost link-lost']);
  });

  test('comes back by itself, with a new hello', async () => {
    await site.live();
    site.hello = { ...hello, highestGeneration: generation(9) };
    site.network.reset('box', 'manager');
    await site.until('the link to be back', () => site.managerSide.includes('hello 9'), seconds(30));
    await site.until('the link to be live', () => site.client.live);
  });

  test('is found although the manager starts later', async () => {
    site.client.start();
    await site.clock.advance(seconds(60));
    expect(site.client.live).toBe(false);
    expect(site.boxSide).toEqual([]);
    await site.listen();
    await site.until('the link to be live', () => site.client.live, seconds(31));
  });

  test('is lost after three seconds when the cable is pulled, at both ends', async () => {
    await site.live();
    await site.clock.advance(seconds(10));
    expect(site.client.live).toBe(true);
    site.network.cut('box', '*');
    await site.clock.advance(milliseconds(1900));
    expect(site.client.live).toBe(true);
    await site.clock.advance(milliseconds(1200));
    expect(site.client.live).toBe(false);
    expect(site.managerSide).toContain('lost box 4006');
    site.network.heal('box', '*');
    await site.until('the link to be live', () => site.client.live, seconds(31));
  });

  test('survives a cut that is shorter', async () => {
    await site.live();
    site.network.cut('box', '*');
    await site.clock.advance(seconds(1));
    site.client.notify(closeMenu);
    site.network.heal('box', '*');
    await site.clock.advance(seconds(10));
    expect(site.managerSide).toEqual(['hello 7', 'watch-list']);
    expect(site.boxSide).toEqual(['live']);
  });

  test('is dialled anew at once with a certificate that the manager gave', async () => {
    site.welcome = { ...welcome, state: 'pending', certificate: 'CERTIFICATE' };
    await site.live();
    site.welcome = welcome;
    const now = site.clock.now();
    site.sessions[0]?.close({ code: CloseCode.adopted, reason: 'come back' });
    await site.clock.settle();
    expect(site.clock.now()).toBe(now);
    expect(site.client.live).toBe(true);
    expect(site.boxSide).toEqual(['live CERTIFICATE', 'lost link-closed', 'live']);
  });

  test('that has something new to say ends and comes back soon with another hello, and a link that is not there stays away', async () => {
    site.client.again();
    expect(site.client.live).toBe(false);
    await site.live();
    site.client.again();
    expect(site.client.live).toBe(false);
    await site.clock.advance(seconds(2));
    expect(site.client.live).toBe(true);
    expect(site.sessions).toHaveLength(2);
    expect(site.boxSide).toEqual(['live', 'lost link-closed', 'live']);
  });

  test('says nothing more once it is stopped', async () => {
    await site.live();
    await site.client.stop();
    await site.clock.settle();
    expect(site.managerSide).toEqual(['hello 7', 'lost box 1001']);
    await site.clock.advance(seconds(60));
    expect(site.sessions).toHaveLength(1);
  });

  test('stops while it dials', async () => {
    site.network.unplug('manager');
    site.client.start();
    await site.clock.advance(seconds(1));
    const stopped = site.client.stop();
    await site.clock.settle();
    await stopped;
    site.network.plug('manager');
    await site.listen();
    await site.clock.advance(seconds(60));
    expect(site.managerSide).toEqual([]);
  });

  test('ends and comes back when what listens to it throws', async () => {
    await site.live();
    site.message = () => {
      throw new Error('a defect');
    };
    site.sessions[0]?.notify(identify);
    await site.clock.settle();
    expect(site.errors).toEqual(['box: what handles the manager link failed']);
    expect(site.managerSide).toContain('lost box 1011');
    await site.until('the link to be live', () => site.client.live, seconds(31));
  });

  test('refuses plans before the welcome', async () => {
    site.welcome = null;
    await site.listen();
    site.client.start();
    await site.until('the hello', () => site.sessions.length === 1);
    site.sessions[0]?.notify(identify);
    await site.clock.settle();
    expect(site.managerSide).toContain('lost box 4000');
    expect(site.boxSide).toEqual([]);
  });
});

describe('the manager ends a box’s connection', () => {
  test('that says no hello within three seconds', async () => {
    await site.listen();
    const { closes } = await site.intrude();
    await site.clock.advance(seconds(3));
    expect(closes).toMatchObject([{ code: CloseCode.helloExpected }]);
    expect(site.managerSide).toEqual(['lost stranger 4003']);
  });

  test('that says anything else first', async () => {
    await site.listen();
    const { transport, closes } = await site.intrude();
    transport.send(encodeBoxFrame({ id: 1, deadline: null, message: closeMenu }));
    await site.clock.settle();
    expect(closes).toMatchObject([{ code: CloseCode.helloExpected }]);
  });

  test('that speaks no version in common, and says so', async () => {
    site.hello = { ...hello, versions: { oldest: 2, newest: 3 } };
    await site.listen();
    site.client.start();
    await site.until('the refusal', () => site.managerSide.length > 0);
    expect(site.managerSide).toEqual(['lost stranger 4002']);
  });

  test('that says something malformed', async () => {
    await site.listen();
    const { transport, closes } = await site.intrude();
    transport.send(new Uint8Array([0xff]));
    await site.clock.settle();
    expect(closes).toMatchObject([{ code: CloseCode.malformed }]);
    expect(site.errors).toEqual([]);
  });

  test('that says too much', async () => {
    await site.listen();
    const { transport, closes } = await site.intrude();
    transport.send(new Uint8Array(CONTROL_FRAME_MAX + 1));
    await site.clock.settle();
    expect(closes).toMatchObject([{ code: CloseCode.oversized }]);
  });

  test('that says something unknown, unless it is a request: that is answered', async () => {
    await site.listen();
    const { transport, frames, closes } = await site.intrude();
    transport.send(encodeBoxFrame({ id: 1, deadline: null, message: hello }));
    // id 2, deadline 100, field 999.
    transport.send(new Uint8Array([0x08, 2, 0x10, 100, 0xba, 0x3e, 0]));
    await site.clock.settle();
    expect(closes).toEqual([]);
    expect(frames.at(-1)).toMatchObject({ replyTo: 2, message: { type: 'fault', code: 'frame-unknown' } });
    transport.send(new Uint8Array([0x08, 3, 0xba, 0x3e, 0]));
    await site.clock.settle();
    expect(closes).toMatchObject([{ code: CloseCode.unknown }]);
  });

  test('that says hello twice', async () => {
    await site.listen();
    const { transport, closes } = await site.intrude();
    transport.send(encodeBoxFrame({ id: 1, deadline: null, message: hello }));
    transport.send(encodeBoxFrame({ id: 2, deadline: null, message: hello }));
    await site.clock.settle();
    expect(closes).toMatchObject([{ code: CloseCode.malformed }]);
  });

  test('whose handling fails, and no other', async () => {
    await site.live();
    const { transport, closes } = await site.intrude();
    transport.send(encodeBoxFrame({ id: 1, deadline: null, message: hello }));
    site.notice = () => {
      throw new Error('a defect');
    };
    transport.send(encodeBoxFrame({ id: 2, deadline: null, message: closeMenu }));
    await site.clock.settle();
    expect(closes).toMatchObject([{ code: CloseCode.internal }]);
    expect(site.errors).toEqual(['manager: what handles a box failed']);
    expect(site.client.live).toBe(true);
  });

  test('whose request fails by a defect; a fault of the world is the answer instead', async () => {
    await site.live();
    site.request = async () => {
      throw new Fault({ code: 'store-failed', message: 'the disk is full' });
    };
    const answer = site.client.request(signIn, soon);
    await site.clock.settle();
    expect(await answer).toEqual({ type: 'fault', code: 'store-failed', message: 'the disk is full' });
    site.request = async () => {
      throw new Error('a defect');
    };
    const outcome = codeOf(site.client.request(signIn, soon));
    await site.clock.settle();
    expect(await outcome).toBe('link-lost');
    expect(site.managerSide).toContain('lost box 1011');
  });

  test('that does not read what it is told', async () => {
    await site.live();
    site.network.cut('box', 'manager');
    const [session] = site.sessions;
    const notice: ManagerNotice = { type: 'desk-notice', notice: { type: 'right-withdrawn', source: 'x'.repeat(200) } };
    for (let count = 0; count < 30_000; count++) session?.notify(notice);
    await site.clock.settle();
    expect(site.managerSide).toContain('lost box 4007');
  });
});

test('more requests than one operator can ask are answered as overloaded', async () => {
  site.request = () => new Promise(() => undefined);
  await site.live();
  const outcomes = Array.from({ length: 65 }, () => site.client.request(signIn, soon).catch(() => null));
  await site.clock.settle();
  expect(await outcomes[64]).toMatchObject({ type: 'fault', code: 'overloaded' });
  expect(site.client.live).toBe(true);
});

test('an answer that is too long to be said is a fault, and the manager hears of its defect', async () => {
  const target = deviceId('5001');
  if (target === null) throw new Error('5001 is an ID');
  site.request = async () => ({
    type: 'command-answer',
    refusal: null,
    targets: Array.from({ length: 2000 }, () => ({ id: target, name: 'x'.repeat(100), refusal: null })),
  });
  await site.live();
  const answer = site.client.request({ type: 'command', function: 'push', text: 'all', withoutPicture: false }, soon);
  await site.clock.settle();
  expect(await answer).toMatchObject({ type: 'fault', code: 'frame-oversized' });
  expect(site.errors).toEqual(['manager: a message cannot be said']);
});

test('a thousand boxes whose manager restarts come back spread out', () => {
  const random = seededRandom(3);
  const first = Array.from({ length: 1000 }, () => retryDelays(RETRY_SCHEDULE, random).next().value);
  const tenths = Array.from(
    { length: 10 },
    (_, tenth) => first.filter((wait) => Math.floor(wait / 50) === tenth).length,
  );
  for (const count of tenths) expect(count).toBeGreaterThan(60);
});

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no fault',
    (thrown) => (thrown instanceof Fault ? thrown.code : String(thrown)),
  );
