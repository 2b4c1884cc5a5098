import type { StreamPlace } from '@seatmatrix/protocol/domain';
import { PacketHistory } from './packet-history.ts';
import { rolloverCounterOf, sequenceOf } from './packet-index.ts';
import type { SessionKey } from './srtp-key-derivation.ts';
import { SrtpSender } from './srtp-sender.ts';

/** One SSRC of an epoch on the sending side: numbers, times, protects and remembers. */
export class SendingStream {
  readonly ssrc: number;
  readonly #payloadType: number;
  /** Ticks a second. */
  readonly #rate: number;
  readonly #srtp: SrtpSender;
  readonly #history = new PacketHistory();
  /** What `#timestamp` stands for, in microseconds. */
  readonly #time: number;
  readonly #timestamp: number;
  #last: Uint8Array | null = null;
  /** Of the last unit: a receiver counts half a turn of the RTP time from here, 6.6 hours. */
  #stamp: Pick<StreamPlace, 'timestamp' | 'time'>;
  #packets = 0;
  #octets = 0;

  constructor(options: {
    readonly key: SessionKey;
    readonly start: StreamPlace;
    readonly payloadType: number;
    readonly rate: number;
  }) {
    const { ssrc, sequence, timestamp, time } = options.start;
    this.ssrc = ssrc;
    this.#payloadType = options.payloadType;
    this.#rate = options.rate;
    this.#srtp = new SrtpSender({ key: options.key, ssrc, sequence });
    this.#timestamp = timestamp;
    this.#time = time;
    this.#stamp = { timestamp, time };
  }

  /** Packets and bytes of payload so far, modulo 32 bits. */
  get counts(): { readonly packets: number; readonly octets: number } {
    return { packets: this.#packets >>> 0, octets: this.#octets >>> 0 };
  }

  /** For somebody who joins now. */
  get place(): StreamPlace {
    const index = this.#srtp.index;
    return {
      ssrc: this.ssrc,
      rolloverCounter: rolloverCounterOf(index),
      sequence: sequenceOf(index),
      ...this.#stamp,
    };
  }

  /** Null before the first. */
  get last(): Uint8Array | null {
    return this.#last;
  }

  /** RTP time of a moment in microseconds. */
  timestampOf(time: number): number {
    return (this.#timestamp + Math.round(((time - this.#time) * this.#rate) / 1_000_000)) >>> 0;
  }

  /** Protected packets of one unit's payloads; the last has the marker. */
  send(payloads: readonly Uint8Array[], time: number): readonly Uint8Array[] {
    const timestamp = this.timestampOf(time);
    this.#stamp = { timestamp, time };
    return payloads.map((payload, index) => {
      const sequence = sequenceOf(this.#srtp.index);
      const marker = index === payloads.length - 1;
      const bytes = this.#srtp.protect({ payloadType: this.#payloadType, marker, timestamp, payload });
      this.#history.keep(sequence, bytes);
      this.#last = bytes;
      this.#packets++;
      this.#octets += payload.length;
      return bytes;
    });
  }

  /** The very bytes that went out under this sequence number; null when it is too long ago. */
  again(sequence: number): Uint8Array | null {
    return this.#history.find(sequence);
  }
}
