import { between, type Clock, type Duration, type Instant, minutes } from '@seatmatrix/protocol/kernel';
import { sourceOf } from '../people/attempt-table.ts';

/** A rack of boxes that were all given a code that is over. */
export const WRONG_TRIES_MAX = 50;
const WINDOW: Duration = minutes(1);

/** Addresses of one window; a flood from more than that is none that a table could stop. */
const SOURCES_MAX = 10_000;

/**
 * Wrong enrolment codes by where they came from. Nobody guesses one in time; but each is audited, and who can connect must
 * not be able to fill a disk with that.
 */
export class EnrolmentTries {
  readonly #clock: Clock;
  readonly #sources = new Map<string, { readonly since: Instant; readonly count: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether codes from there are looked at now. */
  mayTry(address: string): boolean {
    const known = this.#sources.get(hostOf(address));
    return known === undefined || this.#isOver(known.since) || known.count < WRONG_TRIES_MAX;
  }

  wrong(address: string): void {
    const source = hostOf(address);
    const known = this.#sources.get(source);
    const running = known !== undefined && !this.#isOver(known.since);
    if (this.#sources.size >= SOURCES_MAX) this.#sources.clear();
    this.#sources.set(source, running ? { ...known, count: known.count + 1 } : { since: this.#clock.now(), count: 1 });
  }

  #isOver(since: Instant): boolean {
    return between(since, this.#clock.now()) >= WINDOW;
  }
}

const hostOf = (address: string): string => sourceOf(address.slice(0, address.lastIndexOf(':')));
