import {
  decodeAbsolutePointer,
  decodeKeyBitmap,
  type KeyboardLeds,
  LEDS_OFF,
  type Usage,
  Usages,
  usage,
} from '@seatmatrix/protocol/domain';
import { describe, expect, test } from 'vitest';
import type { HidHost, HidHostEvent, HidLayout } from '../hid-host.ts';
import type { Bench } from './bench.ts';

/**
 * A HID host whose keyboard and pointer are those of a window: a desktop's. Its devices neither come nor go, and it makes
 * the reports itself, one for each thing that the hand does. Everything else is as `hidHostContract` wants it.
 */
export interface WindowHidHostBench extends Bench<HidHost> {
  /** The keyboard under the window, with the focus in it. */
  press(key: Usage): void;
  release(key: Usage): void;
  /** Fractions of the window. */
  point(place: { readonly x: number; readonly y: number }): void;
  /** 0 left, 1 right, 2 middle, 3 back, 4 forward. */
  button(bit: number, pressed: boolean): void;
  /** Notches: away from the hand and to the right are positive. */
  turn(turn: { readonly wheel: number; readonly tilt: number }): void;
  leds(): KeyboardLeds;
  /** Gives the focus to another window, or back. */
  focus(here: boolean): void;
}

export function windowHidHostContract(implementation: string, openBench: () => Promise<WindowHidHostBench>): void {
  describe(`${implementation} keeps the contract of a HID host`, () => {
    test('listening first tells its devices, each with an id of its own', async () => {
      await using bench = await openBench();
      const events = listen(bench.driver);
      await bench.settle();
      expect(attached(events).map(({ device }) => device.layout)).toEqual(LAYOUTS);
      expect(new Set(attached(events).map(({ device }) => device.id)).size).toBe(LAYOUTS.length);
    });

    test('a report tells every key that is held, in the order in which they were pressed and released', async () => {
      await using bench = await openBench();
      const events = listen(bench.driver);
      bench.press(Usages.LeftShift);
      bench.press(Usages.O);
      bench.release(Usages.O);
      bench.release(Usages.LeftShift);
      await bench.settle();
      const { LeftShift, O } = Usages;
      expect(keyboard(events)).toEqual([[LeftShift], [O, LeftShift], [LeftShift], []].map((keys) => new Set(keys)));
    });

    test('more keys than six are held at once', async () => {
      await using bench = await openBench();
      const events = listen(bench.driver);
      const keys = Array.from({ length: 10 }, (_, letter) => usage(Usages.A + letter));
      for (const key of keys) bench.press(key);
      await bench.settle();
      expect(keyboard(events).at(-1)).toEqual(new Set(keys));
      for (const key of keys) bench.release(key);
      await bench.settle();
      expect(keyboard(events).at(-1)).toEqual(new Set());
    });

    test('the pointer tells its place, its buttons, its wheel and tilt', async () => {
      await using bench = await openBench();
      const events = listen(bench.driver);
      bench.point({ x: 1, y: 0 });
      for (let bit = 0; bit < 5; bit++) {
        bench.button(bit, true);
        bench.button(bit, false);
      }
      bench.turn({ wheel: -1, tilt: 0 });
      bench.turn({ wheel: 0, tilt: 1 });
      await bench.settle();
      const told = pointer(events);
      expect(told.at(-1)?.position).toEqual({ x: 32_767, y: 0 });
      expect(told.map(({ buttons }) => buttons).filter((buttons) => buttons !== 0)).toEqual([1, 2, 4, 8, 16]);
      expect(told.slice(-2)).toMatchObject([
        { buttons: 0, wheel: -1, tilt: 0 },
        { buttons: 0, wheel: 0, tilt: 1 },
      ]);
    });

    test('what is held when the focus goes is let go, and nothing is told until it is back', async () => {
      await using bench = await openBench();
      const events = listen(bench.driver);
      bench.point({ x: 0.5, y: 0.5 });
      bench.press(Usages.A);
      bench.button(0, true);
      await bench.settle();
      bench.focus(false);
      await bench.settle();
      expect(keyboard(events).at(-1)).toEqual(new Set());
      expect(pointer(events).at(-1)?.buttons).toBe(0);

      const told = events.length;
      bench.release(Usages.A);
      bench.button(0, false);
      bench.press(Usages.O);
      await bench.settle();
      expect(events).toHaveLength(told);

      bench.focus(true);
      await bench.settle();
      bench.press(Usages.Enter);
      bench.release(Usages.O);
      await bench.settle();
      expect(keyboard(events).at(-1)).toEqual(new Set([Usages.Enter]));
      expect(keyboard(events).some((keys) => keys.has(Usages.O))).toBe(false);
    });

    test('LEDs reach the keyboard, and disposing turns them off and tells nothing more', async () => {
      await using bench = await openBench();
      const events = listen(bench.driver);
      await bench.settle();
      bench.driver.setLeds({ numLock: true, capsLock: false, scrollLock: true });
      await bench.settle();
      expect(bench.leds()).toEqual({ numLock: true, capsLock: false, scrollLock: true });
      bench.driver.setLeds({ numLock: false, capsLock: true, scrollLock: false });
      await bench.settle();
      expect(bench.leds()).toEqual({ numLock: false, capsLock: true, scrollLock: false });

      const told = events.length;
      await bench.driver[Symbol.asyncDispose]();
      bench.press(Usages.A);
      await bench.settle();
      expect(bench.leds()).toEqual(LEDS_OFF);
      expect(events).toHaveLength(told);
    });
  });
}

const LAYOUTS: readonly HidLayout[] = ['key-bitmap', 'consumer-control', 'absolute-pointer'];

function listen(driver: HidHost): HidHostEvent[] {
  const events: HidHostEvent[] = [];
  driver.listen((event) => events.push(event));
  return events;
}

const attached = (events: readonly HidHostEvent[]) => events.filter((event) => event.type === 'attached');

function reports(events: readonly HidHostEvent[], layout: HidLayout): readonly Uint8Array[] {
  const id = attached(events).find(({ device }) => device.layout === layout)?.device.id;
  return events.flatMap((event) => (event.type === 'report' && event.device === id ? [event.bytes] : []));
}

const keyboard = (events: readonly HidHostEvent[]) =>
  reports(events, 'key-bitmap').map((bytes) => decodeKeyBitmap(bytes) ?? new Set<Usage>());

const pointer = (events: readonly HidHostEvent[]) =>
  reports(events, 'absolute-pointer').flatMap((bytes) => decodeAbsolutePointer(bytes) ?? []);
