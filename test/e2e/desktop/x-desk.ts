import { type Usage, Usages } from '@seatmatrix/protocol/domain';
import { eventually } from '../eventually.ts';
import type { BoxPlace, DesktopSite } from './desktop-site.ts';
import { menuIsOpen, yellowPixels } from './screen-pixels.ts';
import { type Size, XScreen } from './x-screen.ts';

/** Of the sign-in screen at 1280 × 720: the frame of its field; a menu has three times as much. */
const SIGN_IN_YELLOW = { least: 500, most: 1500 };

/** A receiver's screen and keyboard with an operator before them, who uses the OSD as the manual says. */
export class XDesk implements AsyncDisposable {
  readonly #site: DesktopSite;
  readonly screen: XScreen;
  readonly id: string;

  private constructor(given: { readonly site: DesktopSite; readonly screen: XScreen; readonly id: string }) {
    this.#site = given.site;
    this.screen = given.screen;
    this.id = given.id;
  }

  static async open(
    site: DesktopSite,
    options: {
      readonly id: string;
      readonly size: Size;
      readonly argv: readonly string[];
      readonly place?: BoxPlace;
    },
  ): Promise<XDesk> {
    const { id, size, argv, place } = options;
    await using parts = new AsyncDisposableStack();
    const screen = parts.use(await XScreen.open(size));
    await site.agent(id, ['receiver', '--display', `x11://${screen.display}`, ...argv], place);
    parts.move();
    return new XDesk({ site, screen, id });
  }

  async signIn({ name, password }: { readonly name: string; readonly password: string }): Promise<void> {
    await this.#shows('the sign-in screen', async () => {
      const yellow = yellowPixels(await this.screen.pixels());
      return yellow > SIGN_IN_YELLOW.least && yellow < SIGN_IN_YELLOW.most;
    });
    await this.screen.type(`${name}\t${password}\n`);
    await this.menuOpens();
  }

  /** Two taps on Shift, then a key of the menu: O opens it, F1 to F3 choose what it does. */
  async openMenu(key: Usage): Promise<void> {
    await this.screen.press(Usages.LeftShift, Usages.RightShift, key);
    await this.menuOpens();
  }

  menuOpens(): Promise<void> {
    return this.#shows('the menu', async () => menuIsOpen(await this.screen.pixels()));
  }

  menuCloses(): Promise<void> {
    return this.#shows('no menu', async () => !menuIsOpen(await this.screen.pixels()));
  }

  async isConnected(): Promise<void> {
    await eventually(`${this.id} is connected`, async () => (await this.routeState()) === 'live with picture', {
      seen: () => this.#site.said,
    });
  }

  async routeState(): Promise<string> {
    const status = (await this.#site.route(this.id))?.status ?? null;
    if (status === null) return 'none';
    const { type, picture } = status as { readonly type: string; readonly picture?: boolean };
    return picture === true ? `${type} with picture` : type;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.screen[Symbol.asyncDispose]();
  }

  async #shows(what: string, look: () => Promise<boolean>): Promise<void> {
    await eventually(`${this.id} shows ${what}`, look, {
      seen: async () => `${await this.screen.keep(`desk-${this.id}`)}\n${this.#site.said}`,
    });
  }
}
