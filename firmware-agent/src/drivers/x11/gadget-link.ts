import type { KeyboardLeds } from '@seatmatrix/protocol/domain';
import { Fault, type Log } from '@seatmatrix/protocol/kernel';
import { type AppliedInput, type FakeInput, fakeInputs, type WantedInput } from './fake-input.ts';
import { type Keymap, readKeymap } from './keymap.ts';
import { type LockLeds, openLockLeds, watchLocks } from './lock-leds.ts';
import { refuseWayland } from './wayland.ts';
import { openX11Connection, type X11Connection, type XEvent, type XExtensions } from './x11-connection.ts';

/** A connection to the computer's X server with all that the gadget needs of it. */
export class GadgetLink implements AsyncDisposable {
  readonly connection: X11Connection;
  readonly #xtest: XExtensions['xtest'];
  readonly #keymap: Keymap;
  readonly #leds: LockLeds;
  #screen: { readonly width: number; readonly height: number };
  #applied: AppliedInput = { keycodes: new Set(), buttons: 0 };

  private constructor(made: {
    readonly connection: X11Connection;
    readonly xtest: XExtensions['xtest'];
    readonly keymap: Keymap;
    readonly leds: LockLeds;
  }) {
    this.connection = made.connection;
    this.#xtest = made.xtest;
    this.#keymap = made.keymap;
    this.#leds = made.leds;
    this.#screen = made.connection.screen;
  }

  /** Everything is up when it resolves. Throws as `openX11Connection`, as `refuseWayland`, and `driver-unavailable` without XTEST. */
  static async open(display: string, log: Log): Promise<GadgetLink> {
    await using parts = new AsyncDisposableStack();
    const connection = parts.use(await openX11Connection(display, log));
    await refuseWayland(connection);
    const xtest = await connection.extension('xtest');
    if (xtest === null) {
      const message = `the X server ${display} has no XTEST extension: it lets no program press keys`;
      throw new Fault({ code: 'driver-unavailable', message });
    }
    const keymap = await readKeymap(connection, log);
    const leds = await openLockLeds(connection, keymap);
    const link = new GadgetLink({ connection, xtest, keymap, leds });
    await watchLocks(connection);
    const saver = await connection.extension('screen-saver');
    saver?.SelectInput(connection.screen.root, SAVER_NOTIFY);
    const randr = await connection.extension('randr');
    randr?.SelectInput(connection.screen.root, SCREEN_CHANGE);
    await link.#release();
    parts.move();
    return link;
  }

  async asleep(): Promise<boolean> {
    const saver = await this.connection.extension('screen-saver');
    if (saver === null) return false;
    const { state } = await this.connection.ask<{ readonly state: number }>((reply) =>
      saver.QueryInfo(this.connection.screen.root, reply),
    );
    return state === SAVER_ON;
  }

  leds(): Promise<KeyboardLeds> {
    return this.#leds.read();
  }

  listen(listener: (event: 'locks' | 'asleep' | 'awake') => void): void {
    this.connection.onEvent((event) => {
      if (event.name === 'XkbEvent') listener('locks');
      if (event.name === 'ScreenSaverNotify') listener(event.state === SAVER_ON ? 'asleep' : 'awake');
      if (event.name === 'RRScreenChangeNotify') this.#resize(event);
    });
  }

  /** Sends what is missing, and resolves when the server has done it. */
  write(wanted: WantedInput): Promise<void> {
    const next = fakeInputs(this.#applied, { wanted, keymap: this.#keymap, screen: this.#screen });
    this.#applied = next.applied;
    for (const request of next.requests) this.#fake(request);
    return this.connection.sync();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.connection[Symbol.asyncDispose]();
  }

  #fake({ type, detail, x, y }: FakeInput): void {
    this.#xtest.FakeInput(EVENT_TYPES[type], detail, 0, 0, x, y);
  }

  #resize({ width, height }: XEvent): void {
    if (width !== undefined && height !== undefined) this.#screen = { width, height };
  }

  /** XTEST's keyboard outlives the client that pressed its keys: an agent that was killed leaves them down. */
  async #release(): Promise<void> {
    const keymap = await this.connection.ask<Buffer>((reply) => this.connection.client.QueryKeymap(reply));
    keymap.forEach((byte, index) => {
      for (let bit = 0; bit < 8; bit++) {
        const down = (byte & (1 << bit)) !== 0;
        if (down) this.#fake({ type: 'key-release', detail: index * 8 + bit, x: 0, y: 0 });
      }
    });
    for (const button of POINTER_BUTTONS) this.#fake({ type: 'button-release', detail: button, x: 0, y: 0 });
    await this.connection.sync();
  }
}

const SAVER_NOTIFY = 1;
const SAVER_ON = 1;
/** RandR's mask. */
const SCREEN_CHANGE = 1;
const POINTER_BUTTONS: readonly number[] = [1, 2, 3, 8, 9];

/** The core protocol's event codes; a relative movement is told by its detail. */
const EVENT_TYPES: Readonly<Record<FakeInput['type'], number>> = {
  'key-press': 2,
  'key-release': 3,
  'button-press': 4,
  'button-release': 5,
  'move-to': 6,
  'move-by': 6,
};
