import type { Log } from '@seatmatrix/protocol/kernel';
import type { Feed, PassingEvent, SiteEvent } from './feed.ts';

/**
 * Events kept for pages that come back. A site of 10,000 boxes that all reconnect makes 10,000 of them in a minute; half
 * as many, some megabytes, carry a page over the seconds of a lost network, and who was away longer loads anew.
 */
export const FEED_SIZE = 5000;

/** Where a page stands: the feed that it listened to, and the last number that it saw. */
export interface FeedPosition {
  readonly id: string;
  readonly after: number;
}

export type FeedMessage =
  /** Load everything anew; what follows has higher numbers than `number`. */
  | { readonly type: 'reset'; readonly id: string; readonly number: number }
  | { readonly type: 'event'; readonly number: number; readonly event: SiteEvent | PassingEvent };

export type FeedListener = (message: FeedMessage) => void;

export interface SiteFeed extends Feed {
  /** Of this start of the manager. */
  readonly id: string;
  /** The number of the last event; 0 before the first. */
  readonly number: number;
  /**
   * Before it returns, the listener gets what was missed since the position, or one reset when that is not known any
   * more (or there is no position). Then it gets every event, in order, without a gap, until it is ended. A listener
   * must not wait: keeping a slow reader's messages within bounds is the caller's task.
   */
  subscribe(from: FeedPosition | null, listener: FeedListener): FeedSubscription;
}

export interface FeedSubscription {
  end(): void;
}

export interface FeedOptions {
  /** Random: a page that saw another start's events must not take this one's for their continuation. */
  readonly id: string;
  readonly log: Log;
  readonly size?: number;
}

export function createFeed(options: FeedOptions): SiteFeed {
  return new RingFeed(options);
}

class RingFeed implements SiteFeed {
  readonly id: string;
  readonly #log: Log;
  readonly #size: number;
  /** The event of a number stands at number modulo size. */
  readonly #ring: SiteEvent[] = [];
  readonly #subscribers = new Set<{ readonly listener: FeedListener }>();
  readonly #undelivered: FeedMessage[] = [];
  #number = 0;
  #delivering = false;

  constructor({ id, log, size = FEED_SIZE }: FeedOptions) {
    this.id = id;
    this.#log = log;
    this.#size = size;
  }

  get number(): number {
    return this.#number;
  }

  publish(event: SiteEvent): void {
    this.#number += 1;
    this.#ring[this.#number % this.#size] = event;
    this.#deliver({ type: 'event', number: this.#number, event });
  }

  mention(event: PassingEvent): void {
    if (this.#subscribers.size > 0) this.#deliver({ type: 'event', number: this.#number, event });
  }

  #deliver(told: FeedMessage): void {
    this.#undelivered.push(told);
    // A listener that publishes: the others get this event first, and that one after it.
    if (this.#delivering) return;
    this.#delivering = true;
    for (let message = this.#undelivered.shift(); message !== undefined; message = this.#undelivered.shift()) {
      // A copy: who subscribes while this is delivered was told a number that includes it.
      for (const subscriber of [...this.#subscribers]) {
        if (this.#subscribers.has(subscriber)) this.#tell(subscriber.listener, message);
      }
    }
    this.#delivering = false;
  }

  subscribe(from: FeedPosition | null, listener: FeedListener): FeedSubscription {
    // What is published and not delivered yet reaches a new subscriber as all others.
    const next = this.#undelivered.find((message) => message.type === 'event' && message.event.type !== 'figures');
    const delivered = next === undefined ? this.#number : next.number - 1;
    const subscriber = { listener };
    this.#subscribers.add(subscriber);
    if (from === null || !this.#knows(from, delivered)) {
      this.#tell(listener, { type: 'reset', id: this.id, number: delivered });
    } else {
      for (let number = from.after + 1; number <= delivered; number += 1) {
        const event = this.#ring[number % this.#size];
        if (event !== undefined) this.#tell(listener, { type: 'event', number, event });
      }
    }
    return { end: () => void this.#subscribers.delete(subscriber) };
  }

  #knows({ id, after }: FeedPosition, delivered: number): boolean {
    return id === this.id && Number.isSafeInteger(after) && after <= delivered && after >= this.#number - this.#size;
  }

  /** One page's failure is neither the publisher's nor the other pages'. */
  #tell(listener: FeedListener, message: FeedMessage): void {
    try {
      listener(message);
    } catch (thrown) {
      this.#log.error('a listener of the feed failed', { reason: String(thrown) });
    }
  }
}
