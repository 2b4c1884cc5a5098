import { existsSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM } from '../browser-page.ts';
import { eventually } from '../eventually.ts';
import { PageSite, type SitePage } from './page-site.ts';

describe.skipIf(!existsSync(CHROMIUM))('live pictures on the page', { timeout: 180_000 }, () => {
  let site: PageSite;
  let person: SitePage;

  const drawer = async (id: string): Promise<Locator> => {
    await person.go('/devices');
    await person.page.locator(`[data-device="${id}"] button.link`).click();
    const details = person.page.locator(`[data-details="${id}"]`);
    await details.waitFor();
    return details.locator('[data-preview]').first();
  };
  /** How many colours the picture in the drawer has: one for a canvas that nobody painted. */
  const colours = (): Promise<number> =>
    person.page.evaluate<number>(`(() => {
      const canvas = document.querySelector('[data-details] [data-preview] canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      return new Set(new Uint32Array(data.buffer)).size;
    })()`);
  const shows = (preview: Locator, state: string) =>
    eventually(`the preview says ${state}`, async () => (await preview.getAttribute('data-preview')) === state, {
      seen: () => preview.getAttribute('data-preview'),
    });
  const device = async (id: string) => {
    const found = (await site.client.list('devices')).find((each) => each.id === id);
    if (found === undefined) throw new RangeError(`there is no ${id}`);
    return found;
  };

  beforeAll(async () => {
    site = await PageSite.start();
    person = await site.signedIn({ locale: 'en-GB', colorScheme: 'dark' });
  }, 120_000);

  afterAll(async () => {
    await site?.[Symbol.asyncDispose]();
  }, 60_000);

  it('shows what a transmitter captures', async () => {
    const preview = await drawer('0001');
    await shows(preview, 'picture');
    expect(await colours()).toBeGreaterThan(10);
    expect(await preview.getAttribute('aria-label')).toContain('0001');
    await person.keep('preview-transmitter');
    expect(await person.barriers()).toEqual([]);
    expect(person.complaints).toEqual([]);
  });

  it('shows at a receiver the computer that it shows, or that it shows none', async () => {
    const [receiver, transmitter] = [await device('5006'), await device('0002')];
    const preview = await drawer('5006');
    const command = (body: Readonly<Record<string, string | boolean>>) =>
      site.client.ask('POST', '/api/commands', { body });
    await command({ function: 'disconnect', receiver: receiver.key });
    await shows(preview, 'nothing-shown');
    await preview.getByText('shows no computer').waitFor();
    await person.keep('preview-nothing');
    await command({ function: 'connect', receiver: receiver.key, transmitter: transmitter.key, withoutPicture: false });
    await shows(preview, 'picture');
    await person.keep('preview-receiver');
  });

  it('looks in Chinese and by day as it should, with pictures and without', async () => {
    const other = await site.signedIn({ locale: 'zh-CN', colorScheme: 'light' });
    await other.page.locator('[data-preview="picture"]').first().waitFor();
    await other.keep('preview-overview-zh-light');
    await other.go('/devices');
    await other.page.locator('[data-device="5007"] button.link').click();
    await other.page.locator('[data-preview="nothing-shown"], [data-preview="picture"]').first().waitFor();
    await other.keep('preview-drawer-zh-light');
    expect(await other.barriers()).toEqual([]);
    await other.context.close();
  });

  it('says in words what is away, and heals itself when the manager was', async () => {
    const preview = await drawer('0001');
    await shows(preview, 'picture');
    await site.restart();
    await shows(preview, 'picture');
  });

  it('asks for nothing when nothing is looked at', async () => {
    await person.go('/audit');
    const sent: string[] = [];
    person.page.on('websocket', (socket) => {
      if (socket.url().endsWith('/api/previews'))
        socket.on('framesent', ({ payload }) => sent.push(payload.toString()));
    });
    const preview = await drawer('0001');
    await shows(preview, 'picture');
    await person.page.keyboard.press('Escape');
    await eventually('nothing is looked at', () => sent.at(-1) === '{"devices":[]}', { seen: () => sent });
  });
});
