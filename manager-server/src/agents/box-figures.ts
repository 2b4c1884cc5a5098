import type { BoxReport, Fingerprint } from '@seatmatrix/protocol/domain';
import { type Clock, type Duration, seconds, type Timer } from '@seatmatrix/protocol/kernel';
import type { Feed } from '../feed/feed.ts';

/** Two hundred reports a second are one event; no person reads quicker. */
const MENTION_EVERY: Duration = seconds(1);

/** Gathers boxes whose figures moved, and mentions them together. */
export class BoxFigures {
  readonly #feed: Pick<Feed, 'mention'>;
  readonly #clock: Clock;
  #moved = new Map<Fingerprint, BoxReport>();
  #timer: Timer | null = null;

  constructor({ feed, clock }: { readonly feed: Pick<Feed, 'mention'>; readonly clock: Clock }) {
    this.#feed = feed;
    this.#clock = clock;
  }

  moved(fingerprint: Fingerprint, report: BoxReport): void {
    this.#moved.set(fingerprint, report);
    this.#timer ??= this.#clock.timer({
      name: 'figures of boxes',
      after: MENTION_EVERY,
      fire: () => this.#mention(),
    });
  }

  #mention(): void {
    this.#timer = null;
    const boxes = [...this.#moved].map(([fingerprint, report]) => ({ fingerprint, report }));
    this.#moved = new Map();
    this.#feed.mention({ type: 'figures', boxes });
  }
}
