import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM } from '../browser-page.ts';
import { eventually } from '../eventually.ts';
import { PageSite, type SitePage } from './page-site.ts';

/** Of one thing in the browser. */
const STEP_LIMIT_MS = 20_000;

/** What both edit: where, in which field, and what the manager then has. */
const shared = [
  {
    what: 'device',
    path: '/devices?device=device-0002',
    at: '/api/devices/device-0002',
    field: 'input[name="location"]',
    kept: 'location',
    values: ['Rack 1', 'Rack 2', 'Rack 3'],
  },
  {
    what: 'operator',
    path: '/people?operator=operator-op2',
    at: '/api/operators/operator-op2',
    field: 'input[name="name"]',
    kept: 'name',
    values: ['op2-a', 'op2-b', 'op2-c'],
  },
  {
    what: 'hotkey',
    path: '/hotkeys?hotkey=KEY',
    at: '/api/hotkeys/KEY',
    field: 'input[name="text"]',
    kept: 'text',
    values: ['za', 'zc', 'zd'],
  },
  {
    what: 'seat',
    path: '/places?seat=KEY',
    at: '/api/seats/KEY',
    field: 'input[name="name"]',
    kept: 'name',
    values: ['Seat A', 'Seat B', 'Seat C'],
  },
  {
    what: 'wall',
    path: '/places?tab=walls&wall=KEY',
    at: '/api/walls/KEY',
    field: 'input[name="name"]',
    kept: 'name',
    values: ['Wall A', 'Wall B', 'Wall C'],
  },
  {
    what: 'settings',
    path: '/settings',
    at: '/api/settings',
    field: 'input[name="site-name"]',
    kept: 'name',
    values: ['Site A', 'Site B', 'Site C'],
  },
] as const;

describe.skipIf(!existsSync(CHROMIUM))('two administrators', { timeout: 180_000 }, () => {
  let site: PageSite;
  let first: SitePage;
  let second: SitePage;
  const manager = async (path: string): Promise<Readonly<Record<string, unknown>>> =>
    JSON.parse((await site.client.do('GET', path)).text);
  beforeAll(async () => {
    site = await PageSite.start();
    first = await site.signedIn({ locale: 'en-GB', colorScheme: 'light' });
    second = await site.signedIn({ locale: 'en-GB', colorScheme: 'dark' });
    for (const { page } of [first, second]) page.setDefaultTimeout(STEP_LIMIT_MS);
  }, 120_000);

  afterAll(async () => {
    await site?.[Symbol.asyncDispose]();
  }, 60_000);

  it.each(shared)('never overwrite each other’s $what unseen, and either may win', async (each) => {
    const [record] = /KEY/.test(each.at) ? await site.client.list(`${each.what}s`) : [];
    const of = (path: string) => path.replace('KEY', record?.key ?? '');
    const at = of(each.at);
    const [one, two, three] = each.values;
    await Promise.all([first.go(of(each.path)), second.go(of(each.path))]);
    const field = (person: SitePage) => person.page.locator(each.field).last();
    const conflict = (person: SitePage) => person.page.getByText('Somebody else has just changed this');
    await Promise.all([field(first).waitFor(), field(second).waitFor()]);

    // Who edits nothing sees it at once.
    await field(first).fill(one);
    await first.save();
    await eventually('the other sees it', async () => (await field(second).inputValue()) === one);

    // Who edits keeps his own, and is told what theirs is.
    await field(second).fill(two);
    await field(first).fill(three);
    await first.save();
    await conflict(second).waitFor();
    expect(await field(second).inputValue()).toBe(two);
    const told = second.page.locator('[role="alert"] table');
    await told.getByRole('cell', { name: three, exact: true }).waitFor();
    await told.getByRole('cell', { name: two, exact: true }).waitFor();
    if (each.what === 'settings' || each.what === 'wall') await second.keep(`conflict-${each.what}`);
    expect((await manager(at))[each.kept]).toBe(three);
    await second.button('Take theirs').click();
    expect(await field(second).inputValue()).toBe(three);

    // And the other way: mine goes over what I have seen.
    await field(second).fill(two);
    await field(first).fill(one);
    await first.save();
    await conflict(second).waitFor();
    await second.button('Overwrite with mine').click();
    expect((await manager(at))[each.kept]).toBe(one);
    await second.save();
    expect((await manager(at))[each.kept]).toBe(two);
    await eventually('the first sees it', async () => (await field(first).inputValue()) === two);
  });

  it('see each other’s grants, and a grant that is gone already is told in words', async () => {
    const cell = (person: SitePage) =>
      person.page.locator('.grant-grid button.cell[aria-label*="hxfj"][aria-label*="0003"]').first();
    await Promise.all([first.go('/people?tab=grants'), second.go('/people?tab=grants')]);
    const pressed = (person: SitePage) => cell(person).getAttribute('aria-pressed');
    const before = await pressed(first);
    await cell(first).click();
    await eventually('the other sees it', async () => (await pressed(second)) !== before);
    await cell(second).click();
    await eventually('the first sees it', async () => (await pressed(first)) === before);
    // At the same moment: one of them is second, and the site has one grant or none, never two.
    await Promise.all([cell(first).click(), cell(second).click()]);
    await eventually('both see the same', async () => (await pressed(first)) === (await pressed(second)));
    const grants = (await site.client.list('grants')).filter(
      ({ right, object }) => right === 'connect' && JSON.stringify(object).includes('device-0003'),
    );
    expect(grants.length).toBeLessThanOrEqual(1);
  });

  it('see a record go that the other deletes, while it is edited', async () => {
    const group = await site.client.create('groups', { name: 'Short' });
    await Promise.all([
      first.go(`/people?tab=groups&group=${group.key}`),
      second.go(`/people?tab=groups&group=${group.key}`),
    ]);
    await second.dialogue.locator('input[name="name"]').fill('Shorter');
    await first.button('Delete', first.dialogue).click();
    await first.button('Delete', first.dialogue).click();
    await eventually(
      'it is gone',
      async () => !(await site.client.list('groups')).some(({ key }) => key === group.key),
    );
    await second.page.getByRole('dialog').waitFor({ state: 'detached' });
    await second.page.getByRole('heading', { level: 1 }).waitFor();
  });

  it('keep what is unsaved through other pages, and are asked before a reload would lose it', async () => {
    await second.go('/devices?device=device-0003');
    await second.dialogue.locator('input[name="name"]').fill('unsaved');
    await second.page.keyboard.press('Escape');
    await second.page.getByRole('dialog').waitFor({ state: 'detached' });
    for (const path of ['/hotkeys', '/settings', '/devices']) {
      await second.page.locator(`nav a.item[href="${path}"]`).click();
      await second.page.getByRole('heading', { level: 1 }).waitFor();
    }
    await second.page.locator('[data-device="0003"] button.link').click();
    expect(await second.dialogue.locator('input[name="name"]').inputValue()).toBe('unsaved');
    const asked = second.page.waitForEvent('dialog');
    await second.page.evaluate('setTimeout(() => location.reload())');
    const dialogue = await asked;
    expect(dialogue.type()).toBe('beforeunload');
    await dialogue.dismiss();
    expect(await second.dialogue.locator('input[name="name"]').inputValue()).toBe('unsaved');
  });

  it('lose the manager for a while, and what is half written stays and can be saved afterwards', async () => {
    await first.go('/devices');
    await site.demo[Symbol.asyncDispose]();
    const gone = performance.now();
    await second.page.locator('.lost:not([hidden])').waitFor();
    expect(performance.now() - gone).toBeLessThan(4000);
    await second.dialogue.locator('input[name="location"]').fill('while it was away');
    await second.button('Save', second.dialogue).click();
    await second.page.locator('.notice.bad').last().waitFor();
    await second.keep('lost-while-editing');
    await site.restart();
    await second.page.locator('.lost').waitFor({ state: 'hidden' });
    expect(await second.dialogue.locator('input[name="name"]').inputValue()).toBe('unsaved');
    await second.save();
    expect(await manager('/api/devices/device-0003')).toMatchObject({ name: 'unsaved', location: 'while it was away' });
    await eventually('the first sees it', async () =>
      ((await first.page.locator('[data-device="0003"]').textContent()) ?? '').includes('while it was away'),
    );
  });

  it('have heard of nothing from the browser but refusals', () => {
    const expected = /status of 4\d\d|ERR_CONNECTION|WebSocket connection|Failed to fetch|Failed to load resource/;
    expect([...first.complaints, ...second.complaints].filter((each) => !expected.test(each))).toEqual([]);
  });
});
