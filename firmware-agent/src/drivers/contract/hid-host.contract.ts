import {
  consumerUsage,
  encodeBootKeyboard,
  encodeBootMouse,
  encodeConsumerControl,
  encodeKeyBitmap,
  encodeWideMouse,
  type KeyboardLeds,
  LEDS_OFF,
  Usages,
  usage,
} from '@seatmatrix/protocol/domain';
import { describe, expect, test } from 'vitest';
import type { HidHost, HidHostEvent, HidLayout } from '../hid-host.ts';
import type { Bench } from './bench.ts';

/** What not every driver's devices report. */
export type UncommonLayout = Extract<HidLayout, 'key-bitmap' | 'consumer-control' | 'wide-mouse'>;

export interface HidHostBench extends Bench<HidHost> {
  plugIn(layout: HidLayout): PluggedDevice;
  /** Which of these it can plug in: true, or why it cannot. */
  readonly delivers: Readonly<Record<UncommonLayout, true | string>>;
}

/** A keyboard or mouse in the tester's hand. */
export interface PluggedDevice {
  send(report: Uint8Array): void;
  /** What its LEDs show. */
  leds(): KeyboardLeds;
  unplug(): void;
}

export function hidHostContract(implementation: string, openBench: () => Promise<HidHostBench>): void {
  describe(`${implementation} keeps the contract of a HID host`, () => {
    test('listening first tells every device that is plugged in', async () => {
      await using bench = await openBench();
      bench.plugIn('boot-keyboard');
      bench.plugIn('boot-mouse');
      await bench.settle();

      const events = listen(bench.driver);
      await bench.settle();

      expect(layouts(events)).toEqual(['boot-keyboard', 'boot-mouse']);
    });

    test('a device that is plugged in later is told, and each has an id of its own', async () => {
      await using bench = await openBench();
      const events = listen(bench.driver);
      bench.plugIn('boot-keyboard');
      bench.plugIn('boot-keyboard');
      bench.plugIn('absolute-pointer');
      await bench.settle();

      expect(layouts(events)).toEqual(['boot-keyboard', 'boot-keyboard', 'absolute-pointer']);
      expect(new Set(attached(events).map((event) => event.device.id)).size).toBe(3);
    });

    test('reports come whole, in order, and with the id of their device', async () => {
      await using bench = await openBench();
      const events = listen(bench.driver);
      const keyboard = bench.plugIn('boot-keyboard');
      await bench.settle();
      const mouse = bench.plugIn('boot-mouse');
      await bench.settle();
      const down = encodeBootKeyboard([Usages.LeftShift, Usages.O]);
      const up = encodeBootKeyboard([]);
      const moved = encodeBootMouse({ buttons: 1, dx: -5, dy: 7, wheel: 0 });
      keyboard.send(down);
      keyboard.send(up);
      keyboard.send(down);
      mouse.send(moved);
      await bench.settle();

      const [first, second] = attached(events).map((event) => event.device.id);
      expect(reportsOf(events, first)).toEqual([[...down], [...up], [...down]]);
      expect(reportsOf(events, second)).toEqual([[...moved]]);
    });

    for (const { layout, sent } of UNCOMMON_REPORTS) {
      test(`reports of the layout ${layout} come whole`, async ({ skip }) => {
        await using bench = await openBench();
        const able = bench.delivers[layout];
        if (able !== true) return skip(able);
        const events = listen(bench.driver);
        const device = bench.plugIn(layout);
        await bench.settle();
        for (const report of sent) {
          device.send(report);
          await bench.settle();
        }

        expect(layouts(events)).toEqual([layout]);
        const [id] = attached(events).map((event) => event.device.id);
        expect(reportsOf(events, id)).toEqual(sent.map((report) => [...report]));
      });
    }

    test('after a device is detached nothing of it comes', async () => {
      await using bench = await openBench();
      const events = listen(bench.driver);
      const keyboard = bench.plugIn('boot-keyboard');
      await bench.settle();
      keyboard.send(encodeBootKeyboard([Usages.A]));
      await bench.settle();
      keyboard.unplug();
      await bench.settle();

      const [id] = attached(events).map((event) => event.device.id);
      expect(events.at(-1)).toEqual({ type: 'detached', device: id });
      expect(events.filter((event) => event.type === 'detached')).toHaveLength(1);
    });

    test('LEDs reach every keyboard, also one that is plugged in later', async () => {
      await using bench = await openBench();
      listen(bench.driver);
      const one = bench.plugIn('boot-keyboard');
      const other = bench.plugIn('boot-keyboard');
      await bench.settle();
      bench.driver.setLeds({ numLock: true, capsLock: false, scrollLock: true });
      await bench.settle();
      const late = bench.plugIn('boot-keyboard');
      await bench.settle();

      const shown = { numLock: true, capsLock: false, scrollLock: true };
      expect([one.leds(), other.leds(), late.leds()]).toEqual([shown, shown, shown]);

      bench.driver.setLeds({ numLock: false, capsLock: true, scrollLock: false });
      await bench.settle();

      expect(late.leds()).toEqual({ numLock: false, capsLock: true, scrollLock: false });
    });

    test('disposing turns the LEDs off and tells nothing more', async () => {
      await using bench = await openBench();
      const events = listen(bench.driver);
      const keyboard = bench.plugIn('boot-keyboard');
      await bench.settle();
      bench.driver.setLeds({ numLock: true, capsLock: true, scrollLock: true });
      await bench.settle();
      const told = events.length;
      await bench.driver[Symbol.asyncDispose]();
      keyboard.send(encodeBootKeyboard([Usages.A]));
      bench.plugIn('boot-mouse');
      await bench.settle();

      expect(keyboard.leds()).toEqual(LEDS_OFF);
      expect(events).toHaveLength(told);
    });
  });
}

/** Each ends with everything up. */
const UNCOMMON_REPORTS: readonly { readonly layout: UncommonLayout; readonly sent: readonly Uint8Array[] }[] = [
  {
    layout: 'key-bitmap',
    sent: [
      encodeKeyBitmap([Usages.LeftShift, ...Array.from({ length: 10 }, (_, letter) => usage(Usages.A + letter))]),
      encodeKeyBitmap([Usages.O, Usages.RightGui]),
      encodeKeyBitmap([]),
    ],
  },
  { layout: 'consumer-control', sent: [encodeConsumerControl([consumerUsage(0xe9)]), encodeConsumerControl([])] },
  {
    layout: 'wide-mouse',
    sent: [
      encodeWideMouse({ buttons: 0b10001, dx: 400, dy: -300, wheel: 0, tilt: 0 }),
      encodeWideMouse({ buttons: 0b10001, dx: 0, dy: 0, wheel: -1, tilt: 1 }),
      encodeWideMouse({ buttons: 0, dx: -1, dy: 1, wheel: 0, tilt: 0 }),
    ],
  },
];

function listen(driver: HidHost): HidHostEvent[] {
  const events: HidHostEvent[] = [];
  driver.listen((event) => events.push(event));
  return events;
}

const attached = (events: readonly HidHostEvent[]) => events.filter((event) => event.type === 'attached');

const layouts = (events: readonly HidHostEvent[]): readonly HidLayout[] =>
  attached(events).map((event) => event.device.layout);

const reportsOf = (events: readonly HidHostEvent[], device: string | undefined): readonly (readonly number[])[] =>
  events
    .filter((event) => event.type === 'report')
    .filter((event) => event.device === device)
    .map((event) => [...event.bytes]);
