import type { Fingerprint } from '@seatmatrix/protocol/domain';
import { between, type Clock, type Instant } from '@seatmatrix/protocol/kernel';

/** A held page key asks for 30 pages a second, and nothing else that a box says comes faster. */
const A_SECOND = 100;

/** A receiver that comes back may have a wall's worth to say at once. */
export const MESSAGES_AT_ONCE = 500;

/** Coming back costs the manager a handshake and a plan. */
const HELLO_COST = 25;

interface Purse {
  readonly left: number;
  readonly at: Instant;
}

/** How much each adopted box may say, so that one that says too much costs the others nothing. Refills with time. */
export class MessageBudget {
  readonly #clock: Clock;
  readonly #purses = new Map<Fingerprint, Purse>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** False when the box has said too much. */
  message(box: Fingerprint): boolean {
    return this.#spend(box, 1);
  }

  hello(box: Fingerprint): boolean {
    return this.#spend(box, HELLO_COST);
  }

  forget(box: Fingerprint): void {
    this.#purses.delete(box);
  }

  #spend(box: Fingerprint, cost: number): boolean {
    const at = this.#clock.now();
    const purse = this.#purses.get(box);
    const earned = purse === undefined ? 0 : (between(purse.at, at) / 1000) * A_SECOND;
    const had = purse === undefined ? MESSAGES_AT_ONCE : Math.min(MESSAGES_AT_ONCE, purse.left + earned);
    const enough = had >= cost;
    this.#purses.set(box, { left: enough ? had - cost : had, at });
    return enough;
  }
}
