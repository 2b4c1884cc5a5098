import { after, between, type Duration, type Instant, instant, milliseconds } from '@seatmatrix/protocol/kernel';

interface Missing {
  readonly since: Instant;
  readonly asked: number;
  /** Of the last question. */
  readonly askedAt: Instant | null;
  /** When it is asked for again, or given up. */
  readonly next: Instant;
}

/**
 * More than this at once is no loss but a cut, and a key picture is there sooner than that many repairs.
 */
export const MISSING_MAX = 512;

/** A repair can get lost itself: at 5 % loss on both ways, four questions leave one packet in ten thousand. */
export const ASKS_MAX = 4;

/** Beyond this a key picture is sooner, and the desk has stood still for long enough. */
const PATIENCE = milliseconds(200);

/** A round trip below this says more about our own loop than about the network. */
const RETRY_MIN = milliseconds(5);

/**
 * How long a packet that seems missing may just be late. It follows what is seen: 0 on a wire that keeps the order, so
 * that a loss there is asked for at once; with jitter, asking at once would have the sender send every second packet twice.
 */
const LATENESS_MAX = milliseconds(40);
const LATENESS_DECAY = 1 / 256;
/** Faster where what seemed late was lost indeed. */
const LOSS_DECAY = 1 / 16;

/** Which packets are missing, when to ask for them and when to give up. */
export class MissingPackets {
  readonly #asks: number;
  readonly #entries = new Map<number, Missing>();
  #lateness: number;
  #repaired = 0;
  /** Not later than the first `next`. */
  #due: Instant | null = null;

  /** `asks`: how often to ask for one. `lateness`: how late packets are at first. */
  constructor(options: { readonly asks: number; readonly lateness: Duration }) {
    this.#asks = options.asks;
    this.#lateness = options.lateness;
  }

  get size(): number {
    return this.#entries.size;
  }

  get repaired(): number {
    return this.#repaired;
  }

  get due(): Instant | null {
    return this.#due;
  }

  add(index: number, at: Instant): void {
    const next = after(at, milliseconds(this.#lateness));
    this.#entries.set(index, { since: at, asked: 0, askedAt: null, next });
    this.#due = this.#due === null || next < this.#due ? next : this.#due;
  }

  /** True when the packet came because it was asked for, as far as one can tell. `roundTrip`: null when not measured. */
  arrived(index: number, at: Instant, roundTrip: Duration | null): boolean {
    const entry = this.#entries.get(index);
    if (entry === undefined) return false;
    this.#entries.delete(index);
    if (this.#entries.size === 0) this.#due = null;
    // No answer is back before half a round trip is over: that was the packet itself.
    const answered = entry.askedAt !== null && (entry.asked > 1 || between(entry.askedAt, at) >= (roundTrip ?? 0) / 2);
    if (answered) {
      this.#repaired++;
      this.#lateness -= this.#lateness * LOSS_DECAY;
    } else {
      this.#late(between(entry.since, at));
    }
    return answered;
  }

  /** What is before this index is of no interest any more. */
  forget(before: number): void {
    for (const index of this.#entries.keys()) if (index < before) this.#entries.delete(index);
    if (this.#entries.size === 0) this.#due = null;
  }

  /** Indices to ask for now, ascending, and the highest of those that will not come any more. */
  step(at: Instant, roundTrip: Duration): { readonly ask: readonly number[]; readonly givenUp: number | null } {
    if (this.#due === null || at < this.#due) return NOTHING;
    const ask: number[] = [];
    let givenUp: number | null = null;
    const retry = milliseconds(Math.max(RETRY_MIN, 1.25 * roundTrip + this.#lateness / 2));
    this.#due = null;
    for (const [index, entry] of this.#entries) {
      let next = entry.next;
      if (next <= at) {
        if (entry.asked >= this.#asks || between(entry.since, at) >= PATIENCE) {
          this.#entries.delete(index);
          givenUp = Math.max(givenUp ?? index, index);
          continue;
        }
        ask.push(index);
        next = instant(Math.min(after(at, retry), after(entry.since, PATIENCE)));
        this.#entries.set(index, { since: entry.since, asked: entry.asked + 1, askedAt: at, next });
      }
      this.#due = this.#due === null || next < this.#due ? next : this.#due;
    }
    return { ask: ask.sort((a, b) => a - b), givenUp };
  }

  #late(lateness: Duration): void {
    // Who only waits knows how long beforehand: the ones that he gave up teach him nothing.
    if (this.#asks === 0) return;
    if (lateness > this.#lateness) this.#lateness = Math.min(LATENESS_MAX, lateness);
    else this.#lateness -= this.#lateness * LATENESS_DECAY;
  }
}

const NOTHING = { ask: [], givenUp: null } as const;
