import { decodeKeyBitmap, LEDS_OFF, type Usage, Usages } from '@seatmatrix/protocol/domain';
import { describe, expect, test } from 'vitest';
import { windowHidHostContract } from '../contract/index.ts';
import type { HidHostEvent } from '../hid-host.ts';
import { openDeskBench } from './testing/desk-bench.ts';
import { eventually, xvfbIsInstalled } from './testing/xvfb.ts';

describe.skipIf(!xvfbIsInstalled)('with Xvfb', () => {
  windowHidHostContract('the X11 host in full screen', () => openDeskBench());
  windowHidHostContract('the X11 host in a window', () => openDeskBench('?window=1280x720'));

  describe('the X11 host', () => {
    test('lights Caps Lock when the computer says so, not when the desktop does', async () => {
      await using bench = await openDeskBench();
      bench.driver.listen(() => undefined);
      bench.driver.setLeds({ ...LEDS_OFF, numLock: true });
      await bench.settle();
      bench.press(Usages.CapsLock);
      bench.release(Usages.CapsLock);
      await bench.settle();
      await eventually(async () => {
        await bench.settle();
        expect(bench.leds()).toEqual({ ...LEDS_OFF, numLock: true });
      });
      bench.driver.setLeds({ ...LEDS_OFF, capsLock: true });
      await bench.settle();
      expect(bench.leds()).toEqual({ ...LEDS_OFF, capsLock: true });
    });

    test('gives the desktop its own LEDs back when the focus goes, and takes them again', async () => {
      await using bench = await openDeskBench('?window=1280x720');
      bench.driver.listen(() => undefined);
      bench.driver.setLeds({ ...LEDS_OFF, capsLock: true });
      await bench.settle();
      bench.focus(false);
      await bench.settle();
      expect(bench.leds()).toEqual(LEDS_OFF);
      bench.focus(true);
      await bench.settle();
      expect(bench.leds()).toEqual({ ...LEDS_OFF, capsLock: true });
    });

    test('leaves no key stuck that is held while the pointer leaves the window and comes back', async () => {
      await using bench = await openDeskBench('?window=640x360');
      const keyboard: (ReadonlySet<Usage> | null)[] = [];
      bench.driver.listen((event) => {
        if (event.type === 'report' && event.device === 'x11-keyboard') keyboard.push(decodeKeyBitmap(event.bytes));
      });
      bench.press(Usages.A);
      await bench.settle();
      for (const place of [0, 1]) {
        bench.point({ x: place, y: place });
        await bench.settle();
      }
      bench.release(Usages.A);
      await bench.settle();
      expect(keyboard).toEqual([new Set([Usages.A]), new Set()]);
    });

    test('detaches its devices when the X server goes away', async () => {
      await using bench = await openDeskBench();
      const events: HidHostEvent[] = [];
      bench.driver.listen((event) => events.push(event));
      bench.xvfb.child.kill('SIGKILL');
      expect(await bench.desk.window.ended).toBe('lost');
      await eventually(() =>
        expect(events.slice(-3).map((event) => event.type)).toEqual(['detached', 'detached', 'detached']),
      );
    });
  });
});
