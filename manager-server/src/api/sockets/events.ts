import { type Clock, seconds, type Timer } from '@seatmatrix/protocol/kernel';
import { CloseCode } from '@seatmatrix/protocol/link';
import type { FeedMessage, FeedPosition, SiteFeed } from '../../feed/index.ts';
import type { PageSocket } from './page-socket.ts';
import type { SocketHandler } from './page-sockets.ts';

/** What the page needs to tell a quiet site from a dead line; it gives up after three and a half. */
const HEARTBEAT_EVERY = seconds(1);
/** Some 5,000 events: a page that is so far behind reads faster by loading anew. */
const BEHIND_MAX = 1024 * 1024;

/** What goes to a page, as JSON text. A `reset` has everything that a later `?feed=&after=` needs. */
export type EventMessage =
  | { readonly type: 'reset'; readonly feed: string; readonly number: number }
  | { readonly type: 'event'; readonly number: number; readonly event: unknown }
  | { readonly type: 'heartbeat'; readonly number: number };

/**
 * `/api/events?feed=ID&after=N`: the site's events from there on, numbered, without a gap; a `reset` first when there is
 * no such place any more. A page that reads too slowly is cut with 4007 and comes back by its number.
 */
export class Events implements Disposable {
  readonly #feed: SiteFeed;
  readonly #clock: Clock;
  readonly #pages = new Set<PageSocket>();
  #heartbeat: Timer | null = null;

  constructor({ feed, clock }: { readonly feed: SiteFeed; readonly clock: Clock }) {
    this.#feed = feed;
    this.#clock = clock;
    this.#beatLater();
  }

  readonly handle: SocketHandler = (page, { query }) => {
    let subscription: { end(): void } | null = null;
    page.listen({
      frame: () => page.close({ code: CloseCode.unknown, reason: 'events go one way' }),
      closed: () => {
        this.#pages.delete(page);
        subscription?.end();
      },
    });
    this.#pages.add(page);
    subscription = this.#feed.subscribe(positionOf(query), (message) => send(page, messageOf(message)));
  };

  [Symbol.dispose](): void {
    this.#heartbeat?.cancel();
  }

  #beatLater(): void {
    this.#heartbeat = this.#clock.timer({
      name: 'heartbeat of the events',
      after: HEARTBEAT_EVERY,
      fire: () => {
        for (const page of this.#pages) send(page, { type: 'heartbeat', number: this.#feed.number });
        this.#beatLater();
      },
    });
  }
}

function send(page: PageSocket, message: EventMessage): void {
  if (page.buffered > BEHIND_MAX) page.close({ code: CloseCode.slow, reason: 'the page reads too slowly' });
  else page.send(JSON.stringify(message));
}

function messageOf(message: FeedMessage): EventMessage {
  return message.type === 'reset' ? { type: 'reset', feed: message.id, number: message.number } : message;
}

function positionOf(query: URLSearchParams): FeedPosition | null {
  const id = query.get('feed');
  const after = query.get('after');
  return id === null || after === null || !/^\d{1,15}$/.test(after) ? null : { id, after: Number(after) };
}
