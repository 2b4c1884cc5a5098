import { fingerprint, Usages, usage } from '@seatmatrix/protocol/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Bench, type BenchReceiver } from './testing/bench.ts';

let bench: Bench;

beforeEach(async () => {
  bench = new Bench();
  await bench.manager.start();
});

afterEach(async () => {
  await bench.stop();
  for (const { gadget, name } of bench.transmitters) expect([name, gadget.held, gadget.buttons]).toEqual([name, [], 0]);
});

describe('a seat of two displays with one keyboard and mouse', () => {
  it('gives keys to the display that the pointer is on, and takes them back', async () => {
    const { left, leftTx, rightTx } = await seat();
    left.hidHost.tap(Usages.A);
    await bench.clock.settle();
    expect([leftTx.gadget.typed, rightTx.gadget.typed]).toEqual([[Usages.A], []]);
    await toTheRight(left);
    left.hidHost.tap(Usages.O);
    await bench.clock.settle();
    expect([leftTx.gadget.typed, rightTx.gadget.typed]).toEqual([[Usages.A], [Usages.O]]);
    await toTheLeft(left);
    left.hidHost.tap(Usages.Space);
    await bench.clock.settle();
    expect([leftTx.gadget.typed, rightTx.gadget.typed]).toEqual([[Usages.A, Usages.Space], [Usages.O]]);
  });

  it('lets go at the old display of what is held, and gives it to nobody', async () => {
    const { left, leftTx, rightTx } = await seat();
    left.hidHost.hold(Usages.LeftControl);
    await bench.clock.settle();
    expect(leftTx.gadget.held).toEqual([Usages.LeftControl]);
    await toTheRight(left);
    expect(leftTx.gadget.held).toEqual([]);
    left.hidHost.hold(Usages.LeftControl, Usages.A);
    await bench.clock.settle();
    expect(rightTx.gadget.held).toEqual([Usages.A]);
    left.hidHost.hold();
    await bench.clock.settle();
  });

  it('keeps a key down at the other display for as long as a finger rests on it', async () => {
    const { left, rightTx } = await seat();
    await toTheRight(left);
    left.hidHost.hold(Usages.A);
    await bench.pass(20_000);
    expect(rightTx.gadget.held).toEqual([Usages.A]);
    expect(rightTx.gadget.typed).toEqual([Usages.A]);
  });

  it('has all keys up and the focus back when the link between its displays is cut', async () => {
    const { left, right, leftTx, rightTx } = await seat();
    await toTheRight(left);
    left.hidHost.hold(Usages.A);
    await bench.clock.settle();
    bench.network.cut(left.name, right.name);
    await bench.pass(1400);
    expect(rightTx.gadget.held).toEqual([]);
    await bench.pass(500);
    left.hidHost.hold();
    left.hidHost.tap(Usages.O);
    await bench.clock.settle();
    expect(leftTx.gadget.typed).toEqual([]);
    left.hidHost.move({ dx: 1, dy: 0 });
    left.hidHost.tap(Usages.O);
    await bench.clock.settle();
    expect(leftTx.gadget.typed).toEqual([Usages.O]);
    bench.network.heal(left.name, right.name);
    await bench.pass(10_000);
    await toTheRight(left);
    left.hidHost.tap(Usages.Space);
    await bench.clock.settle();
    expect(rightTx.gadget.typed).toEqual([Usages.A, Usages.Space]);
  });

  it('goes on over a link that runs when the manager loses sight of the other display', async () => {
    const { left, right, leftTx, rightTx, seatPlan } = await seat();
    await toTheRight(left);
    left.hidHost.hold(Usages.A);
    await bench.plan(left, { ...seatPlan, offline: [right] });
    expect(rightTx.gadget.held).toEqual([Usages.A]);
    left.hidHost.hold();
    left.hidHost.tap(Usages.O);
    await bench.clock.settle();
    expect([leftTx.gadget.typed, rightTx.gadget.typed]).toEqual([[], [Usages.A, Usages.O]]);
  });

  it('hears no more of a box that another one replaced', async () => {
    const { left, right, rightTx, seatPlan } = await seat();
    await toTheRight(left);
    left.hidHost.hold(Usages.A);
    await bench.clock.settle();
    expect(rightTx.gadget.held).toEqual([Usages.A]);
    const successor = { ...left, fingerprint: fingerprint('e'.repeat(64)) };
    await bench.plan(right, { seat: [successor, right], route: seatPlan.rightRoute });
    expect(rightTx.gadget.held).toEqual([]);
    left.hidHost.hold(Usages.A, Usages.O);
    await bench.pass(2000);
    expect(rightTx.gadget.typed).toEqual([Usages.A]);
    left.hidHost.hold();
  });

  it('shows on its keyboard the LEDs of the computer in focus', async () => {
    const { left, leftTx, rightTx } = await seat();
    const [caps, num] = [
      { numLock: false, capsLock: true, scrollLock: false },
      { numLock: true, capsLock: false, scrollLock: false },
    ];
    leftTx.gadget.tell({ type: 'leds', leds: caps });
    rightTx.gadget.tell({ type: 'leds', leds: num });
    await bench.clock.settle();
    expect(left.hidHost.leds).toEqual(caps);
    await toTheRight(left);
    expect(left.hidHost.leds).toEqual(num);
  });

  it('moves by F7 and a digit, and opens the menu there', async () => {
    const { left, right, rightTx } = await seat();
    openMenu(left);
    await bench.clock.settle();
    expect(left.overlay.text).toContain('【连接】');
    left.hidHost.tap(Usages.F7);
    left.hidHost.tap(DIGIT_2);
    await bench.clock.settle();
    expect(left.overlay.text).not.toContain('【连接】');
    expect(right.overlay.text).toContain('【连接】');
    left.hidHost.tap(Usages.Escape);
    left.hidHost.tap(Usages.A);
    await bench.clock.settle();
    expect(right.overlay.text).not.toContain('【连接】');
    expect(rightTx.gadget.typed).toEqual([Usages.A]);
    openMenu(left);
    await bench.clock.settle();
    left.hidHost.tap(Usages.F7);
    left.hidHost.tap(Usages.Digit1);
    await bench.clock.settle();
    expect(left.overlay.text).toContain('【连接】');
    expect(right.overlay.text).not.toContain('【连接】');
  });

  it('follows the keyboard that was moved last when there are two', async () => {
    const { left, right, leftTx, rightTx } = await seat();
    right.hidHost.plug('boot-keyboard');
    right.hidHost.plug('absolute-pointer');
    await bench.pass(500);
    right.hidHost.place({ x: 100, y: 100 });
    right.hidHost.tap(Usages.A);
    await bench.clock.settle();
    expect(rightTx.gadget.typed).toEqual([Usages.A]);
    left.hidHost.tap(Usages.O);
    await bench.clock.settle();
    expect(rightTx.gadget.typed).toEqual([Usages.A, Usages.O]);
    await toTheLeft(left);
    right.hidHost.tap(Usages.Space);
    await bench.clock.settle();
    expect(leftTx.gadget.typed).toEqual([Usages.Space]);
  });

  it('refuses keys of a receiver that is not of the seat', async () => {
    const { left, right, rightTx } = await seat();
    const stranger = await bench.receiver('5009');
    stranger.hidHost.plug('boot-mouse');
    stranger.hidHost.plug('boot-keyboard');
    await bench.plan(stranger, { seat: [stranger, right] });
    await bench.pass(5000);
    await toTheRight(stranger);
    stranger.hidHost.tap(Usages.A);
    await bench.clock.settle();
    expect(rightTx.gadget.typed).toEqual([]);
    left.hidHost.tap(Usages.A);
    await bench.clock.settle();
  });

  it('signs out after its idle minutes without input', async () => {
    const { left, seatPlan } = await seat();
    bench.manager.answer = () => ({ type: 'sign-out-answer' });
    await bench.plan(left, { ...seatPlan, idleMinutes: 1 });
    left.hidHost.tap(Usages.A);
    await bench.pass(50_000);
    left.hidHost.tap(Usages.A);
    await bench.pass(50_000);
    expect(bench.manager.requests).toEqual([]);
    await bench.pass(11_000);
    expect(bench.manager.requests).toEqual([{ type: 'sign-out', reason: 'idle' }]);
  });

  it('stays signed in while one of its two keyboards is used', async () => {
    const { left, right, seatPlan } = await seat();
    right.hidHost.plug('boot-keyboard');
    bench.manager.answer = () => ({ type: 'sign-out-answer' });
    await bench.plan(left, { ...seatPlan, idleMinutes: 1 });
    await bench.plan(right, { seat: seatPlan.seat, route: seatPlan.rightRoute, idleMinutes: 1 });
    await bench.pass(500);
    right.hidHost.tap(Usages.A);
    for (let use = 0; use < 4; use++) {
      await bench.pass(30_000);
      left.hidHost.tap(Usages.A);
    }
    expect(bench.manager.requests).toEqual([]);
    await bench.pass(61_000);
    expect(bench.manager.requests).toEqual([{ type: 'sign-out', reason: 'idle' }]);
  });
});

const DIGIT_2 = usage(Usages.Digit1 + 1);

function openMenu(receiver: BenchReceiver): void {
  receiver.hidHost.tap(Usages.LeftShift);
  receiver.hidHost.tap(Usages.RightShift);
  receiver.hidHost.tap(Usages.O);
}

async function toTheRight(receiver: BenchReceiver): Promise<void> {
  for (let step = 0; step < 12; step++) receiver.hidHost.move({ dx: 127, dy: 0 });
  await bench.clock.settle();
}

async function toTheLeft(receiver: BenchReceiver): Promise<void> {
  for (let step = 0; step < 12; step++) receiver.hidHost.move({ dx: -127, dy: 0 });
  await bench.clock.settle();
}

/** Two displays, each with a computer of its own; keyboard and mouse at the left one. */
async function seat() {
  const left = await bench.receiver('5001');
  const right = await bench.receiver('5002');
  const leftTx = await bench.transmitter('0001');
  const rightTx = await bench.transmitter('0002');
  left.hidHost.plug('boot-keyboard');
  left.hidHost.plug('boot-mouse');
  const displays = [left, right];
  const [leftRoute, rightRoute] = [bench.route(left, leftTx), bench.route(right, rightTx)];
  const seatPlan = { seat: displays, route: leftRoute, rightRoute };
  await bench.plan(left, seatPlan);
  await bench.plan(right, { seat: displays, route: rightRoute });
  await bench.pass(500);
  return { left, right, leftTx, rightTx, seatPlan };
}
