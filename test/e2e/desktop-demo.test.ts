import { existsSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserPage, browserProfile, CHROMIUM, launchBrowser } from './browser-page.ts';
import { demoPlace, demoRuns, startDemo } from './demo.ts';
import { contrast } from './desktop/screen-pixels.ts';
import { eventually } from './eventually.ts';
import type { NpmProgram } from './npm-program.ts';
import { pixelsChanged } from './picture-pixels.ts';
import { TemporaryFolder } from './temporary-folder.ts';

/** Where the terminal of the first desktop has its first lines. */
const TERMINAL = { x: 50, y: 70, width: 300, height: 60 };
/** The same in shares of the picture, without the clock. */
const PART = { left: 0.04, top: 0.05, width: 0.5, height: 0.3 };
const installed = [CHROMIUM, '/usr/bin/Xvfb', '/usr/bin/xterm', '/usr/bin/openbox'].every(existsSync);

describe.skipIf(!installed)('npm start -- --desktop', { timeout: 180_000 }, () => {
  const folder = new TemporaryFolder();
  let demo: NpmProgram;
  let browser: Browser;
  let desk: BrowserPage;

  beforeAll(async () => {
    demo = startDemo(await demoPlace(folder.at('data')), ['--desktop']);
    const [pages, started] = await Promise.all([demoRuns(demo), launchBrowser()]);
    browser = started;
    const profile = await browserProfile(browser, { locale: 'zh-CN', colorScheme: 'dark' });
    desk = await BrowserPage.open(profile, pages);
    await desk.signInAsAdministrator();
    await desk.page.goto(`${pages}/console/5004`);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await demo?.[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  }, 60_000);

  it('shows a real desktop in the browser and types into it', async () => {
    await desk.signInAtDesk('5004', 'hxfj', '123456');
    await desk.reads('5004', '值班工作站');
    await desk.type('1');
    await desk.press('Enter');
    await desk.menuIsClosed('5004');
    await eventually('the terminal is seen', async () => {
      const pixels = await desk.picture('5004');
      return pixels.width === 1280 && contrast(pixels, TERMINAL) > 100;
    });
    await desk.type('echo hello matrix');
    await desk.press('Shift+Period', 'Space');
    await desk.type('typed');
    await desk.press('Enter');
    const typed = folder.at('data', 'desktops', '0001', 'typed');
    await eventually('it has run', () => existsSync(typed) && readFileSync(typed, 'utf8') === 'hello matrix\n', {
      seen: async () => {
        await desk.keep('desktop-failed');
        return demo.said;
      },
    });
    await desk.keep('desktop-zh-dark');
  });

  it('shows another desktop after a switch, and the first one again', async () => {
    for (const [number, name] of [
      ['3', '运维工作站'],
      ['1', '值班工作站'],
    ] as const) {
      await desk.press('Shift', 'Shift', 'F1');
      await desk.reads('5004', name);
      await desk.type(number);
      await desk.press('Enter');
      await desk.reads('5004', '连接成功');
      await desk.menuIsClosed('5004');
      await eventually('the terminal is seen', async () => contrast(await desk.picture('5004'), TERMINAL) > 100);
    }
    expect(desk.complaints).toEqual([]);
  });

  it('shows it as single pictures where the browser has no decoder', async () => {
    const plain = await browserProfile(browser, { locale: 'en-GB', colorScheme: 'light' });
    await plain.addInitScript('delete globalThis.VideoDecoder');
    const watcher = await BrowserPage.open(plain, new URL('/', desk.page.url()).href);
    await watcher.signInAsAdministrator();
    await watcher.page.goto(desk.page.url());
    expect(await watcher.page.evaluate("'VideoDecoder' in globalThis")).toBe(false);
    await eventually('the terminal is seen', async () => contrast(await watcher.picture('5004'), TERMINAL) > 100);
    const before = await watcher.picture('5004', PART);
    await desk.page.bringToFront();
    await desk.type('cd');
    await eventually('what is typed is seen', async () => {
      return pixelsChanged(before, await watcher.picture('5004', PART)) > 20;
    });
    await plain.close();
  });

  it('is gone with all its desktops after Control-C', async () => {
    const [...before] = demo.commands();
    expect(before.filter((command) => /\bXvfb\b/.test(command))).toHaveLength(3);
    demo.signal('SIGINT', 'group');
    expect(await demo.ended).toEqual({ code: 0, signal: null });
    await eventually('nothing is left', () => demo.processes().length === 0, { seen: () => demo.commands() });
  });
});
