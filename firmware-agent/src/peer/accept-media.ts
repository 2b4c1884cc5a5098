import type { MediaMessage } from '@seatmatrix/protocol/domain';
import { type Clock, faultFrom, type Log } from '@seatmatrix/protocol/kernel';
import { CloseCode, type Transport } from '@seatmatrix/protocol/link';
import { decodeMedia } from '@seatmatrix/protocol/wire';
import { OPEN_LIMIT } from './accept-peer.ts';

export type MediaOpen = Extract<MediaMessage, { readonly type: 'open' }>;

export interface AcceptMediaOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly log: Log;
  /** Judges the opening; the answer is told of the end. A Fault that it throws closes the socket as unauthorised. */
  readonly open: (transport: Transport, open: MediaOpen) => { readonly closed: () => void };
}

/** Waits for a receiver's `open` on its media socket, after which it says nothing more. */
export function acceptMedia({ transport, clock, log, open }: AcceptMediaOptions): void {
  let opened: { readonly closed: () => void } | null = null;
  const { fingerprint: peer, address } = transport.peer;
  const limit = clock.timer({
    name: `media socket ${address}: open`,
    after: OPEN_LIMIT,
    fire: () => transport.close({ code: CloseCode.helloExpected, reason: 'no open' }),
  });
  transport.listen({
    frame(frame) {
      limit.cancel();
      const message = read(frame);
      if (message === null) return;
      if (message.type !== 'open' || opened !== null) {
        transport.close({ code: CloseCode.malformed, reason: `unexpected ${message.type}` });
        return;
      }
      try {
        opened = open(transport, message);
      } catch (thrown) {
        const fault = faultFrom(thrown, { code: 'invariant-broken', message: 'what opens a media socket failed' });
        log.warn('a media socket is refused', { peer, address, reason: fault.message });
        transport.close({ code: CloseCode.unauthorised, reason: fault.code });
      }
    },
    closed() {
      limit.cancel();
      opened?.closed();
      opened = null;
    },
  });

  function read(frame: Uint8Array): MediaMessage | null {
    try {
      return decodeMedia(frame);
    } catch (thrown) {
      const fault = faultFrom(thrown, { code: 'frame-malformed', message: 'not readable' });
      log.warn('a peer sent a bad frame', { peer, address, reason: fault.message });
      transport.close({ code: CloseCode.malformed, reason: fault.code });
      return null;
    }
  }
}
