import type { PeerMessage } from '@seatmatrix/protocol/domain';
import { type Clock, faultFrom, type Log, seconds } from '@seatmatrix/protocol/kernel';
import {
  CloseCode,
  createPeerChannel,
  type PeerChannel,
  type PeerChannelListener,
  type Transport,
} from '@seatmatrix/protocol/link';

/** Who connects and says nothing holds a place for so long. */
export const OPEN_LIMIT = seconds(3);

export type Open = Extract<PeerMessage, { readonly type: 'open' }>;

export interface AcceptPeerOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  /** Whoever can connect can make it write: hand in a limited one. */
  readonly log: Log;
  /** Judges the opening and says who hears the rest. A Fault that it throws closes the link as unauthorised. */
  readonly open: (channel: PeerChannel, open: Open) => PeerChannelListener;
}

/** Waits for a dialling box's `open`. Call it in the turn in which the transport was accepted. */
export function acceptPeer({ transport, clock, log, open }: AcceptPeerOptions): void {
  let opened: PeerChannelListener | null = null;
  const limit = clock.timer({
    name: `peer link ${transport.peer.address}: open`,
    after: OPEN_LIMIT,
    fire: () => transport.close({ code: CloseCode.helloExpected, reason: 'no open' }),
  });
  const channel = createPeerChannel({
    transport,
    clock,
    log,
    listener: {
      message(message) {
        if (opened !== null) opened.message(message);
        else if (message.type === 'open') begin(message);
        else transport.close({ code: CloseCode.helloExpected, reason: `${message.type} before open` });
      },
      closed(closed) {
        limit.cancel();
        opened?.closed(closed);
        opened = null;
      },
    },
  });

  function begin(message: Open): void {
    limit.cancel();
    try {
      opened = open(channel, message);
    } catch (thrown) {
      const fault = faultFrom(thrown, { code: 'invariant-broken', message: 'what opens a peer link failed' });
      const { fingerprint: peer, address } = transport.peer;
      if (fault.origin === 'ours') log.error(fault.message, { peer, address, cause: fault.cause });
      else log.warn('a peer link is refused', { peer, address, reason: fault.message });
      transport.close({ code: CloseCode.unauthorised, reason: fault.code });
    }
  }
}
