import type { Locator, Page } from 'playwright-core';

/** A person at a page who counts what it took: clicks, and keys that were pressed. */
export class CountedHand {
  readonly page: Page;
  clicks = 0;
  keys = 0;

  constructor(page: Page) {
    this.page = page;
  }

  async click(what: Locator): Promise<void> {
    this.clicks += 1;
    await what.click();
  }

  /** Clicks into the field, replaces what stands there. */
  async write(field: Locator, text: string): Promise<void> {
    await this.click(field);
    await field.fill('');
    await this.type(text);
  }

  async type(text: string): Promise<void> {
    this.keys += [...text].length;
    await this.page.keyboard.type(text);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.keys += 1;
      await this.page.keyboard.press(key);
    }
  }
}
