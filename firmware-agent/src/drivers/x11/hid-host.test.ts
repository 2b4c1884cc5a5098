import { LEDS_OFF, Usages } from '@seatmatrix/protocol/domain';
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
