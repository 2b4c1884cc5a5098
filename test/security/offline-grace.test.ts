import { DEFAULT_BOX_SETTINGS, type PlannedRoute, Usages } from '@seatmatrix/protocol/domain';
import { type Duration, milliseconds, minutes, seconds } from '@seatmatrix/protocol/kernel';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Bench, type BenchReceiver, type BenchTransmitter } from '../../firmware-agent/src/roles/testing/bench.ts';
import { tellFigure } from './scale.ts';

let bench: Bench;
let desk: BenchReceiver;
let tx: BenchTransmitter;
let route: PlannedRoute;

beforeEach(async () => {
  bench = new Bench();
  await bench.manager.start();
  desk = await bench.receiver('5001');
  tx = await bench.transmitter('0001');
  desk.hidHost.plug('boot-keyboard');
  // Longer than any grace: not its expiry ends it here.
  route = bench.route(desk, tx, { expiresAt: Number.MAX_SAFE_INTEGER });
  await bench.planTransmitter(tx, [{ route, receiver: desk }]);
  await bench.plan(desk, { route });
  await bench.pass(50);
});

afterEach(async () => {
  await bench.stop();
  expect(tx.gadget.held).toEqual([]);
});

async function grace(offlineGrace: Duration): Promise<void> {
  const settings = { ...DEFAULT_BOX_SETTINGS, offlineGrace };
  for (const { fingerprint } of [desk, tx]) bench.manager.tell(fingerprint, { type: 'settings', settings });
  await bench.pass(20);
}

async function reaches(): Promise<boolean> {
  const before = tx.gadget.typed.length;
  desk.hidHost.tap(Usages.A);
  await bench.pass(20);
  return tx.gadget.typed.length > before;
}

async function cut(): Promise<void> {
  bench.network.cut(desk.name, tx.name);
  await bench.pass(3000);
  bench.network.heal(desk.name, tx.name);
  await bench.pass(12_000);
}

const HOURS = 60;

test('A11 without the manager an open link goes on for twelve hours, and opens again after a cut; then it ends, and nothing opens', async ({
  task,
}) => {
  bench.network.unplug('manager');
  await bench.pass(minutes(11 * HOURS));
  expect(await reaches()).toBe(true);
  await cut();
  expect(await reaches()).toBe(true);
  desk.hidHost.hold(Usages.O);
  await bench.pass(20);
  await bench.pass(minutes(1 * HOURS));
  expect(tx.gadget.held).toEqual([]);
  desk.hidHost.hold();
  expect(await reaches()).toBe(false);
  await bench.pass(minutes(1));
  expect(await reaches()).toBe(false);
  // The picture that was there stays: nobody is blinded by a manager that is away.
  expect(desk.output.now).not.toBeNull();
  bench.network.plug('manager');
  await bench.pass(minutes(1));
  expect(await reaches()).toBe(true);
  tellFigure(task, 'open for 12 h, ended within 5 s of it, back by itself');
}, 60_000);

test('A11 a site that allows no time without its manager has every link ended as soon as that is noticed', async ({
  task,
}) => {
  await grace(milliseconds(0));
  expect(await reaches()).toBe(true);
  desk.hidHost.hold(Usages.O);
  await bench.pass(20);
  bench.network.unplug('manager');
  await bench.pass(seconds(4));
  expect(tx.gadget.held).toEqual([]);
  desk.hidHost.hold();
  expect(await reaches()).toBe(false);
  await bench.pass(seconds(30));
  expect(await reaches()).toBe(false);
  bench.network.plug('manager');
  await bench.pass(minutes(1));
  expect(await reaches()).toBe(true);
  tellFigure(task, 'grace 0: ended within 4 s');
});

test('A11 a manager that is back in time leaves every link as it was, and the time begins anew', async () => {
  await grace(minutes(10));
  for (let away = 0; away < 3; away++) {
    bench.network.unplug('manager');
    await bench.pass(minutes(8));
    expect(await reaches()).toBe(true);
    bench.network.plug('manager');
    await bench.pass(minutes(1));
    expect(await reaches()).toBe(true);
  }
});
