import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserPage, CHROMIUM, type Taste } from '../browser-page.ts';
import { eventually } from '../eventually.ts';
import { MatrixHand } from './matrix-hand.ts';
import { PageSite, type SitePage } from './page-site.ts';

const tastes: readonly Taste[] = [
  { locale: 'zh-CN', colorScheme: 'dark' },
  { locale: 'en-GB', colorScheme: 'light' },
  { locale: 'zh-CN', colorScheme: 'light' },
  { locale: 'en-GB', colorScheme: 'dark' },
];
/** The demonstration's: the seat of three, two desks, the spliced wall; ten transmitters by ID. */
const size = { rows: 6, columns: 10 };
const row = { 5001: 0, 5002: 1, 5003: 2, 5004: 3, 5005: 4, wall: 5 } as const;

describe.skipIf(!existsSync(CHROMIUM))('the matrix on the page', { timeout: 180_000 }, () => {
  let site: PageSite;
  let person: SitePage;
  let hand: MatrixHand;
  let desk: BrowserPage;

  const shown = async (receiver: string) =>
    (await site.client.list('routes')).find((route) => route.receiver === `device-${receiver}`)?.transmitter ?? null;
  const shows = (receiver: string, transmitter: string | null) => {
    const wanted = transmitter === null ? null : `device-${transmitter}`;
    return eventually(`${receiver} is to show ${transmitter}`, async () => (await shown(receiver)) === wanted);
  };
  const command = (body: { readonly [name: string]: string }) => site.client.do('POST', '/api/commands', body);
  const undo = async () => {
    await person.button('Undo').last().click();
    await person.told('Undone');
  };

  beforeAll(async () => {
    site = await PageSite.start();
    person = await site.signedIn({ locale: 'en-GB', colorScheme: 'dark' });
    hand = new MatrixHand(person, size);
    await eventually('every box is there', async () => (await site.client.list('boxes')).every(({ online }) => online));
    await person.go('/matrix');
  }, 120_000);

  afterAll(async () => {
    await site?.[Symbol.asyncDispose]();
  }, 60_000);

  it('connects at the cursor by Enter, a wall as one, and gives back what was there by undo', async () => {
    await hand.goTo('5006', '0002');
    await hand.reads('5006–5007 大屏 does not show 0002');
    await person.page.keyboard.press('Enter');
    await person.told('大屏 shows 0002 电力调度二号 now');
    await shows('5006', '0002');
    await shows('5007', '0002');
    await hand.reads('5006–5007 大屏 shows 0002');
    await hand.goTo('5006', '0005');
    await person.page.keyboard.press('Enter');
    await person.told('大屏 shows 0005 交通监控 now');
    await shows('5007', '0005');
    await undo();
    await shows('5006', '0002');
    await shows('5007', '0002');
  });

  it('has live pictures of the sources in their heads', async () => {
    for (const column of [0, 4, 9]) {
      await eventually(`column ${column} has a picture`, () => hand.hasPicture(column));
    }
    await person.keep('matrix');
  });

  it('tells a desk’s refusal in words', async () => {
    await hand.goTo('5004', '0001');
    await person.page.keyboard.press('Enter');
    await person.told('5004 值班长席: 【Nobody signed in】');
    expect(await shown('5004')).toBeNull();
  });

  it('moves by arrow keys and disconnects by Delete, wherever in the row; undo connects again', async () => {
    await hand.goTo('5006', '0002');
    await person.page.keyboard.press('ArrowUp');
    await hand.reads('5005 值班员席 does not show 0002');
    await person.page.keyboard.press('ArrowDown');
    await person.page.keyboard.press('End');
    await hand.reads('大屏 does not show 0010');
    await person.page.keyboard.press('Delete');
    await person.told('5006–5007 大屏 is disconnected');
    await shows('5006', null);
    await undo();
    await shows('5007', '0002');
  });

  it('connects and disconnects at a crosspoint by a click, and by dragging a source onto a row', async () => {
    await hand.click(row.wall, 0);
    await person.told('大屏 shows 0001 电力调度一号 now');
    await shows('5006', '0001');
    await hand.reads('大屏 shows 0001');
    await hand.click(row.wall, 0);
    await person.told('大屏 is disconnected');
    await shows('5006', null);
    await hand.drag([-1, 5], [row.wall, -1], () => person.keep('matrix-drag'));
    await person.told('大屏 shows 0006 消防指挥 now');
    await shows('5007', '0006');
  });

  it('asks whose picture changes where somebody works, and takes no for an answer', async () => {
    desk = await BrowserPage.open(person.context, `${site.pages}/console/5004`);
    await desk.signInAtDesk('5004', 'hxfj', '123456');
    await desk.reads('5004', '电力调度一号');
    await person.page.bringToFront();
    await hand.goTo('5004', '0001');
    await eventually('the row says who sits there', async () =>
      (await person.page.locator('.matrix-bar').textContent())?.includes('hxfj is signed in'),
    );
    await person.page.keyboard.press('Enter');
    await person.dialogue
      .getByText('hxfj works at 5004 值班长席. The picture there becomes 0001 电力调度一号.')
      .waitFor();
    await person.keep('matrix-asks');
    await person.button('Cancel', person.dialogue).click();
    await person.dialogue.waitFor({ state: 'detached' });
    expect(await shown('5004')).toBeNull();
    await hand.goTo('5004', '0001');
    await person.page.keyboard.press('Enter');
    await person.button('Connect', person.dialogue).click();
    await person.told('5004 值班长席 shows 0001 电力调度一号 now');
    await shows('5004', '0001');
  });

  it('pushes by P what a receiver shows, says how it went at each, and takes it back', async () => {
    await hand.goTo('5004', '0001');
    await person.page.keyboard.press('p');
    const target = (id: string) => person.dialogue.locator(`[data-target="${id}"]`);
    await target('5006').getByRole('checkbox').check();
    await target('5005').getByRole('checkbox').check();
    await person.button('Push to chosen (2)', person.dialogue).click();
    await target('5006').getByText('pushed').waitFor();
    await target('5005').getByText('Nobody signed in').waitFor();
    await person.keep('matrix-push');
    await shows('5007', '0001');
    await person.button('Close', person.dialogue).last().click();
    await person.dialogue.waitFor({ state: 'detached' });
    await undo();
    await shows('5007', '0006');
    await person.page.keyboard.press('Escape');
  });

  it('pushes to all that can take it, and by dragging one receiver onto another', async () => {
    await hand.goTo('5004', '0001');
    await person.page.keyboard.press('p');
    await person.button('Push to all', person.dialogue).click();
    await person.told('What 5004 值班长席 shows is pushed');
    await shows('5006', '0001');
    await undo();
    await shows('5006', '0006');
    await hand.drag([row[5004], -1], [row.wall, -1]);
    await shows('5007', '0001');
    await person.told('What 5004 值班长席 shows is pushed');
    await undo();
    await shows('5007', '0006');
  });

  it('says that a receiver that shows nothing has nothing to push', async () => {
    await hand.goTo('5005', '0001');
    await person.page.keyboard.press('p');
    await person.told('5005 值班员席 shows nothing that could be pushed');
  });

  it('leaves alone what somebody else has changed since, and says so', async () => {
    await hand.goTo('5006', '0002');
    await person.page.keyboard.press('Enter');
    await person.told('大屏 shows 0002 电力调度二号 now');
    await command({ function: 'connect', receiver: 'device-5006', transmitter: 'device-0005' });
    await person.button('Undo').last().click();
    await person.told('was changed since and stays as it is');
    expect(await shown('5006')).toBe('device-0005');
  });

  it('shows a computer’s heads together, and what is under the pointer in words', async () => {
    await hand.hover(-1, 3);
    await person.page.locator('.matrix-tip', { hasText: '城市运行中心 head 2' }).waitFor();
    await hand.hover(row[5004], -1);
    await person.page.locator('.matrix-tip', { hasText: 'hxfj is signed in' }).waitFor();
    await hand.hover(row.wall, 4);
    await person.page.locator('.matrix-tip', { hasText: '大屏 shows 0005' }).waitFor();
  });

  it('filters by name, place, and what is connected; an empty filter is taken back', async () => {
    const count = async () =>
      `${await hand.grid.getAttribute('aria-rowcount')} ${await hand.grid.getAttribute('aria-colcount')}`;
    const counts = (rows: number, columns: number) =>
      eventually(`${rows} rows and ${columns} columns`, async () => (await count()) === `${rows + 1} ${columns + 1}`);
    await person.page.getByLabel('Filter receivers').fill('调度坐席');
    await counts(3, 10);
    await person.page.getByLabel('Filter receivers').fill('');
    await person.page.getByLabel('Filter transmitters').fill('机房');
    await counts(6, 10);
    await person.page.getByLabel('Filter transmitters').fill('0004');
    await counts(6, 1);
    await person.page.getByLabel('Filter transmitters').fill('');
    await person.button('Connected only').click();
    await counts(2, 2);
    await person.page.getByLabel('Filter receivers').fill('nobody');
    await person.page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
    await person.button('Clear the filter').click();
    await counts(6, 10);
  });

  it('remembers whether it is to show pictures', async () => {
    await person.page.getByText('Compact').click();
    await person.page.reload();
    await hand.grid.waitFor();
    await hand.click(row.wall, 7);
    await shows('5006', '0008');
    await person.page.getByText('Pictures', { exact: true }).click();
    await eventually('pictures are back', () => hand.hasPicture(0));
  });

  it('says what is wanted and not shown, and why', async () => {
    await hand.goTo('5006', '0008');
    await hand.reads('大屏 shows 0008');
    // No box of the demonstration can be pulled out: the manager's word is put into its answers.
    await person.page.route(/\/api\/boxes/, async (route) => {
      const response = await route.fetch();
      const told = await response.text();
      return route.fulfill({
        response,
        body: told.replaceAll(/"online":true(?=[^}]*"device":"device-5007")/g, '"online":false'),
      });
    });
    await person.page.reload();
    await hand.goTo('5006', '0008');
    await hand.reads('is to show 0008 应急指挥 and does not yet: the receiver is offline');
    await person.keep('matrix-wanted');
    await person.page.unroute(/\/api\/boxes/);
    await person.page.reload();
    await hand.goTo('5006', '0008');
    await hand.reads('大屏 shows 0008');
  });

  it.each(tastes)('is open to everybody: $locale, $colorScheme', async (taste) => {
    const visitor = await site.signedIn(taste);
    await visitor.go('/matrix');
    const eyes = new MatrixHand(visitor, size);
    await eventually('pictures are there', () => eyes.hasPicture(9));
    await visitor.keep(`matrix-${taste.locale}-${taste.colorScheme}`);
    expect(await visitor.barriers()).toEqual([]);
    await visitor.page.getByText(/^(紧凑|Compact)$/).click();
    await visitor.keep(`matrix-dense-${taste.locale}-${taste.colorScheme}`);
    expect(await visitor.barriers()).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });

  it('complained of nothing', () => expect(person.complaints).toEqual([]));
});
