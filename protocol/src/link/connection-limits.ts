import { between, type Clock, type Instant } from '../kernel/index.ts';
import type { LinkPath } from './network.ts';

/** How many connections a listener has at once, and how fast new ones may come. */
export interface ConnectionLimits {
  readonly total: number;
  /** Without a finished handshake: whoever can reach the port can make these. */
  readonly waiting: number;
  /** Of one key. */
  readonly perPeer: number;
  /** Handshakes a second, and as many at once after a pause: each costs a millisecond of a core and more. */
  readonly rate: number;
}

/** 10,000 boxes with one link each, a second one while it changes over; a thousand are back within seconds. */
const MANAGER_LIMITS: ConnectionLimits = { total: 16_384, waiting: 1024, perPeer: 8, rate: 400 };

/** A transmitter serves 409 receivers with two sockets each, a receiver its neighbours and sixteen consoles. */
const BOX_LIMITS: ConnectionLimits = { total: 2048, waiting: 512, perPeer: 64, rate: 400 };

export const limitsOf = (paths: Readonly<Partial<Record<LinkPath, number>>>): ConnectionLimits =>
  paths['/control'] === undefined ? BOX_LIMITS : MANAGER_LIMITS;

/** A token bucket that holds one second's worth. */
export class AcceptRate {
  readonly #rate: number;
  readonly #clock: Pick<Clock, 'now'>;
  #left: number;
  #at: Instant;

  constructor(rate: number, clock: Pick<Clock, 'now'>) {
    this.#rate = rate;
    this.#clock = clock;
    this.#left = rate;
    this.#at = clock.now();
  }

  /** False when too many came in this second: who is turned away comes again by its back-off. */
  mayCome(): boolean {
    const now = this.#clock.now();
    this.#left = Math.min(this.#rate, this.#left + (between(this.#at, now) / 1000) * this.#rate);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
