import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM } from '../browser-page.ts';
import { eventually } from '../eventually.ts';
import type { Resource } from '../site-client.ts';
import { hostileNames, worstName } from './hostile-names.ts';
import { PageSite, type SitePage } from './page-site.ts';
import { textFields } from './text-fields.ts';

/** Of one thing in the browser. */
const STEP_LIMIT_MS = 20_000;

/** What becomes of what is written into a field; a new field has to be told here, and tried below if it is kept. */
const fields: Readonly<Record<string, readonly string[]>> = {
  'pages/account/new-token-dialogue.tsx': ['kept: a token'],
  'pages/account/password-and-code.tsx': ['a secret', 'a code'],
  'pages/account/password-card.tsx': ['a secret', 'for password stores, not seen'],
  'pages/account/second-factor-enrolment.tsx': ['a secret', 'a code'],
  'pages/audit/audit-filter.tsx': ['a search', 'a search', 'a search', 'a time', 'a time'],
  'pages/devices/bulk-edit-dialogue.tsx': ['kept: locations'],
  'pages/devices/device-fields.tsx': ['an ID', 'kept: a device', 'kept: a device'],
  'pages/devices/device-list.tsx': ['a search'],
  'pages/devices/message-dialogue.tsx': ['sent: a message'],
  'pages/entry/entry-form.tsx': ['a name to sign in with', 'a secret'],
  'pages/hotkeys/hotkey-fields.tsx': ['refused: a hotkey'],
  'pages/matrix/matrix-toolbar.tsx': ['a search'],
  'pages/matrix/push-dialogue.tsx': ['a search'],
  'pages/overview/overview-page.tsx': ['a search'],
  'pages/people/device-groups-tab.tsx': ['kept: a device group'],
  'pages/people/grant-grid.tsx': ['both searches'],
  'pages/people/groups-tab.tsx': ['kept: a group'],
  'pages/people/new-operator-dialogue.tsx': ['kept: an operator', 'a secret'],
  'pages/people/operator-details.tsx': ['kept: an operator', 'a secret'],
  'pages/places/device-tray.tsx': ['a search'],
  'pages/places/seats-tab.tsx': ['kept: a seat'],
  'pages/places/sources-tab.tsx': ['kept: a source'],
  'pages/places/walls-tab.tsx': ['kept: a wall'],
  'pages/settings/settings-page.tsx': ['kept: the settings', 'kept: the settings'],
  'pages/transfer/backup-card.tsx': ['a secret', 'a secret'],
  'pages/transfer/difference.tsx': ['a search'],
  'pages/transfer/file-place.tsx': ['a file'],
  'pages/transfer/restore-card.tsx': ['a secret', 'compared with the name of the site'],
  'parts/name-dialogue.tsx': ['kept: a group'],
  'parts/record-frame.tsx': ['a search'],
  'shell/password-confirmation.tsx': ['a secret'],
};

/** Where a name is edited, and where the manager keeps it. */
const records = [
  { what: 'a device', collection: 'devices', path: '/devices?device=', field: 'name' },
  { what: 'a device', collection: 'devices', path: '/devices?device=', field: 'location' },
  { what: 'an operator', collection: 'operators', path: '/people?operator=', field: 'name' },
  { what: 'a group', collection: 'groups', path: '/people?tab=groups&group=', field: 'name' },
  {
    what: 'a device group',
    collection: 'device-groups',
    path: '/people?tab=deviceGroups&device-group=',
    field: 'name',
  },
  { what: 'a seat', collection: 'seats', path: '/places?seat=', field: 'name' },
  { what: 'a wall', collection: 'walls', path: '/places?tab=walls&wall=', field: 'name' },
  { what: 'a source', collection: 'sources', path: '/places?tab=sources&source=', field: 'name' },
] as const;

const pages = [
  ...['/', '/matrix', '/devices', '/people', '/people?tab=groups', '/people?tab=deviceGroups', '/people?tab=grants'],
  ...[
    '/hotkeys',
    '/places',
    '/places?tab=walls',
    '/places?tab=sources',
    '/sessions',
    '/audit',
    '/settings',
    '/settings?tab=osd',
  ],
  ...['/account', '/security'],
];

describe.skipIf(!existsSync(CHROMIUM))('a hostile name', { timeout: 180_000 }, () => {
  let site: PageSite;
  let person: SitePage;
  const dialogues: string[] = [];

  /** Harmless: nothing ran, nothing asked, nothing is wider than the screen. */
  const isHarmless = async (where: string) => {
    const [ran, wide] = await person.page.evaluate<readonly [boolean, number]>(
      '["hostile" in window, document.documentElement.scrollWidth - window.innerWidth]',
    );
    expect([where, ran, wide, dialogues]).toEqual([where, false, 0, []]);
  };
  const isReachable = async (control: ReturnType<SitePage['button']>) => {
    const box = await control.boundingBox();
    const { width } = person.page.viewportSize() ?? { width: 0 };
    expect(box).not.toBeNull();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width).toBe(true);
  };
  const one = async (collection: string, key: string): Promise<Resource | undefined> =>
    (await site.client.list(collection)).find((each) => each.key === key);

  beforeAll(async () => {
    site = await PageSite.start();
    await site.client.create('groups', { name: 'Night' });
    await site.client.create('device-groups', { name: 'Weather', devices: ['device-0008'] });
    person = await site.signedIn({ locale: 'en-GB', colorScheme: 'light' });
    person.page.setDefaultTimeout(STEP_LIMIT_MS);
    person.page.on('dialog', (dialogue) => {
      dialogues.push(dialogue.message());
      void dialogue.dismiss();
    });
  }, 120_000);

  afterAll(async () => {
    await site?.[Symbol.asyncDispose]();
  }, 60_000);

  it('has been tried in every field that the page has', () => {
    const told = Object.fromEntries(Object.entries(fields).map(([path, each]) => [path, each.length]));
    expect(told).toEqual(textFields());
  });

  it.each(records)('stays what it is as $what’s $field', async ({ collection, path, field }) => {
    const index = records.findIndex((each) => each.collection === collection && each.field === field);
    const [record] = (await site.client.list(collection)).filter(({ role }) => role !== 'administrator');
    const key = record?.key ?? '';
    await person.go(path + key);
    const input = person.dialogue.locator(`input[name="${field}"]`);
    // One after the other in the same form: each begins from what the one before it left.
    for (const name of [hostileNames[index % hostileNames.length] ?? '', worstName]) {
      await input.fill(name);
      await person.save(person.dialogue);
      expect((await one(collection, key))?.[field]).toBe(name);
      expect(await input.inputValue()).toBe(name);
    }
    await isReachable(person.button('Save', person.dialogue));
    await isHarmless(path);
  });

  it('stays what it is in the dialogues that make something new', async () => {
    for (const { path, button, field, collection } of [
      { path: '/people?tab=groups', button: 'New group', field: 'name', collection: 'groups' },
      { path: '/people?tab=deviceGroups', button: 'New device group', field: 'name', collection: 'device-groups' },
      { path: '/devices', button: 'New device', field: 'name', collection: 'devices' },
      { path: '/account', button: 'New token', field: 'token-name', collection: 'tokens' },
    ]) {
      // Names are unique in their collection, and the worst one is taken.
      const name = `n${worstName.slice(0, 150)}`;
      await person.go(path);
      await person.page.locator('.empty[role="status"]').waitFor({ state: 'detached' });
      await person.button(button).first().click();
      await person.dialogue.locator(`input[name="${field}"]`).fill(name);
      await person.button(button, person.dialogue).click();
      await eventually(`${path} has it byte for byte`, async () =>
        (await site.client.list(collection)).some((each) => each.name === name),
      );
      await isHarmless(path);
    }
  });

  it('stays what it is as the location of many', async () => {
    await person.go('/devices');
    for (const id of ['0005', '0006']) {
      await person.page.locator(`[data-device="${id}"] input[type="checkbox"]`).check();
    }
    await person.button('Edit together').click();
    await person.dialogue.getByLabel('Location').first().check();
    await person.dialogue.getByRole('textbox', { name: 'Location' }).fill(worstName);
    await person.button('Apply to 2', person.dialogue).click();
    await person.told('2 devices changed');
    for (const key of ['device-0005', 'device-0006']) {
      expect((await one('devices', key))?.location).toBe(worstName);
    }
    await isHarmless('many devices');
  });

  it('is refused as a hotkey, in words, before it is sent', async () => {
    const [hotkey] = await site.client.list('hotkeys');
    await person.go(`/hotkeys?hotkey=${hotkey?.key}`);
    const text = person.dialogue.locator('input[name="text"]');
    for (const name of ['<script>', '热键', 'a\u202Eb', '"\\\'', '👩‍👩‍👧‍👦']) {
      await text.fill(name);
      await eventually('it is refused', () => person.button('Save', person.dialogue).isDisabled());
    }
    await person.button('Discard changes', person.dialogue).click();
    expect((await one('hotkeys', hotkey?.key ?? ''))?.text).toBe(hotkey?.text);
    await isHarmless('a hotkey');
  });

  it('stays what it is as the site’s name and the desks’ banner', async () => {
    for (const [tab, field] of [
      ['site', 'site-name'],
      ['osd', 'banner'],
    ] as const) {
      await person.go(`/settings?tab=${tab}`);
      await person.page.locator(`input[name="${field}"]`).fill(worstName);
      await person.save();
    }
    const settings = JSON.parse((await site.client.do('GET', '/api/settings')).text);
    expect(settings).toMatchObject({ name: worstName, boxes: { banner: worstName } });
    await isHarmless('the settings');
  });

  it('is sent to a desk as it is, a line’s end as a space', async () => {
    await person.go('/devices?device=device-5004');
    await person.button('Send a message', person.dialogue).click();
    await person.dialogue.locator('textarea').first().fill(`${hostileNames[0]}\nb`);
    const [sent] = await Promise.all([
      person.page.waitForRequest((request) => request.method() === 'POST' && /commands$/.test(request.url())),
      person.button('Send a message', person.dialogue).click(),
    ]);
    expect(sent.postDataJSON()).toMatchObject({ text: `${hostileNames[0]} b` });
    await isHarmless('a message');
  });

  it('is searched for, and found where it is', async () => {
    for (const [path, shown, found] of [
      // One by its name, two by their location.
      ['/devices', '[data-device]', 3],
      ['/people', 'tbody tr', 1],
      ['/audit', 'tbody tr', null],
    ] as const) {
      await person.go(path);
      await person.page.locator(shown).first().waitFor();
      await person.page.locator('input[type="search"]').first().fill(worstName);
      if (found !== null) {
        await eventually(
          `${path} shows what has it`,
          async () => (await person.page.locator(shown).count()) === found,
          {
            seen: () => person.page.locator(shown).allTextContents(),
          },
        );
      }
      await isHarmless(`${path}, searched`);
    }
    await person.go('/audit');
    const [, actor, action] = await person.page.locator('.toolbar input').all();
    for (const name of [worstName, hostileNames[1] ?? '']) {
      await actor?.fill(name);
      await action?.fill(name);
      await isHarmless('the audit, filtered');
    }
  });

  it('breaks no page, on a desk or on a phone', async () => {
    for (const path of pages) {
      await person.go(path);
      await person.page.locator('.empty[role="status"]').waitFor({ state: 'detached' });
      for (const width of [1440, 390]) {
        await person.page.setViewportSize({ width, height: 900 });
        await isHarmless(`${path} at ${width}`);
        if (path === '/' || path === '/people?tab=grants') {
          await person.keep(`hostile-${path === '/' ? 'overview' : 'grants'}-${width}`);
        }
      }
      await person.page.setViewportSize({ width: 1440, height: 900 });
    }
  });

  it('makes the browser complain of nothing', () => {
    expect(person.complaints.filter((each) => !/status of 4\d\d/.test(each))).toEqual([]);
  });
});
