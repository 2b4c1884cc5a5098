import { milliseconds, retryDelays, seconds, systemRandom } from '@seatmatrix/protocol/kernel';
import { isRecord } from '../api/problem.ts';
import { socketUrl } from '../page/socket-url.ts';
import type { SiteEvent } from './site-event.ts';

const RETRY = { base: milliseconds(500), cap: seconds(4) };

/** The manager says something at least every second; after so long a silence the connection is taken for lost. */
const SILENCE_MAX = 3500;

export interface EventListener {
  event(event: SiteEvent): void;
  /** What was missed is not known any more: everything that is shown is to be read anew. */
  reset(): void;
  connected(connected: boolean): void;
}

interface Message {
  readonly type: 'reset' | 'event' | 'heartbeat';
  readonly number: number;
  readonly feed?: string;
  readonly event?: SiteEvent;
}

/** Follows the manager's live events for as long as the page lives; after an interruption it goes on where it was. */
export function followEvents(path: string, listener: EventListener): void {
  let last: { readonly feed: string; readonly number: number } | null = null;
  let delays = retryDelays(RETRY, systemRandom);

  const open = () => {
    const url = socketUrl(path);
    if (last !== null) {
      url.searchParams.set('feed', last.feed);
      url.searchParams.set('after', String(last.number));
    }
    const socket = new WebSocket(url);
    let silence = 0;
    let ended = false;
    const heard = () => {
      window.clearTimeout(silence);
      silence = window.setTimeout(end, SILENCE_MAX);
    };
    // Closing a socket whose other end is gone takes the browser a minute: the page does not wait for it.
    const end = () => {
      if (ended) return;
      ended = true;
      window.clearTimeout(silence);
      socket.close();
      listener.connected(false);
      window.setTimeout(open, delays.next().value);
    };
    heard();
    socket.addEventListener('open', () => {
      delays = retryDelays(RETRY, systemRandom);
      listener.connected(true);
    });
    socket.addEventListener('message', ({ data }) => {
      if (ended) return;
      heard();
      const message: unknown = JSON.parse(String(data));
      if (!isMessage(message)) return;
      if (message.type === 'reset' && message.feed !== undefined) {
        last = { feed: message.feed, number: message.number };
        listener.reset();
      }
      if (message.type === 'event' && message.event !== undefined) {
        if (last !== null) last = { ...last, number: message.number };
        listener.event(message.event);
      }
    });
    socket.addEventListener('close', end);
  };
  open();
}

const isMessage = (value: unknown): value is Message =>
  isRecord(value) && typeof value.type === 'string' && typeof value.number === 'number';
