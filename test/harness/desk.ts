import type { Keyboard, Mouse } from '@seatmatrix/hw-sim';
import type { SiteReceiver } from '@seatmatrix/hw-sim/site';
import { type KeyboardLeds, type OsdFunction, type Usage, Usages, usage } from '@seatmatrix/protocol/domain';
import { Fault, milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import type { VirtualClock } from '@seatmatrix/protocol/testing';
import type { Hue } from './hue.ts';
import { OsdReading, type ReadRow } from './osd-reading.ts';
import { Screenshot } from './screenshot.ts';

export type ScreenName = 'sign-in' | 'menu' | 'picture';

const functionNames: Readonly<Record<OsdFunction, string>> = {
  connect: '【连接】',
  push: '【推送】',
  fetch: '【获取】',
};

const functionKeys: Readonly<Record<OsdFunction, Usage>> = {
  connect: Usages.F1,
  push: Usages.F2,
  fetch: Usages.F3,
};

/** A person who types at human speed: no two keys within the same moment. */
const KEY_PAUSE = milliseconds(20);

/**
 * An operator in front of one receiver: hands on the seat's keyboard and mouse, eyes on this receiver's monitor.
 * Every hand waits until what it did has had its effect.
 */
export class Desk {
  readonly id: string;
  readonly #clock: VirtualClock;
  readonly #receiver: SiteReceiver;
  readonly #keyboard: Keyboard | null;
  readonly #mouse: Mouse | null;
  readonly #transmitterOf: (shown: { readonly computer: number; readonly head: number }) => string;

  constructor(options: {
    readonly id: string;
    readonly clock: VirtualClock;
    readonly receiver: SiteReceiver;
    readonly keyboard: Keyboard | null;
    readonly mouse: Mouse | null;
    readonly transmitterOf: (shown: { readonly computer: number; readonly head: number }) => string;
  }) {
    this.id = options.id;
    this.#clock = options.clock;
    this.#receiver = options.receiver;
    this.#keyboard = options.keyboard;
    this.#mouse = options.mouse;
    this.#transmitterOf = options.transmitterOf;
  }

  // Hands

  async type(text: string): Promise<void> {
    for (const letter of text) {
      this.#keys().type(letter);
      await this.#clock.advance(KEY_PAUSE);
    }
  }

  async tap(...keys: readonly (Usage | number)[]): Promise<void> {
    for (const key of keys) {
      this.#keys().tap(usage(key));
      await this.#clock.advance(KEY_PAUSE);
    }
  }

  async press(...keys: readonly Usage[]): Promise<void> {
    this.#keys().press(...keys);
    await this.#clock.advance(KEY_PAUSE);
  }

  async release(...keys: readonly Usage[]): Promise<void> {
    this.#keys().release(...keys);
    await this.#clock.advance(KEY_PAUSE);
  }

  async chord(...keys: readonly Usage[]): Promise<void> {
    this.#keys().chord(...keys);
    await this.#clock.advance(KEY_PAUSE);
  }

  /** A key at this very moment: nothing else happens before the next hand does something. */
  strike(key: Usage): void {
    this.#keys().tap(key);
  }

  async unplugKeyboard(): Promise<void> {
    this.#keys().unplug();
    await this.#clock.advance(KEY_PAUSE);
  }

  async plugKeyboard(): Promise<void> {
    this.#keys().plug(this.#receiver.hardware.hub);
    await this.#clock.advance(KEY_PAUSE);
  }

  async mouse(hand: (mouse: Mouse) => void): Promise<void> {
    if (this.#mouse === null) throw new Fault({ code: 'invariant-broken', message: `${this.id} has no mouse` });
    hand(this.#mouse);
    await this.#clock.advance(KEY_PAUSE);
  }

  // Whole gestures

  async signIn(name = 'hxfj', password = '123456'): Promise<void> {
    await this.clearSignIn();
    await this.type(`${name}\t${password}\n`);
    await this.settle();
    // The menu opens on the display in focus: at a seat that may be another one.
    await this.#clock.until(() => this.screen() !== 'sign-in', {
      what: `${name} to be signed in at ${this.id}`,
      within: seconds(3),
    });
  }

  /** Empties the sign-in fields, whatever the last try left in them. */
  async clearSignIn(): Promise<void> {
    for (let times = 0; times < 4 && !this.#nameInFocus(); times++) await this.tap(Usages.Tab);
    for (let left = this.reading().input().length; left > 0; left--) await this.tap(Usages.Backspace);
  }

  /** The menu in this function, opened as an operator would. */
  async menu(wanted: OsdFunction = 'connect'): Promise<void> {
    if (this.screen() === 'menu') await this.tap(functionKeys[wanted]);
    else await this.openByHotkey(wanted === 'connect' ? Usages.O : functionKeys[wanted]);
    if (!this.reads(functionNames[wanted])) {
      throw new Fault({
        code: 'invariant-broken',
        message: `${this.id} shows no ${functionNames[wanted]}: ${this.texts().join(' | ')}`,
      });
    }
  }

  async openByHotkey(key: Usage): Promise<void> {
    // Two taps of an earlier gesture must not count for this one.
    await this.#clock.advance(milliseconds(700));
    await this.tap(Usages.LeftShift, Usages.LeftShift, key);
    await this.settle();
  }

  async closeMenu(): Promise<void> {
    if (this.screen() === 'menu') await this.tap(Usages.Escape);
  }

  connect(text: string): Promise<void> {
    return this.#run('connect', text, '连接成功');
  }

  push(text: string): Promise<void> {
    return this.#run('push', text, '推送成功');
  }

  fetch(text: string): Promise<void> {
    return this.#run('fetch', text, '获取成功');
  }

  /** What the menu says to this command: it is left afterwards, whatever it was. */
  async answerTo(wanted: OsdFunction, text: string): Promise<string> {
    await this.menu(wanted);
    await this.type(text);
    await this.enter();
    const said = this.feedback();
    await this.closeMenu();
    return said;
  }

  /** Enter, and what the system answers to it: at most the two seconds that a link may take. */
  async enter(): Promise<void> {
    await this.tap(Usages.Enter);
    for (let waited = 0; waited < 30 && this.#waiting(); waited++) await this.#clock.advance(milliseconds(100));
  }

  /** F7 and a digit, from the menu: the seat's keyboard is this display's from now on. */
  async focus(number: number): Promise<void> {
    if (this.screen() === 'picture') await this.menu();
    await this.tap(Usages.F7, Usages.Digit1 + number - 1);
    await this.settle();
  }

  // Eyes

  reading(): OsdReading {
    return new OsdReading({
      scene: this.#receiver.hardware.overlay?.scene ?? null,
      monitor: this.#receiver.hardware.monitor,
    });
  }

  screen(): ScreenName {
    const reading = this.reading();
    // Where the keyboard is not, the sign-in screen is dark behind a plate that says how to come there.
    if (reading.reads('用户登录') || reading.reads('按 F7 + (1~')) return 'sign-in';
    return Object.values(functionNames).some((name) => reading.reads(name)) ? 'menu' : 'picture';
  }

  reads(text: string): boolean {
    return this.reading().reads(text);
  }

  texts(): readonly string[] {
    return this.reading().texts();
  }

  hue(text: string): Hue | null {
    return this.reading().hue(text);
  }

  input(): string {
    return this.reading().input();
  }

  list(): readonly ReadRow[] {
    return this.reading().list();
  }

  /** Every text of the menu in one line: what was answered is among them. */
  feedback(): string {
    return this.texts().join(' | ');
  }

  /** The transmitter whose computer's pixel code is to be read on the screen; null when none is. */
  shows(): string | null {
    const shown = this.#receiver.hardware.monitor.shows();
    return shown === null ? null : this.#transmitterOf(shown);
  }

  /** The transmitter whose picture is on the video plane, whatever the OSD covers of it. */
  picture(): string | null {
    const { monitor, overlay } = this.#receiver.hardware;
    monitor.setOverlay(null);
    const shown = monitor.shows();
    monitor.setOverlay(overlay);
    return shown === null ? null : this.#transmitterOf(shown);
  }

  /** Whether what is typed is the OSD's: a menu that stays for a moment after a success takes nothing. */
  takesKeys(): boolean {
    const done = ['连接成功', '推送成功', '获取成功'].some((text) => this.reads(text));
    return this.screen() === 'sign-in' || (this.screen() === 'menu' && !done);
  }

  /** From where to where, across the source's whole picture, this screen shows; null when it shows none. */
  part(): { readonly left: number; readonly right: number } | null {
    const columns = this.#receiver.hardware.monitor.pixelCodes().map((code) => code.column);
    if (columns.length === 0) return null;
    return { left: Math.min(...columns) / 4, right: (Math.max(...columns) + 1) / 4 };
  }

  /** The lights of the desk's keyboard. */
  leds(): KeyboardLeds {
    return this.#keys().leds;
  }

  screenshot(): Screenshot {
    return new Screenshot(this.#receiver.hardware.monitor.screenshot());
  }

  /** The screen as a file. */
  png(): Uint8Array {
    return this.#receiver.hardware.monitor.png();
  }

  /** Waits for what needs no time, and for what a fast network needs. */
  async settle(): Promise<void> {
    await this.#clock.advance(milliseconds(200));
  }

  async #run(wanted: OsdFunction, text: string, success: string): Promise<void> {
    await this.menu(wanted);
    await this.type(text);
    await this.enter();
    if (!this.reads(success)) {
      throw new Fault({ code: 'invariant-broken', message: `${this.id} answers ${text}: ${this.feedback()}` });
    }
    await this.#clock.advance(milliseconds(1100));
  }

  #waiting(): boolean {
    return this.texts().some((text) => /^正在(连接|推送|获取)/.test(text));
  }

  #nameInFocus(): boolean {
    const nodes = (this.#receiver.hardware.overlay?.scene?.nodes ?? []).filter((node) => node.type === 'input');
    return nodes[0]?.caret !== null && nodes[0]?.caret !== undefined;
  }

  #keys(): Keyboard {
    if (this.#keyboard === null) throw new Fault({ code: 'invariant-broken', message: `${this.id} has no keyboard` });
    return this.#keyboard;
  }
}
