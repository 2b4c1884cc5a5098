import { milliseconds, retryDelays, seconds, systemRandom } from '@seatmatrix/protocol/kernel';
import { socketUrl } from './socket-url.ts';

const RETRY = { base: milliseconds(500), cap: seconds(8) };

/** The manager says something at least every second; after so long a silence the connection is taken for lost. */
const SILENCE_MAX = 3500;

export interface LiveListener {
  /** Something changed: look again. */
  changed(): void;
  connected(connected: boolean): void;
}

/**
 * The manager's live events. After an interruption it goes on where it was, or, when the manager no longer knows what
 * was missed, says `changed` once.
 */
export function followEvents(listener: LiveListener): void {
  let last: { readonly feed: string; readonly number: number } | null = null;
  let delays = retryDelays(RETRY, systemRandom);

  const open = () => {
    const url = socketUrl('/api/events');
    if (last !== null) {
      url.searchParams.set('feed', last.feed);
      url.searchParams.set('after', String(last.number));
    }
    const socket = new WebSocket(url);
    let silence = 0;
    const heard = () => {
      window.clearTimeout(silence);
      silence = window.setTimeout(() => socket.close(), SILENCE_MAX);
    };
    socket.addEventListener('open', () => {
      delays = retryDelays(RETRY, systemRandom);
      listener.connected(true);
      heard();
    });
    socket.addEventListener('message', ({ data }) => {
      heard();
      const message: unknown = JSON.parse(String(data));
      if (!isMessage(message)) return;
      if (message.feed !== undefined && message.number !== undefined)
        last = { feed: message.feed, number: message.number };
      if (message.type === 'event' && last !== null && message.number !== undefined)
        last = { ...last, number: message.number };
      if (message.type !== 'heartbeat') listener.changed();
    });
    socket.addEventListener('close', () => {
      window.clearTimeout(silence);
      listener.connected(false);
      window.setTimeout(open, delays.next().value);
    });
  };
  open();
}

interface Message {
  readonly type: string;
  readonly feed?: string;
  readonly number?: number;
}

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
