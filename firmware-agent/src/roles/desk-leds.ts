import { type KeyboardLeds, LEDS_OFF } from '@seatmatrix/protocol/domain';
import { type Clock, milliseconds, type Timer } from '@seatmatrix/protocol/kernel';
import type { HidHost } from '../drivers/index.ts';
import { LEDS_UNKNOWN, type LedInput, ledStep } from '../input/led-state.ts';

/** Seen across a room, and slow enough for keyboards that take 100 ms a change. */
const BLINK_INTERVAL = milliseconds(300);

const LEDS_ON: KeyboardLeds = { numLock: true, capsLock: true, scrollLock: true };

/**
 * The LEDs of this receiver's keyboards: what the computer in control says, except while they blink for somebody who
 * looks for the box. What computers say meanwhile is kept, and shown afterwards; no computer hears of the blinking.
 */
export class DeskLeds {
  readonly #hidHost: Pick<HidHost, 'setLeds'>;
  readonly #clock: Clock;
  #state = LEDS_UNKNOWN;
  #blinking: Timer | null = null;

  constructor({ hidHost, clock }: { readonly hidHost: Pick<HidHost, 'setLeds'>; readonly clock: Clock }) {
    this.#hidHost = hidHost;
    this.#clock = clock;
  }

  hear(input: LedInput): void {
    const { state, out } = ledStep(this.#state, input);
    this.#state = state;
    if (this.#blinking !== null) return;
    for (const { leds } of out) this.#hidHost.setLeds(leds);
  }

  blink(on: boolean): void {
    if (on === (this.#blinking !== null)) return;
    if (on) {
      this.#flip(true);
      return;
    }
    this.stop();
    this.#hidHost.setLeds(this.#state.shown);
  }

  /** The driver turns them off itself. */
  stop(): void {
    this.#blinking?.cancel();
    this.#blinking = null;
  }

  #flip(lit: boolean): void {
    this.#hidHost.setLeds(lit ? LEDS_ON : LEDS_OFF);
    this.#blinking = this.#clock.timer({
      name: 'blinking of the keyboards',
      after: BLINK_INTERVAL,
      fire: () => this.#flip(!lit),
    });
  }
}
