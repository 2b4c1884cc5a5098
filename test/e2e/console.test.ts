import { existsSync } from 'node:fs';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserPage, browserProfile, CHROMIUM, launchBrowser } from './browser-page.ts';
import { ConsoleClient, openConsoleSocket } from './console-client.ts';
import { demoClient, demoPlace, demoRuns, startDemo } from './demo.ts';
import { eventually } from './eventually.ts';
import type { NpmProgram } from './npm-program.ts';
import { pixelsChanged } from './picture-pixels.ts';
import type { SiteClient } from './site-client.ts';
import { TemporaryFolder } from './temporary-folder.ts';

/** Where a computer of the demonstration writes what is typed, and where it shows which keys it has down. */
const CONSOLE_LINES = { left: 0.05, top: 0.32, width: 0.65, height: 0.16 };
const HELD_KEYS = { left: 0.77, top: 0.59, width: 0.19, height: 0.05 };

describe.skipIf(!existsSync(CHROMIUM))('the virtual console', { timeout: 180_000 }, () => {
  const folder = new TemporaryFolder();
  let demo: NpmProgram;
  let pages: string;
  let browser: Browser;
  let profile: BrowserContext;
  let site: SiteClient;

  beforeAll(async () => {
    demo = startDemo(await demoPlace(folder.at('data')));
    [pages, browser] = await Promise.all([demoRuns(demo), launchBrowser()]);
    site = await demoClient(pages);
    profile = await browserProfile(browser, { locale: 'zh-CN', colorScheme: 'light' });
    const first = await BrowserPage.open(profile, `${pages}/sign-in`);
    await first.signInAsAdministrator();
    await first.page.close();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await demo?.[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  }, 60_000);

  it('lets a second page look on and says so; what a lost page holds is let go', async () => {
    const control = await BrowserPage.open(profile, `${pages}/console/5004`);
    await control.signInAtDesk('5004', 'hxfj', '123456');
    await control.reads('5004', '按 Enter');
    await control.type('7');
    await control.press('Enter');
    await control.shows('5004', 6);
    await control.menuIsClosed('5004');

    const watcher = await BrowserPage.open(profile, `${pages}/console/5004`);
    await watcher.page.locator('.screen[data-state="watch"]').waitFor();
    await watcher.page.getByText('仅观看').waitFor();
    await watcher.shows('5004', 6);
    await watcher.keep('watching-zh-light');

    const idle = await watcher.picture('5004', HELD_KEYS);
    const line = await watcher.picture('5004', CONSOLE_LINES);
    const held = async () => pixelsChanged(idle, await watcher.picture('5004', HELD_KEYS)) > 20;
    await watcher.type('watching');
    await control.page.keyboard.down('a');
    await eventually('the computer has the key down', held);
    await control.page.close();
    await eventually('the key of the closed page is up', async () => !(await held()));
    // One letter, and none of the watcher's: taken back, the line is as before.
    const program = new ConsoleClient(site, '5004');
    await eventually('the next that comes controls', () => program.role === 'control');
    program.type('\b');
    await eventually('nothing of the watcher was typed', async () => {
      return pixelsChanged(line, await watcher.picture('5004', CONSOLE_LINES)) === 0;
    });

    program.hold(...ConsoleClient.keys('b'));
    await eventually('the computer has the next key down', held);
    // As when a power cut takes the page: nobody says goodbye.
    program[Symbol.dispose]();
    await eventually('the key of the lost page is up', async () => !(await held()));
    await watcher.page.close();
  });

  it('shows a seat with all its displays, and the keys follow the pointer', async () => {
    const seat = await BrowserPage.open(profile, `${pages}/console/seat/${encodeURIComponent('调度坐席')}`);
    await seat.pointAt('5001');
    await seat.signInAtDesk('5001', 'hxfj', '123456');
    await seat.reads('5001', '按 Enter');
    expect(await seat.page.locator('.screen').count()).toBe(3);
    await seat.type('1');
    await seat.press('Enter');
    await seat.shows('5001', 1);
    await seat.menuIsClosed('5001');

    await seat.pointAt('5003');
    await seat.press('Shift', 'Shift', 'o');
    await seat.reads('5003', '按 Enter');
    await seat.type('2');
    await seat.press('Enter');
    await seat.shows('5003', 2);
    await seat.shows('5001', 1);
    await seat.menuIsClosed('5003');

    const left = await seat.picture('5001', CONSOLE_LINES);
    const right = await seat.picture('5003', CONSOLE_LINES);
    await seat.type('right');
    await eventually('what is typed stands on the right display', async () => {
      return pixelsChanged(right, await seat.picture('5003', CONSOLE_LINES)) > 200;
    });
    await seat.pointAt('5001');
    expect(pixelsChanged(left, await seat.picture('5001', CONSOLE_LINES))).toBe(0);
    await seat.type('left');
    await eventually('what is typed stands on the left display', async () => {
      return pixelsChanged(left, await seat.picture('5001', CONSOLE_LINES)) > 200;
    });
    await seat.keep('seat-zh-light');
    expect(seat.complaints).toEqual([]);
    await seat.page.close();
  });

  it.each([
    ['nobody', () => ({ cookie: null, origin: pages }), 401],
    ['a cookie that is none', () => ({ cookie: 'seatmatrix=0123456789abcdef', origin: pages }), 401],
    ['a page of another site', () => ({ cookie: site.cookie, origin: 'http://elsewhere.example' }), 403],
    ['a page on another port', () => ({ cookie: site.cookie, origin: 'http://127.0.0.1:1' }), 403],
    ['a program without an origin', () => ({ cookie: site.cookie, origin: null }), 403],
  ] as const)('refuses its socket to %s', async (_who, given, status) => {
    const socket = openConsoleSocket({ base: pages, receiver: '5004', ...given() });
    const answer = await new Promise<number | 'opened' | undefined>((resolve) => {
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
      socket.on('open', () => resolve('opened'));
      // What follows the refusal that was just told.
      socket.on('error', () => undefined);
    });
    socket.terminate();
    expect(answer).toBe(status);
  });
});
