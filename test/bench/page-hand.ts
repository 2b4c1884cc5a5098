import type { PageLook } from './page-look.ts';

export interface Hand {
  readonly address: string;
  readonly rounds: number;
}

/** The list of devices: typed into its search, sorted, scrolled, a device opened, closed and marked. */
export async function useDevices(look: PageLook, { address, rounds }: Hand): Promise<void> {
  const { page } = look;
  await look.firstSeen(`${address}/devices`, '[data-device]');
  const search = page.locator('input[type="search"]').first();
  const column = (index: number) => page.locator('table.devices thead th button').nth(index);
  for (let round = 0; round < rounds; round++) {
    await search.click();
    for (const letter of 'radar 4') {
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      await look.painted();
    }
    for (let count = 0; count < 7; count++) await page.keyboard.press('Backspace');
    await look.painted();
    for (const index of [1, 2, 3, 0]) {
      await column(index).click();
      await look.painted();
    }
    await page.locator('[data-device]').first().hover();
    for (let count = 0; count < 10; count++) await page.mouse.wheel(0, 400);
    await look.painted();
    await page.locator('[data-device] button.link').nth(3).click();
    await page.getByRole('dialog').waitFor();
    await look.painted();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('[data-device] input[type="checkbox"]').nth(2).click();
    await look.painted();
  }
}

/** The grid of grants: granted and taken back, scrolled, searched, walked by keys. */
export async function useGrants(look: PageLook, { address, rounds }: Hand): Promise<void> {
  const { page } = look;
  await look.firstSeen(`${address}/people?tab=grants`, '[data-cell="0 0"]');
  for (let round = 0; round < rounds; round++) {
    const cell = page.locator(`[data-cell="${round + 2} 9"]`);
    for (let click = 0; click < 2; click++) {
      const now = (await cell.getAttribute('aria-pressed')) === 'true' ? 'false' : 'true';
      await cell.click();
      await look.until(
        `document.querySelector('[data-cell="${round + 2} 9"]')?.getAttribute('aria-pressed') === '${now}'`,
      );
      await look.painted();
    }
    for (const key of ['ArrowDown', 'ArrowRight', 'PageDown', 'End', 'Home', 'PageUp']) {
      await page.keyboard.press(key);
      await look.painted();
    }
    await page.locator('.grant-grid').hover();
    for (let count = 0; count < 10; count++) await page.mouse.wheel(0, 300);
    for (let count = 0; count < 10; count++) await page.mouse.wheel(300, 0);
    await look.painted();
    const search = page.locator('input[type="search"]').first();
    await search.click();
    for (const letter of 'operator-1') {
      await page.keyboard.press(letter);
      await look.painted();
    }
    await search.fill('');
    await page.locator('.grant-grid').evaluate('(grid) => grid.scrollTo(0, 0)');
    await look.painted();
  }
}

/** From page to page by the side bar, and a menu entry by its keys. */
export async function walkAround(look: PageLook, { address, rounds }: Hand): Promise<void> {
  const { page } = look;
  await look.firstSeen(address, '[data-place]');
  for (let round = 0; round < rounds; round++) {
    for (const path of [
      '/devices',
      '/matrix',
      '/people',
      '/hotkeys',
      '/places',
      '/sessions',
      '/audit',
      '/settings',
      '/',
    ]) {
      await page.locator(`nav a.item[href="${path}"]`).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await look.painted();
      await page.locator('.empty[role="status"]').waitFor({ state: 'detached' });
    }
  }
}
