import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserPage, CHROMIUM } from '../browser-page.ts';
import { eventually } from '../eventually.ts';
import { PageSite, type SitePage } from './page-site.ts';

describe.skipIf(!existsSync(CHROMIUM))(
  'operators, rights, sessions and the audit on the page',
  { timeout: 180_000 },
  () => {
    let site: PageSite;
    let person: SitePage;

    beforeAll(async () => {
      site = await PageSite.start();
      person = await site.signedIn({ locale: 'en-GB', colorScheme: 'light' });
    }, 120_000);

    afterAll(async () => {
      await site?.[Symbol.asyncDispose]();
    }, 60_000);

    const operator = async (name: string) =>
      (await site.client.list('operators')).find((each) => each.name === name) ?? { key: '' };
    const grantsOf = async (name: string) => {
      const { key } = await operator(name);
      const grants = await site.client.list('grants');
      return grants.filter(({ subject }) => JSON.stringify(subject).includes(`"${key}"`));
    };
    const row = (name: string) => person.page.locator('tr[data-record]', { hasText: name });

    it('tells where somebody was last seen, live, while he signs in at a desk and leaves it', async () => {
      await person.go('/people');
      await row('op2').getByText('never signed in').waitFor();
      const desk = await BrowserPage.open(person.context, `${site.pages}/console/5005`);
      await desk.signInAtDesk('5005', 'op2', 'kvm-op-2');
      await row('op2').getByText('signed in at 5005 值班员席').waitFor();
      await row('op2')
        .getByText(/, at 5005 值班员席$/)
        .waitFor();
      await person.page.bringToFront();
      await person.keep('people-last-seen');
      await person.button('op2').click();
      const access = person.page.locator('[data-access="op2"]');
      await access.getByText(/, at 5005 值班员席$/).waitFor();
      await desk.page.close();
    });

    it('says how many sessions end before it disables somebody, and ends them', async () => {
      await person.go('/people');
      await person.button('op2').click();
      await person.dialogue.getByRole('switch', { name: 'Disabled' }).check();
      await person.button('Save', person.dialogue).click();
      await person.page.getByText('Sessions that end at once: 1 at desks, 0 on the pages.').waitFor();
      await person.keep('people-disable');
      await person.button('Cancel').last().click();
      expect(await operator('op2')).toMatchObject({ disabled: false });
      await person.button('Save', person.dialogue).click();
      await person.button('Disable and end the sessions').click();
      await person.told('Saved');
      await eventually('nobody sits there any more', async () => (await site.client.list('sessions')).length === 0);
      await person.button('Undo').last().click();
      await person.told('Undone');
      expect(await operator('op2')).toMatchObject({ disabled: false });
    });

    it('says who has to wait after wrong passwords, and lets him try at once', async () => {
      const guess = (password: string) =>
        site.client.ask('POST', '/api/session', { body: { name: 'hxfj', password }, headers: { cookie: '' } });
      await eventually('he has to wait', async () => (await guess('a guess')).status === 429, { every: 20 as never });
      await person.go('/people');
      await row('hxfj').getByText('too many wrong passwords').waitFor();
      await person.button('hxfj').click();
      await person.page.getByText(/has to wait until/).waitFor();
      await person.button('Let them try now').click();
      await person.told('hxfj may try again');
      await person.page.getByText(/has to wait until/).waitFor({ state: 'detached' });
      expect((await guess('123456')).status).toBe(200);
    });

    it('shows what an operator would see so large that it can be read, and larger', async () => {
      await person.go('/people');
      await person.button('hxfj').click();
      await person.page.locator('[data-preview]').scrollIntoViewIfNeeded();
      await person.keep('preview-in-panel');
      await person.button('Enlarge').click();
      const canvas = person.dialogue.getByRole('img', { name: /OSD menu of hxfj/ });
      expect((await canvas.boundingBox())?.width).toBeGreaterThan(1000);
      await person.keep('preview-large');
      await person.page.keyboard.press('Escape');
    });

    it('grants a range by Shift, takes it back by dragging, each undone as one change', async () => {
      const before = (await grantsOf('op2')).length;
      await person.go('/people?tab=grants');
      const cell = (device: string, state: string) => person.button(`op2 connect ${device}: ${state}`);
      await cell('0002 电力调度二号', 'not granted').focus();
      await cell('0002 电力调度二号', 'not granted').click();
      await person.told('op2 may now connect 0002 电力调度二号');
      await cell('0004 城市运行中心 副屏', 'not granted').click({ modifiers: ['Shift'] });
      await person.keep('grant-range');
      const range = async () => (await grantsOf('op2')).length;
      await person.told('Rights granted: 2');
      expect(await range()).toBe(before + 3);
      await person.button('Undo').last().click();
      await eventually('the first cell alone is left', async () => (await range()) === before + 1);
      const [from, to] = await Promise.all(
        [cell('0003 城市运行中心 主屏', 'not granted'), cell('0004 城市运行中心 副屏', 'not granted')].map((each) =>
          each.boundingBox(),
        ),
      );
      if (from == null || to == null) throw new RangeError('both cells are in view');
      await person.page.mouse.move(from.x + 10, from.y + 10);
      await person.page.mouse.down();
      await person.page.mouse.move(to.x + 10, to.y + 10, { steps: 4 });
      await person.page.mouse.up();
      await person.told('Rights granted: 2');
      expect(await range()).toBe(before + 3);
      await person.button('Undo').last().click();
      await eventually('both are taken back at once', async () => (await range()) === before + 1);
    });

    it('grants a whole row and a whole column of what is listed', async () => {
      await person.go('/people?tab=grants');
      await person.page.getByRole('searchbox', { name: 'Filter devices' }).fill('电力');
      const before = (await grantsOf('admin')).length;
      await person.button('Grant admin all that is listed, or take it back').click();
      await person.told('Rights granted: 2');
      expect(await grantsOf('admin')).toHaveLength(before + 2);
      await person.button('Undo').last().click();
      await eventually('all of it is taken back', async () => (await grantsOf('admin')).length === before);
      const all = (await site.client.list('grants')).length;
      await person.button('Grant 0001 电力调度一号 to all that are listed, or take it back').click();
      await eventually('everybody has it', async () => {
        const grants = await site.client.list('grants');
        return grants.length > all && JSON.stringify(grants).includes('device-0001');
      });
      await person.button('Undo').last().click();
      await eventually('it is as it was', async () => (await site.client.list('grants')).length === all);
    });

    it('asks before it changes many rights, says how far it is, and takes all of it back as one', async () => {
      const names = Array.from({ length: 60 }, (_, index) => `many ${String(index).padStart(2, '0')}`);
      for (const name of names) await site.client.create('groups', { name });
      await person.go('/people?tab=grants');
      await person.page.getByRole('searchbox', { name: 'Search names' }).fill('many');
      const before = (await site.client.list('grants')).length;
      await person.button('Grant 0001 电力调度一号 to all that are listed, or take it back').click();
      await person.dialogue.getByText('60 rights will be granted').waitFor();
      await person.button('Grant all', person.dialogue).click();
      await person.told('Rights granted: 60');
      expect(await site.client.list('grants')).toHaveLength(before + 60);
      await person.button('Undo').last().click();
      await person.told('Undone');
      expect(await site.client.list('grants')).toHaveLength(before);
    });

    it.each([
      { locale: 'zh-CN', colorScheme: 'dark' },
      { locale: 'en-GB', colorScheme: 'light' },
      { locale: 'zh-CN', colorScheme: 'light' },
      { locale: 'en-GB', colorScheme: 'dark' },
    ] as const)('opens an operator’s panel to everybody: $locale, $colorScheme', async (taste) => {
      const looked = await site.signedIn(taste);
      await looked.go('/people');
      await looked.button('hxfj').click();
      await looked.page.locator('[data-access="hxfj"]').waitFor();
      await looked.dialogue.locator('input[name="new-password"]').fill('leise');
      await looked.page.locator('.advice').waitFor();
      // The panel slides in: what is looked at while it moves has other colours.
      await eventually('the panel stands', async () => (await looked.dialogue.boundingBox())?.x === 800);
      expect(await looked.barriers()).toEqual([]);
      await looked.keep(`operator-${taste.locale}-${taste.colorScheme}`);
      await looked.context.close();
    });

    it('stays quick with a thousand devices and two hundred operators, drawing what is in view alone', async () => {
      // The page's own reads are answered with a large site; what it draws and how fast is its own.
      const context = await site.browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
      await context.addCookies(await person.context.cookies());
      const page = await context.newPage();
      const list = (items: readonly object[]) => ({ json: { items, next: null } });
      const number = (index: number) => String(index + 1).padStart(4, '0');
      const [transmitter] = await site.client.list('devices');
      const devices = Array.from({ length: 1000 }, (_, index) => ({
        ...transmitter,
        kind: 'transmitter',
        key: `d${index}`,
        id: number(index),
        name: `Computer ${index}`,
      }));
      const operators = Array.from({ length: 200 }, (_, index) => ({
        ...{ key: `o${index}`, version: 1, name: `operator ${number(index)}` },
        ...{ role: 'operator', disabled: false, groups: [] },
      }));
      await page.route(/\/api\/devices\?|\/api\/devices$/, (route) => route.fulfill(list(devices)));
      await page.route(/\/api\/operators(\?|$)/, (route) => route.fulfill(list(operators)));
      await page.goto(`${site.pages}/people?tab=grants`);
      await page.locator('[data-cell="0 0"]').waitFor();
      expect(await page.evaluate<number>("document.querySelectorAll('.grant-grid *').length")).toBeLessThan(5000);
      // What the page itself does for a step of the wheel; the machine that draws it here has no graphics.
      const middle = await page.evaluate<number>(`(() => {
        const grid = document.querySelector('.grant-grid');
        const times = Array.from({ length: 61 }, () => {
          grid.scrollLeft += 120;
          grid.scrollTop += 20;
          const began = performance.now();
          grid.dispatchEvent(new Event('scroll'));
          return performance.now() - began;
        });
        return times.sort((a, b) => a - b)[30];
      })()`);
      expect(middle).toBeLessThan(50);
      expect(
        Number(
          await page
            .locator('[data-cell]')
            .first()
            .getAttribute('data-cell')
            .then((at) => at?.split(' ')[1]),
        ),
      ).toBeGreaterThan(50);
      await page.getByRole('gridcell').first().waitFor();
      await page.screenshot({ path: 'test-artifacts/page/grants-large.png' });
      await context.close();
    });

    it('tells of a session what it sees since when, sends it a message, and ends it', async () => {
      await person.go('/sessions');
      await person.page.getByRole('heading', { name: 'Nobody is signed in just now' }).waitFor();
      await person.keep('sessions-empty');
      const desk = await BrowserPage.open(person.context, `${site.pages}/console/5004`);
      await desk.signInAtDesk('5004', 'hxfj', '123456');
      const session = person.page.locator('[data-session="hxfj"]');
      await session.waitFor();
      await person.page.bringToFront();
      await person.button('Send a message', session).click();
      await person.dialogue.getByRole('textbox').first().fill('演习五分钟后开始');
      await person.page.keyboard.press('Tab');
      await person.dialogue.getByRole('button', { name: /send/i }).last().click();
      await desk.reads('5004', '演习五分钟后开始');
      await person.keep('sessions-one');
      await person.button('Sign out', session).click();
      await person.button('Sign out', person.dialogue).click();
      await person.told('hxfj is signed out');
      await session.waitFor({ state: 'detached' });
      await desk.page.close();
    });

    it('keeps the audit’s filters in the address, and leads from an entry to its record', async () => {
      await person.go('/audit');
      await person.page.locator('input[name="action"]').fill('operator.update');
      await eventually('the address has it', () => person.page.url().includes('action=operator.update'));
      await person.page.getByRole('button', { name: 'Today' }).click();
      await eventually('the address has the time', () => person.page.url().includes('from='));
      await person.page.reload();
      await person.page.locator('tbody code', { hasText: 'operator.update' }).first().waitFor();
      await person.keep('audit-filtered');
      await person.page.locator('tbody a', { hasText: 'op2' }).first().click();
      await person.page.locator('[data-details="op2"]').waitFor();
      await person.page.goBack();
      await person.page.locator('tbody code', { hasText: 'operator.update' }).first().waitFor();
      await person.button('Clear the filter').click();
      await eventually('the address is plain', () => !person.page.url().includes('?'));
    });

    it('complained of nothing but the refusals', () => {
      expect(person.complaints.filter((each) => !/status of 4\d\d/.test(each))).toEqual([]);
    });
  },
);
