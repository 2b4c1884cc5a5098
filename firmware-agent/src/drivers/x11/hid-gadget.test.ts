import { encodeBootKeyboard, encodeWideMouse, Usages, usage } from '@seatmatrix/protocol/domain';
import { silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { describe, expect, test } from 'vitest';
import { hidGadgetContract } from '../contract/index.ts';
import type { HidGadgetEvent } from '../hid-gadget.ts';
import { openX11HidGadget } from './hid-gadget.ts';
import { openGadgetBench } from './testing/gadget-bench.ts';
import { eventually, startXvfb, xvfbIsInstalled } from './testing/xvfb.ts';
import { eventMask, openX11Connection, type X11Connection } from './x11-connection.ts';

describe.skipIf(!xvfbIsInstalled)('with Xvfb', () => {
  hidGadgetContract('the X11 gadget', openGadgetBench);

  describe('the X11 gadget', () => {
    test('presses keys of Japanese and ISO keyboards, and a letter after its shift', async () => {
      await using bench = await openGadgetBench();
      const keys = [usage(0x87), usage(0x8a), usage(0x64)];
      bench.driver.writeKeyboard(encodeBootKeyboard([Usages.A, Usages.RightShift, ...keys]));
      await bench.settle();
      expect(bench.computer.keys()).toEqual(new Set([Usages.A, Usages.RightShift, ...keys]));
    });

    test('presses every key of a burst that comes at once after a stall of the network', async () => {
      await using xvfb = await startXvfb();
      await using eye = await openX11Connection(xvfb.display, silentLog);
      const pressed = await watchKeys(eye);
      const options = { url: `//${xvfb.display}`, clock: systemClock, log: silentLog, environment: {} };
      await using gadget = await openX11HidGadget(options);
      for (let turn = 0; turn < 40; turn++) {
        gadget.writeKeyboard(encodeBootKeyboard([turn % 2 === 0 ? Usages.A : Usages.O]));
        gadget.writeKeyboard(encodeBootKeyboard([]));
      }
      await gadget.quiet();
      await eye.sync();
      expect(pressed).toEqual(Array.from({ length: 40 }, (_, turn) => (turn % 2 === 0 ? 38 : 32)));
    });

    test('lets go of what an agent that was killed left down', async () => {
      await using xvfb = await startXvfb();
      const killed = await openX11Connection(xvfb.display, silentLog);
      const xtest = await killed.extension('xtest');
      xtest?.FakeInput(2, 38, 0, 0, 0, 0);
      xtest?.FakeInput(4, 1, 0, 0, 0, 0);
      await killed.sync();
      killed.client.stream.destroy();
      await using eye = await openX11Connection(xvfb.display, silentLog);
      expect(await down(eye)).toEqual({ keys: 1, buttons: true });

      const options = { url: `//${xvfb.display}`, clock: systemClock, log: silentLog, environment: {} };
      await using gadget = await openX11HidGadget(options);
      expect(gadget).toBeDefined();
      expect(await down(eye)).toEqual({ keys: 0, buttons: false });
    });

    test('is for one agent at a time', async () => {
      await using xvfb = await startXvfb();
      const options = { url: `//${xvfb.display}`, clock: systemClock, log: silentLog, environment: {} };
      await using gadget = await openX11HidGadget(options);
      expect(gadget).toBeDefined();
      await expect(openX11HidGadget(options)).rejects.toMatchObject({
        code: 'device-busy',
        context: { pid: process.pid },
      });
    });

    test('is plugged in again when the X server is back, with nothing held', async () => {
      const first = await startXvfb();
      const options = { url: `//${first.display}`, clock: systemClock, log: silentLog, environment: {} };
      await using gadget = await openX11HidGadget(options);
      const events: HidGadgetEvent[] = [];
      gadget.listen((event) => events.push(event));
      await eventually(() => expect(events).toHaveLength(2));
      gadget.writeKeyboard(encodeBootKeyboard([Usages.A]));
      await first[Symbol.asyncDispose]();
      await eventually(() => expect(events.at(-1)).toEqual({ type: 'host', state: 'unplugged' }));
      gadget.writeRelativePointer(encodeWideMouse({ buttons: 1, dx: 5, dy: 5, wheel: 1, tilt: 0 }));

      await using second = await startXvfb({ display: first.display });
      expect(second.display).toBe(first.display);
      await eventually(() =>
        expect(events.slice(3)).toMatchObject([{ type: 'host', state: 'awake' }, { type: 'leds' }]),
      );
    });

    test('leaves no key down at a server that was busy when the agent ended', async () => {
      await using xvfb = await startXvfb();
      await using eye = await openX11Connection(xvfb.display, silentLog);
      const options = { url: `//${xvfb.display}`, clock: systemClock, log: silentLog, environment: {} };
      const gadget = await openX11HidGadget(options);
      gadget.writeKeyboard(encodeBootKeyboard([Usages.A]));
      await gadget.quiet();
      expect(await down(eye)).toMatchObject({ keys: 1 });
      xvfb.child.kill('SIGSTOP');
      const ended = gadget[Symbol.asyncDispose]();
      // Longer than half of what it is waited for.
      setTimeout(() => xvfb.child.kill('SIGCONT'), 1000);
      await ended;
      expect(await down(eye)).toMatchObject({ keys: 0 });
    });

    test('a display that is not there is named, with those that are', async () => {
      await using xvfb = await startXvfb();
      const options = { url: '//:6999', clock: systemClock, log: silentLog, environment: {} };
      await expect(openX11HidGadget(options)).rejects.toMatchObject({
        code: 'device-absent',
        message: expect.stringMatching(new RegExp(`^no X server answers at :6999; there are .*${xvfb.display}\\b`)),
      });
    });
  });
});

/** The keycodes that a window with the focus gets. */
async function watchKeys({ client, screen, onEvent, sync }: X11Connection): Promise<readonly number[]> {
  const pressed: number[] = [];
  const window = client.AllocID();
  client.CreateWindow(window, screen.root, 0, 0, 10, 10, 0, 0, 1, 0, {
    overrideRedirect: true,
    eventMask: eventMask.KeyPress ?? 0,
  });
  client.MapWindow(window);
  client.SetInputFocus(window, 1);
  onEvent(({ name, keycode }) => {
    if (name === 'KeyPress') pressed.push(keycode ?? 0);
  });
  await sync();
  return pressed;
}

async function down(eye: X11Connection): Promise<{ readonly keys: number; readonly buttons: boolean }> {
  const keymap = await eye.ask<Buffer>((reply) => eye.client.QueryKeymap(reply));
  const pointer = await eye.ask<{ readonly keyMask: number }>((reply) =>
    eye.client.QueryPointer(eye.screen.root, reply),
  );
  return { keys: keymap.filter((byte) => byte !== 0).length, buttons: (pointer.keyMask & 0x100) !== 0 };
}
