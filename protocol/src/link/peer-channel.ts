import type { PeerMessage } from '../domain/index.ts';
import type { Clock, Instant, Log } from '../kernel/index.ts';
import { decodePeer, encodePeer, PING } from '../wire/index.ts';
import { closeOf } from './close-of-fault.ts';
import { PEER_PACE, runHeartbeat } from './heartbeat.ts';
import { CloseCode, type Closed, type PeerIdentity, type Transport } from './transport.ts';

/**
 * What a box that does not read may make its peer hold: before this is full a mouse of 1,000 reports a second has moved
 * for longer than a silent link lives.
 */
export const PEER_BUFFER_MAX = 256 * 1024;

/** One link between two boxes, over a transport that either side opened. */
export interface PeerChannel {
  readonly peer: PeerIdentity;
  readonly buffered: number;
  /** When anything last came from the other side. */
  readonly heard: Instant;
  /** Dropped after the close. Throws `frame-oversized` for what no peer takes. */
  send(message: PeerMessage): void;
  close(closed: Closed): void;
}

export interface PeerChannelListener {
  /** One that throws ends the channel. */
  message(message: PeerMessage): void;
  /** Exactly once; nothing after it. */
  closed(closed: Closed): void;
}

/** Call it in the turn in which the transport was had. Pings by itself, and closes a channel that fell silent. */
export function createPeerChannel(options: {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly log: Log;
  readonly listener: PeerChannelListener;
}): PeerChannel {
  const { transport, clock, log, listener } = options;
  const heartbeat = runHeartbeat({
    clock,
    name: `peer link ${transport.peer.address}: heartbeat`,
    pace: PEER_PACE,
    ping: () => transport.send(ping),
    silent: () => transport.close({ code: CloseCode.silent, reason: 'silent' }),
  });
  // What is there already comes within listen(): whoever hears it must have this channel by then.
  let early: (() => void)[] | null = [];
  transport.listen({
    frame(bytes) {
      heartbeat.heard();
      tell(() => take(bytes));
    },
    closed(closed) {
      heartbeat.stop();
      tell(() => listener.closed(closed));
    },
  });
  if (early.length === 0) early = null;
  else queueMicrotask(tellEarly);

  function tell(news: () => void): void {
    if (early === null) news();
    else early.push(news);
  }

  function tellEarly(): void {
    const waiting = early ?? [];
    early = null;
    for (const news of waiting) news();
  }

  function take(bytes: Uint8Array): void {
    try {
      const message = decodePeer(bytes);
      if (message.type !== 'ping') listener.message(message);
    } catch (thrown) {
      fail(thrown);
    }
  }

  function fail(thrown: unknown): void {
    const closed = closeOf(thrown);
    const { fingerprint: peer, address } = transport.peer;
    if (closed.code === CloseCode.internal) log.error('what handles a peer link failed', { peer, error: thrown });
    else log.warn('a peer was refused', { peer, address, reason: closed.reason });
    transport.close(closed);
  }

  return {
    peer: transport.peer,
    get buffered() {
      return transport.buffered;
    },
    get heard() {
      return heartbeat.lastHeard;
    },
    send(message) {
      transport.send(encodePeer(message));
      heartbeat.said();
      if (transport.buffered > PEER_BUFFER_MAX) {
        transport.close({ code: CloseCode.slow, reason: 'reads too slowly' });
      }
    },
    close: (closed) => transport.close(closed),
  };
}

/** Always the same bytes. */
const ping = encodePeer(PING);
