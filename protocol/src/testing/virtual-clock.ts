import { after, type Clock, type Duration, Fault, type Instant, instant, type Timer } from '../kernel/index.ts';

interface Pending {
  readonly name: string;
  readonly at: Instant;
  readonly order: number;
  readonly fire: () => void;
}

/**
 * Time that stands still until a test moves it. Between two timers everything that can run without time runs:
 * promises, immediates, and work handed to `outside`.
 */
export class VirtualClock implements Clock {
  #now = instant(0);
  #order = 0;
  readonly #pending = new Set<Pending>();
  readonly #outside = new Set<Promise<unknown>>();
  readonly #epoch: number;

  constructor(epoch: Date = new Date('2026-01-01T00:00:00Z')) {
    this.#epoch = epoch.getTime();
  }

  now(): Instant {
    return this.#now;
  }

  wall(): Date {
    return new Date(this.#epoch + this.#now);
  }

  timer({ name, after: wait, fire }: { name: string; after: Duration; fire: () => void }): Timer {
    const pending: Pending = { name, at: after(this.#now, wait), order: this.#order++, fire };
    this.#pending.add(pending);
    return { cancel: () => void this.#pending.delete(pending) };
  }

  outside<Value>(work: Promise<Value>): Promise<Value> {
    this.#outside.add(work);
    const done = () => void this.#outside.delete(work);
    work.then(done, done);
    return work;
  }

  /** Lets everything run that needs no time to pass. */
  async settle(): Promise<void> {
    // Immediates, not microtasks alone: streams and message ports hand over in the next phase of the event loop.
    let quiet = 0;
    while (quiet < 3) {
      if (this.#outside.size > 0) {
        await Promise.allSettled(this.#outside);
        quiet = 0;
        continue;
      }
      await new Promise<void>((resolve) => setImmediate(resolve));
      quiet = this.#outside.size > 0 ? 0 : quiet + 1;
    }
  }

  /** Moves time on, firing every timer that falls due in order, and settles after each. */
  async advance(duration: Duration): Promise<void> {
    const end = after(this.#now, duration);
    await this.settle();
    for (let next = this.#next(); next !== null && next.at <= end; next = this.#next()) {
      this.#pending.delete(next);
      this.#now = instant(Math.max(this.#now, next.at));
      next.fire();
      await this.settle();
    }
    this.#now = end;
    await this.settle();
  }

  /**
   * Moves time on until the condition holds. Fails with the names of the waiting timers when it does not within the
   * limit: a condition that never comes is told by what still waits.
   */
  async until(condition: () => boolean, options: { readonly what: string; readonly within: Duration }): Promise<void> {
    const end = after(this.#now, options.within);
    await this.settle();
    while (!condition()) {
      const next = this.#next();
      if (next === null || next.at > end) {
        const names = [...this.#pending].map((pending) => pending.name);
        throw new Fault({
          code: 'invariant-broken',
          message: `waited ${options.within} ms for ${options.what}; timers: ${names.join(', ') || 'none'}`,
        });
      }
      this.#pending.delete(next);
      this.#now = instant(Math.max(this.#now, next.at));
      next.fire();
      await this.settle();
    }
  }

  #next(): Pending | null {
    let best: Pending | null = null;
    for (const pending of this.#pending) {
      if (best === null || pending.at < best.at || (pending.at === best.at && pending.order < best.order))
        best = pending;
    }
    return best;
  }
}
