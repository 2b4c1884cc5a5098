import { Usages } from '@seatmatrix/protocol/domain';
import { milliseconds } from '@seatmatrix/protocol/kernel';
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

describe('a desk at an H.264 source', () => {
  it('has its picture as SRTP, and no media socket', async () => {
    const { desk, tx } = await deskAndComputer();
    const opened: string[] = [];
    bench.network.intercept((_frame, { path }) => {
      opened.push(path);
      return 'pass';
    });
    tx.capture.paint(3);
    await bench.connected(desk, tx);
    expect(desk.output.now?.picture).toBe(3);
    tx.capture.paint(4);
    await bench.pass(20);
    expect(desk.output.now?.picture).toBe(4);
    expect(opened).toContain('/peer');
    expect(opened).not.toContain('/media');
  });

  it('switches to another without a black moment, and the old one is encoded no more', async () => {
    const { desk, tx } = await deskAndComputer();
    const other = await bench.transmitter('0002', { codec: 'h264' });
    tx.capture.paint(10);
    other.capture.paint(20);
    const old = await bench.connected(desk, tx);
    const next = bench.route(desk, other);
    await bench.plan(desk, { route: old, attempt: bench.attempt(next) });
    await bench.pass(50);
    expect(desk.output.now?.picture).toBe(20);
    expect(desk.output.history).not.toContain(null);
    await bench.plan(desk, { route: next });
    await bench.pass(50);
    expect([tx.capture.running, other.capture.running]).toEqual([false, true]);
  });

  it('shows the old one again, which has the keys, when the new one is taken back after it was shown', async () => {
    const { desk, tx } = await deskAndComputer();
    const other = await bench.transmitter('0002', { codec: 'h264' });
    tx.capture.paint(10);
    other.capture.paint(20);
    const old = await bench.connected(desk, tx);
    await bench.plan(desk, { route: old, attempt: bench.attempt(bench.route(desk, other)) });
    await bench.pass(50);
    expect(desk.output.now?.picture).toBe(20);
    await bench.plan(desk, { route: old });
    await bench.pass(50);
    desk.hidHost.tap(Usages.A);
    await bench.clock.settle();
    expect(tx.gadget.typed).toEqual([Usages.A]);
    expect(desk.output.now?.picture).toBe(10);
  });

  it('switches between jpeg on its socket and H.264', async () => {
    const { desk, tx } = await deskAndComputer();
    const simulated = await bench.transmitter('0002');
    tx.capture.paint(10);
    simulated.capture.paint(20);
    const old = await bench.connected(desk, tx);
    const next = bench.route(desk, simulated);
    await bench.plan(desk, { route: old, attempt: bench.attempt(next) });
    await bench.pass(50);
    await bench.plan(desk, { route: next });
    expect(desk.output.now?.picture).toBe(20);
    await bench.plan(desk, { route: next, attempt: bench.attempt(bench.route(desk, tx)) });
    await bench.pass(50);
    expect(desk.output.now?.picture).toBe(10);
  });

  it('says that the picture stands still when UDP alone is blocked, and passes keys all the same', async () => {
    const { desk, tx } = await deskAndComputer();
    await bench.connected(desk, tx);
    bench.datagrams.cut(tx.name, desk.name);
    await bench.pass(3600);
    expect(desk.overlay.text).toContain('画面停滞,正在恢复…');
    desk.hidHost.tap(Usages.A);
    await bench.clock.settle();
    expect(tx.gadget.typed).toEqual([Usages.A]);
    tx.capture.paint(7);
    bench.datagrams.heal(tx.name, desk.name);
    await bench.pass(1000);
    expect(desk.overlay.text).not.toContain('画面停滞,正在恢复…');
    expect(desk.output.now?.picture).toBe(7);
  });

  it('fails to connect within its limit when UDP is blocked from the start, and keeps the old picture', async () => {
    const { desk, tx } = await deskAndComputer();
    const other = await bench.transmitter('0002', { codec: 'h264' });
    tx.capture.paint(1);
    const old = await bench.connected(desk, tx);
    bench.datagrams.cut(other.name, desk.name);
    const next = bench.route(desk, other);
    await bench.plan(desk, { route: old, attempt: bench.attempt(next) });
    await bench.pass(1950);
    expect(bench.manager.reports(desk.fingerprint)).toContainEqual(
      expect.objectContaining({ route: next.id, status: { type: 'failed', reason: 'link-failed' } }),
    );
    expect(desk.output.now?.picture).toBe(1);
  });

  it('reports loss, jitter and delay, and its transmitter those of the worst desk', async () => {
    const { desk, tx } = await deskAndComputer();
    bench.datagrams.impair(tx.name, desk.name, { loss: 0.2, delay: milliseconds(10) });
    await bench.connected(desk, tx);
    for (let picture = 1; picture <= 900; picture++) {
      tx.capture.paint(picture);
      await bench.pass(16);
    }
    await bench.pass(10_000);
    const seen = bench.manager.boxReports(desk.fingerprint).flatMap(({ reception }) => reception ?? []);
    expect(Math.max(...seen.map(({ loss }) => loss))).toBeGreaterThan(0.05);
    const [latest] = bench.manager.boxReports(desk.fingerprint).slice(-1);
    expect(latest?.delay).toBeGreaterThan(3);
    const told = bench.manager.boxReports(tx.fingerprint).flatMap(({ reception }) => reception ?? []);
    expect(told.length).toBeGreaterThan(0);
  });
});

describe('a cut between desk and computer', () => {
  it('of less than a second loses no key and releases none', async () => {
    const { desk, tx } = await deskAndComputer();
    await bench.connected(desk, tx);
    desk.hidHost.hold(Usages.LeftShift);
    await bench.pass(300);
    bench.network.cut(desk.name, tx.name);
    await bench.pass(400);
    desk.hidHost.hold(Usages.LeftShift, Usages.A);
    desk.hidHost.hold(Usages.LeftShift);
    await bench.pass(450);
    bench.network.heal(desk.name, tx.name);
    await bench.pass(2000);
    expect(tx.gadget.typed).toEqual([Usages.LeftShift, Usages.A]);
    expect(tx.gadget.held).toEqual([Usages.LeftShift]);
    expect(desk.overlay.text).not.toContain('信号中断期间的按键未发送,请重新输入');
    desk.hidHost.hold();
    await bench.clock.settle();
  });

  it('of more has all keys up at both ends, drops what was typed in it as a whole, and says so', async () => {
    const { desk, tx } = await deskAndComputer();
    await bench.connected(desk, tx);
    desk.hidHost.hold(Usages.A);
    await bench.pass(300);
    bench.network.cut(desk.name, tx.name);
    await bench.pass(400);
    desk.hidHost.hold();
    desk.hidHost.tap(Usages.O);
    await bench.pass(900);
    expect(tx.gadget.held).toEqual([]);
    expect(desk.overlay.text).toContain('信号中断期间的按键未发送,请重新输入');
    await bench.pass(10_000);
    expect(desk.overlay.text).not.toContain('信号中断期间的按键未发送,请重新输入');
    desk.hidHost.tap(Usages.Space);
    await bench.clock.settle();
    expect(desk.overlay.text).toContain('信号中断期间的按键未发送,请重新输入');
    bench.network.heal(desk.name, tx.name);
    await bench.pass(12_000);
    expect(tx.gadget.typed).toEqual([Usages.A]);
    desk.hidHost.tap(Usages.Enter);
    await bench.clock.settle();
    expect(tx.gadget.typed).toEqual([Usages.A, Usages.Enter]);
  });
});

async function deskAndComputer() {
  const desk = await bench.receiver('5001');
  const tx = await bench.transmitter('0001', { codec: 'h264' });
  desk.hidHost.plug('boot-keyboard');
  await bench.plan(desk, {});
  return { desk, tx };
}
