import { Fault } from '@seatmatrix/protocol/kernel';
import { rolloverCounterOf, SEQUENCE_SPAN, sequenceOf } from './packet-index.ts';
import { RTP_HEADER_SIZE, writeRtpHeader } from './rtp-packet.ts';
import { RtcpCipher, RtpCipher } from './srtp-cipher.ts';
import type { SessionKey } from './srtp-key-derivation.ts';

/** RFC 3711 §9.2: after these many packets a key is used up. */
const RTP_PACKETS_MAX = SEQUENCE_SPAN * 0x1_0000_0000;
const RTCP_PACKETS_MAX = 0x8000_0000;

/**
 * Protects the packets of one SSRC.
 *
 * No initialisation vector is ever used twice under a key: the vector is the SSRC and the 48-bit index; the index is
 * counted here and nowhere else, up to the key's end; the SSRCs of an epoch differ; an epoch's master key is random and
 * made together with its sender, so no restart comes back to it; RTCP has session keys of its own. A repair sends the
 * same protected bytes again.
 */
export class SrtpSender {
  readonly #cipher: RtpCipher;
  readonly #ssrc: number;
  #index: number;

  /** `sequence`: of the first packet; its roll-over counter is 0. */
  constructor(options: { readonly key: SessionKey; readonly ssrc: number; readonly sequence: number }) {
    this.#cipher = new RtpCipher(options.key);
    this.#ssrc = options.ssrc;
    this.#index = options.sequence;
  }

  /** Of the next packet. */
  get index(): number {
    return this.#index;
  }

  /** Throws `srtp-refused` when the key is used up. */
  protect(packet: {
    readonly payloadType: number;
    readonly marker: boolean;
    readonly timestamp: number;
    readonly payload: Uint8Array;
  }): Uint8Array {
    if (this.#index >= RTP_PACKETS_MAX) throw usedUp();
    const header = new Uint8Array(RTP_HEADER_SIZE);
    const { payloadType, marker, timestamp } = packet;
    writeRtpHeader({ payloadType, marker, timestamp, sequence: sequenceOf(this.#index), ssrc: this.#ssrc }, header);
    const rolloverCounter = rolloverCounterOf(this.#index);
    this.#index++;
    return this.#cipher.seal(header, packet.payload, rolloverCounter);
  }
}

/** Protects RTCP compounds whose first SSRC is always the same. The index is counted here and nowhere else. */
export class SrtcpSender {
  readonly #cipher: RtcpCipher;
  #index = 0;

  constructor(key: SessionKey) {
    this.#cipher = new RtcpCipher(key);
  }

  /** Throws `srtp-refused` when the key is used up. */
  protect(compound: Uint8Array): Uint8Array {
    if (this.#index >= RTCP_PACKETS_MAX) throw usedUp();
    return this.#cipher.seal(compound, this.#index++);
  }
}

const usedUp = (): Fault => new Fault({ code: 'srtp-refused', message: 'a key is used up and no new one came' });
