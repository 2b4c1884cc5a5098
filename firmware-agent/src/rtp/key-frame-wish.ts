import { after, type Duration, type Instant, instant } from '@seatmatrix/protocol/kernel';

/** A wish for a key frame that stays until one comes, and is said no more often than allowed. */
export class KeyFrameWish {
  #wanted = false;
  #said: Instant | null = null;

  get wanted(): boolean {
    return this.#wanted;
  }

  want(): void {
    this.#wanted = true;
  }

  fulfilled(): void {
    this.#wanted = false;
  }

  /** When it may be said; null when nothing is wished. */
  due(interval: Duration): Instant | null {
    if (!this.#wanted) return null;
    return this.#said === null ? NOW : after(this.#said, interval);
  }

  /** True when it has to be said now; it counts as said. */
  say(at: Instant, interval: Duration): boolean {
    const due = this.due(interval);
    if (due === null || due > at) return false;
    this.#said = at;
    return true;
  }
}

const NOW = instant(Number.NEGATIVE_INFINITY);
