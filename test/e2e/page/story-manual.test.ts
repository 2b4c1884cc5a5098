import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserPage, CHROMIUM } from '../browser-page.ts';
import { eventually } from '../eventually.ts';
import { pixelsChanged } from '../picture-pixels.ts';
import { PageSite, type SitePage } from './page-site.ts';

const OPERATOR = { name: 'zhao', password: 'leise9drehen' };
const COMPUTER = { was: '0009', id: '0777', name: '会议主机', number: 8 };
const DESK = '5005';
const HOTKEY = 'hy';

/** Where a computer of the demonstration shows which keys it has down, and writes what is typed. */
const HELD_KEYS = { left: 0.77, top: 0.59, width: 0.19, height: 0.05 };
const CONSOLE_LINES = { left: 0.05, top: 0.32, width: 0.65, height: 0.16 };

// The manual's set-up, told once from its first click to the last key: what is set on the page is used at the OSD.
describe.skipIf(!existsSync(CHROMIUM))('the manual’s set-up', { timeout: 180_000 }, () => {
  let site: PageSite;
  let person: SitePage;

  beforeAll(async () => {
    site = await PageSite.start();
    person = await site.signedIn({ locale: 'zh-CN', colorScheme: 'light' });
  }, 120_000);

  afterAll(async () => {
    await site?.[Symbol.asyncDispose]();
  }, 60_000);

  it('is made on the page, and works at the desk by its hotkey', async () => {
    await person.go('/people');
    await person.button('新建操作员').click();
    await person.dialogue.locator('input[name="name"]').fill(OPERATOR.name);
    await person.dialogue.locator('input[name="password"]').fill(OPERATOR.password);
    await person.page.keyboard.press('Enter');
    await eventually('the operator is there', async () =>
      (await site.client.list('operators')).some(({ name }) => name === OPERATOR.name),
    );

    await person.go('/devices');
    await person.page.locator(`[data-device="${COMPUTER.was}"] button.link`).click();
    await person.dialogue.locator('input[name="id"]').fill(COMPUTER.id);
    await person.dialogue.locator('input[name="name"]').fill(COMPUTER.name);
    await person.button('保存', person.dialogue).click();
    await person.told('已保存');

    await person.go('/hotkeys');
    await person.button('新建热键').click();
    await person.dialogue.locator('input[name="text"]').fill(HOTKEY);
    await person.chooseOption(person.dialogue.getByRole('combobox').first(), `${COMPUTER.id} ${COMPUTER.name}`);
    await person.button('新建热键', person.dialogue).click();
    await eventually('the hotkey is there', async () =>
      (await site.client.list('hotkeys')).some(({ text }) => text === HOTKEY),
    );

    await person.go('/people?tab=grants');
    const cell = person.page.locator(
      `.grant-grid button[aria-label*="${OPERATOR.name}"][aria-label*="${COMPUTER.name}"]`,
    );
    await cell.click();
    await eventually('it is granted', async () => (await cell.getAttribute('aria-pressed')) === 'true');
    await person.keep('story-granted');

    const desk = await BrowserPage.open(person.context, `${site.pages}/console/${DESK}`);
    await desk.signInAtDesk(DESK, OPERATOR.name, OPERATOR.password);
    await desk.reads(DESK, COMPUTER.name);
    await desk.press('Escape');
    await desk.menuIsClosed(DESK);
    await desk.press('Shift', 'Shift', 'o');
    await desk.reads(DESK, COMPUTER.name);
    await desk.keep('story-menu');
    await desk.type(HOTKEY);
    await desk.press('Enter');
    await desk.shows(DESK, COMPUTER.number);
    await desk.menuIsClosed(DESK);

    const idle = await desk.picture(DESK, HELD_KEYS);
    const line = await desk.picture(DESK, CONSOLE_LINES);
    const held = async () => pixelsChanged(idle, await desk.picture(DESK, HELD_KEYS)) > 20;
    await desk.page.keyboard.down('q');
    await eventually('the computer has the key down', held);
    await desk.page.keyboard.up('q');
    await eventually('the computer has it up again', async () => !(await held()));
    await desk.type('wetter');
    await eventually('what is typed stands on its screen', async () => {
      return pixelsChanged(line, await desk.picture(DESK, CONSOLE_LINES)) > 200;
    });
    await desk.keep('story-typed');

    // Opened over what is held: everything goes up before the menu takes the keys.
    await desk.page.keyboard.down('q');
    await eventually('the computer has the key down again', held);
    await desk.press('Shift', 'Shift', 'o');
    await desk.reads(DESK, '按 Enter');
    await eventually('all keys are up', async () => !(await held()));
    await desk.page.keyboard.up('q');
    await desk.press('Escape');
    await desk.menuIsClosed(DESK);
    expect(await held()).toBe(false);

    const route = (await site.client.list('routes')).find(({ receiver }) => receiver === `device-${DESK}`);
    expect(route).toMatchObject({ transmitter: `device-${COMPUTER.was}`, status: { type: 'live' } });
    await desk.press('Shift', 'Shift', 'o');
    await desk.reads(DESK, '按 Enter');
    await desk.press('F12');
    await desk.reads(DESK, '用户登录');
    expect(desk.complaints).toEqual([]);
    expect(person.complaints).toEqual([]);
    const { text } = await site.client.do('GET', '/api/audit?limit=1000');
    for (const action of ['operator.create', 'device.update', 'hotkey.create', 'grant.create']) {
      expect(text).toContain(`"${action}"`);
    }
  });
});
