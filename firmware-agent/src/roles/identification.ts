import { type Clock, seconds, type Timer } from '@seatmatrix/protocol/kernel';

/** Told to blink, and told to be again what they were. */
export type Blinking = (on: boolean) => void;

/** How a box is found: what it has blinks for a while, and no longer. */
export class Identification {
  readonly #clock: Clock;
  readonly #blink: Blinking;
  #timer: Timer | null = null;

  constructor({ clock, blink }: { readonly clock: Clock; readonly blink: Blinking }) {
    this.#clock = clock;
    this.#blink = blink;
  }

  /** Anew when it blinks already; no seconds end it. */
  identify(time: number): void {
    this.stop();
    if (time <= 0) return;
    this.#blink(true);
    this.#timer = this.#clock.timer({ name: 'end of identifying', after: seconds(time), fire: () => this.stop() });
  }

  stop(): void {
    if (this.#timer === null) return;
    this.#timer.cancel();
    this.#timer = null;
    this.#blink(false);
  }
}
