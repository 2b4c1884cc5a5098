import { Fault } from '@seatmatrix/protocol/kernel';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { CHROMIUM } from '../e2e/browser-page.ts';
import type { PageManager } from './page-manager.ts';
import { INTERACTIONS, PROBE } from './page-probe.ts';

const STEP_LIMIT = 30_000;
/** Event Timing rounds to 8 ms and tells of nothing quicker than this. */
const QUICKEST_TOLD = 16;

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    // Garbage is collected before the memory is looked at.
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      ...['--js-flags=--expose-gc', '--enable-precise-memory-info'],
    ],
    timeout: STEP_LIMIT,
  });

/** A browser that has never seen the site, with its administrator signed in. */
export class PageLook implements AsyncDisposable {
  readonly #context: BrowserContext;
  readonly page: Page;

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
  }

  static async open(
    browser: Browser,
    site: { readonly manager: PageManager; readonly cookie: { readonly name: string; readonly value: string } } | null,
  ): Promise<PageLook> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    context.setDefaultTimeout(STEP_LIMIT);
    if (site !== null) await context.addCookies([{ ...site.cookie, url: site.manager.address }]);
    await context.addInitScript({ content: PROBE });
    return new PageLook(context, await context.newPage());
  }

  /** Milliseconds from the navigation until it stood there, and until the largest paint. */
  async firstSeen(url: string, selector: string): Promise<{ readonly data: number; readonly largest: number }> {
    await this.page.goto(url);
    const seen = `probe.seen[${JSON.stringify(selector)}]`;
    await this.until(`${seen} > 0`);
    const [data, largest] = await this.page.evaluate<readonly [number, number]>(`[${seen}, probe.largest]`);
    return { data, largest };
  }

  /** Looks at every frame. Not by `waitForFunction`, which the site's content security policy refuses, as it should. */
  async until(condition: string): Promise<void> {
    const look = `new Promise((then) => { const look = () => ${condition} ? then(true) : requestAnimationFrame(look); look(); })`;
    const limit = `new Promise((then) => setTimeout(() => then(false), ${STEP_LIMIT}))`;
    const so = await this.page.evaluate<boolean>(`Promise.race([${look}, ${limit}])`);
    if (!so) throw new Fault({ code: 'deadline-passed', message: `the page never was so: ${condition}` });
  }

  /** Milliseconds of each frame while something is done. */
  async frames(doing: () => Promise<void>): Promise<readonly number[]> {
    await this.page.evaluate('probe.count()');
    await doing();
    return this.page.evaluate<readonly number[]>('probe.stop()');
  }

  /** From each interaction to the next paint, since the document was loaded. */
  async interactions(): Promise<readonly number[]> {
    await this.painted();
    const { slow, all } = await this.page.evaluate<{ readonly slow: readonly number[]; readonly all: number }>(
      INTERACTIONS,
    );
    return [...slow, ...new Array<number>(Math.max(0, all - slow.length)).fill(QUICKEST_TOLD)];
  }

  async painted(): Promise<void> {
    await this.page.evaluate('new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)))');
  }

  nodes(): Promise<number> {
    return this.page.evaluate<number>("document.querySelectorAll('*').length");
  }

  /** Bytes of the page's heap that something still holds. */
  async heap(): Promise<number> {
    await this.page.evaluate('gc()');
    return this.page.evaluate<number>('performance.memory.usedJSHeapSize');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#context.close();
  }
}
