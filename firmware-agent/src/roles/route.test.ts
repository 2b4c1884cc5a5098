import { Usages } from '@seatmatrix/protocol/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Bench } from './testing/bench.ts';

let bench: Bench;

beforeEach(async () => {
  bench = new Bench();
  await bench.manager.start();
});

afterEach(async () => {
  await bench.stop();
  for (const { gadget, name } of bench.transmitters) expect([name, gadget.held, gadget.buttons]).toEqual([name, [], 0]);
});

describe('a route', () => {
  it('brings the picture to the desk and the desk’s keys to the computer', async () => {
    const { desk, tx } = await deskAndComputer();
    tx.capture.paint(3);
    const route = bench.route(desk, tx);
    await bench.plan(desk, { attempt: bench.attempt(route) });
    await bench.pass(20);
    expect(desk.output.history).toEqual([{ stream: 1, picture: 3, crop: null }]);
    expect(bench.manager.reports(desk.fingerprint)).toEqual([
      { route: route.id, generation: route.generation, status: { type: 'live', picture: true } },
    ]);
    desk.hidHost.hold(Usages.A);
    await bench.clock.settle();
    expect(tx.gadget.held).toEqual([Usages.A]);
    desk.hidHost.hold();
    await bench.clock.settle();
    expect(tx.gadget.held).toEqual([]);
  });

  it('keeps a key that a finger rests on, for as long as it rests', async () => {
    const { desk, tx } = await deskAndComputer();
    await bench.connected(desk, tx);
    desk.hidHost.hold(Usages.A);
    await bench.pass(60_000);
    expect(tx.gadget.held).toEqual([Usages.A]);
    expect(tx.gadget.typed).toEqual([Usages.A]);
  });

  it('releases what it held when its cable is pulled, keeps the picture, and comes back', async () => {
    const { desk, tx } = await deskAndComputer();
    const route = await bench.connected(desk, tx);
    desk.hidHost.hold(Usages.A);
    await bench.clock.settle();
    bench.network.cut(desk.name, tx.name);
    await bench.pass(1500);
    expect(tx.gadget.held).toEqual([]);
    await bench.pass(5000);
    desk.hidHost.hold();
    expect(desk.output.now).not.toBeNull();
    expect(bench.manager.reports(desk.fingerprint)[0]?.status).toEqual({ type: 'lost' });
    bench.network.heal(desk.name, tx.name);
    tx.capture.paint(9);
    await bench.pass(12_000);
    expect(bench.manager.reports(desk.fingerprint)).toEqual([
      { route: route.id, generation: route.generation, status: { type: 'live', picture: true } },
    ]);
    expect(desk.output.now?.picture).toBe(9);
    expect(desk.output.history).not.toContain(null);
    desk.hidHost.tap(Usages.O);
    await bench.clock.settle();
    expect(tx.gadget.typed.at(-1)).toBe(Usages.O);
  });

  it('switches with all-up at the old computer, no key to the wrong one, and no black moment', async () => {
    const { desk, tx } = await deskAndComputer();
    const other = await bench.transmitter('0002');
    const old = await bench.connected(desk, tx);
    desk.hidHost.hold(Usages.LeftShift, Usages.A);
    await bench.clock.settle();
    const next = bench.route(desk, other);
    await bench.plan(desk, { route: old, attempt: bench.attempt(next) });
    await bench.pass(50);
    expect(desk.output.now?.stream).toBe(2);
    expect(tx.gadget.held).toEqual([]);
    expect(other.gadget.typed).toEqual([]);
    desk.hidHost.hold();
    desk.hidHost.tap(Usages.O);
    await bench.plan(desk, { route: next });
    expect(other.gadget.typed).toEqual([Usages.O]);
    expect(tx.gadget.typed).not.toContain(Usages.O);
    expect(desk.output.history).not.toContain(null);
    await bench.pass(5000);
    expect(tx.capture.running).toBe(false);
    expect(other.capture.running).toBe(true);
  });

  it('stays when an attempt finds nobody, which fails as link-failed within two seconds', async () => {
    const { desk, tx } = await deskAndComputer();
    const other = await bench.transmitter('0002');
    const old = await bench.connected(desk, tx);
    bench.network.unplug(other.name);
    const next = bench.route(desk, other);
    await bench.plan(desk, { route: old, attempt: bench.attempt(next) });
    await bench.pass(1950);
    expect(bench.manager.reports(desk.fingerprint)).toContainEqual({
      route: next.id,
      generation: next.generation,
      status: { type: 'failed', reason: 'link-failed' },
    });
    await bench.plan(desk, { route: old });
    desk.hidHost.tap(Usages.A);
    await bench.clock.settle();
    expect(tx.gadget.typed).toEqual([Usages.A]);
    expect(desk.output.now?.stream).toBe(1);
  });

  it('fails as no-signal where the computer sleeps, and passes keys there when the operator insists', async () => {
    const { desk, tx } = await deskAndComputer();
    tx.capture.state({ type: 'no-signal' });
    const first = bench.route(desk, tx);
    await bench.plan(desk, { attempt: bench.attempt(first) });
    await bench.pass(20);
    expect(bench.manager.reports(desk.fingerprint)[0]?.status).toEqual({ type: 'failed', reason: 'no-signal' });
    const second = bench.route(desk, tx);
    await bench.plan(desk, { attempt: bench.attempt(second, { withoutPicture: true }) });
    await bench.pass(20);
    await bench.plan(desk, { route: second });
    desk.hidHost.tap(Usages.A);
    await bench.clock.settle();
    expect(tx.gadget.typed).toEqual([Usages.A]);
    tx.capture.state({ type: 'signal', mode: { width: 1, height: 1, rate: 60 } });
    await bench.pass(20);
    expect(desk.output.now?.stream).toBe(1);
  });

  it('passes no key in mode view', async () => {
    const { desk, tx } = await deskAndComputer();
    const route = bench.route(desk, tx, { mode: 'view' });
    await bench.plan(desk, { route });
    await bench.pass(20);
    desk.hidHost.hold(Usages.A);
    await bench.pass(20);
    expect(desk.output.now?.stream).toBe(1);
    expect(tx.gadget.typed).toEqual([]);
  });

  it('becomes view-only when the plan says so, with all-up at once', async () => {
    const { desk, tx } = await deskAndComputer();
    const route = await bench.connected(desk, tx);
    desk.hidHost.hold(Usages.A);
    await bench.clock.settle();
    await bench.plan(desk, { route: { ...route, mode: 'view' } });
    desk.hidHost.hold(Usages.A, Usages.O);
    await bench.clock.settle();
    expect(tx.gadget.held).toEqual([]);
    expect(tx.gadget.typed).toEqual([Usages.A]);
  });

  it('shows the computer’s LEDs on the desk’s keyboard', async () => {
    const { desk, tx } = await deskAndComputer();
    await bench.connected(desk, tx);
    const leds = { numLock: true, capsLock: false, scrollLock: false };
    tx.gadget.tell({ type: 'leds', leds });
    await bench.clock.settle();
    expect(desk.hidHost.leds).toEqual(leds);
    await bench.plan(desk, {});
    expect(desk.hidHost.leds.numLock).toBe(false);
  });

  it('ends with the plan: all-up, stand-by, and the encoder at rest', async () => {
    const { desk, tx } = await deskAndComputer();
    await bench.connected(desk, tx);
    desk.hidHost.hold(Usages.A);
    await bench.clock.settle();
    await bench.plan(desk, { operator: null });
    await bench.pass(20);
    expect(tx.gadget.held).toEqual([]);
    expect(desk.output.now).toBeNull();
    expect(tx.capture.running).toBe(false);
  });

  it('that the transmitter’s plan lists no more is ended there, and its ticket opens nothing again', async () => {
    const { desk, tx } = await deskAndComputer();
    await bench.connected(desk, tx);
    desk.hidHost.hold(Usages.A);
    await bench.clock.settle();
    bench.nextGeneration();
    await bench.planTransmitter(tx, []);
    expect(tx.gadget.held).toEqual([]);
    desk.hidHost.hold();
    await bench.pass(10_000);
    desk.hidHost.tap(Usages.O);
    await bench.clock.settle();
    expect(tx.gadget.typed).toEqual([Usages.A]);
    expect(tx.capture.running).toBe(false);
  });

  it('goes on without the manager, which comes back and finds it', async () => {
    const { desk, tx } = await deskAndComputer();
    const route = await bench.connected(desk, tx);
    bench.network.unplug('manager');
    await bench.pass(10_000);
    tx.capture.paint(5);
    desk.hidHost.tap(Usages.A);
    await bench.pass(20);
    expect(desk.output.now?.picture).toBe(5);
    expect(tx.gadget.typed).toEqual([Usages.A]);
    bench.network.plug('manager');
    await bench.pass(40_000);
    const status = { type: 'live', picture: true };
    expect(bench.manager.sessions.get(desk.fingerprint)?.hello.routes).toEqual([
      { route: route.id, generation: route.generation, status },
    ]);
    expect(bench.manager.sessions.get(tx.fingerprint)?.hello.routes).toHaveLength(1);
    expect(bench.manager.sessions.get(desk.fingerprint)?.hello.session).toBe('session');
  });
});

describe('a transmitter', () => {
  it('takes a route back whose attempt at the same computer failed', async () => {
    const { desk, tx } = await deskAndComputer();
    const old = bench.route(desk, tx, { mode: 'view' });
    await bench.planTransmitter(tx, [{ route: old, receiver: desk }]);
    await bench.plan(desk, { route: old });
    await bench.pass(50);
    tx.capture.state({ type: 'no-signal' });
    await bench.pass(50);
    const next = bench.route(desk, tx);
    await bench.planTransmitter(tx, [
      { route: old, receiver: desk },
      { route: next, receiver: desk },
    ]);
    await bench.plan(desk, { route: old, attempt: bench.attempt(next) });
    await bench.pass(1000);
    expect(bench.manager.reports(desk.fingerprint)).toContainEqual({
      route: next.id,
      generation: next.generation,
      status: { type: 'failed', reason: 'no-signal' },
    });
    await bench.planTransmitter(tx, [{ route: old, receiver: desk }]);
    await bench.plan(desk, { route: old });
    await bench.pass(6000);
    const status = { type: 'live', picture: false };
    expect(bench.manager.reports(desk.fingerprint)).toEqual([{ route: old.id, generation: old.generation, status }]);
  });

  it('opens nothing before it knows from a plan which routes have ended', async () => {
    const { desk } = await deskAndComputer();
    const tx = await bench.transmitter('0002', { planned: false });
    const route = bench.route(desk, tx);
    await bench.plan(desk, { route });
    await bench.pass(1000);
    desk.hidHost.tap(Usages.A);
    await bench.clock.settle();
    expect(tx.gadget.typed).toEqual([]);
    await bench.planTransmitter(tx, [{ route, receiver: desk }]);
    await bench.pass(6000);
    desk.hidHost.tap(Usages.O);
    await bench.clock.settle();
    expect(tx.gadget.typed).toEqual([Usages.O]);
  });

  it('types for two receivers at once, each only its own keys', async () => {
    const { desk, tx } = await deskAndComputer();
    const second = await bench.receiver('5002');
    second.hidHost.plug('boot-keyboard');
    const one = bench.route(desk, tx);
    const two = bench.route(second, tx);
    await bench.planTransmitter(tx, [
      { route: one, receiver: desk },
      { route: two, receiver: second },
    ]);
    await bench.plan(desk, { route: one });
    await bench.plan(second, { route: two });
    await bench.pass(50);
    desk.hidHost.hold(Usages.A);
    second.hidHost.hold(Usages.O);
    await bench.clock.settle();
    expect(new Set(tx.gadget.held)).toEqual(new Set([Usages.A, Usages.O]));
    await bench.plan(second, {});
    expect(tx.gadget.held).toEqual([Usages.A]);
  });

  it.each<[string, (at: Awaited<ReturnType<typeof deskAndComputer>>) => ReturnType<Bench['route']>]>([
    ['given to another receiver', ({ desk, tx }) => bench.route({ ...desk, fingerprint: tx.fingerprint }, tx)],
    ['that has expired', ({ desk, tx }) => bench.route(desk, tx, { expiresAt: 1 })],
    [
      'for another transmitter',
      ({ desk, tx }) => {
        const fake = { ...tx, fingerprint: desk.fingerprint };
        return { ...bench.route(desk, tx), ticket: bench.route(desk, fake).ticket };
      },
    ],
    [
      'whose signature is wrong',
      ({ desk, tx }) => {
        const route = bench.route(desk, tx);
        return { ...route, ticket: { ...route.ticket, signature: new Uint8Array(64) } };
      },
    ],
  ])('refuses a ticket %s', async (_name, make) => {
    const at = await deskAndComputer();
    const route = make(at);
    await bench.plan(at.desk, { attempt: bench.attempt(route) });
    await bench.pass(2000);
    at.desk.hidHost.tap(Usages.A);
    await bench.clock.settle();
    expect(bench.manager.reports(at.desk.fingerprint)[0]?.status).toEqual({ type: 'failed', reason: 'link-failed' });
    expect(at.desk.output.history).toEqual([]);
    expect(at.tx.gadget.typed).toEqual([]);
  });

  it('has every key up at the start, and again when the computer enumerates it anew', async () => {
    const { desk, tx } = await deskAndComputer();
    expect(tx.gadget.keyboards.at(0)).toEqual(new Uint8Array(8));
    await bench.connected(desk, tx);
    desk.hidHost.hold(Usages.A);
    await bench.clock.settle();
    tx.gadget.tell({ type: 'host', state: 'unplugged' });
    tx.gadget.tell({ type: 'host', state: 'awake' });
    expect(tx.gadget.held).toEqual([]);
  });
});

describe('an old plan', () => {
  it('is refused, and what was obeyed stays', async () => {
    const { desk, tx } = await deskAndComputer();
    const before = bench.nextGeneration();
    const route = await bench.connected(desk, tx);
    await bench.plan(desk, { generation: before });
    desk.hidHost.tap(Usages.A);
    await bench.clock.settle();
    expect(desk.output.now?.stream).toBe(1);
    expect(tx.gadget.typed).toEqual([Usages.A]);
    expect(desk.memory.highestGeneration).toBe(route.generation);
  });
});

async function deskAndComputer() {
  const desk = await bench.receiver('5001');
  const tx = await bench.transmitter('0001');
  desk.hidHost.plug('boot-keyboard');
  await bench.plan(desk, {});
  return { desk, tx };
}
