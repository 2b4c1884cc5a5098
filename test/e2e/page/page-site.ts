import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { demoAdministrator } from '../../../hw-sim/src/demo/demo-site.ts';
import { browserProfile, launchBrowser, type Taste } from '../browser-page.ts';
import { type DemoPlace, demoClient, demoPlace, demoRuns, startDemo } from '../demo.ts';
import { eventually } from '../eventually.ts';
import { NpmProgram, root } from '../npm-program.ts';
import type { SiteClient } from '../site-client.ts';
import { TemporaryFolder } from '../temporary-folder.ts';

/** Pictures that a person can look at after the run. */
const ARTEFACTS = join(root, 'test-artifacts', 'page');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The demonstration's site with a browser before its pages, and a program's own look at what they did. */
export class PageSite implements AsyncDisposable {
  readonly #folder = new TemporaryFolder();
  readonly #programs: NpmProgram[] = [];
  readonly #place: DemoPlace;
  readonly browser: Browser;
  readonly pages: string;
  readonly client: SiteClient;

  private constructor(started: {
    readonly place: DemoPlace;
    readonly folder: TemporaryFolder;
    readonly demo: NpmProgram;
    readonly browser: Browser;
    readonly pages: string;
    readonly client: SiteClient;
  }) {
    this.#folder = started.folder;
    this.#place = started.place;
    this.#programs.push(started.demo);
    this.browser = started.browser;
    this.pages = started.pages;
    this.client = started.client;
  }

  static async start(): Promise<PageSite> {
    const folder = new TemporaryFolder();
    const place = await demoPlace(folder.at('data'));
    const demo = startDemo(place);
    const [pages, browser] = await Promise.all([demoRuns(demo), launchBrowser()]);
    return new PageSite({ place, folder, demo, browser, pages, client: await demoClient(pages) });
  }

  /** A page of a browser of its own, with the administrator signed in. */
  async signedIn(taste: Taste, viewport = { width: 1440, height: 900 }): Promise<SitePage> {
    const context = await browserProfile(this.browser, taste);
    const page = await context.newPage();
    await page.setViewportSize(viewport);
    const site = new SitePage({ page, context, pages: this.pages });
    await page.goto(`${this.pages}/sign-in`);
    await page.fill('#name', demoAdministrator.name);
    await page.fill('#password', demoAdministrator.password);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    site.complaints.length = 0;
    return site;
  }

  /** Boxes that come without a code, and wait. */
  simulate(boxes: { readonly transmitters: number; readonly receivers: number }): NpmProgram {
    const program = new NpmProgram({
      script: 'sim',
      argv: [
        ...['--tx', String(boxes.transmitters), '--rx', String(boxes.receivers)],
        ...['--manager', `https://127.0.0.1:${this.#place.boxPort}`, '--data', this.#folder.at('sim')],
      ],
    });
    this.#programs.push(program);
    return program;
  }

  /** A transmitter with the key of the demonstration's transmitter of this ID: its disk was copied. */
  copyBox(id: string): NpmProgram {
    const data = this.#folder.at(`copy-${id}`);
    cpSync(join(this.#place.data, 'boxes', `tx-${id}`), join(data, 'tx-1'), { recursive: true });
    const program = new NpmProgram({
      script: 'sim',
      argv: ['--tx', '1', '--rx', '0', '--manager', `https://127.0.0.1:${this.#place.boxPort}`, '--data', data],
    });
    this.#programs.push(program);
    return program;
  }

  get demo(): NpmProgram {
    const [demo] = this.#programs;
    if (demo === undefined) throw new RangeError('the demonstration runs from the start');
    return demo;
  }

  /** The same site again, after its end. */
  async restart(): Promise<void> {
    await this.demo[Symbol.asyncDispose]();
    this.#programs[0] = startDemo(this.#place);
    await demoRuns(this.demo);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.browser.close();
    for (const program of this.#programs) await program[Symbol.asyncDispose]();
    this.#folder[Symbol.dispose]();
  }
}

/** A page of the manager before somebody who has signed in. */
export class SitePage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly #pages: string;
  /** What the browser complained of. */
  readonly complaints: string[] = [];

  constructor({
    page,
    context,
    pages,
  }: { readonly page: Page; readonly context: BrowserContext; readonly pages: string }) {
    this.page = page;
    this.context = context;
    this.#pages = pages;
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
  }

  async go(path: string): Promise<void> {
    await this.page.goto(this.#pages + path);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  button(name: string, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name, exact: true });
  }

  /** The dialogue or panel that was opened last. */
  get dialogue(): Locator {
    return this.page.getByRole('dialog').last();
  }

  /** Saves what was edited: resolves when the answer is there and nothing is left to save. */
  async save(within: Page | Locator = this.page): Promise<void> {
    const button = this.button('Save', within);
    await button.click();
    await eventually('it is saved', async () => {
      const [disabled, loading] = await Promise.all([button.isDisabled(), button.getAttribute('data-loading')]);
      return disabled && loading === null;
    });
  }

  /** What the page says was done, or why not. */
  async told(text: string): Promise<void> {
    await this.page.locator('.notices .notice', { hasText: text }).last().waitFor();
  }

  async chooseOption(field: Locator, option: string): Promise<void> {
    await field.click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** What a person with an assistive technology would stumble over (WCAG 2.2 A and AA), by axe. */
  async barriers(): Promise<readonly string[]> {
    const rules = JSON.stringify(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']);
    const expression = `(async () => {
      const { violations, passes } = await window.axe.run(document, { runOnly: ${rules} });
      if (passes.length < 5) return ['axe looked at nothing'];
      return violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | '));
    })()`;
    // Not by a script element: the site's own content security policy refuses it, as it should.
    await this.page.evaluate(AXE);
    return this.page.evaluate<string[]>(expression);
  }

  async keep(name: string): Promise<void> {
    mkdirSync(ARTEFACTS, { recursive: true });
    await this.page.screenshot({ path: join(ARTEFACTS, `${name}.png`) });
  }
}

/** What a run found out, beside its pictures. */
export function keepText(name: string, found: object): void {
  mkdirSync(ARTEFACTS, { recursive: true });
  writeFileSync(join(ARTEFACTS, `${name}.json`), `${JSON.stringify(found)}\n`);
}
