import { existsSync } from 'node:fs';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserPage, CHROMIUM, launchBrowser, type Taste } from '../browser-page.ts';
import { freePort } from '../free-port.ts';
import { NpmProgram } from '../npm-program.ts';
import { TemporaryFolder } from '../temporary-folder.ts';
import { CountedHand } from './counted-hand.ts';
import { keepText, SitePage } from './page-site.ts';

const ADMINISTRATOR = { name: '管理员', password: 'Weit-hinter-den-Wortbergen' };
const OPERATOR = { name: 'wang', password: 'leise9drehen' };
const COMPUTER = '渲染主机';

/** What a newcomer may need from the claim code to a picture at a desk; a field that is filled well is not touched. */
const CLICKS_MAX = 30;

describe.skipIf(!existsSync(CHROMIUM))('a newcomer’s site', { timeout: 180_000 }, () => {
  const folder = new TemporaryFolder();
  const programs: NpmProgram[] = [];
  let browser: Browser;
  let pages: string;
  let claimCode: string;
  let boxPort: number;

  const profile = async ({ locale, colorScheme }: Taste): Promise<BrowserContext> => {
    // Nobody signed the certificate of a new site, and a person clicks the warning away.
    const context = await browser.newContext({
      ...{ locale, colorScheme, ignoreHTTPSErrors: true },
      viewport: { width: 1440, height: 900 },
    });
    context.setDefaultTimeout(60_000);
    return context;
  };

  beforeAll(async () => {
    const port = await freePort();
    boxPort = await freePort();
    const manager = new NpmProgram({
      script: 'manager',
      argv: [
        ...['--data', folder.at('site'), '--host', '127.0.0.1'],
        ...['--port', String(port), '--box-port', String(boxPort)],
      ],
    });
    programs.push(manager);
    [browser] = await Promise.all([launchBrowser(), manager.says(/Pages +https:/)]);
    [, claimCode = ''] = await manager.says(/^ +((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})$/m);
    [, pages = ''] = await manager.says(/Pages +(https:\S+?)\/\n/);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    for (const program of programs) await program[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  }, 60_000);

  it('leads from the claim code to a picture at a desk, each step by the one before it', async () => {
    const context = await profile({ locale: 'zh-CN', colorScheme: 'dark' });
    const page = await context.newPage();
    const site = new SitePage({ page, context, pages });
    const hand = new CountedHand(page);
    const english = await profile({ locale: 'en-GB', colorScheme: 'light' });
    const other = await english.newPage();
    const foreign = new SitePage({ page: other, context: english, pages });
    /** The same in both languages, for whoever looks at it after the run. */
    const keep = async (name: string) => {
      await site.keep(`newcomer-${name}-zh`);
      await english.addCookies(await context.cookies());
      await other.goto(page.url());
      await other.getByRole('heading', { level: 1 }).waitFor();
      await foreign.keep(`newcomer-${name}-en`);
    };
    const step = (name: string) => page.locator(`[data-step="${name}"]`);
    const next = (name: string) => page.locator(`[data-step="${name}"][aria-current="step"]`);
    const begun = performance.now();

    // Every address leads to the claim.
    await page.goto(`${pages}/devices`);
    await page.waitForURL(({ pathname }) => pathname === '/claim');
    await keep('1-claim');
    await hand.type(claimCode);
    for (const text of [ADMINISTRATOR.name, ADMINISTRATOR.password, ADMINISTRATOR.password]) {
      await hand.press('Tab');
      // Past the eye of the password's field.
      if ((await page.evaluate<string>('document.activeElement.tagName')) !== 'INPUT') await hand.press('Tab');
      await hand.type(text);
    }
    await hand.press('Enter');
    await next('stepTransmitter').waitFor();
    await keep('2-first-steps');

    programs.push(
      new NpmProgram({
        script: 'sim',
        argv: [
          ...['--tx', '1', '--rx', '1', '--console', '--data', folder.at('sim')],
          ...['--manager', `https://127.0.0.1:${boxPort}`],
        ],
      }),
    );
    await hand.click(step('stepTransmitter').getByRole('link'));
    for (const [kind, name] of [
      ['发送终端', COMPUTER],
      ['接收终端', null],
    ] as const) {
      const waiting = page.locator('#pending article', { hasText: kind });
      await waiting.waitFor();
      if (name !== null) await keep('3-pending');
      await hand.click(waiting.getByRole('button'));
      await hand.click(site.dialogue.getByRole('checkbox'));
      if (name !== null) {
        await hand.write(site.dialogue.locator('input[name="name"]'), name);
        await site.keep('newcomer-4-adopt-zh');
      }
      await hand.click(site.button('接入', site.dialogue));
      await waiting.waitFor({ state: 'detached' });
      await site.dialogue.waitFor({ state: 'detached' });
    }
    await keep('5-devices');

    await hand.click(page.locator('nav a.item[href="/"]'));
    await next('stepOperator').waitFor();
    await keep('6-operator-is-next');
    await hand.click(step('stepOperator').getByRole('link'));
    await hand.click(site.button('新建操作员'));
    await hand.type(OPERATOR.name);
    await hand.write(site.dialogue.locator('input[name="password"]'), OPERATOR.password);
    await hand.press('Enter');
    await page.locator(`h2:has-text("${OPERATOR.name}"), [role="dialog"] :text("${OPERATOR.name}")`).first().waitFor();
    await keep('7-operator');
    await hand.press('Escape');
    await site.dialogue.waitFor({ state: 'detached' });

    await hand.click(page.locator('nav a.item[href="/"]'));
    await next('stepGrant').waitFor();
    await hand.click(step('stepGrant').getByRole('link'));
    const cell = page.locator(`.grant-grid button[aria-label*="${OPERATOR.name}"][aria-label*="${COMPUTER}"]`);
    await hand.click(cell);
    await page.locator(`.grant-grid button[aria-pressed="true"][aria-label*="${OPERATOR.name}"]`).waitFor();
    await keep('8-granted');

    await hand.click(page.locator('nav a.item[href="/"]'));
    await next('stepDesk').waitFor();
    await keep('9-desk-is-next');
    const desk = new BrowserPage(page);
    await hand.click(step('stepDesk').getByRole('link'));
    await desk.signInAtDesk('5001', OPERATOR.name, OPERATOR.password);
    await desk.reads('5001', COMPUTER);
    await desk.keep('newcomer-menu');
    await hand.press('1', 'Enter');
    await desk.shows('5001', 1);
    await site.keep('newcomer-10-picture-zh');
    hand.keys += OPERATOR.name.length + OPERATOR.password.length + 2;
    const seconds = (performance.now() - begun) / 1000;
    keepText('newcomer', { clicks: hand.clicks, keys: hand.keys, seconds: Math.round(seconds) });
    expect(hand.clicks).toBeLessThanOrEqual(CLICKS_MAX);

    await page.goto(pages);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('[data-place]').first().waitFor();
    expect(await page.locator('.first-steps').count()).toBe(0);
    await keep('11-overview');
  });
});
