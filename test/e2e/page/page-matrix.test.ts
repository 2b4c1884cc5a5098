import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, type Taste } from '../browser-page.ts';
import { eventually } from '../eventually.ts';
import { PageSite, type SitePage } from './page-site.ts';

const tastes: readonly Taste[] = [
  { locale: 'zh-CN', colorScheme: 'dark' },
  { locale: 'en-GB', colorScheme: 'light' },
];

describe.skipIf(!existsSync(CHROMIUM))('the matrix on the page', { timeout: 180_000 }, () => {
  let site: PageSite;
  let person: SitePage;

  const shown = async (receiver: string) =>
    (await site.client.list('routes')).find((route) => route.receiver === `device-${receiver}`)?.transmitter ?? null;
  const shows = (receiver: string, transmitter: string | null) => {
    const wanted = transmitter === null ? null : `device-${transmitter}`;
    return eventually(`${receiver} is to show ${transmitter}`, async () => (await shown(receiver)) === wanted);
  };
  const grid = () => person.page.getByRole('grid');
  /** Moves the cursor by typing IDs, as a person who knows them does. */
  const goTo = async (receiver: string, transmitter: string) => {
    await grid().focus();
    for (const id of [receiver, transmitter]) {
      await person.page.keyboard.type(id);
      await person.page.keyboard.press('Escape');
    }
    const cell = person.page.locator('#crosspoint-cell');
    await eventually(`the cursor is at ${receiver}, ${transmitter}`, async () => {
      const text = (await cell.textContent()) ?? '';
      return text.includes(receiver) && text.includes(transmitter);
    });
  };

  beforeAll(async () => {
    site = await PageSite.start();
    person = await site.signedIn({ locale: 'en-GB', colorScheme: 'dark' });
  }, 120_000);

  afterAll(async () => {
    await site?.[Symbol.asyncDispose]();
  }, 60_000);

  it('connects at the cursor by Enter, and gives back what was there by undo', async () => {
    await person.go('/matrix');
    await goTo('5006', '0002');
    await person.page.keyboard.press('Enter');
    await person.told('大屏 shows 0002 电力调度二号 now');
    await shows('5006', '0002');
    await shows('5007', '0002');
    await goTo('5006', '0005');
    await person.page.keyboard.press('Enter');
    await person.told('大屏 shows 0005 交通监控 now');
    await shows('5007', '0005');
    await person.button('Undo').last().click();
    await person.told('Undone');
    await shows('5006', '0002');
    await shows('5007', '0002');
    await person.keep('matrix');
  });

  it.each(tastes)('looks at its best: $locale $colorScheme', async (taste) => {
    const visitor = await site.signedIn(taste);
    await visitor.go('/matrix');
    await visitor.page.waitForTimeout(5000);
    await visitor.keep(`matrix-live-${taste.locale}-${taste.colorScheme}`);
    await visitor.page.getByText(/紧凑|Compact/).click();
    await visitor.keep(`matrix-dense-${taste.locale}-${taste.colorScheme}`);
    expect(await visitor.barriers()).toEqual([]);
    await visitor.context.close();
  });
});
