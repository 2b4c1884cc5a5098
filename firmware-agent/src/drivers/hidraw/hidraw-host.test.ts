import { encodeBootKeyboard, LEDS_OFF, Usages } from '@seatmatrix/protocol/domain';
import { type Log, seconds, silentLog } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { describe, expect, test } from 'vitest';
import type { HidHostEvent } from '../hid-host.ts';
import { HidrawHost } from './hidraw-host.ts';
import { FakeDesk } from './testing/fake-desk.ts';
import { LENOVO_FOLIO, QEMU_KEYBOARD, QEMU_MOUSE } from './testing/real-devices.ts';

/** A joystick, which a desk has no use for. */
const JOYSTICK = Uint8Array.from(
  Buffer.from('05010904a10109300931150026ff007508950281 02c0'.replaceAll(' ', ''), 'hex'),
);

describe('the devices of a desk', () => {
  test('are those with keys or a pointer, each collection of its own', async () => {
    await using bench = await openBench((desk) => {
      desk.plug({ descriptor: QEMU_KEYBOARD, name: 'QEMU USB Keyboard' });
      desk.plug({ descriptor: JOYSTICK });
      desk.plug({ descriptor: LENOVO_FOLIO, name: 'Lenovo' });
    });
    expect(bench.attached()).toEqual([
      ['QEMU USB Keyboard', 'boot-keyboard'],
      ['Lenovo', 'wide-mouse'],
      ['Lenovo', 'consumer-control'],
      ['Lenovo', 'key-bitmap'],
    ]);
  });

  test('come and go with the cable', async () => {
    await using bench = await openBench();
    const keyboard = bench.desk.plug({ descriptor: QEMU_KEYBOARD });
    await bench.clock.advance(seconds(1));
    keyboard.send(encodeBootKeyboard([Usages.A]));
    keyboard.unplug();
    await bench.clock.advance(seconds(1));
    expect(bench.events.map(({ type }) => type)).toEqual(['attached', 'report', 'detached']);
    expect(bench.desk.files.size).toBe(0);
  });

  test('that stop answering are let go at once, and taken again', async () => {
    await using bench = await openBench();
    const keyboard = bench.desk.plug({ descriptor: QEMU_KEYBOARD });
    await bench.clock.advance(seconds(1));
    keyboard.break('device disconnected');
    expect(bench.events.at(-1)?.type).toBe('detached');
    await bench.clock.advance(seconds(1));
    expect(bench.events.at(-1)?.type).toBe('attached');
  });

  test('with a malformed descriptor are said once and left alone', async () => {
    await using bench = await openBench((desk) => desk.plug({ descriptor: Uint8Array.of(0xc0) }));
    await bench.clock.advance(seconds(10));
    expect(bench.warnings).toEqual(['a device is not used: a collection ends that was not begun']);
    expect(bench.attached()).toEqual([]);
  });
});

describe("the box's own kernel", () => {
  test('is kept from every device of the desk, and gets it back', async () => {
    const bench = await openBench();
    const keyboard = bench.desk.plug({ descriptor: QEMU_KEYBOARD });
    const joystick = bench.desk.plug({ descriptor: JOYSTICK });
    await bench.clock.advance(seconds(1));
    expect([keyboard.inhibited(), joystick.inhibited()]).toEqual(['1', '0']);
    await bench.host[Symbol.asyncDispose]();
    expect(keyboard.inhibited()).toBe('0');
    await bench[Symbol.asyncDispose]();
  });

  test('gets back what a killed agent kept from it', async () => {
    const desk = new FakeDesk();
    const keyboard = desk.plug({ descriptor: QEMU_KEYBOARD });
    keyboard.inhibit('1');
    const bench = await openBench(() => undefined, desk);
    await bench[Symbol.asyncDispose]();
    expect(bench.released).toEqual([['0']]);
  });

  test('that cannot be kept from it is said, and the keys are read all the same', async () => {
    await using bench = await openBench((desk) => desk.plug({ descriptor: QEMU_KEYBOARD }).forgetInhibited());
    expect(bench.warnings).toEqual([expect.stringMatching(/^the box itself acts on what is typed: .*Linux 5\.11/)]);
    expect(bench.attached()).toHaveLength(1);
  });
});

test('Ctrl+Alt+Del does not reboot the box when udev is a moment late with a plugged-in keyboard', async () => {
  await using bench = await openBench();
  const keyboard = bench.desk.plug({ descriptor: QEMU_KEYBOARD });
  keyboard.forgetInhibited();
  await bench.clock.advance(seconds(2));
  expect(bench.warnings).toHaveLength(1);
  keyboard.inhibit('0');
  await bench.clock.advance(seconds(1));
  expect(keyboard.inhibited()).toBe('1');
});

describe('a device that cannot be had', () => {
  test.each(['device-denied', 'device-busy'] as const)('keeps the program from starting: %s', async (code) => {
    using desk = new FakeDesk();
    const first = desk.plug({ descriptor: QEMU_MOUSE });
    const { path } = desk.plug({ descriptor: QEMU_KEYBOARD });
    desk.refusals.set(path, code);
    await expect(startHost(desk)).rejects.toMatchObject({ code });
    expect(first.inhibited()).toBe('0');
    expect(desk.files.size).toBe(0);
  });

  test('later is said once, left to the kernel, and taken when it can be had', async () => {
    await using bench = await openBench();
    const keyboard = bench.desk.plug({ descriptor: QEMU_KEYBOARD });
    bench.desk.refusals.set(keyboard.path, 'device-denied');
    await bench.clock.advance(seconds(5));
    expect(bench.warnings).toHaveLength(1);
    expect(keyboard.inhibited()).toBe('0');
    bench.desk.refusals.clear();
    await bench.clock.advance(seconds(1));
    expect(bench.attached()).toHaveLength(1);
  });

  test('because its file comes a moment after its place in /sys is not dead until it is plugged in anew', async () => {
    await using bench = await openBench();
    const keyboard = bench.desk.plug({ descriptor: QEMU_KEYBOARD });
    bench.desk.refusals.set(keyboard.path, 'device-absent');
    await bench.clock.advance(seconds(1));
    bench.desk.refusals.clear();
    await bench.clock.advance(seconds(1));
    expect(bench.attached()).toHaveLength(1);
    expect(bench.warnings).toEqual([]);
  });

  test('is none where the kernel has no hidraw, and that is said', async () => {
    using desk = new FakeDesk();
    await expect(startHost(desk, { root: `${desk.root}/dev` })).rejects.toMatchObject({ code: 'driver-unavailable' });
  });
});

test('lights go to what has lights, the newest alone where a device is slow, and go out at the end', async () => {
  const bench = await openBench();
  const keyboard = bench.desk.plug({ descriptor: QEMU_KEYBOARD });
  const mouse = bench.desk.plug({ descriptor: QEMU_MOUSE });
  await bench.clock.advance(seconds(1));
  const before = keyboard.written().length;
  bench.host.setLeds({ ...LEDS_OFF, numLock: true });
  bench.host.setLeds({ ...LEDS_OFF, scrollLock: true });
  bench.host.setLeds({ ...LEDS_OFF, capsLock: true });
  await bench.clock.settle();
  const written = keyboard.written();
  expect(written.slice(before)).toEqual([
    [0, 1],
    [0, 2],
  ]);
  expect(mouse.written()).toEqual([]);
  await bench.host[Symbol.asyncDispose]();
  expect(written.at(-1)).toEqual([0, 0]);
  await bench[Symbol.asyncDispose]();
});

async function startHost(desk: FakeDesk, { root = desk.root, log = silentLog, clock = new VirtualClock() } = {}) {
  const hold = async () => ({ [Symbol.asyncDispose]: async () => undefined });
  return HidrawHost.start({ root, clock, log, openFile: desk.open, hold, watch: () => null });
}

async function openBench(prepare: (desk: FakeDesk) => unknown = () => undefined, desk = new FakeDesk()) {
  prepare(desk);
  const warnings: string[] = [];
  const log: Log = { ...silentLog, warn: (message) => void warnings.push(message), child: () => log };
  const clock = new VirtualClock();
  const host = await startHost(desk, { log, clock });
  const events: HidHostEvent[] = [];
  host.listen((event) => events.push(event));
  const released: string[][] = [];
  return {
    desk,
    host,
    clock,
    events,
    warnings,
    released,
    attached: () =>
      events.flatMap((event) => (event.type === 'attached' ? [[event.device.name, event.device.layout]] : [])),
    async [Symbol.asyncDispose]() {
      await host[Symbol.asyncDispose]();
      released.push(desk.inhibitions());
      desk[Symbol.dispose]();
    },
  };
}
