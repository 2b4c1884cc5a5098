import { viewOf } from './byte-view.ts';
import { estimateIndex, rolloverCounterOf, SEQUENCE_SPAN } from './packet-index.ts';
import { ReplayWindow } from './replay-window.ts';
import { type RtpPacket, rtpHeaderSize, rtpPacketOf } from './rtp-packet.ts';
import { RTCP_CLEAR_SIZE, RTCP_INDEX_SIZE, RtcpCipher, RtpCipher, rtcpIndexOf, TAG_SIZE } from './srtp-cipher.ts';
import type { SessionKey } from './srtp-key-derivation.ts';

/**
 * Why a datagram was thrown away. `replay` counts what was seen before, and a few are ordinary: a repair that crossed
 * the late original, the last packet that the sender repeats.
 */
export type SrtpRefusal = 'malformed' | 'unknown-ssrc' | 'old' | 'replay' | 'not-authentic';

export type OpenedRtp =
  | { readonly type: 'opened'; readonly index: number; readonly packet: RtpPacket }
  | { readonly type: 'refused'; readonly reason: SrtpRefusal };

export type OpenedRtcp =
  | { readonly type: 'opened'; readonly compound: Uint8Array }
  | { readonly type: 'refused'; readonly reason: SrtpRefusal };

/** Opens the packets of one SSRC. */
export class SrtpReceiver {
  readonly #cipher: RtpCipher;
  readonly #ssrc: number;
  readonly #window: ReplayWindow;

  constructor(options: {
    readonly key: SessionKey;
    readonly place: { readonly ssrc: number; readonly rolloverCounter: number; readonly sequence: number };
  }) {
    const { ssrc, rolloverCounter, sequence } = options.place;
    this.#cipher = new RtpCipher(options.key);
    this.#ssrc = ssrc;
    this.#window = new ReplayWindow(rolloverCounter * SEQUENCE_SPAN + sequence);
  }

  open(bytes: Uint8Array): OpenedRtp {
    const headerSize = rtpHeaderSize(bytes);
    if (headerSize === null || bytes.length < headerSize + TAG_SIZE) return refused('malformed');
    const view = viewOf(bytes);
    if (view.getUint32(8) !== this.#ssrc) return refused('unknown-ssrc');
    const index = estimateIndex(view.getUint16(2), this.#window.highest);
    const judged = this.#window.judge(index);
    if (judged !== 'new') return refused(judged);
    const body = this.#cipher.open(bytes, headerSize, rolloverCounterOf(index));
    if (body === null) return refused('not-authentic');
    this.#window.mark(index);
    const packet = rtpPacketOf(bytes, body);
    return packet === null ? refused('malformed') : { type: 'opened', index, packet };
  }
}

/** Opens the RTCP of one SSRC. */
export class SrtcpReceiver {
  readonly #cipher: RtcpCipher;
  readonly #ssrc: number;
  readonly #window = new ReplayWindow(0);

  constructor(options: { readonly key: SessionKey; readonly ssrc: number }) {
    this.#cipher = new RtcpCipher(options.key);
    this.#ssrc = options.ssrc;
  }

  open(bytes: Uint8Array): OpenedRtcp {
    if (bytes.length < RTCP_CLEAR_SIZE + TAG_SIZE + RTCP_INDEX_SIZE) return refused('malformed');
    if (viewOf(bytes).getUint32(4) !== this.#ssrc) return refused('unknown-ssrc');
    const index = rtcpIndexOf(bytes);
    const judged = this.#window.judge(index);
    if (judged !== 'new') return refused(judged);
    const compound = this.#cipher.open(bytes);
    if (compound === null) return refused('not-authentic');
    this.#window.mark(index);
    return { type: 'opened', compound };
  }
}

const refused = (reason: SrtpRefusal) => ({ type: 'refused', reason }) as const;
