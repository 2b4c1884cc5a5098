import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, type Taste } from '../browser-page.ts';
import { ConsoleClient } from '../console-client.ts';
import { eventually } from '../eventually.ts';
import type { NpmProgram } from '../npm-program.ts';
import { PageSite, type SitePage } from './page-site.ts';

const tastes: readonly Taste[] = [
  { locale: 'zh-CN', colorScheme: 'dark' },
  { locale: 'en-GB', colorScheme: 'light' },
  { locale: 'zh-CN', colorScheme: 'light' },
  { locale: 'en-GB', colorScheme: 'dark' },
];

describe.skipIf(!existsSync(CHROMIUM))('the overview', { timeout: 180_000 }, () => {
  let site: PageSite;
  let person: SitePage;
  const route = async (receiver: string, transmitter: string | null) => {
    const body =
      transmitter === null ? { function: 'disconnect', receiver } : { function: 'connect', receiver, transmitter };
    const { text } = await site.client.do('POST', '/api/commands', body);
    expect(JSON.parse(text)).toMatchObject({ refusal: null });
  };

  const desks: ConsoleClient[] = [];
  const signIn = async (receiver: string, keys: string) => {
    const desk = new ConsoleClient(site.client, receiver);
    desks.push(desk);
    await desk.reads('用户名');
    desk.type(keys);
  };

  beforeAll(async () => {
    site = await PageSite.start();
    person = await site.signedIn({ locale: 'en-GB', colorScheme: 'light' });
  }, 120_000);

  afterAll(async () => {
    for (const desk of desks) desk[Symbol.dispose]();
    await site?.[Symbol.asyncDispose]();
  }, 60_000);

  it('says that all is well, in a friendly way, where nothing needs anybody', async () => {
    await person.go('/');
    await person.page.locator('[data-alarms="none"]', { hasText: 'All is well' }).waitFor();
  });

  it('shows who sits where as soon as he does', async () => {
    await signIn('5004', 'hxfj\t123456\n');
    await person.page.locator('[data-place="值班长席"] .signed-in', { hasText: 'hxfj' }).waitFor();
  });

  it('shows what is connected to what, from both ends, as soon as it is', async () => {
    await route('device-5004', 'device-0003');
    await person.page.locator('[data-place="值班长席"] .chip.good', { hasText: '0003' }).waitFor();
    const source = person.page.locator('[data-source="0003"]');
    await source.locator('.to', { hasText: '5004 值班长席' }).waitFor();
    expect(await person.page.locator('[data-source]').first().getAttribute('data-source')).toBe('0003');
    await source.scrollIntoViewIfNeeded();
    await source.locator('.preview[data-preview="picture"]').waitFor();
    await person.page.locator('[data-place="值班长席"]').scrollIntoViewIfNeeded();
    await person.page.locator('[data-place="值班长席"] .preview[data-preview="picture"]').waitFor();
  });

  it('has what happened before it was opened, in sentences that lead to what they name', async () => {
    await route('device-5006', 'device-0001');
    await route('device-5006', null);
    const reader = await site.signedIn({ locale: 'en-GB', colorScheme: 'dark' });
    const events = reader.page.locator('.events li');
    await events.filter({ hasText: 'admin disconnected 5006 大屏 左' }).first().waitFor();
    await route('device-5004', 'device-0002');
    await events.filter({ hasText: '5004 值班长席 shows 0002 电力调度二号' }).first().waitFor();
    await events.first().getByRole('link', { name: '0002 电力调度二号' }).click();
    await reader.page.locator('[data-details="0002"]').waitFor();
    await reader.context.close();
  });

  it.each(tastes)('looks like a product: $locale, $colorScheme', async (taste) => {
    const visitor = await site.signedIn(taste);
    await visitor.page.locator('[data-place] .preview[data-preview="picture"]').first().waitFor();
    await visitor.keep(`overview-live-${taste.locale}-${taste.colorScheme}`);
    expect(await visitor.barriers()).toEqual([]);
    await visitor.page.locator('.events').scrollIntoViewIfNeeded();
    await visitor.page.locator('.source .preview[data-preview="picture"]').first().waitFor();
    await visitor.keep(`overview-below-${taste.locale}-${taste.colorScheme}`);
    await visitor.context.close();
  });

  it('shouts on every page that two boxes have one key, until one of them is gone', async () => {
    const other = await site.signedIn({ locale: 'zh-CN', colorScheme: 'dark' });
    await other.go('/hotkeys');
    await person.go('/');
    const copy: NpmProgram = site.copyBox('0010');
    await person.page.locator('[data-alarm="twins"]', { hasText: '0010 网络运维' }).waitFor({ timeout: 60_000 });
    await other.page.locator('[data-banner="twins"]', { hasText: '两台均被拒绝接入' }).waitFor();
    expect(await person.barriers()).toEqual([]);
    await person.keep('overview-twins');
    await other.page.locator('[data-banner="twins"]').getByRole('link').click();
    await other.page.locator('[data-details="0010"] .chip.bad', { hasText: '身份重复' }).first().waitFor();
    await other.page.locator('.card.loud[data-alarm="twins"]', { hasText: '0010' }).waitFor();
    expect(await other.barriers()).toEqual([]);
    await other.keep('devices-twins');
    await copy[Symbol.asyncDispose]();
    await other.page.locator('[data-banner="twins"]').waitFor({ state: 'detached', timeout: 90_000 });
    await person.page.locator('[data-alarm="twins"]').waitFor({ state: 'detached' });
    await eventually(
      'the box that is left is let in again',
      async () => (await other.page.locator('[data-details="0010"] .chip.good').count()) > 0,
    );
    await other.context.close();
  });

  it('complained of nothing', () => {
    expect(person.complaints).toEqual([]);
  });
});
