import {
  consumerUsage,
  encodeAbsolutePointer,
  encodeBootKeyboard,
  encodeConsumerControl,
  encodeWideMouse,
  type KeyboardLeds,
  LEDS_OFF,
  POINTER_MAX,
  type Usage,
  Usages,
} from '@seatmatrix/protocol/domain';
import { describe, expect, test } from 'vitest';
import type { HidGadget, HidGadgetEvent } from '../hid-gadget.ts';
import type { Bench } from './bench.ts';

export interface HidGadgetBench extends Bench<HidGadget> {
  readonly computer: BenchComputer;
  /** What not every device can do: true, or why this one cannot. What it cannot do it takes without harm. */
  readonly capabilities: {
    readonly consumer: true | string;
    readonly tilt: true | string;
    /** Why a sleeping computer is not told from one that is awake. */
    readonly noSleep?: string;
    /** Places of the absolute pointer across a display, where there are fewer than 32,768. */
    readonly places?: number;
  };
}

/** The computer that the gadget is plugged into; awake and reading at first. */
export interface BenchComputer {
  /** What it believes to be pressed, consumer keys among it. */
  keys(): ReadonlySet<Usage>;
  /** Of both pointers together. */
  buttons(): number;
  /** The absolute pointer's last place. */
  position(): { readonly x: number; readonly y: number };
  /** All that the relative pointer has moved. */
  travelled(): { readonly dx: number; readonly dy: number };
  /** All that the wheels of both pointers were turned: away from the hand and to the right are positive. */
  turned(): { readonly wheel: number; readonly tilt: number };
  setLeds(leds: KeyboardLeds): void;
  setState(state: 'awake' | 'asleep' | 'unplugged'): void;
  /** A computer that is awake and does not poll the gadget: a firmware menu, a hung driver. */
  setReading(reading: boolean): void;
}

export function hidGadgetContract(implementation: string, openBench: () => Promise<HidGadgetBench>): void {
  describe(`${implementation} keeps the contract of a HID gadget`, () => {
    test("listening first tells the host's state and its LEDs", async () => {
      await using bench = await openBench();
      const leds = { numLock: true, capsLock: false, scrollLock: false };
      bench.computer.setLeds(leds);
      await bench.settle();

      const events = listen(bench.driver);
      await bench.settle();

      expect(events).toContainEqual({ type: 'host', state: 'awake' });
      expect(events).toContainEqual({ type: 'leds', leds });
      expect(events).toHaveLength(2);
    });

    test('the computer holds the keys of the last keyboard report', async () => {
      await using bench = await openBench();
      listen(bench.driver);
      bench.driver.writeKeyboard(encodeBootKeyboard([Usages.LeftControl, Usages.A]));
      await bench.settle();
      expect(bench.computer.keys()).toEqual(new Set([Usages.LeftControl, Usages.A]));

      bench.driver.writeKeyboard(encodeBootKeyboard([Usages.A]));
      await bench.settle();
      expect(bench.computer.keys()).toEqual(new Set([Usages.A]));
    });

    test('the absolute pointer goes to its place and presses its buttons', async () => {
      await using bench = await openBench();
      listen(bench.driver);
      bench.driver.writeAbsolutePointer(encodeAbsolutePointer({ buttons: 0b11, x: 32_767, y: 1, wheel: 0, tilt: 0 }));
      await bench.settle();

      expectPlace(bench, { x: 32_767, y: 1 });
      expect(bench.computer.buttons()).toBe(0b11);
    });

    test('the relative pointer moves by what each report says', async () => {
      await using bench = await openBench();
      listen(bench.driver);
      bench.driver.writeRelativePointer(encodeWideMouse({ buttons: 0, dx: 100, dy: -100, wheel: 0, tilt: 0 }));
      await bench.settle();
      bench.driver.writeRelativePointer(encodeWideMouse({ buttons: 0b100, dx: 27, dy: 0, wheel: 0, tilt: 0 }));
      await bench.settle();

      expect(bench.computer.travelled()).toEqual({ dx: 127, dy: -100 });
      expect(bench.computer.buttons()).toBe(0b100);
    });

    test('consumer keys are held beside the keys of the keyboard', async () => {
      await using bench = await openBench();
      const able = bench.capabilities.consumer === true;
      listen(bench.driver);
      bench.driver.writeKeyboard(encodeBootKeyboard([Usages.LeftShift, Usages.A]));
      bench.driver.writeConsumer(encodeConsumerControl([VOLUME_UP]));
      await bench.settle();
      expect(bench.computer.keys()).toEqual(new Set([Usages.LeftShift, Usages.A, ...(able ? [VOLUME_UP] : [])]));

      bench.driver.writeKeyboard(encodeBootKeyboard([]));
      await bench.settle();
      expect(bench.computer.keys()).toEqual(new Set(able ? [VOLUME_UP] : []));

      bench.driver.writeConsumer(encodeConsumerControl([PLAY_PAUSE]));
      await bench.settle();
      expect(bench.computer.keys()).toEqual(new Set(able ? [PLAY_PAUSE] : []));

      bench.driver.writeConsumer(encodeConsumerControl([]));
      await bench.settle();
      expect(bench.computer.keys()).toEqual(new Set());
    });

    test('either pointer turns the wheel, and turns it once a report', async () => {
      await using bench = await openBench();
      listen(bench.driver);
      bench.driver.writeAbsolutePointer(encodeAbsolutePointer({ buttons: 0, x: 70, y: 80, wheel: 2, tilt: 0 }));
      await bench.settle();
      expect(bench.computer.turned()).toEqual({ wheel: 2, tilt: 0 });

      bench.driver.writeRelativePointer(encodeWideMouse({ buttons: 0, dx: 0, dy: 0, wheel: -3, tilt: 0 }));
      await bench.settle();
      bench.driver.writeRelativePointer(encodeWideMouse({ buttons: 0, dx: 4, dy: 0, wheel: 0, tilt: 0 }));
      await bench.settle();
      expect(bench.computer.turned()).toEqual({ wheel: -1, tilt: 0 });
    });

    test('either pointer tilts the wheel', async () => {
      await using bench = await openBench();
      const able = bench.capabilities.tilt === true;
      listen(bench.driver);
      bench.driver.writeAbsolutePointer(encodeAbsolutePointer({ buttons: 0, x: 70, y: 80, wheel: 0, tilt: 1 }));
      await bench.settle();
      expect(bench.computer.turned()).toEqual({ wheel: 0, tilt: able ? 1 : 0 });

      bench.driver.writeRelativePointer(encodeWideMouse({ buttons: 0, dx: 5, dy: 0, wheel: 0, tilt: -3 }));
      await bench.settle();
      expect(bench.computer.turned()).toEqual({ wheel: 0, tilt: able ? -2 : 0 });
      expect(bench.computer.travelled()).toEqual({ dx: 5, dy: 0 });
    });

    test('a movement that a byte cannot tell arrives whole', async () => {
      await using bench = await openBench();
      listen(bench.driver);
      bench.driver.writeRelativePointer(encodeWideMouse({ buttons: 0, dx: 400, dy: -128, wheel: 0, tilt: 0 }));
      await bench.settle();
      expect(bench.computer.travelled()).toEqual({ dx: 400, dy: -128 });

      bench.driver.writeRelativePointer(encodeWideMouse({ buttons: 0b1, dx: -300, dy: 255, wheel: 0, tilt: 0 }));
      await bench.settle();
      expect(bench.computer.travelled()).toEqual({ dx: 100, dy: 127 });
      expect(bench.computer.buttons()).toBe(0b1);
    });

    test("changes of the computer's LEDs and state are told", async () => {
      await using bench = await openBench();
      const events = listen(bench.driver);
      await bench.settle();
      const before = events.length;
      bench.computer.setLeds({ numLock: false, capsLock: true, scrollLock: false });
      await bench.settle();
      bench.computer.setState('asleep');
      await bench.settle();
      bench.computer.setState('awake');
      await bench.settle();
      bench.computer.setState('unplugged');
      await bench.settle();

      const slept = [
        { type: 'host', state: 'asleep' },
        { type: 'host', state: 'awake' },
      ];
      expect(events.slice(before)).toEqual([
        { type: 'leds', leds: { numLock: false, capsLock: true, scrollLock: false } },
        ...(bench.capabilities.noSleep === undefined ? slept : []),
        { type: 'host', state: 'unplugged' },
      ]);
    });

    test('when the computer does not read, the newest report wins', async () => {
      await using bench = await openBench();
      listen(bench.driver);
      bench.computer.setReading(false);
      bench.driver.writeKeyboard(encodeBootKeyboard([Usages.A]));
      bench.driver.writeAbsolutePointer(encodeAbsolutePointer({ buttons: 1, x: 5, y: 5, wheel: 0, tilt: 0 }));
      for (let repeat = 0; repeat < 1000; repeat++) bench.driver.writeKeyboard(encodeBootKeyboard([Usages.O]));
      bench.driver.writeKeyboard(encodeBootKeyboard([Usages.Enter]));
      bench.driver.writeAbsolutePointer(encodeAbsolutePointer({ buttons: 0, x: 9, y: 9, wheel: 0, tilt: 0 }));
      await bench.settle();
      bench.computer.setReading(true);
      await bench.settle();

      expect(bench.computer.keys()).toEqual(new Set([Usages.Enter]));
      expectPlace(bench, { x: 9, y: 9 });
      expect(bench.computer.buttons()).toBe(0);
    });

    test('a write to an unplugged or sleeping computer does not throw', async () => {
      await using bench = await openBench();
      listen(bench.driver);
      for (const state of ['asleep', 'unplugged'] as const) {
        bench.computer.setState(state);
        await bench.settle();
        expect(() => {
          bench.driver.writeKeyboard(encodeBootKeyboard([]));
          bench.driver.writeConsumer(encodeConsumerControl([]));
          bench.driver.writeRelativePointer(encodeWideMouse({ buttons: 0, dx: 1, dy: 1, wheel: 0, tilt: 0 }));
        }).not.toThrow();
      }
    });

    test('disposing leaves every key and button up', async () => {
      await using bench = await openBench();
      listen(bench.driver);
      bench.driver.writeKeyboard(encodeBootKeyboard([Usages.LeftShift, Usages.A]));
      bench.driver.writeConsumer(encodeConsumerControl([VOLUME_UP]));
      bench.driver.writeAbsolutePointer(encodeAbsolutePointer({ buttons: 0b1, x: 100, y: 100, wheel: 0, tilt: 0 }));
      bench.driver.writeRelativePointer(encodeWideMouse({ buttons: 0b10, dx: 0, dy: 0, wheel: 0, tilt: 0 }));
      await bench.settle();
      await bench.driver[Symbol.asyncDispose]();
      await bench.settle();

      expect(bench.computer.keys()).toEqual(new Set());
      expect(bench.computer.buttons()).toBe(0);
    });

    test('after disposing nothing more is told', async () => {
      await using bench = await openBench();
      const events = listen(bench.driver);
      await bench.settle();
      await bench.driver[Symbol.asyncDispose]();
      const told = events.length;
      bench.computer.setLeds({ ...LEDS_OFF, capsLock: true });
      await bench.settle();

      expect(events).toHaveLength(told);
    });
  });
}

const VOLUME_UP = consumerUsage(0xe9);
const PLAY_PAUSE = consumerUsage(0xcd);

function expectPlace(
  { computer, capabilities }: HidGadgetBench,
  { x, y }: { readonly x: number; readonly y: number },
): void {
  const tolerance = (POINTER_MAX + 1) / (capabilities.places ?? POINTER_MAX + 1) - 1;
  const place = computer.position();
  expect(Math.abs(place.x - x), `x of ${place.x} for ${x}`).toBeLessThanOrEqual(tolerance);
  expect(Math.abs(place.y - y), `y of ${place.y} for ${y}`).toBeLessThanOrEqual(tolerance);
}

function listen(driver: HidGadget): HidGadgetEvent[] {
  const events: HidGadgetEvent[] = [];
  driver.listen((event) => events.push(event));
  return events;
}
