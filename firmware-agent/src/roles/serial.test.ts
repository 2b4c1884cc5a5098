import { DEFAULT_SOURCE_SETTINGS, type SerialSettings } from '@seatmatrix/protocol/domain';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Bench, type BenchReceiver, type BenchTransmitter } from './testing/bench.ts';

const FAST: SerialSettings = { ...DEFAULT_SOURCE_SETTINGS.serial, baud: 115_200, parity: 'even' };

let bench: Bench;

beforeEach(async () => {
  bench = new Bench();
  await bench.manager.start();
});

afterEach(() => bench.stop());

async function desk(id: string): Promise<BenchReceiver> {
  const receiver = await bench.receiver(id);
  await bench.plan(receiver, {});
  return receiver;
}

/** Shows the computer at the desks, in these modes. */
async function show(
  tx: BenchTransmitter,
  desks: readonly { readonly receiver: BenchReceiver; readonly mode?: 'shared' | 'view' }[],
): Promise<void> {
  const routes = desks.map(({ receiver, mode = 'shared' }) => ({
    receiver,
    route: bench.route(receiver, tx, { mode }),
  }));
  await bench.planTransmitter(tx, routes, { settings: { ...DEFAULT_SOURCE_SETTINGS, serial: FAST } });
  for (const { receiver, route } of routes) await bench.plan(receiver, { route });
  await bench.pass(50);
}

test("a desk's RS-232 is its computer's, and set alike", async () => {
  const receiver = await desk('5001');
  const tx = await bench.transmitter('0001');
  await show(tx, [{ receiver }]);
  expect(tx.serial.settings.at(-1)).toEqual(FAST);
  expect(receiver.serial.settings.at(-1)).toEqual(FAST);

  receiver.serial.say('show version\r');
  tx.serial.say('router#');
  await bench.clock.settle();
  expect(tx.serial.written).toBe('show version\r');
  expect(receiver.serial.written).toBe('router#');
});

test('all who are connected hear the computer, and who may only look writes nothing', async () => {
  const [one, other] = [await desk('5001'), await desk('5002')];
  const tx = await bench.transmitter('0001');
  await show(tx, [{ receiver: one }, { receiver: other, mode: 'view' }]);
  tx.serial.say('login:');
  other.serial.say('root');
  one.serial.say('admin');
  await bench.clock.settle();
  expect(one.serial.written).toBe('login:');
  expect(other.serial.written).toBe('login:');
  expect(tx.serial.written).toBe('admin');
});

test('nothing that waits on either line crosses a switch', async () => {
  const receiver = await desk('5001');
  const [tx, next] = [await bench.transmitter('0001'), await bench.transmitter('0002')];
  await show(tx, [{ receiver }]);
  tx.serial.reading = false;
  receiver.serial.reading = false;
  receiver.serial.say('erase startup-config\r');
  tx.serial.say('old');
  await bench.clock.settle();

  await show(next, [{ receiver }]);
  await bench.planTransmitter(tx, [], { settings: { ...DEFAULT_SOURCE_SETTINGS, serial: FAST } });
  await bench.pass(5000);
  tx.serial.reading = true;
  receiver.serial.reading = true;
  next.serial.say('new');
  receiver.serial.say('reload\r');
  await bench.clock.settle();
  expect(receiver.serial.written).toBe('new');
  expect(next.serial.written).toBe('reload\r');
  expect(tx.serial.written).toBe('');
});

test('bytes that come while a link is cut are gone, and flow again with the next link', async () => {
  const receiver = await desk('5001');
  const tx = await bench.transmitter('0001');
  await show(tx, [{ receiver }]);
  bench.network.cut(receiver.name, tx.name);
  await bench.pass(3000);
  receiver.serial.say('lost');
  tx.serial.say('lost');
  bench.network.heal(receiver.name, tx.name);
  tx.capture.paint(5);
  await bench.pass(12_000);
  receiver.serial.say('typed anew');
  tx.serial.say('heard anew');
  await bench.clock.settle();
  expect(tx.serial.written).toBe('typed anew');
  expect(receiver.serial.written).toBe('heard anew');
});
