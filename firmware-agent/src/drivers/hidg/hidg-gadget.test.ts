import {
  consumerUsage,
  encodeAbsolutePointer,
  encodeBootKeyboard,
  encodeConsumerControl,
  encodeWideMouse,
  LEDS_OFF,
  Usages,
} from '@seatmatrix/protocol/domain';
import { milliseconds, seconds, silentLog } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { describe, expect, test } from 'vitest';
import type { HidGadgetEvent } from '../hid-gadget.ts';
import type { ControllerState } from './controller.ts';
import type { GadgetFunctionName } from './gadget-functions.ts';
import type { HidgFile, Written } from './hidg-file.ts';
import { HidgGadget } from './hidg-gadget.ts';
import { hostState } from './host-state.ts';

const A = encodeBootKeyboard([Usages.A]);
const UP = encodeBootKeyboard([]);
const AWAKE: ControllerState = { state: 'configured', suspended: false };

describe('what the computer does', () => {
  test.each([
    ['configured', false, false, 'awake'],
    ['configured', true, false, 'asleep'],
    ['suspended', false, false, 'asleep'],
    ['suspended', true, false, 'asleep'],
    ['not attached', false, false, 'unplugged'],
    ['default', false, false, 'unplugged'],
    ['addressed', false, false, 'unplugged'],
    [null, false, false, 'unplugged'],
    ['configured', false, true, 'unplugged'],
    ['configured', true, true, 'unplugged'],
  ] as const)('%s, suspended %s, write refused %s: %s', (state, suspended, shutdown, host) => {
    expect(hostState({ state, suspended }, shutdown)).toBe(host);
  });
});

describe('a gadget', () => {
  test('lets go of what a killed agent held, and leaves the absolute pointer where it is', () => {
    const bench = openBench();
    expect(bench.told('keyboard')).toEqual([UP]);
    expect(bench.told('consumer')).toEqual([encodeConsumerControl([])]);
    expect(bench.told('relative-pointer')).toEqual([still(0)]);
    expect(bench.told('absolute-pointer')).toEqual([]);
  });

  test('writes a key once more in the time that keyboards do, and nothing else', async () => {
    const bench = openBench();
    bench.gadget.writeKeyboard(A);
    bench.gadget.writeRelativePointer(encodeWideMouse({ buttons: 0, dx: 5, dy: 0, wheel: 0, tilt: 0 }));
    await bench.clock.advance(milliseconds(1100));
    expect(bench.told('keyboard')).toEqual([UP, A, A, A]);
    expect(bench.told('relative-pointer')).toHaveLength(2);
  });

  test('is unplugged when a write is refused, and tells what is held when it is back', async () => {
    const bench = openBench();
    bench.answer = 'shutdown';
    bench.gadget.writeKeyboard(A);
    expect(bench.hosts()).toEqual(['awake', 'unplugged']);
    bench.answer = 'taken';
    const before = bench.told('keyboard').length;
    await bench.clock.advance(seconds(1));
    expect(bench.hosts()).toEqual(['awake', 'unplugged', 'awake']);
    expect(bench.told('keyboard').slice(before)).toContainEqual(A);
  });

  test('tells a computer that begins to fetch once more what it may have thrown away', async () => {
    const bench = openBench();
    bench.answer = 'full';
    bench.gadget.writeAbsolutePointer(encodeAbsolutePointer({ buttons: 0, x: 9, y: 9, wheel: 0, tilt: 0 }));
    await bench.clock.advance(seconds(2));
    const tried = bench.told('absolute-pointer').length;
    bench.answer = 'taken';
    await bench.clock.advance(seconds(1));
    expect(bench.told('absolute-pointer').slice(tried)).toHaveLength(2);
  });

  test('wakes a sleeping computer by a press, not by a release, and not with every one', async () => {
    const bench = openBench();
    bench.controller = { state: 'suspended', suspended: true };
    await bench.clock.advance(milliseconds(20));
    bench.gadget.writeKeyboard(UP);
    expect(bench.woken).toBe(0);
    bench.gadget.writeKeyboard(A);
    bench.gadget.writeConsumer(encodeConsumerControl([consumerUsage(0xe9)]));
    expect(bench.woken).toBe(1);
    const asleep = bench.told('keyboard').length;
    bench.controller = AWAKE;
    await bench.clock.advance(milliseconds(20));
    expect(bench.told('keyboard').slice(asleep)).toEqual([A]);
    expect(bench.hosts()).toEqual(['awake', 'asleep', 'awake']);
  });

  test('reads the lights, the newest of several', async () => {
    const bench = openBench();
    bench.outputs.push(Uint8Array.of(1), Uint8Array.of(2));
    await bench.clock.advance(milliseconds(20));
    expect(bench.events.at(-1)).toEqual({ type: 'leds', leds: { ...LEDS_OFF, capsLock: true } });
    expect(bench.events.filter(({ type }) => type === 'leds')).toHaveLength(2);
  });

  test('leaves everything up and stays on the bus', async () => {
    const bench = openBench();
    bench.gadget.writeKeyboard(A);
    bench.gadget.writeAbsolutePointer(encodeAbsolutePointer({ buttons: 1, x: 5, y: 6, wheel: 1, tilt: 0 }));
    await bench.gadget[Symbol.asyncDispose]();
    expect(bench.told('keyboard').at(-1)).toEqual(UP);
    expect(bench.told('absolute-pointer').at(-1)).toEqual(
      encodeAbsolutePointer({ buttons: 0, x: 5, y: 6, wheel: 0, tilt: 0 }),
    );
    expect([bench.unbound, bench.released, bench.closed]).toEqual([0, 1, 4]);
  });

  test('leaves the bus when the computer does not fetch its last reports', async () => {
    const bench = openBench();
    bench.gadget.writeKeyboard(A);
    bench.answer = 'full';
    const disposed = bench.gadget[Symbol.asyncDispose]();
    await bench.clock.advance(seconds(1));
    await disposed;
    expect([bench.unbound, bench.released]).toEqual([1, 1]);
  });
});

const still = (buttons: number) => encodeWideMouse({ buttons, dx: 0, dy: 0, wheel: 0, tilt: 0 });

function openBench() {
  const clock = new VirtualClock();
  const reports: { readonly name: GadgetFunctionName; readonly report: Uint8Array }[] = [];
  const events: HidGadgetEvent[] = [];
  const bench = {
    clock,
    events,
    outputs: [] as Uint8Array[],
    answer: 'taken' as Written,
    controller: AWAKE,
    woken: 0,
    unbound: 0,
    released: 0,
    closed: 0,
    told: (name: GadgetFunctionName) => reports.filter((each) => each.name === name).map(({ report }) => report),
    hosts: () => events.flatMap((event) => (event.type === 'host' ? [event.state] : [])),
  };
  const file = (name: GadgetFunctionName): HidgFile => ({
    write(report) {
      reports.push({ name, report: Uint8Array.from(report) });
      return bench.answer;
    },
    read: () => (name === 'keyboard' ? (bench.outputs.shift() ?? null) : null),
    close: () => void bench.closed++,
  });
  const names: readonly GadgetFunctionName[] = ['keyboard', 'consumer', 'absolute-pointer', 'relative-pointer'];
  const gadget = new HidgGadget({
    files: new Map(names.map((name) => [name, file(name)])),
    readController: () => bench.controller,
    wake() {
      bench.woken++;
      return null;
    },
    unbind: () => void bench.unbound++,
    hold: { [Symbol.asyncDispose]: async () => void bench.released++ },
    clock,
    log: silentLog,
  });
  gadget.listen((event) => events.push(event));
  return Object.assign(bench, { gadget });
}
