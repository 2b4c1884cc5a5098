import { type Clock, seconds, type Timer } from '@seatmatrix/protocol/kernel';
import { CloseCode } from '@seatmatrix/protocol/link';
import type { FeedMessage, FeedPosition, PassingEvent, SiteEvent, SiteFeed } from '../../feed/index.ts';
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

  /**
   * `/api/account/events`: that something about the consoles may be another than it was, and not what. Whoever may not
   * read the site gets no number of its feed to come back with: he reads his few consoles anew.
   */
  readonly handleConsoles: SocketHandler = (page) => {
    let subscription: { end(): void } | null = null;
    page.listen({
      frame: () => page.close({ code: CloseCode.unknown, reason: 'events go one way' }),
      closed: () => {
        this.#pages.delete(page);
        subscription?.end();
      },
    });
    this.#pages.add(page);
    subscription = this.#feed.subscribe(null, (message) => {
      if (message.type === 'reset') send(page, messageOf(message));
      else if (isAboutConsoles(message.event)) {
        send(page, { type: 'event', number: message.number, event: { type: 'consoles' } });
      }
    });
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

function isAboutConsoles(event: SiteEvent | PassingEvent): boolean {
  if (event.type === 'session' || event.type === 'presence') return true;
  return event.type === 'resource' && ['devices', 'seats', 'settings'].includes(event.collection);
}

function positionOf(query: URLSearchParams): FeedPosition | null {
  const id = query.get('feed');
  const after = query.get('after');
  return id === null || after === null || !/^\d{1,15}$/.test(after) ? null : { id, after: Number(after) };
}
