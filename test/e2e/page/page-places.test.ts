import { existsSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserPage, CHROMIUM, type Taste } from '../browser-page.ts';
import { eventually } from '../eventually.ts';
import { PageSite, type SitePage } from './page-site.ts';

const tastes: readonly Taste[] = [
  { locale: 'zh-CN', colorScheme: 'dark' },
  { locale: 'en-GB', colorScheme: 'light' },
];

describe.skipIf(!existsSync(CHROMIUM))('seats, walls and sources on the page', { timeout: 180_000 }, () => {
  let site: PageSite;
  let person: SitePage;
  const named = async (collection: string, name: string) =>
    (await site.client.list(collection)).find((each) => each.name === name);
  const devicesOf = async (collection: string, name: string) => {
    const record = await named(collection, name);
    return record?.receivers ?? record?.transmitters;
  };
  const keys = (...ids: readonly string[]) => ids.map((id) => `device-${id}`);
  const screen = (id: string): Locator => person.dialogue.locator(`.screen-row [data-device="${id}"]`);
  const free = (id: string): Locator => person.dialogue.locator(`[data-free="${id}"]`);
  const order = () =>
    person.dialogue
      .locator('.screen-row [data-device]')
      .evaluateAll((list) => list.map((each) => each.getAttribute('data-device')));
  const save = async () => {
    await person.button('Save', person.dialogue).click();
    await person.told('Saved');
  };

  beforeAll(async () => {
    site = await PageSite.start();
    person = await site.signedIn({ locale: 'en-GB', colorScheme: 'dark' });
  }, 120_000);

  afterAll(async () => {
    await site?.[Symbol.asyncDispose]();
  }, 60_000);

  it('drags a seat’s displays into another order, which the desk has at once, and takes it back', async () => {
    await person.go('/places');
    await person.button('调度坐席').click();
    await screen('5003').dragTo(screen('5001'));
    expect(await order()).toEqual(['5003', '5001', '5002']);
    await person.dialogue.getByText('Unsaved changes').waitFor();
    await person.keep('seat');
    await save();
    expect(await devicesOf('seats', '调度坐席')).toEqual(keys('5003', '5001', '5002'));
    const desk = await BrowserPage.open(person.context, `${site.pages}/console/seat/${encodeURIComponent('调度坐席')}`);
    const displays = () =>
      desk.page
        .locator('.screen[data-receiver]')
        .evaluateAll((list) => list.map((each) => each.getAttribute('data-receiver')));
    await eventually('the console has the new order', async () => (await displays()).join() === '5003,5001,5002');
    await desk.page.close();
    await person.button('Undo').last().click();
    await person.told('Undone');
    expect(await devicesOf('seats', '调度坐席')).toEqual(keys('5001', '5002', '5003'));
  });

  it('does the same by keys: moves, takes out and places again', async () => {
    await person.go('/places');
    await person.button('调度坐席').click();
    await screen('5001').getByRole('button').first().focus();
    await person.page.keyboard.press('ArrowRight');
    await person.page.keyboard.press('ArrowRight');
    expect(await order()).toEqual(['5002', '5003', '5001']);
    // The keys stay with what was moved.
    await person.page.keyboard.press('Delete');
    expect(await order()).toEqual(['5002', '5003']);
    await free('5001').getByRole('button').focus();
    await person.page.keyboard.press('Enter');
    expect(await order()).toEqual(['5002', '5003', '5001']);
    await person.button('Discard changes', person.dialogue).click();
    expect(await order()).toEqual(['5001', '5002', '5003']);
  });

  it('puts a new seat together by dragging, and takes it apart again', async () => {
    await person.go('/places');
    await person.button('New seat').click();
    await person.dialogue.locator('input[name="name"]').fill('Duty');
    await free('5005').dragTo(person.dialogue.locator('.screen-empty'));
    await free('5004').dragTo(screen('5005'));
    expect(await order()).toEqual(['5004', '5005']);
    await person.keep('seat-new');
    await person.button('New seat', person.dialogue).click();
    await person.told('Duty is created');
    expect(await devicesOf('seats', 'Duty')).toEqual(keys('5004', '5005'));
    await person.button('Delete', person.dialogue).click();
    await person.button('Delete', person.dialogue).click();
    await person.told('Duty is deleted');
    expect(await named('seats', 'Duty')).toBeUndefined();
  });

  it('turns a wall’s tiles by dragging and by keys, and fills it from the tray', async () => {
    await person.go('/places?tab=walls');
    await person.button('大屏').click();
    const tile = (index: number) => person.dialogue.locator(`[data-tile="${index}"]`);
    await tile(0).dragTo(tile(1));
    await save();
    expect(await devicesOf('walls', '大屏')).toEqual(keys('5007', '5006'));
    await tile(0).focus();
    await person.page.keyboard.press('Delete');
    await person.dialogue.getByText('1 tiles are empty').waitFor();
    expect(await person.button('Save', person.dialogue).isDisabled()).toBe(true);
    await free('5007').dragTo(tile(0));
    await tile(0).focus();
    await person.page.keyboard.press('ArrowRight');
    await person.button('Save', person.dialogue).click();
    await eventually('the wall is as it was', async () => {
      return JSON.stringify(await devicesOf('walls', '大屏')) === JSON.stringify(keys('5006', '5007'));
    });
    await person.dialogue.getByLabel('Rows').fill('2');
    await person.dialogue.getByText('2 tiles are empty').waitFor();
    expect(await person.button('Save', person.dialogue).isDisabled()).toBe(true);
    await person.keep('wall');
    await person.button('Discard changes', person.dialogue).click();
  });

  it('shows what was done beside the panel, not over its fields', async () => {
    await person.go('/places?tab=walls');
    await person.button('大屏').click();
    await person.dialogue.locator('input[name="name"]').fill('大屏 一');
    await save();
    const notice = await person.page.locator('.notices .notice').last().boundingBox();
    const panel = await person.page.locator('.side-panel').boundingBox();
    if (notice === null || panel === null) throw new RangeError('both are on the page');
    expect(notice.x + notice.width).toBeLessThanOrEqual(panel.x);
    await person.button('Undo').last().click();
    await person.told('Undone');
  });

  it('puts the heads of a computer in order by dragging, and makes a source of two transmitters', async () => {
    await person.go('/places?tab=sources');
    await person.button('城市运行中心').click();
    await screen('0004').dragTo(screen('0003'));
    await save();
    expect(await devicesOf('sources', '城市运行中心')).toEqual(keys('0004', '0003'));
    await person.button('Undo').last().click();
    await person.told('Undone');
    await person.page.keyboard.press('Escape');
    await person.dialogue.waitFor({ state: 'detached' });
    await person.button('New multi-head source').click();
    await person.dialogue.locator('input[name="name"]').fill('Pair');
    await free('0009').getByRole('button').click();
    await free('0007').dragTo(screen('0009'));
    await person.button('New multi-head source', person.dialogue).click();
    await person.told('Pair is created');
    expect(await devicesOf('sources', 'Pair')).toEqual(keys('0007', '0009'));
  });

  it.each(tastes)('is open to everybody: $locale, $colorScheme', async (taste) => {
    await site.client.do('POST', '/api/commands', {
      function: 'connect',
      receiver: 'device-5006',
      transmitter: 'device-0005',
    });
    const visitor = await site.signedIn(taste);
    for (const tab of ['seats', 'walls', 'sources']) {
      await visitor.go(`/places?tab=${tab}`);
      await visitor.page.locator('.place-card').first().waitFor();
      const loading = visitor.page.locator('[data-preview="loading"]');
      await eventually('the live pictures are there', async () => (await loading.count()) === 0);
      await visitor.keep(`places-${tab}-${taste.locale}-${taste.colorScheme}`);
      expect(await visitor.barriers()).toEqual([]);
      await visitor.page.locator('.place-name').first().click();
      await visitor.dialogue.locator('.screen-row, .tiles').first().waitFor();
      await visitor.page.evaluate(
        'Promise.all(document.getAnimations().filter((each) => each.effect.getTiming().iterations !== Infinity).map((each) => each.finished))',
      );
      await visitor.keep(`places-${tab}-open-${taste.locale}-${taste.colorScheme}`);
      expect(await visitor.barriers()).toEqual([]);
    }
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });

  it('complained of nothing', () => expect(person.complaints).toEqual([]));
});
