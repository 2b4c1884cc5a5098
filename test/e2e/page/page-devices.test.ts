import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM } from '../browser-page.ts';
import { eventually } from '../eventually.ts';
import { hostileNames } from './hostile-names.ts';
import { PageSite, type SitePage } from './page-site.ts';

describe.skipIf(!existsSync(CHROMIUM))('devices on the page', { timeout: 180_000 }, () => {
  let site: PageSite;
  let person: SitePage;
  const device = async (id: string) => (await site.client.list('devices')).find((each) => each.id === id);
  const open = async (id: string) => {
    await person.go('/devices');
    await person.page.locator(`[data-device="${id}"] button.link`).click();
    await person.page.locator(`[data-details="${id}"]`).waitFor();
  };

  beforeAll(async () => {
    site = await PageSite.start();
    person = await site.signedIn({ locale: 'en-GB', colorScheme: 'light' });
    person.page.setDefaultTimeout(20_000);
  }, 120_000);

  afterAll(async () => {
    await site?.[Symbol.asyncDispose]();
  }, 60_000);

  it('adopts a waiting box once its key was compared, with ID, name and location in one go', async () => {
    await person.go('/devices');
    site.simulate({ transmitters: 1, receivers: 2 });
    const waiting = person.page.locator('#pending article', { hasText: 'Transmitter' });
    await waiting.waitFor();
    const fingerprint = await waiting.getAttribute('data-fingerprint');
    await person.keep('pending');
    await person.button('Adopt', waiting).click();
    const shown = await person.dialogue.locator('.fingerprint').getAttribute('data-fingerprint');
    expect(shown).toBe(fingerprint);
    await person.keep('adopt');
    expect(await person.button('Adopt', person.dialogue).isDisabled()).toBe(true);
    await person.dialogue.getByLabel('I compared them, they are the same').check();
    expect(await person.dialogue.locator('input[name="id"]').inputValue()).toBe('0011');
    await person.dialogue.locator('input[name="id"]').fill('0042');
    await person.dialogue.locator('input[name="name"]').fill('新主机 42');
    await person.dialogue.locator('input[name="location"]').fill('Rack 7');
    await person.button('Adopt', person.dialogue).click();
    await person.told('0042 新主机 42 is adopted');
    await person.page.locator('[data-device="0042"] .chip', { hasText: 'online' }).waitFor();
    expect(await device('0042')).toMatchObject({ kind: 'transmitter', name: '新主机 42', location: 'Rack 7' });
  });

  it('refuses an ID that somebody has while it is typed, in words', async () => {
    await open('0006');
    const id = person.dialogue.locator('input[name="id"]');
    for (const [typed, says] of [
      ['0001', '0001 is already the ID of 电力调度一号'],
      ['5001', 'Transmitters: 0001–4999'],
      ['00x1', 'An ID has four digits'],
    ] as const) {
      await id.fill(typed);
      await person.dialogue.locator('.mantine-InputWrapper-error', { hasText: says }).waitFor();
    }
    await person.keep('id-taken');
    await id.fill('0006');
    await person.dialogue.locator('.mantine-InputWrapper-error').waitFor({ state: 'detached' });
  });

  it('shows a picture’s figures live, says still of one that stands, and draws the last minutes', async () => {
    await person.go('/devices');
    const cell = person.page.locator('[data-device="0007"] td').last();
    await cell.getByText('1280 × 720 · not watched').waitFor();
    const body = { function: 'connect', receiver: 'device-5007', transmitter: 'device-0007' };
    await site.client.do('POST', '/api/commands', body);
    await cell.getByText(/1280 × 720 · (still|\d+ fps)/).waitFor({ timeout: 20_000 });
    await open('5007');
    const facts = person.dialogue.locator('.live-state .facts');
    await facts.getByText('0007').first().waitFor();
    await facts.getByText('JPEG').waitFor({ timeout: 20_000 });
    await facts.getByText('1280 × 720 @ 60 Hz').first().waitFor();
    await person.dialogue.locator('.curves .sparkline').first().waitFor({ timeout: 60_000 });
    await person.dialogue.getByText('41 °C').waitFor();
    await person.dialogue.getByText('limit 85 °C').waitFor();
    await person.dialogue.locator('.preview[data-preview="picture"]').waitFor();
    expect(await person.barriers()).toEqual([]);
    await person.keep('device-panel');
    const other = await site.signedIn({ locale: 'zh-CN', colorScheme: 'dark' });
    await other.go('/devices?device=device-0007');
    await other.dialogue.locator('.preview[data-preview="picture"]').waitFor();
    await other.keep('device-panel-zh-dark');
    await other.context.close();
    await site.client.do('POST', '/api/commands', { function: 'disconnect', receiver: 'device-5007' });
  });

  it('leaves no empty place behind when the ID is taken, and says whose it is', async () => {
    const before = (await site.client.list('devices')).length;
    await person.go('/devices');
    await person.button('Adopt', person.page.locator('#pending article').first()).click();
    await person.dialogue.getByLabel('I compared them, they are the same').check();
    await person.dialogue.locator('input[name="id"]').fill('5004');
    await person.button('Adopt', person.dialogue).click();
    await person.dialogue.getByText('5004 is already the ID of 值班长席').first().waitFor();
    expect(await site.client.list('devices')).toHaveLength(before);
    await person.button('Cancel', person.dialogue).click();
  });

  it('saves what is changed, shows it to the other administrator at once, and takes it back', async () => {
    const other = await site.signedIn({ locale: 'zh-CN', colorScheme: 'dark' });
    await other.go('/devices');
    await open('0001');
    await person.dialogue.locator('input[name="name"]').fill('Dispatch A');
    await person.dialogue.getByText('Unsaved changes').waitFor();
    await person.button('Save', person.dialogue).click();
    await person.told('Saved');
    await other.page.locator('[data-device="0001"]', { hasText: 'Dispatch A' }).waitFor();
    await person.button('Undo').click();
    await person.told('Undone');
    await other.page.locator('[data-device="0001"]', { hasText: '电力调度一号' }).waitFor();
    expect((await device('0001'))?.name).toBe('电力调度一号');
    await other.context.close();
  });

  it('never overwrites another’s change unseen: shows both, and lets the person choose', async () => {
    await open('0002');
    await person.dialogue.locator('input[name="name"]').fill('mine');
    await site.client.change('devices', (await device('0002'))?.key ?? '', { name: 'theirs', location: 'elsewhere' });
    const conflict = person.dialogue.getByText('Somebody else has just changed this');
    await conflict.waitFor();
    await person.dialogue.getByRole('cell', { name: 'theirs' }).waitFor();
    await person.keep('conflict');
    expect(await person.button('Save', person.dialogue).count()).toBe(0);
    expect((await device('0002'))?.name).toBe('theirs');
    await person.button('Overwrite with mine', person.dialogue).click();
    await person.button('Save', person.dialogue).click();
    await person.told('Saved');
    expect((await device('0002'))?.name).toBe('mine');

    await person.dialogue.locator('input[name="name"]').fill('mine again');
    await site.client.change('devices', (await device('0002'))?.key ?? '', { name: 'theirs again' });
    await conflict.waitFor();
    await person.button('Take theirs', person.dialogue).click();
    expect(await person.dialogue.locator('input[name="name"]').inputValue()).toBe('theirs again');
  });

  it('sets a source’s mouse, colours, sound and serial port', async () => {
    await open('0003');
    await person.chooseOption(
      person.dialogue.getByRole('combobox', { name: 'Mouse' }),
      'Movements (games, firmware menus)',
    );
    await person.chooseOption(person.dialogue.getByRole('combobox', { name: 'Chroma' }), '4:4:4');
    await person.dialogue.getByRole('switch', { name: 'Sound goes with the picture' }).check();
    await person.dialogue.getByLabel('Baud').fill('115200');
    await person.chooseOption(person.dialogue.getByRole('combobox', { name: 'Parity' }), 'even');
    await person.button('Save', person.dialogue).click();
    await person.told('Saved');
    expect((await device('0003'))?.settings).toEqual({
      ...{ pointer: 'relative', chroma: '4:4:4', sound: true },
      serial: { baud: 115_200, dataBits: 8, parity: 'even', stopBits: 1, flowControl: 'none' },
    });
  });

  it.each(hostileNames)('keeps a name byte for byte and harmless: %j', async (name) => {
    await open('0004');
    await person.dialogue.locator('input[name="name"]').fill(name);
    await person.button('Save', person.dialogue).click();
    await person.told('Saved');
    await eventually('the name is kept', async () => (await device('0004'))?.name === name);
    await person.go('/devices');
    const shown = person.page.locator('[data-device="0004"] button.link');
    expect(await shown.textContent()).toBe(name);
    expect(await person.page.evaluate<boolean>('"hostile" in window')).toBe(false);
    const wide = await person.page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
    expect(wide).toBe(0);
  });

  it('changes many at once, says how it went, and takes all of it back', async () => {
    await person.go('/devices');
    for (const id of ['0005', '0006', '5005']) {
      await person.page.locator(`[data-device="${id}"] input[type="checkbox"]`).check();
    }
    await person.button('Edit together').click();
    await person.dialogue.getByLabel('Location').first().check();
    await person.dialogue.getByRole('textbox', { name: 'Location' }).fill('Hall 9');
    await person.dialogue.getByLabel('Sound goes with the picture').first().check();
    await person.button('Apply to 3', person.dialogue).click();
    await person.told('3 devices changed');
    expect((await device('5005'))?.location).toBe('Hall 9');
    expect((await device('0005'))?.settings).toMatchObject({ sound: true });
    await person.button('Undo').click();
    await person.told('Undone');
    expect((await device('0005'))?.location).toBe('一楼机房');
    expect((await device('0005'))?.settings).toMatchObject({ sound: false });
  });

  it('finds by ID, name and location, and says when nothing matches', async () => {
    await person.go('/devices');
    await person.page.getByLabel('Search ID, name, location').fill('指挥大厅');
    await eventually(
      'receivers alone are shown',
      async () => (await person.page.locator('tr[data-device]').count()) === 7,
    );
    await person.page.getByLabel('Search ID, name, location').fill('no such thing');
    await person.page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
    await person.button('Clear the filter').click();
    await person.page.locator('[data-device="0001"]').waitFor();
  });

  it('identifies a box, sends it a message, and restarts it after asking', async () => {
    await open('5005');
    await person.dialogue.getByText('“Identify” does this: shows its name on its screen').waitFor();
    await person.button('Identify', person.dialogue).click();
    await person.told('5005 值班员席 can be found now: shows its name on its screen');
    const ending = person.dialogue.getByRole('button', { name: /^Stop identifying \(\d+ s\)$/ });
    const counted = await ending.textContent();
    await eventually('it counts down', async () => (await ending.textContent()) !== counted);
    await person.keep('identify');
    // The countdown is the box's, not the panel's.
    await person.page.keyboard.press('Escape');
    await open('5005');
    await ending.click();
    await person.told('5005 值班员席 has stopped identifying itself');
    await person.button('Identify', person.dialogue).waitFor();
    await person.button('Send a message', person.dialogue).click();
    await person.dialogue.getByLabel('Text to show on this screen').fill('Maintenance at 22:00');
    await person.button('Send a message', person.dialogue).click();
    await person.told('The message is on its way');
    await person.button('Restart', person.dialogue).click();
    await person.button('Restart', person.dialogue).click();
    await person.told('5005 值班员席 restarts');
    const { items } = JSON.parse((await site.client.do('GET', '/api/audit?limit=20')).text) as {
      readonly items: readonly { readonly action: string; readonly detail: string }[];
    };
    const identified = items.filter(({ action }) => action === 'box.identify');
    expect(identified.map(({ detail }) => detail)).toEqual(['ended', '60 s']);
    expect(items.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['box.identify', 'box.message', 'box.restart']),
    );
  });

  it('lets a waiting box take over a place, with everything that belongs to it', async () => {
    const before = await device('5005');
    await open('5005');
    await person.button('Replace the box', person.dialogue).click();
    await person.dialogue.getByLabel('I compared them, they are the same').check();
    await person.keep('replace');
    await person.button('Replace the box', person.dialogue).click();
    await person.told('A new box has taken over 5005');
    expect(await device('5005')).toEqual(before);
    await person.page.locator('[data-details="5005"] .chip', { hasText: 'online' }).first().waitFor();
  });

  it('forgets a box after asking, and keeps the device', async () => {
    await open('5007');
    await person.button('Forget the box', person.dialogue).click();
    await person.button('Cancel', person.dialogue).click();
    await person.page.locator('[data-details="5007"] .chip', { hasText: 'online' }).first().waitFor();
    await person.button('Forget the box', person.dialogue).click();
    await person.button('Forget the box', person.dialogue).click();
    await person.told('The box of 5007');
    await person.page.locator('[data-details="5007"] .chip', { hasText: 'no box' }).first().waitFor();
    expect(await device('5007')).toBeDefined();
  });

  it('refuses to delete what is still needed, in words, and deletes what is not', async () => {
    await open('0001');
    await person.button('Delete the device', person.dialogue).click();
    await person.button('Delete the device', person.dialogue).click();
    await person.told('it is still needed by');
    expect(await device('0001')).toBeDefined();

    await person.go('/devices');
    await person.button('New device').click();
    await person.dialogue.locator('input[name="name"]').fill('Spare');
    await person.button('New device', person.dialogue).click();
    await person.told('Spare is created');
    const [spare] = (await site.client.list('devices')).filter(({ name }) => name === 'Spare');
    await open(spare?.id ?? '');
    await person.button('Delete the device', person.dialogue).click();
    await person.button('Delete the device', person.dialogue).click();
    await person.told('Spare is deleted');
    expect((await site.client.list('devices')).some(({ name }) => name === 'Spare')).toBe(false);
  });

  it('has on a phone what is asked of it there: which device, and how it is', async () => {
    const phone = await site.signedIn({ locale: 'zh-CN', colorScheme: 'light' }, { width: 390, height: 800 });
    await phone.go('/devices');
    const state = phone.page.locator('[data-device="0001"] .chip.good').first();
    await state.scrollIntoViewIfNeeded();
    const box = await state.boundingBox();
    expect((box?.x ?? 999) + (box?.width ?? 0)).toBeLessThan(390);
    const wide =
      "(() => { const frame = document.querySelector('.table-wrap'); return frame.scrollWidth - frame.clientWidth; })()";
    expect(await phone.page.evaluate<number>(wide)).toBe(0);
    await phone.keep('phone-device-table');
    await phone.context.close();
  });

  it('makes an enrolment code and shows the commands that use it', async () => {
    await person.go('/devices');
    await person.button('Enrolment code').click();
    await person.dialogue.getByLabel('Number of boxes').fill('4');
    await person.button('Make an enrolment code', person.dialogue).click();
    const command = person.dialogue.locator('code', { hasText: 'npm run sim' });
    await command.waitFor();
    expect(await command.textContent()).toMatch(/--tx 2 --rx 2 .*--enrol (?:[0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
    await person.keep('enrolment');
  });

  it('complained of nothing but the refusals', () => {
    expect(person.complaints.filter((each) => !/status of 4\d\d/.test(each))).toEqual([]);
  });
});
