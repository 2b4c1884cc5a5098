import {
  encodeAbsolutePointer,
  encodeBootKeyboard,
  encodeWideMouse,
  LEDS_OFF,
  Usages,
  usage,
} from '@seatmatrix/protocol/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Computer } from './computer.ts';
import type { ComputerUsbPort } from './computer-usb-port.ts';

describe('a simulated computer', () => {
  it('writes what is typed on any of its ports, and holds a key while any keyboard does', () => {
    const { computer, first, second } = bench();
    first.keyboard(encodeBootKeyboard([Usages.A]));
    second.keyboard(encodeBootKeyboard([Usages.A, Usages.O]));
    first.keyboard(encodeBootKeyboard([]));
    expect(computer.text.endsWith('\nao')).toBe(true);
    expect([...computer.heldKeys]).toEqual([Usages.A, Usages.O]);
    expect(() => computer.expectAllUp()).toThrow('A, O');
    second.keyboard(encodeBootKeyboard([]));
    computer.expectAllUp();
    expect(computer.received.filter((event) => event.type === 'key')).toHaveLength(4);
  });

  it('drives the lights of every keyboard from its own Caps Lock', () => {
    const { first, gadgets } = bench();
    first.keyboard(encodeBootKeyboard([Usages.CapsLock]));
    expect(gadgets.map((gadget) => gadget.leds.at(-1))).toEqual([
      { ...LEDS_OFF, capsLock: true },
      { ...LEDS_OFF, capsLock: true },
    ]);
  });

  it('puts the pointer where an absolute one points, and moves it by a relative one', () => {
    const { computer, first, second } = bench();
    second.absolutePointer(encodeAbsolutePointer({ buttons: 0, x: 1000, y: 2000, wheel: 0, tilt: 0 }));
    expect(computer.pointer).toEqual({ head: 2, x: 1000, y: 2000 });
    first.relativePointer(encodeWideMouse({ buttons: 1, dx: 64, dy: -100, wheel: 0, tilt: 0 }));
    expect(computer.pointer).toMatchObject({ head: 2, y: 0 });
    expect(computer.pointer?.x).toBeGreaterThan(4000);
    expect(() => computer.expectAllUp()).toThrow('buttons down: 1');
  });

  it('lifts what a pulled keyboard held', () => {
    const { computer, first, gadgets } = bench();
    first.keyboard(encodeBootKeyboard([Usages.A]));
    first.relativePointer(encodeWideMouse({ buttons: 1, dx: 0, dy: 0, wheel: 0, tilt: 0 }));
    const [gadget] = gadgets;
    if (gadget !== undefined) first.detach(gadget.end);
    computer.expectAllUp();
  });

  it('sleeps without a signal, wakes by a key, and hears that key', () => {
    const { computer, first, gadgets } = bench();
    first.keyboard(encodeBootKeyboard([Usages.A]));
    computer.sleep();
    computer.expectAllUp();
    expect(computer.heads.map((head) => head.signal.type)).toEqual(['none', 'none']);
    first.keyboard(encodeBootKeyboard([]));
    expect(computer.power).toBe('sleeping');
    first.keyboard(encodeBootKeyboard([Usages.O]));
    expect(computer.power).toBe('on');
    expect([...computer.heldKeys]).toEqual([Usages.O]);
    expect(gadgets[0]?.bus).toEqual(['awake', 'asleep', 'awake']);
  });

  it('forgets and hears nothing while it is off, and is new when it is on again', () => {
    const { computer, first, gadgets } = bench();
    first.keyboard(encodeBootKeyboard([Usages.CapsLock]));
    computer.powerOff();
    first.keyboard(encodeBootKeyboard([Usages.A]));
    computer.expectAllUp();
    computer.powerOn();
    expect(computer.leds).toEqual(LEDS_OFF);
    expect(computer.text).toBe('pc ready. Type help.\n');
    expect(gadgets[0]?.bus).toEqual(['awake', 'off', 'awake']);
  });

  it('changes its picture with everything that is seen of it, and only then', () => {
    const { computer, first } = bench();
    const versions = () => computer.heads.map((head) => head.version);
    const before = versions();
    first.keyboard(encodeBootKeyboard([]));
    computer.status = '';
    expect(versions()).toEqual(before);
    computer.status = 'busy';
    expect(versions()).toEqual(before.map((version) => version + 1));
  });

  it('ends all-up whatever its keyboards did, once each is lifted or pulled', () => {
    const action = fc.record({
      port: fc.constantFrom(0, 1),
      keys: fc.uniqueArray(fc.integer({ min: 4, max: 0x60 }).map(usage), { maxLength: 6 }),
      power: fc.constantFrom('none', 'sleep', 'off', 'on'),
    });
    fc.assert(
      fc.property(fc.array(action), (actions) => {
        const { computer, first, second, gadgets } = bench();
        for (const { port, keys, power } of actions) {
          [first, second][port]?.keyboard(encodeBootKeyboard(keys));
          if (power === 'sleep') computer.sleep();
          else if (power === 'off') computer.powerOff();
          else if (power === 'on') computer.powerOn();
        }
        first.keyboard(encodeBootKeyboard([]));
        if (gadgets[1] !== undefined) second.detach(gadgets[1].end);
        computer.expectAllUp();
        const edges = computer.received.filter((event) => event.type === 'key');
        const downs = edges.filter((event) => event.pressed).length;
        expect(edges.length - downs).toBe(downs);
      }),
    );
  });
});

function bench() {
  const computer = new Computer({
    number: 1,
    name: '一号机',
    role: '',
    host: 'pc',
    heads: 2,
    mode: { width: 640, height: 360, rate: 60 },
  });
  const [first, second] = computer.ports;
  if (first === undefined || second === undefined) throw new RangeError('two heads have two ports');
  return { computer, first, second, gadgets: [first, second].map(gadgetAt) };
}

function gadgetAt(port: ComputerUsbPort) {
  const bus: string[] = [];
  const leds: unknown[] = [];
  const end = {
    bus: (state: string) => void bus.push(state),
    leds: (lit: unknown) => void leds.push(lit),
    poll: () => undefined,
  };
  port.attach(end);
  return { bus, leds, end };
}
