import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, type Taste } from '../browser-page.ts';
import { root } from '../npm-program.ts';
import { PageSite } from './page-site.ts';

const paths = [
  '/',
  '/matrix',
  '/devices',
  '/people',
  '/people?tab=grants',
  '/hotkeys',
  '/places',
  '/sessions',
  '/audit',
  '/settings',
];
const tastes: readonly Taste[] = [
  { locale: 'zh-CN', colorScheme: 'dark' },
  { locale: 'en-GB', colorScheme: 'light' },
  { locale: 'zh-CN', colorScheme: 'light' },
  { locale: 'en-GB', colorScheme: 'dark' },
];
/** What a person waits for before the first page stands. */
const FIRST_PAGE_MAX = 500 * 1024;

describe.skipIf(!existsSync(CHROMIUM))('the manager’s page', { timeout: 180_000 }, () => {
  let site: PageSite;

  beforeAll(async () => {
    site = await PageSite.start();
  }, 120_000);

  afterAll(async () => {
    await site?.[Symbol.asyncDispose]();
  }, 60_000);

  it.each(tastes)('is open to everybody and complains of nothing: $locale, $colorScheme', async (taste) => {
    const visitor = await site.signedIn(taste);
    const found: Record<string, readonly string[]> = {};
    for (const path of paths) {
      await visitor.go(path);
      await visitor.page.locator('.empty[role="status"]').waitFor({ state: 'detached' });
      const barriers = await visitor.barriers();
      if (barriers.length > 0) found[path] = barriers;
      const name = path.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'overview';
      await visitor.keep(`${name}-${taste.locale}-${taste.colorScheme}`);
    }
    expect(found).toEqual({});
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });

  it('is read on a phone, where nothing is wider than the screen', async () => {
    const phone = await site.signedIn({ locale: 'zh-CN', colorScheme: 'light' }, { width: 390, height: 800 });
    for (const path of paths) {
      await phone.go(path);
      const wide = await phone.page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
      expect([path, wide]).toEqual([path, 0]);
      await phone.keep(`phone-${path.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'overview'}`);
    }
    await phone.button('打开菜单').click();
    await phone.page.getByRole('link', { name: '热键' }).click();
    await phone.page.getByRole('heading', { level: 1, name: '热键' }).waitFor();
    await phone.context.close();
  });

  it('loads no more than half a megabyte for its first page', async () => {
    const html = readFileSync(`${root}manager-server/web/dist/index.html`, 'utf8');
    const files = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(files.length).toBeGreaterThan(1);
    const bytes = files.map((path) => gzipSync(readFileSync(`${root}manager-server/web/dist${path}`)).length);
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(FIRST_PAGE_MAX);
    for (const path of files) {
      const { headers } = await site.client.ask('GET', path, { headers: { 'accept-encoding': 'gzip' } });
      expect([path, headers['content-encoding'], headers.vary]).toEqual([path, 'gzip', 'accept-encoding']);
      const plain = await site.client.ask('GET', path);
      expect([path, plain.headers['content-encoding']]).toEqual([path, undefined]);
    }
  });

  it('changes its language and its colours without losing what is being edited', async () => {
    const person = await site.signedIn({ locale: 'en-GB', colorScheme: 'light' });
    await person.go('/hotkeys');
    await person.button('dl').click();
    await person.dialogue.getByLabel('Hotkey', { exact: true }).fill('dl9');
    await person.page.keyboard.press('Escape');
    await person.dialogue.waitFor({ state: 'detached' });
    await person.button('中文').click();
    await person.page.getByRole('heading', { level: 1, name: '热键' }).waitFor();
    await person.button('dl').click();
    await person.page.getByText('有未保存的修改').waitFor();
    expect(await person.dialogue.locator('input[name="text"]').inputValue()).toBe('dl9');
    await person.button('放弃修改').click();
    expect(await person.dialogue.locator('input[name="text"]').inputValue()).toBe('dl');
    await person.context.close();
  });

  it('is walked through by keys alone', async () => {
    const person = await site.signedIn({ locale: 'en-GB', colorScheme: 'dark' });
    await person.page.keyboard.press('Tab');
    const focused = () => person.page.evaluate<string>('document.activeElement?.textContent ?? ""');
    expect(await focused()).toBe('Skip to the content');
    for (let count = 0; count < 5; count++) await person.page.keyboard.press('Tab');
    expect(await focused()).toBe('Operators and rights');
    await person.page.keyboard.press('Enter');
    await person.page.getByRole('heading', { level: 1, name: 'Operators and rights' }).waitFor();
    await person.context.close();
  });

  it('says within four seconds that the manager is gone, and heals by itself', async () => {
    const person = await site.signedIn({ locale: 'zh-CN', colorScheme: 'dark' });
    await person.go('/devices');
    await person.page.locator('[data-device="0001"]').waitFor();
    await site.demo[Symbol.asyncDispose]();
    const gone = performance.now();
    await person.page.locator('.lost:not([hidden])').waitFor();
    expect(performance.now() - gone).toBeLessThan(4000);
    await person.keep('lost');
    await site.restart();
    await person.page.locator('.lost').waitFor({ state: 'hidden' });
    await person.page.locator('[data-device="0001"] .chip.good').first().waitFor();
    await person.context.close();
  });
});
