import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHROMIUM } from '../browser-page.ts';
import { eventually } from '../eventually.ts';
import { colourAt, contrast } from './screen-pixels.ts';
import { type Size, XScreen } from './x-screen.ts';

/** Where what is written in the terminal is seen, its left upper part; and where the browser's picture moves. */
export const TERMINAL = { x: 4, y: 22, width: 400, height: 240 };
export const MOVING = { x: 1100, y: 300 };

const PAGE = `<!doctype html><title>moving</title><body style="margin:0;background:black">
<script>let n = 0; setInterval(() => { document.body.style.background = ['red', 'lime', 'blue', 'white'][n++ % 4]; }, 150);
</script>`;

/** A computer with a desktop of its own: a window manager, a terminal that has the keys, and a browser whose page moves. */
export class XComputer implements AsyncDisposable {
  readonly screen: XScreen;
  readonly #folder: string;

  private constructor(given: { readonly screen: XScreen; readonly folder: string }) {
    this.screen = given.screen;
    this.#folder = given.folder;
  }

  /** `browser`: takes some seconds more. */
  static async start(options: {
    readonly folder: string;
    readonly size: Size;
    readonly browser: boolean;
  }): Promise<XComputer> {
    const { folder, size, browser } = options;
    mkdirSync(folder, { recursive: true });
    await using parts = new AsyncDisposableStack();
    const computer = parts.use(new XComputer({ screen: await XScreen.open(size), folder }));
    computer.screen.run('openbox', [], folder);
    await eventually('the window manager is there', () => computer.screen.managed());
    if (browser) await computer.#startBrowser();
    // The window that came last has the keys.
    const shell = ['-e', 'sh', '-c', 'touch ready; exec sh'];
    computer.screen.run('xterm', ['-geometry', '70x24+0+0', ...shell], folder);
    await eventually(
      'the terminal is there',
      async () => existsSync(computer.path('ready')) && contrast(await computer.screen.pixels(), TERMINAL) > 100,
      { seen: () => computer.screen.keep('computer') },
    );
    parts.move();
    return computer;
  }

  path(name: string): string {
    return join(this.#folder, name);
  }

  /** What a program of the computer has written; null until it has. */
  read(name: string): string | null {
    return existsSync(this.path(name)) ? readFileSync(this.path(name), 'utf8') : null;
  }

  async #startBrowser(): Promise<void> {
    writeFileSync(this.path('moving.html'), PAGE);
    this.screen.run(
      CHROMIUM,
      [
        ...['--no-sandbox', '--test-type', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
        ...[`--user-data-dir=${this.path('profile')}`, `--app=file://${this.path('moving.html')}`],
        ...['--window-position=950,100', '--window-size=320,400'],
      ],
      this.#folder,
    );
    await eventually(
      'the page is painted',
      async () => Math.max(...colourAt(await this.screen.pixels(), MOVING)) > 100,
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.screen[Symbol.asyncDispose]();
  }
}
