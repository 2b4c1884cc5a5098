import { encodeBootKeyboard, encodeWideMouse, type Usage, Usages } from '@seatmatrix/protocol/domain';
import { Fault, milliseconds, silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { expect, test, vi } from 'vitest';
import type { HidGadgetEvent } from '../hid-gadget.ts';
import { openCh9329Gadget } from './ch9329-gadget.ts';
import { type ChipBench, openChipBench } from './testing/chip-bench.ts';

const { A, O, Enter, LeftShift } = Usages;

function listen(bench: ChipBench): HidGadgetEvent[] {
  const events: HidGadgetEvent[] = [];
  bench.driver.listen((event) => events.push(event));
  return events;
}

const states = (events: readonly HidGadgetEvent[]) =>
  events.flatMap((event) => (event.type === 'host' ? [event.state] : []));

test.each([9600, 57_600])('a chip set to %i baud is found by itself', async (baud) => {
  await using bench = await openChipBench({ baud });
  expect(states(listen(bench))).toEqual(['awake']);
});

test('a rate that is given is the only one tried', async () => {
  await using bench = await openChipBench({ baud: 9600, query: '?baud=115200' });
  expect(states(listen(bench))).toEqual(['unplugged']);
});

test('every stroke of a fast hand arrives', async () => {
  await using bench = await openChipBench();
  listen(bench);
  await bench.settle();
  const before = bench.keysSeen.length;
  for (const key of [A, O, Enter, A]) {
    bench.driver.writeKeyboard(encodeBootKeyboard([key]));
    bench.driver.writeKeyboard(encodeBootKeyboard([]));
  }
  await bench.settle();
  const strokes = bench.keysSeen.slice(before).flatMap((keys) => [...keys]);
  expect(strokes).toEqual([A, O, Enter, A]);
});

test.each([
  { name: 'the answer is lost', fault: { type: 'lost-answer' } },
  { name: 'the command is lost', fault: { type: 'lost-command' } },
  { name: 'the answer has a wrong sum', fault: { type: 'wrong-sum' } },
  { name: 'the chip heard a wrong sum', fault: { type: 'refusal', status: 0xe4 } },
  { name: 'the chip timed out', fault: { type: 'refusal', status: 0xe1 } },
  { name: 'the chip could not hand it over', fault: { type: 'refusal', status: 0xe6 } },
] as const)('keys come down and up although $name', async ({ fault }) => {
  await using bench = await openChipBench();
  const events = listen(bench);
  await bench.settle();
  bench.driver.writeKeyboard(encodeBootKeyboard([LeftShift, A]));
  bench.chip.faults.push(fault);
  const held = (keys: readonly Usage[]) => {
    expect(bench.chip.faults).toEqual([]);
    expect(bench.computer.keys()).toEqual(new Set(keys));
  };
  await vi.waitFor(() => held([LeftShift, A]), { timeout: 10_000 });
  // Three in a row would be a chip that is gone.
  await bench.settle();
  bench.chip.faults.push(fault, fault);
  bench.driver.writeKeyboard(encodeBootKeyboard([]));
  await vi.waitFor(() => held([]), { timeout: 10_000 });
  await bench.settle();
  expect(states(events)).toEqual(['awake']);
});

test('noise on the line costs nothing', async () => {
  await using bench = await openChipBench();
  const events = listen(bench);
  await bench.settle();
  for (let round = 0; round < 20; round++) {
    bench.chip.noise(Uint8Array.of(0x57, 0xab, 0x00, 0x82, round, 0xff, 0x57, 0x00, 0xab));
    bench.driver.writeRelativePointer(encodeWideMouse({ buttons: 0, dx: 10, dy: 0, wheel: 0, tilt: 0 }));
  }
  bench.driver.writeKeyboard(encodeBootKeyboard([A]));
  await bench.settle();
  expect(bench.computer.keys()).toEqual(new Set([A]));
  expect(states(events)).toEqual(['awake']);
});

test('a chip that takes its time is waited for', async () => {
  await using bench = await openChipBench();
  const events = listen(bench);
  bench.chip.delay = milliseconds(60);
  bench.driver.writeKeyboard(encodeBootKeyboard([A]));
  bench.driver.writeKeyboard(encodeBootKeyboard([]));
  bench.driver.writeKeyboard(encodeBootKeyboard([O]));
  await bench.settle();
  expect(bench.computer.keys()).toEqual(new Set([O]));
  expect(states(events)).toEqual(['awake']);
});

test('a chip that loses its power is unplugged, and comes back all up and then as it was', async () => {
  await using bench = await openChipBench();
  const events = listen(bench);
  bench.driver.writeKeyboard(encodeBootKeyboard([A]));
  await bench.settle();
  bench.chip.powerOff();
  await vi.waitFor(() => expect(states(events)).toEqual(['awake', 'unplugged']), { timeout: 10_000 });
  expect(bench.computer.keys()).toEqual(new Set());
  const before = bench.keysSeen.length;
  bench.chip.powerOn();
  await vi.waitFor(() => expect(bench.computer.keys()).toEqual(new Set([A])), { timeout: 10_000 });
  expect(states(events)).toEqual(['awake', 'unplugged', 'awake']);
  expect(bench.keysSeen[before]).toEqual(new Set());
});

test('an adapter that is pulled is unplugged, and comes back by itself', async () => {
  await using bench = await openChipBench();
  const events = listen(bench);
  await bench.settle();
  bench.socket.unplug();
  await vi.waitFor(() => expect(states(events)).toEqual(['awake', 'unplugged']), { timeout: 10_000 });
  bench.driver.writeKeyboard(encodeBootKeyboard([O]));
  bench.socket.plug();
  await vi.waitFor(() => expect(bench.computer.keys()).toEqual(new Set([O])), { timeout: 10_000 });
  expect(states(events)).toEqual(['awake', 'unplugged', 'awake']);
});

test.each([
  ['/dev/ttyUSB99', 'device-absent'],
  ['COM1', 'configuration-invalid'],
  ['/dev/ttyUSB0?baud=fast', 'configuration-invalid'],
  ['/dev/ttyUSB0?baud=1234', 'configuration-invalid'],
])('%s is refused as %s', async (url, code) => {
  const thrown = await openCh9329Gadget({ url, clock: systemClock, log: silentLog }).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(Fault);
  expect(thrown).toMatchObject({ code });
});
