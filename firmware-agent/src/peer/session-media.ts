import type { AccessUnit, Codec, MediaKey, MediaOffer, Ticket } from '@seatmatrix/protocol/domain';
import { after, type Clock, type Instant, type Log, milliseconds } from '@seatmatrix/protocol/kernel';
import { CloseCode, type Transport } from '@seatmatrix/protocol/link';
import { encodeMedia } from '@seatmatrix/protocol/wire';
import type { CaptureFanout, Viewer } from '../media/capture-fanout.ts';
import type { RtpSource } from '../media/rtp-source.ts';
import type { RtpViewer } from '../media/rtp-viewers.ts';
import { hostOf } from './link-host.ts';

export interface SessionMediaOptions {
  readonly ticket: Ticket;
  readonly fanout: CaptureFanout;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * A receiver asks every half second at most, and by SRTCP where it has SRTP. One that asked without end would have
 * nothing but key pictures made, for all who watch.
 */
const KEY_FRAME_INTERVAL = milliseconds(100);

/** How one receiver gets the picture: as SRTP, or as units on a media socket. */
export class SessionMedia {
  readonly #options: SessionMediaOptions;
  #wanted = true;
  #socket: { readonly transport: Transport; readonly viewer: Viewer } | null = null;
  #rtp: RtpViewer | null = null;
  #keyFrameAt: Instant | null = null;

  constructor(options: SessionMediaOptions) {
    this.#options = options;
  }

  /** `address` is the link's, as the transport tells it: the receiver takes SRTP at the same host. */
  openRtp(
    source: RtpSource,
    to: { readonly address: string; readonly offer: MediaOffer; readonly key: (key: MediaKey) => void },
  ): void {
    const { address, offer, key } = to;
    this.#rtp = source.join({ place: { host: hostOf(address), port: offer.port }, offer, key });
  }

  /** Another socket of the same route takes the place of the one before. */
  openSocket(transport: Transport, codecs: readonly Codec[]): { readonly closed: () => void } {
    const { fanout, ticket } = this.#options;
    this.#closeSocket('another media socket took its place');
    const viewer = fanout.add({
      generation: ticket.generation,
      line: {
        get buffered() {
          return transport.buffered;
        },
        send: (unit) => {
          if (codecs.includes(unit.codec)) this.#send(transport, unit);
        },
      },
    });
    if (!this.#wanted) viewer.want(false);
    this.#socket = { transport, viewer };
    return {
      closed: () => {
        viewer.remove();
        if (this.#socket?.viewer === viewer) this.#socket = null;
      },
    };
  }

  taken(epoch: number): void {
    this.#rtp?.taken(epoch);
  }

  want(wanted: boolean): void {
    this.#wanted = wanted;
    this.#socket?.viewer.want(wanted);
  }

  wantKeyFrame(): void {
    const now = this.#options.clock.now();
    if (this.#keyFrameAt !== null && now < after(this.#keyFrameAt, KEY_FRAME_INTERVAL)) return;
    this.#keyFrameAt = now;
    this.#socket?.viewer.wantKeyFrame();
  }

  close(reason: string): void {
    this.#closeSocket(reason);
    this.#rtp?.leave();
    this.#rtp = null;
  }

  #closeSocket(reason: string): void {
    this.#socket?.viewer.remove();
    this.#socket?.transport.close({ code: CloseCode.normal, reason });
    this.#socket = null;
  }

  #send(transport: Transport, unit: AccessUnit): void {
    try {
      transport.send(encodeMedia({ type: 'unit', unit }));
    } catch (cause) {
      this.#options.log.warn('a picture is too large to be sent', { bytes: unit.bytes.length, cause });
    }
  }
}
