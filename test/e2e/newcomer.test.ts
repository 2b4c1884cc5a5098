import { existsSync } from 'node:fs';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserPage, browserProfile, CHROMIUM, launchBrowser } from './browser-page.ts';
import { demoClient, demoPlace, demoRuns, startDemo } from './demo.ts';
import { eventually } from './eventually.ts';
import type { NpmProgram } from './npm-program.ts';
import { pixelsChanged } from './picture-pixels.ts';
import { TemporaryFolder } from './temporary-folder.ts';

/** Where a computer of the demonstration writes what is typed: between two lines of codes, left of the lights. */
const CONSOLE_LINES = { left: 0.05, top: 0.32, width: 0.65, height: 0.16 };
/** From the command to typing on a computer. */
const NEWCOMER_LIMIT_MS = 120_000;

describe.skipIf(!existsSync(CHROMIUM))('a newcomer in a browser', { timeout: 180_000 }, () => {
  const folder = new TemporaryFolder();
  let demo: NpmProgram;
  let pages: string;
  let browser: Browser;
  let profile: BrowserContext;
  let duty: BrowserPage;
  let begun: number;

  beforeAll(async () => {
    begun = performance.now();
    demo = startDemo(await demoPlace(folder.at('data')));
    [pages, browser] = await Promise.all([demoRuns(demo), launchBrowser()]);
    profile = await browserProfile(browser, { locale: 'zh-CN', colorScheme: 'dark' });
  }, NEWCOMER_LIMIT_MS);

  afterAll(async () => {
    await browser?.close();
    await demo?.[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  }, 60_000);

  it('types on a simulated computer two minutes after npm start at the latest', async () => {
    const home = await BrowserPage.open(profile, pages);
    await home.page.waitForURL(({ pathname }) => pathname === '/sign-in');
    await home.keep('sign-in-zh-dark');
    await home.signInAsAdministrator();
    await home.page.locator('[data-place="值班长席"]').waitFor();
    await home.keep('home-zh-dark');

    await home.page.locator('[data-place="值班长席"] a[href^="/console/"]').click();
    duty = home;
    await duty.signInAtDesk('5004', 'hxfj', '123456');
    await duty.reads('5004', '电力调度一号');
    await duty.keep('menu-zh-dark');
    await duty.type('1');
    await duty.press('Enter');
    await duty.shows('5004', 1);
    await duty.menuIsClosed('5004');

    const before = await duty.picture('5004', CONSOLE_LINES);
    await duty.type('hello matrix');
    await eventually('what is typed stands on the computer’s screen', async () => {
      return pixelsChanged(before, await duty.picture('5004', CONSOLE_LINES)) > 500;
    });
    expect(performance.now() - begun).toBeLessThan(NEWCOMER_LIMIT_MS);
    await duty.keep('typed-zh-dark');
  });

  it('opens the menu by Shift, Shift, O, and the computer goes on below it', async () => {
    await duty.press('Shift', 'Shift', 'o');
    await duty.reads('5004', '按 Enter');
    await duty.shows('5004', 1);
    await duty.press('Escape');
    await duty.menuIsClosed('5004');
  });

  it('pushes to another desk, whose operator sees the picture and may not type on it', async () => {
    const other = await BrowserPage.open(profile, `${pages}/console/5005`);
    await other.signInAtDesk('5005', 'op2', 'kvm-op-2');
    await other.reads('5005', '按 Enter');

    // Computer 2: op2 has no right of his own to it.
    await duty.page.bringToFront();
    await connect(duty, '5004', 2);
    await duty.press('Shift', 'Shift', 'F2');
    await duty.reads('5004', '推送');
    await duty.type('5');
    await duty.press('Enter');
    await duty.reads('5004', '推送成功');
    await duty.menuIsClosed('5004');
    await other.shows('5005', 2);

    await other.page.bringToFront();
    await other.press('Escape');
    await other.menuIsClosed('5005');
    const before = await duty.picture('5004', CONSOLE_LINES);
    await other.type('not mine');
    const client = await demoClient(pages);
    const routes = await client.list('routes');
    expect(routes.find(({ receiver }) => receiver === 'device-5005')).toMatchObject({ mode: 'view' });
    await duty.page.bringToFront();
    const changed = async () => pixelsChanged(before, await duty.picture('5004', CONSOLE_LINES));
    await duty.type('m');
    await eventually('the key of 5004 stands on the screen', async () => (await changed()) > 50);
    await duty.press('Backspace');
    await eventually('nothing stands there but what 5004 typed', async () => (await changed()) === 0);
    await duty.keep('pushed-zh-dark');
    await other.keep('pushed-to-zh-dark');
  });

  it('fetches back what another desk shows', async () => {
    await connect(duty, '5004', 1);
    await duty.press('Shift', 'Shift', 'F3');
    await duty.reads('5004', '获取');
    await duty.type('5');
    await duty.press('Enter');
    await duty.reads('5004', '获取成功');
    await duty.shows('5004', 2);
    await duty.menuIsClosed('5004');
  });

  it('is at the sign-in screen again after F12', async () => {
    await duty.press('Shift', 'Shift', 'o');
    await duty.reads('5004', '按 Enter');
    await duty.press('F12');
    await duty.reads('5004', '用户登录');
    await duty.shows('5004', null);
    expect(duty.complaints).toEqual([]);
  });

  it('shows the first page as soon as the manager answers, also when it did not at first', async () => {
    const home = new BrowserPage(await profile.newPage());
    await home.page.route('**/api/devices', (route) => route.abort(), { times: 1 });
    await home.page.goto(pages);
    await home.page.locator('.lost').waitFor();
    await home.page.locator('[data-place="值班长席"]').waitFor();
    await home.page.locator('.lost').waitFor({ state: 'hidden' });
    await home.page.close();
  });

  it('finds the pages in English and in the light, too', async () => {
    const english = await browserProfile(browser, { locale: 'en-GB', colorScheme: 'light' });
    const home = await BrowserPage.open(english, pages);
    await home.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await home.keep('sign-in-en-light');
    await home.signInAsAdministrator();
    await home.page.getByText('Desks and walls').waitFor();
    await home.keep('home-en-light');
    await home.page.goto(`${pages}/console/wall/${encodeURIComponent('大屏')}`);
    await home.reads('5007', '5007');
    await home.keep('wall-en-light');
    await english.close();
  });
});

async function connect(desk: BrowserPage, receiver: string, computer: number): Promise<void> {
  await desk.press('Shift', 'Shift', 'F1');
  await desk.reads(receiver, '按 Enter');
  await desk.type(String(computer));
  await desk.press('Enter');
  await desk.shows(receiver, computer);
  await desk.menuIsClosed(receiver);
}
