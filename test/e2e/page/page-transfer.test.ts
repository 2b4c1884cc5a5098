import { existsSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM } from '../browser-page.ts';
import { PageSite, type SitePage } from './page-site.ts';

const ADDRESS = '/settings?tab=transfer';

describe.skipIf(!existsSync(CHROMIUM))('import and export on the page', { timeout: 120_000 }, () => {
  let site: PageSite;
  let person: SitePage;

  beforeAll(async () => {
    site = await PageSite.start();
    person = await site.signedIn({ locale: 'en-GB', colorScheme: 'light' });
  }, 120_000);

  afterAll(async () => {
    await site?.[Symbol.asyncDispose]();
  }, 60_000);

  const imports = (): Locator => person.page.locator('[data-import]');
  const difference = (kind: 'some' | 'none' | 'problems') => imports().locator(`[data-difference="${kind}"]`).waitFor();
  const change = (what: string): Locator => imports().locator(`[data-change="${what}"]`);
  const choose = (name: string, text: string) =>
    imports()
      .locator('input[type="file"]')
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  const device = async (id: string) => (await site.client.list('devices')).find((each) => each.id === id);
  const exported = async (): Promise<string> => {
    const [file] = await Promise.all([person.page.waitForEvent('download'), person.button('Export a file').click()]);
    expect(file.suggestedFilename()).toBe('seatmatrix-devices.csv');
    const bytes: Buffer[] = [];
    for await (const part of await file.createReadStream()) bytes.push(Buffer.from(part));
    return Buffer.concat(bytes).toString();
  };

  it('exports the devices as a file with their names', async () => {
    await person.go(ADDRESS);
    const csv = await exported();
    for (const { id, name } of await site.client.list('devices')) expect(csv).toContain(`${id},${name}`);
    expect(csv).toContain('电力调度一号');
    expect(await person.barriers()).toEqual([]);
  });

  it('says why two things of one name cannot be exported', async () => {
    const body = { name: 'Twins' };
    const twins = [await site.client.create('groups', body), await site.client.create('groups', body)];
    await person.go(ADDRESS);
    await person.chooseOption(person.page.getByRole('combobox', { name: 'Content', exact: true }), 'Groups');
    await person.button('Export a file').click();
    await person.told('are called Twins');
    for (const { key, version } of twins) {
      await site.client.do('DELETE', `/api/groups/${key}`, undefined, { 'if-match': `"${version}"` });
    }
  });

  it('shows what a file would add and change, and does that alone', async () => {
    await person.go(ADDRESS);
    await choose('seatmatrix-devices.csv', 'id,name\n0001,电力调度改名\n0888,新增主机\n');
    await difference('some');
    await change('add 0888 新增主机').waitFor();
    await change('change 0001 电力调度改名').getByText('电力调度一号').waitFor();
    expect(await device('0888')).toBeUndefined();
    expect(await person.barriers()).toEqual([]);
    await person.keep('transfer-import-en-light');
    await person.button('Add 1, change 1').click();
    await imports().getByText('The import is done').waitFor();
    expect(await device('0888')).toMatchObject({ name: '新增主机' });
    expect(await device('0001')).toMatchObject({ name: '电力调度改名' });
  });

  it('says that nothing differs where nothing does', async () => {
    await person.go(ADDRESS);
    await choose('seatmatrix-devices.csv', 'id,name\n0888,新增主机\n');
    await difference('none');
    await imports().getByText('Nothing differs.').waitFor();
  });

  it('says the line that is wrong, and applies nothing of the file', async () => {
    const before = await site.client.list('devices');
    await person.go(ADDRESS);
    await choose('seatmatrix-devices.csv', 'id,name\n0889,good\n0000,bad\n');
    await difference('problems');
    await imports().getByRole('alert').getByText('line 3').waitFor();
    await person.keep('transfer-problems-en-light');
    await choose('seatmatrix-devices.csv', 'id,name\n0889,good\n0890,"two\nlines"\n');
    await imports().locator('[data-problem="invalid"]').getByText('one line, without control characters').waitFor();
    expect(
      await imports()
        .getByRole('button', { name: /^(Add|Change|Remove) \d/ })
        .count(),
    ).toBe(0);
    expect(await site.client.list('devices')).toEqual(before);
  });

  it('says that a file is too large before it sends anything', async () => {
    await person.go(ADDRESS);
    const sent: string[] = [];
    person.page.on('request', (request) => sent.push(new URL(request.url()).pathname));
    await choose('seatmatrix-devices.csv', 'x'.repeat(5_000_001));
    await person.told('is too large');
    expect(sent).not.toContain('/api/imports');
  });

  it('asks before it removes, and leaves all when the answer is no', async () => {
    const before = await site.client.list('hotkeys');
    const [kept] = before;
    await person.go(ADDRESS);
    const header = (await site.client.do('GET', '/api/exports/hotkeys?format=csv')).text.split('\n');
    const row = header.find((line) => line.startsWith(`${kept?.text},`));
    await imports().getByRole('radio', { name: 'Replace' }).check();
    await choose('seatmatrix-hotkeys.csv', `${header[0]}\n${row}\n`);
    await difference('some');
    const button = person.button(`Remove ${before.length - 1}`, imports());
    await button.click();
    await person.button('Cancel', person.dialogue).click();
    await person.dialogue.waitFor({ state: 'hidden' });
    expect(await site.client.list('hotkeys')).toEqual(before);
    await button.click();
    await person.button(`Remove ${before.length - 1}`, person.dialogue).click();
    await imports().getByText('The import is done').waitFor();
    expect((await site.client.list('hotkeys')).map(({ text }) => text)).toEqual([kept?.text]);
  });

  it('applies nothing that was not shown: somebody was faster', async () => {
    await person.go(ADDRESS);
    await choose('seatmatrix-devices.csv', 'id,name\n0888,第二个名称\n');
    await difference('some');
    await site.client.create('groups', { name: 'Meanwhile' });
    await person.button('Change 1').click();
    await imports().getByText('Somebody has changed the site since').waitFor();
    expect(await device('0888')).toMatchObject({ name: '新增主机' });
    await person.button('Compare again').click();
    await person.button('Change 1').click();
    await imports().getByText('The import is done').waitFor();
    expect(await device('0888')).toMatchObject({ name: '第二个名称' });
  });

  it('brings the names back byte by byte that spreadsheets run, turn round or break', async () => {
    const names = [`=cmd|' /C calc'!A0`, 'شاشة \u202Edcba\u202C', '"quoted", and \'single\'', '+1;2,@x'];
    const ids = names.map((_, index) => `090${index + 1}`);
    for (const [index, name] of names.entries()) {
      await site.client.create('devices', {
        kind: 'transmitter',
        id: ids[index],
        name,
        location: '-2+3, "hall"',
      });
    }
    const records = async () =>
      (await Promise.all(ids.map(device))).map((each) => ({ name: each?.name, location: each?.location }));
    const before = await records();
    await person.go(ADDRESS);
    const csv = await exported();
    for (const id of ids) {
      const { key, version } = (await device(id)) ?? { key: '', version: 0 };
      await site.client.do('DELETE', `/api/devices/${key}`, undefined, { 'if-match': `"${version}"` });
    }
    await choose('seatmatrix-devices.csv', csv);
    await difference('some');
    await person.button('Add 4').click();
    await imports().getByText('The import is done').waitFor();
    expect(await records()).toEqual(before);
    expect(before.map(({ name }) => name)).toEqual(names);
  });

  it('gives whoever is no administrator the export alone', async () => {
    await person.page.route('**/api/session', async (route) => {
      if (route.request().method() !== 'GET') return route.continue();
      const response = await route.fetch();
      return route.fulfill({ response, json: { ...(await response.json()), role: 'auditor' } });
    });
    await person.go(ADDRESS);
    await person.button('Export a file').waitFor();
    expect(await imports().count()).toBe(0);
    await person.page.unrouteAll({ behavior: 'wait' });
  });

  it('reads as well in Chinese and in the dark', async () => {
    const reader = await site.signedIn({ locale: 'zh-CN', colorScheme: 'dark' });
    await reader.go(ADDRESS);
    const file = { name: 'seatmatrix-devices.csv', mimeType: 'text/csv' };
    const buffer = Buffer.from('id,name,location\n0001,电力调度一号,东楼\n0002,电力调度二号机,\n0950,新主机,西楼\n');
    await reader.page.locator('[data-import] input[type="file"]').setInputFiles({ ...file, buffer });
    await reader.page.locator('[data-difference="some"]').waitFor();
    expect(await reader.barriers()).toEqual([]);
    await reader.keep('transfer-import-zh-dark');
    await reader.context.close();
  });

  it('complained of nothing but the refusals', () => {
    expect(person.complaints.filter((each) => !/status of 4\d\d/.test(each))).toEqual([]);
  });
});
