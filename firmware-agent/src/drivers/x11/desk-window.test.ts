import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Usages } from '@seatmatrix/protocol/domain';
import { silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { describe, expect, test } from 'vitest';
import { openX11Desk } from './desk.ts';
import type { DeskWindowEvent } from './desk-event.ts';
import { type DeskBench, openDeskBench } from './testing/desk-bench.ts';
import { eventually, startXvfb, xvfbIsInstalled } from './testing/xvfb.ts';
import { askForFocus } from './window-manager.ts';
import { openX11Connection, type X11Connection } from './x11-connection.ts';

const openboxIsInstalled = existsSync('/usr/bin/openbox');

describe.skipIf(!xvfbIsInstalled)('with Xvfb', () => {
  describe('the desk’s window', () => {
    test('fills a screen without a window manager, and follows it when its size changes', async () => {
      await using bench = await openDeskBench();
      const { window } = bench.desk;
      expect(window.size).toEqual({ width: 1280, height: 720 });
      expect(window.monitor).toMatchObject({ mode: { width: 1280, height: 720, rate: 60 } });
      // No server invents what a monitor would say of itself.
      expect(window.monitor?.edid).toHaveLength(0);

      const events: DeskWindowEvent[] = [];
      window.subscribe((event) => events.push(event));
      await setScreenSize(bench, { width: 1024, height: 600 });
      await eventually(() => expect(window.size).toEqual({ width: 1024, height: 600 }));
      expect(events).toContainEqual({ type: 'size', size: { width: 1024, height: 600 } });
      expect(events).toContainEqual(expect.objectContaining({ type: 'monitor' }));
    });

    test('is as large as wanted, and its video fills it when somebody resizes it', async () => {
      await using bench = await openDeskBench('?window=640x360');
      const { window } = bench.desk;
      expect(window.size).toEqual({ width: 640, height: 360 });
      bench.hand.client.ResizeWindow(window.xid, 800, 450);
      await eventually(async () => {
        const video = await bench.hand.ask<{ readonly width: number; readonly height: number }>((reply) =>
          bench.hand.client.GetGeometry(window.videoWindow, reply),
        );
        expect(video).toMatchObject({ width: 800, height: 450 });
      });
    });

    test('ends when whoever sits there closes it', async () => {
      await using bench = await openDeskBench('?window=640x360');
      const { hand, desk } = bench;
      const [protocols, close] = [await hand.atom('WM_PROTOCOLS'), await hand.atom('WM_DELETE_WINDOW')];
      hand.client.SendClientMessage(desk.window.xid, desk.window.xid, protocols, 32, [close, 0], 0);
      expect(await desk.window.ended).toBe('closed');
    });

    test('hides the video behind the stand-by background, and shows it again', async () => {
      await using bench = await openDeskBench();
      const { window } = bench.desk;
      bench.hand.client.ChangeWindowAttributes(window.videoWindow, { backgroundPixel: 0xff00ff });
      bench.hand.client.ClearArea(window.videoWindow, 0, 0, 0, 0, 0);
      await bench.settle();
      expect(await pixel(bench)).toBe(0xff00ff);
      window.setVideoVisible(false);
      await bench.settle();
      expect(await pixel(bench)).toBe(0x0b0e13);
      window.setVideoVisible(true);
      await bench.settle();
      expect(await pixel(bench)).toBe(0xff00ff);
    });

    test('has a screen to itself, while windows stand side by side', async () => {
      await using xvfb = await startXvfb();
      const at = (url: string) => openX11Desk({ url, clock: systemClock, log: silentLog, environment: {} });
      await using _full = await at(`//${xvfb.display}`);
      await expect(at(`//${xvfb.display}`)).rejects.toMatchObject({ code: 'device-busy' });
      await using _one = await at(`//${xvfb.display}?window=320x200`);
      await using _other = await at(`//${xvfb.display}?window=320x200`);
    });

    test('names the monitors that there are when the wanted one is not', async () => {
      await using xvfb = await startXvfb();
      const url = `//${xvfb.display}?monitor=HDMI-7`;
      await expect(openX11Desk({ url, clock: systemClock, log: silentLog, environment: {} })).rejects.toMatchObject({
        code: 'device-absent',
        message: 'no monitor "HDMI-7" is on; there are: screen',
      });
    });
  });

  describe.skipIf(!openboxIsInstalled)('under a window manager, the desk’s window', () => {
    test('is full screen, and the desktop’s shortcuts reach the computer', async () => {
      await using managed = await openManaged('');
      const { bench, keys } = managed;
      expect(bench.desk.window.size).toEqual({ width: 1280, height: 720 });
      // Openbox closes a window by Alt+F4 and goes to the next one by Alt+Tab.
      for (const key of [Usages.F4, Usages.Tab]) {
        bench.press(Usages.LeftAlt);
        bench.press(key);
        bench.release(key);
        bench.release(Usages.LeftAlt);
      }
      await bench.settle();
      expect(keys).toEqual([64, 70, -70, -64, 64, 23, -23, -64]);
      expect(await ended(bench)).toBe(false);
    });

    test('is minimised by Ctrl + Alt + Shift + Esc, and has the keyboard again when it is back', async () => {
      await using managed = await openManaged('');
      const { bench, keys } = managed;
      const { LeftControl, LeftAlt, LeftShift, Escape } = Usages;
      for (const key of [LeftControl, LeftAlt, LeftShift, Escape]) bench.press(key);
      await eventually(() => expect(bench.desk.window.focused).toBe(false));
      expect(keys).toEqual([37, 64, 50]);
      for (const key of [Escape, LeftShift, LeftAlt, LeftControl]) bench.release(key);

      await askForFocus(bench.hand, bench.desk.window.xid);
      await eventually(async () => {
        await bench.settle();
        expect(bench.desk.window.focused).toBe(true);
      });
      bench.press(Usages.A);
      await eventually(() => expect(keys).toContain(38));
    });

    test('leaves the desktop its shortcuts when it does not fill the screen', async () => {
      await using managed = await openManaged('?window=640x360');
      const { bench } = managed;
      expect(bench.desk.window.size).toEqual({ width: 640, height: 360 });
      bench.press(Usages.LeftAlt);
      bench.press(Usages.F4);
      bench.release(Usages.F4);
      bench.release(Usages.LeftAlt);
      expect(await bench.desk.window.ended).toBe('closed');
    });
  });
});

interface Managed extends AsyncDisposable {
  readonly bench: DeskBench;
  /** Key codes, negative when they went up. */
  readonly keys: readonly number[];
}

async function openManaged(query: string): Promise<Managed> {
  await using parts = new AsyncDisposableStack();
  const keys: number[] = [];
  let openbox: ChildProcess | null = null;
  const bench = parts.use(
    await openDeskBench(query, async ({ display, hand }) => {
      openbox = spawn('openbox', [], { env: { ...process.env, DISPLAY: display }, stdio: 'ignore' });
      await eventually(async () => expect(await manages(hand)).toBe(true));
    }),
  );
  parts.defer(() => void openbox?.kill('SIGKILL'));
  await eventually(async () => {
    await bench.settle();
    const wanted = query === '' ? 1280 : 640;
    expect(bench.desk.window.size.width).toBe(wanted);
  });
  bench.desk.window.subscribe((event) => {
    if (event.type === 'key') keys.push(event.pressed ? event.keycode : -event.keycode);
  });
  const kept = parts.move();
  return { bench, keys, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

/** As `xrandr --newmode`, `--addmode` and `--mode` do. */
async function setScreenSize({ hand }: DeskBench, size: { width: number; height: number }): Promise<void> {
  const randr = await hand.extension('randr');
  if (randr === null) return;
  const { root } = hand.screen;
  const { outputs, crtcs } = await hand.ask<{ readonly outputs: readonly number[]; readonly crtcs: readonly number[] }>(
    (reply) => randr.GetScreenResources(root, reply),
  );
  const mode = await hand.ask<number>((reply) => randr.CreateMode(root, { ...size, name: 'test' }, reply));
  randr.AddOutputMode(outputs[0] ?? 0, mode);
  await hand.ask<unknown>((reply) => randr.SetCrtcConfig(crtcs[0] ?? 0, 0, 0, 0, 0, mode, 1, outputs, reply));
  randr.SetScreenSize(root, size.width, size.height, 270, 160);
  await hand.sync();
}

/** Openbox says that it is there some time before it takes new windows. */
async function manages({ client, screen, ask }: X11Connection): Promise<boolean> {
  const probe = client.AllocID();
  client.CreateWindow(probe, screen.root, 0, 0, 10, 10, 0, 0, 1, 0, {});
  client.MapWindow(probe);
  const deadline = performance.now() + 200;
  let framed = false;
  while (!framed && performance.now() < deadline) {
    const tree = await ask<{ readonly parent: number }>((reply) => client.QueryTree(probe, reply));
    framed = tree.parent !== screen.root;
  }
  client.DestroyWindow(probe);
  return framed;
}

const ended = ({ desk }: DeskBench): Promise<boolean> =>
  Promise.race([desk.window.ended.then(() => true), new Promise<boolean>((resolve) => setImmediate(resolve, false))]);

async function pixel({ hand }: DeskBench): Promise<number> {
  const { data } = await hand.ask<{ readonly data: Buffer }>((reply) =>
    hand.client.GetImage(2, hand.screen.root, 640, 360, 1, 1, 0xffffffff, reply),
  );
  return data.readUInt32LE(0) & 0xffffff;
}

describe.skipIf(!xvfbIsInstalled)('an X server with a cookie', () => {
  test('is said to want it where there is none', async () => {
    await using xvfb = await startXvfb({ cookie: 'a1'.repeat(16) });
    const before = process.env.XAUTHORITY;
    try {
      process.env.XAUTHORITY = '/nonexistent';
      await expect(openX11Connection(xvfb.display, silentLog)).rejects.toMatchObject({ code: 'device-denied' });
      process.env.XAUTHORITY = xvfb.authority;
      await using connection = await openX11Connection(xvfb.display, silentLog);
      expect(connection.screen.width).toBe(1920);
    } finally {
      if (before === undefined) delete process.env.XAUTHORITY;
      else process.env.XAUTHORITY = before;
    }
  });
});
