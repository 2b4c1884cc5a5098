import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Scene } from '@seatmatrix/osd';
import { decodeConsoleOutput } from '@seatmatrix/protocol/wire';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { demoAdministrator } from '../../hw-sim/src/demo/demo-site.ts';
import { OsdReading } from '../harness/osd-reading.ts';
import type { Pixels } from '../harness/screenshot.ts';
import { eventually } from './eventually.ts';
import { root } from './npm-program.ts';
import { computerIn, picturePixels, type Region } from './picture-pixels.ts';

/** Debian's: what test/run installs. */
export const CHROMIUM = '/usr/bin/chromium';

/** Pictures that a person can look at after the run. */
const ARTEFACTS = join(root, 'test-artifacts', 'e2e');

export interface Taste {
  readonly locale: 'zh-CN' | 'en-GB';
  readonly colorScheme: 'dark' | 'light';
}

/** How long the browser may take for one thing on a busy machine. */
const STEP_LIMIT_MS = 60_000;

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    timeout: STEP_LIMIT_MS,
  });

/** A browser profile of its own: nobody is signed in. */
export async function browserProfile(browser: Browser, taste: Taste): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...taste });
  context.setDefaultTimeout(STEP_LIMIT_MS);
  return context;
}

/** A page of the manager, and the displays in it as a person sees them. */
export class BrowserPage {
  readonly page: Page;
  readonly #scenes = new Map<string, Scene | null>();
  /** What the browser complained of. */
  readonly complaints: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    page.on('websocket', (socket) => {
      const [, receiver] = /\/console\/socket\/(\d{4})$/.exec(socket.url()) ?? [];
      if (receiver === undefined) return;
      socket.on('framereceived', ({ payload }) => {
        const output = decodeConsoleOutput(Buffer.from(payload));
        if (output.type !== 'scene') return;
        this.#scenes.set(receiver, output.scene === null ? null : (JSON.parse(output.scene) as Scene));
      });
    });
  }

  static async open(context: BrowserContext, url: string): Promise<BrowserPage> {
    const opened = new BrowserPage(await context.newPage());
    await opened.page.goto(url);
    return opened;
  }

  /** At the page's own sign-in form. */
  async signInAsAdministrator(): Promise<void> {
    await this.page.fill('#name', demoAdministrator.name);
    await this.page.fill('#password', demoAdministrator.password);
    await this.page.keyboard.press('Enter');
    await this.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    // Until here each look of the page was refused, as it has to be.
    this.complaints.length = 0;
  }

  screen(receiver: string) {
    return this.page.locator(`.screen[data-receiver="${receiver}"]`);
  }

  /** The pointer to the middle of a display. */
  async pointAt(receiver: string): Promise<void> {
    await this.screen(receiver).hover();
  }

  async type(text: string): Promise<void> {
    for (const letter of text) await this.press(letter === ' ' ? 'Space' : letter);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Signs an operator in at the OSD of a display that has the keys. */
  async signInAtDesk(receiver: string, name: string, password: string): Promise<void> {
    await this.reads(receiver, '用户登录');
    await this.type(name);
    await this.press('Tab');
    await this.type(password);
    await this.press('Enter');
  }

  /** Waits until an eye could read this in the OSD. */
  async reads(receiver: string, text: string): Promise<void> {
    let seen: readonly string[] = [];
    await eventually(
      `${receiver} reads ${text}`,
      async () => {
        const reading = await this.#osd(receiver);
        seen = reading.texts();
        return reading.reads(text);
      },
      { seen: () => `It reads ${JSON.stringify(seen)}; ${this.complaints.join('\n')}` },
    );
  }

  async menuIsClosed(receiver: string): Promise<void> {
    await eventually(`the menu of ${receiver} is closed`, async () => !(await this.#osd(receiver)).reads('按 Enter'));
  }

  /** Waits until the picture is this computer's. */
  async shows(receiver: string, computer: number | null): Promise<void> {
    let seen: number | null = null;
    await eventually(
      `${receiver} shows computer ${computer}`,
      async () => {
        seen = computerIn(await this.picture(receiver));
        return seen === computer;
      },
      { seen: () => `It shows ${seen}; the OSD says ${this.#written(receiver)}; ${this.complaints.join('\n')}` },
    );
  }

  /** The pixels of a display's picture, without the OSD above it. */
  picture(receiver: string, region?: Region): Promise<Pixels> {
    return this.#canvas(receiver, { layer: 'picture', ...(region === undefined ? {} : { region }) });
  }

  async keep(name: string): Promise<void> {
    mkdirSync(ARTEFACTS, { recursive: true });
    await this.page.screenshot({ path: join(ARTEFACTS, `${name}.png`) });
  }

  #written(receiver: string): string {
    const nodes = this.#scenes.get(receiver)?.nodes ?? [];
    return JSON.stringify(nodes.flatMap((node) => (node.type === 'text' || node.type === 'input' ? [node.text] : [])));
  }

  async #osd(receiver: string): Promise<OsdReading> {
    const scene = this.#scenes.get(receiver) ?? null;
    const painted = await this.#canvas(receiver, { layer: 'osd' });
    const mode = { width: painted.width, height: painted.height, rate: 60 };
    // A scene of another size is not painted yet.
    const fits = scene?.width === mode.width && scene.height === mode.height;
    const monitor = {
      mode,
      pixels: (area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }) =>
        cut(painted, area),
    };
    return new OsdReading({ scene: fits ? scene : null, monitor });
  }

  async #canvas(
    receiver: string,
    { layer, region }: { readonly layer: 'picture' | 'osd'; readonly region?: Region },
  ): Promise<Pixels> {
    // Types of a page are not among a Node program's: the expression is text.
    const expression = `document.querySelector('.screen[data-receiver="${receiver}"] .${layer}')?.toDataURL() ?? ''`;
    const data = await this.page.evaluate<string, string>(expression, '').catch((error: unknown) => {
      // The page is on its way to another one.
      if (error instanceof Error && /context was destroyed/.test(error.message)) return '';
      throw error;
    });
    if (data === '') return { width: 0, height: 0, data: new Uint8Array() };
    return picturePixels(Buffer.from(data.slice(data.indexOf(',') + 1), 'base64'), region);
  }
}

function cut(
  pixels: Pixels,
  area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Pixels {
  const data = new Uint8Array(area.width * area.height * 4);
  for (let row = 0; row < area.height; row++) {
    const start = ((area.y + row) * pixels.width + area.x) * 4;
    data.set(pixels.data.subarray(start, start + area.width * 4), row * area.width * 4);
  }
  return { width: area.width, height: area.height, data };
}
