import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { Download, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserPage, CHROMIUM, type Taste } from '../browser-page.ts';
import { eventually } from '../eventually.ts';
import { TemporaryFolder } from '../temporary-folder.ts';
import { PageSite, type SitePage } from './page-site.ts';

const PASSPHRASE = 'vier Pferde am Fluss';

describe.skipIf(!existsSync(CHROMIUM))('settings and the site as files', { timeout: 180_000 }, () => {
  let site: PageSite;
  let person: SitePage;
  let folder: TemporaryFolder;
  let backup = '';
  const device = async (id: string) => (await site.client.list('devices')).find((each) => each.id === id);
  const file = async (name: string, text: string) => {
    const path = folder.at(name);
    await writeFile(path, text);
    return path;
  };
  const saved = async (download: Download) => {
    const path = folder.at(download.suggestedFilename());
    await download.saveAs(path);
    return path;
  };
  const card = (name: 'import' | 'restore'): Locator => person.page.locator(`[data-${name}]`);
  const choose = async (path: string) => {
    await card('import').locator('input[type="file"]').setInputFiles(path);
    await person.page.locator('[data-import="judged"]').waitFor();
  };

  beforeAll(async () => {
    folder = new TemporaryFolder();
    site = await PageSite.start();
    person = await site.signedIn({ locale: 'en-GB', colorScheme: 'light' });
  }, 120_000);

  afterAll(async () => {
    await site?.[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  }, 60_000);

  it('saves the OSD’s settings, and a desk speaks the other language', async () => {
    await person.go('/settings?tab=osd');
    for (const screen of ['Menu', 'Notices', 'Standby', 'Sign-in screen']) {
      await person.page.getByText(screen, { exact: true }).click();
      await person.keep(`settings-osd-${screen.toLowerCase()}`);
    }
    await person.chooseOption(person.page.getByRole('combobox', { name: 'Language' }), 'English');
    await person.button('Save').click();
    await person.told('Saved');
    const desk = await BrowserPage.open(person.context, `${site.pages}/console/5004`);
    await desk.reads('5004', 'User name');
    await desk.page.close();
    await person.button('Undo').last().click();
    await person.told('Undone');
  });

  it('exports devices as CSV', async () => {
    await person.go('/settings?tab=transfer');
    const coming = person.page.waitForEvent('download');
    await person.button('Export a file').click();
    const text = await readFile(await saved(await coming), 'utf8');
    expect(text.split('\n')[0]).toContain('id,name,location');
    expect(text).toContain('0001,电力调度一号');
  });

  it('shows what a file would do, does it, and the device is there', async () => {
    await person.go('/settings?tab=transfer');
    await choose(await file('seatmatrix-devices.csv', 'id,name\n0321,新的主机\n0001,电力调度甲\n'));
    await person.page.locator('[data-change="add 0321 新的主机"], [data-change^="add 0321"]').first().waitFor();
    await person.page.locator('[data-change^="change 0001"] ins', { hasText: '电力调度甲' }).waitFor();
    expect(await device('0321')).toBeUndefined();
    await person.keep('settings-import');
    await person.button('Add 1, change 1').click();
    await person.page.locator('[data-applied]').waitFor();
    expect((await device('0321'))?.name).toBe('新的主机');
    await person.go('/devices');
    await person.page.locator('[data-device="0321"]', { hasText: '新的主机' }).waitFor();
  });

  it('says that nothing differs, and where a file is wrong', async () => {
    await person.go('/settings?tab=transfer');
    await choose(await file('seatmatrix-devices.csv', 'id,name\n0321,新的主机\n'));
    await person.page.locator('[data-difference="none"]').waitFor();
    await choose(await file('seatmatrix-devices.csv', 'id,name\n0321,x\nabc,y\n'));
    const problem = person.page.locator('[data-problem="wrong-value"]');
    await problem.waitFor();
    expect(await problem.textContent()).toContain('line 3');
    expect(await person.page.getByRole('button', { name: /^Change/ }).count()).toBe(0);
    await person.keep('settings-import-problem');
  });

  it('takes a dropped file, asks before it removes, and compares again when somebody was faster', async () => {
    const hotkeys = await site.client.list('hotkeys');
    const [first, ...others] = hotkeys;
    if (first === undefined) throw new RangeError('the demonstration has hotkeys');
    await person.go('/settings?tab=transfer');
    const text = `text,devices\n${String(first.text)},0001\n`;
    const data = await person.page.evaluateHandle<object>(`(() => {
      const data = new DataTransfer();
      data.items.add(new File([${JSON.stringify(text)}], 'seatmatrix-hotkeys.csv'));
      return data;
    })()`);
    await card('import').locator('.file-place').dispatchEvent('drop', { dataTransfer: data });
    await person.page.locator('[data-import="judged"]').waitFor();
    await person.page.getByRole('radio', { name: 'Replace' }).check();
    await person.page.locator('[data-change^="remove "]').first().waitFor();
    await person.keep('settings-import-remove');
    await site.client.do('POST', '/api/groups', { name: 'meanwhile' });
    const button = person.page.getByRole('button', { name: new RegExp(`remove ${others.length}$`, 'i') });
    await button.click();
    await person.dialogue.getByRole('button', { name: /remove/i }).click();
    await person.page.locator('[data-moved]').waitFor();
    expect(await button.isDisabled()).toBe(true);
    await person.keep('settings-import-moved');
    await person.button('Compare again').click();
    await person.page.locator('[data-moved]').waitFor({ state: 'detached' });
    await button.click();
    await person.button('Cancel', person.dialogue).click();
    expect(await site.client.list('hotkeys')).toHaveLength(hotkeys.length);
    await button.click();
    await person.dialogue.getByRole('button', { name: /remove/i }).click();
    await person.page.locator('[data-applied]').waitFor();
    expect(await site.client.list('hotkeys')).toHaveLength(1);
  });

  it('makes a backup that a wrong passphrase does not open', async () => {
    await person.go('/settings?tab=backup');
    await person.page.fill('input[name="passphrase"]', PASSPHRASE);
    await person.page.fill('input[name="passphrase-again"]', PASSPHRASE);
    await person.keep('settings-backup');
    const coming = person.page.waitForEvent('download');
    await person.button('Make and download the backup').click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/\.smxbackup$/);
    backup = await saved(download);
    expect((await readFile(backup)).includes('电力调度')).toBe(false);
    await card('restore').locator('input[type="file"]').setInputFiles(backup);
    await person.page.fill('input[name="restore-passphrase"]', 'drei Pferde am Fluss');
    await person.button('Look inside').click();
    await person.page.getByText('The passphrase is wrong').waitFor();
  });

  it('restores what was deleted since, for whoever types the site’s name', async () => {
    const gone = await device('0321');
    if (gone === undefined) throw new RangeError('the import made it');
    await site.client.do('DELETE', `/api/devices/${gone.key}`, undefined, { 'if-match': `"${gone.version}"` });
    await person.go('/settings?tab=backup');
    await card('restore').locator('input[type="file"]').setInputFiles(backup);
    await person.page.fill('input[name="restore-passphrase"]', PASSPHRASE);
    await person.button('Look inside').click();
    const button = person.page.getByRole('button', { name: 'Restore: Add 1' });
    await button.waitFor();
    expect(await button.isDisabled()).toBe(true);
    const name = (await person.page.locator('[data-backup]').getAttribute('data-backup')) ?? '';
    await person.page.fill('input[name="restore-confirmation"]', name);
    await person.keep('settings-restore');
    await button.click();
    await person.page.locator('[data-applied]').waitFor();
    await eventually('the device is back', async () => (await device('0321'))?.name === '新的主机');
  });

  it.each<Taste>([
    { locale: 'zh-CN', colorScheme: 'dark' },
    { locale: 'zh-CN', colorScheme: 'light' },
    { locale: 'en-GB', colorScheme: 'dark' },
    { locale: 'en-GB', colorScheme: 'light' },
  ])('is open to everybody: $locale, $colorScheme', async (taste) => {
    const visitor = await site.signedIn(taste);
    const path = await file('seatmatrix-devices.csv', 'id,name\n0322,第二台\n0001,调度乙\n');
    for (const tab of ['site', 'osd', 'transfer', 'backup']) {
      await visitor.go(`/settings?tab=${tab}`);
      await visitor.page.locator('.empty[role="status"]').waitFor({ state: 'detached' });
      if (tab === 'transfer') {
        await visitor.page.locator('[data-import] input[type="file"]').setInputFiles(path);
        await visitor.page.locator('[data-import="judged"]').waitFor();
      }
      expect([tab, await visitor.barriers()]).toEqual([tab, []]);
      await visitor.keep(`settings-${tab}-${taste.locale}-${taste.colorScheme}`);
    }
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });
});
