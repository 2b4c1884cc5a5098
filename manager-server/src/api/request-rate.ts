import type { Clock } from '@seatmatrix/protocol/kernel';
import { AcceptRate } from '@seatmatrix/protocol/link';

/** Requests a second, and at once, from one address: fifty people behind it whose pages load in the same moment. */
export const REQUESTS_A_SECOND = 1000;

/** Addresses that are counted each by itself; one more makes the longest known start anew. */
const ADDRESSES_MAX = 4096;

/** This machine's own: programs of the administrator, or a proxy that speaks for everybody. */
const isLoopback = (address: string): boolean => /^(::ffff:)?127\.|^::1$/.test(address);

/** What one source may ask, so that a flood on the pages' port leaves the boxes' something of the manager. */
export class RequestRate {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #rates = new Map<string, AcceptRate>();

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  mayAsk(address: string): boolean {
    if (isLoopback(address)) return true;
    const known = this.#rates.get(address);
    if (known !== undefined) return known.mayCome();
    const [oldest] = this.#rates.keys();
    if (oldest !== undefined && this.#rates.size >= ADDRESSES_MAX) this.#rates.delete(oldest);
    const rate = new AcceptRate(REQUESTS_A_SECOND, this.#clock);
    this.#rates.set(address, rate);
    return rate.mayCome();
  }
}
