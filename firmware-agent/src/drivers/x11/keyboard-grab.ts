import { type Clock, type Log, milliseconds, type Timer } from '@seatmatrix/protocol/kernel';
import type { X11Connection, XEvent } from './x11-connection.ts';

/** A keyboard that somebody else has grabbed (a menu, a screen lock) is asked for again. */
const RETRY = milliseconds(250);

const SUCCESS = 0;
const ASYNCHRONOUS = 1;
/** The modes of focus events that a grab, or its end, brings. */
const OF_GRABS: ReadonlySet<number> = new Set([1, 2]);

/**
 * Takes every key of the keyboard for one window. The server tells a grab as a change of focus, our own too; those come
 * before the answer to the request that made them, which is how they are told from another program's.
 */
export class KeyboardGrab {
  readonly #connection: X11Connection;
  readonly #window: number;
  readonly #clock: Clock;
  readonly #log: Log;
  #wanted = false;
  #held = false;
  #asking = 0;
  #setAside: (() => void) | null = null;
  #retry: Timer | null = null;

  constructor(options: {
    readonly connection: X11Connection;
    readonly window: number;
    readonly clock: Clock;
    readonly log: Log;
  }) {
    this.#connection = options.connection;
    this.#window = options.window;
    this.#clock = options.clock;
    this.#log = options.log;
  }

  hold(): void {
    this.#wanted = true;
    const { client } = this.#connection;
    this.#ask(async () => {
      const status = await this.#connection.ask<number>((reply) =>
        client.GrabKeyboard(this.#window, 0, 0, ASYNCHRONOUS, ASYNCHRONOUS, reply),
      );
      if (status === SUCCESS) {
        this.#held = true;
        if (!this.#wanted) this.#letGo();
        return true;
      }
      if (!this.#wanted) return false;
      this.#retry?.cancel();
      this.#retry = this.#clock.timer({ name: 'keyboard grab', after: RETRY, fire: () => this.hold() });
      return false;
    });
  }

  release(): void {
    this.#retry?.cancel();
    this.#wanted = false;
    if (this.#held) this.#letGo();
  }

  /** Does what a focus event wants done, unless the event came of our own grab or release. */
  unlessOurs(event: XEvent, act: () => void): void {
    if (this.#asking > 0 && OF_GRABS.has(event.mode ?? 0)) this.#setAside = act;
    else act();
  }

  #letGo(): void {
    this.#held = false;
    this.#connection.client.UngrabKeyboard(0);
    this.#ask(async () => {
      await this.#connection.sync();
      return true;
    });
  }

  /** `request` gives whether what was set aside meanwhile was ours. */
  #ask(request: () => Promise<boolean>): void {
    this.#asking++;
    request()
      .catch((cause: unknown) => {
        this.#log.debug('the keyboard could not be grabbed', { cause: String(cause) });
        return true;
      })
      .then((ours) => {
        this.#asking--;
        const act = this.#setAside;
        this.#setAside = null;
        if (!ours) act?.();
      });
  }
}
