import {
  decodeAbsolutePointer,
  decodeBootKeyboard,
  decodeConsumerControl,
  decodeWideMouse,
  type KeyboardLeds,
  type Usage,
} from '@seatmatrix/protocol/domain';
import {
  type Clock,
  type Instant,
  type Log,
  milliseconds,
  seconds,
  sleep,
  type Timer,
} from '@seatmatrix/protocol/kernel';
import type { HidGadget, HidGadgetEvent } from '../hid-gadget.ts';
import { holdDevice } from '../linux/device-hold.ts';
import { nothingWanted, type WantedInput } from './fake-input.ts';
import { GadgetLink } from './gadget-link.ts';
import { sameLeds } from './lock-leds.ts';
import { addInput, newestInput, type WaitingInput } from './waiting-input.ts';
import { type DesktopEnvironment, parseX11Url } from './x11-url.ts';

export interface X11HidGadgetOptions {
  /** What follows `x11:`, such as `//:10`; empty for `$DISPLAY`. */
  readonly url: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly environment?: DesktopEnvironment;
}

/**
 * Keys and pointer of a computer by XTEST, from a program on its own desktop. Throws as `openX11Desk` does, and
 * `driver-unavailable` where the server lets no program press keys.
 */
export async function openX11HidGadget(options: X11HidGadgetOptions): Promise<X11HidGadget> {
  const { clock, log, environment = process.env } = options;
  const { display } = parseX11Url(options.url, { environment, options: [] });
  await using parts = new AsyncDisposableStack();
  const hold = parts.use(await holdDevice(`keys and pointer of X11 ${display}`, clock));
  const link = await GadgetLink.open(display, log);
  parts.move();
  return new X11HidGadget({ display, clock, log, hold, link });
}

/** Reports on their way to a server that answers: a hand's fastest keys, and no more than it may drop at once. */
const IN_FLIGHT = 32;
/**
 * A server that has not answered for so long does not read: from then on the newest counts alone. Longer than a window
 * manager keeps the server to itself while it moves a window.
 */
const STALLED = milliseconds(250);
const RECONNECT = seconds(1);
/**
 * A server that hangs must not keep the agent from ending. One that is only slow has to be waited for: of a client that has
 * hung up it reads nothing any more, and XTEST's keys stay down.
 */
const GOODBYE = seconds(2);

export class X11HidGadget implements HidGadget {
  readonly #display: string;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #hold: AsyncDisposable;
  #link: GadgetLink | null = null;
  #listener: ((event: HidGadgetEvent) => void) | null = null;
  #keyboard: ReadonlySet<Usage> = new Set();
  #consumer: ReadonlySet<Usage> = new Set();
  #buttons = { absolute: 0, relative: 0 };
  #waiting: WaitingInput = [];
  readonly #inFlight = new Set<{ readonly since: Instant }>();
  #leds: KeyboardLeds | null = null;
  #state: 'awake' | 'asleep' | 'unplugged' = 'unplugged';
  /** Questions of its state that the server has not answered. */
  #asking = 0;
  #retry: Timer | null = null;
  #disposed = false;

  constructor(made: {
    readonly display: string;
    readonly clock: Clock;
    readonly log: Log;
    readonly hold: AsyncDisposable;
    readonly link: GadgetLink;
  }) {
    this.#display = made.display;
    this.#clock = made.clock;
    this.#log = made.log;
    this.#hold = made.hold;
    this.#use(made.link);
  }

  listen(listener: (event: HidGadgetEvent) => void): void {
    const link = this.#link;
    if (link === null) {
      this.#listener = listener;
      listener({ type: 'host', state: 'unplugged' });
      return;
    }
    this.#greet(link, listener);
  }

  writeKeyboard(report: Uint8Array): void {
    this.#keyboard = decodeBootKeyboard(report) ?? this.#keyboard;
    this.#write({});
  }

  writeConsumer(report: Uint8Array): void {
    this.#consumer = decodeConsumerControl(report) ?? this.#consumer;
    this.#write({});
  }

  writeAbsolutePointer(report: Uint8Array): void {
    const pointer = decodeAbsolutePointer(report);
    if (pointer === null) return;
    const { buttons, position, wheel, tilt } = pointer;
    this.#buttons.absolute = buttons;
    this.#write({ position, wheel, tilt });
  }

  writeRelativePointer(report: Uint8Array): void {
    const pointer = decodeWideMouse(report);
    if (pointer === null) return;
    const { buttons, movement, wheel, tilt } = pointer;
    this.#buttons.relative = buttons;
    this.#write({ movement: movement ?? { dx: 0, dy: 0 }, wheel, tilt });
  }

  /** Resolves when the server has done all that was written, and what it told of itself was told on. */
  async quiet(): Promise<void> {
    do {
      const link = this.#link;
      if (link === null) return;
      await link.connection.sync().catch(() => undefined);
    } while (this.#waiting.length > 0 || this.#inFlight.size > 0 || this.#asking > 0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#listener = null;
    this.#retry?.cancel();
    const link = this.#link;
    this.#link = null;
    if (link !== null) {
      const told = new AbortController();
      const goodbye = sleep(this.#clock, { name: 'goodbye to X', duration: GOODBYE, signal: told.signal });
      const released = link.write(nothingWanted).then(() => link[Symbol.asyncDispose]());
      await Promise.race([goodbye, released]).catch((cause: unknown) =>
        this.#log.debug('the X server did not see the keys go up', { cause: String(cause) }),
      );
      told.abort();
      goodbye.catch(() => undefined);
      link.connection.client.stream.destroy();
    }
    await this.#hold[Symbol.asyncDispose]();
  }

  #write(moved: Partial<WantedInput>): void {
    const link = this.#link;
    if (link === null) {
      // Nobody is there to press a key for; what is held then is held anew.
      this.#forget();
      return;
    }
    const keys = new Set([...this.#keyboard, ...this.#consumer]);
    const buttons = this.#buttons.absolute | this.#buttons.relative;
    this.#waiting = addInput(this.#waiting, { ...nothingWanted, ...moved, keys, buttons });
    const [oldest] = this.#inFlight;
    const stalled = oldest !== undefined && this.#clock.now() - oldest.since > STALLED;
    if (stalled) this.#waiting = newestInput(this.#waiting);
    else this.#send(link);
  }

  #send(link: GadgetLink): void {
    for (let [next] = this.#waiting; next !== undefined && this.#inFlight.size < IN_FLIGHT; [next] = this.#waiting) {
      this.#waiting = this.#waiting.slice(1);
      const flight = { since: this.#clock.now() };
      this.#inFlight.add(flight);
      link.write(next).then(
        () => {
          this.#inFlight.delete(flight);
          if (this.#link === link) this.#send(link);
        },
        () => this.#inFlight.delete(flight),
      );
    }
  }

  #forget(): void {
    this.#keyboard = new Set();
    this.#consumer = new Set();
    this.#buttons = { absolute: 0, relative: 0 };
    this.#waiting = [];
  }

  #use(link: GadgetLink): void {
    this.#link = link;
    link.listen((event) => {
      if (this.#link !== link) return;
      if (event === 'locks') this.#readLeds(link);
      else this.#tellState(event);
    });
    link.connection.gone.then(() => {
      if (this.#link !== link) return;
      this.#link = null;
      this.#forget();
      this.#tellState('unplugged');
      this.#reconnectLater();
    });
    if (this.#listener !== null) this.#greet(link, this.#listener);
  }

  /** The state first, then the LEDs, and from then on what changes. */
  #greet(link: GadgetLink, listener: (event: HidGadgetEvent) => void): void {
    this.#asking++;
    Promise.all([link.asleep(), link.leds()]).then(
      ([asleep, leds]) => {
        this.#asking--;
        if (this.#link !== link) return;
        this.#listener = listener;
        this.#leds = leds;
        this.#tellState(asleep ? 'asleep' : 'awake');
        listener({ type: 'leds', leds });
      },
      (cause: unknown) => {
        this.#asking--;
        this.#log.debug('the X server could not be asked', { cause: String(cause) });
      },
    );
  }

  #tellState(state: 'awake' | 'asleep' | 'unplugged'): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#listener?.({ type: 'host', state });
  }

  #readLeds(link: GadgetLink): void {
    this.#asking++;
    link.leds().then(
      (leds) => {
        this.#asking--;
        if (this.#link !== link || this.#listener === null) return;
        if (this.#leds !== null && sameLeds(this.#leds, leds)) return;
        this.#leds = leds;
        this.#listener({ type: 'leds', leds });
      },
      (cause: unknown) => {
        this.#asking--;
        this.#log.debug('the LEDs could not be read', { cause: String(cause) });
      },
    );
  }

  #reconnectLater(): void {
    if (this.#disposed) return;
    this.#retry = this.#clock.timer({ name: 'X server', after: RECONNECT, fire: () => this.#reconnect() });
  }

  #reconnect(): void {
    GadgetLink.open(this.#display, this.#log).then(
      (link) => {
        if (this.#disposed) void link[Symbol.asyncDispose]();
        else this.#use(link);
      },
      (cause: unknown) => {
        this.#log.debug('the X server is not back', { cause: String(cause) });
        this.#reconnectLater();
      },
    );
  }
}
