import { Fault } from '@seatmatrix/protocol/kernel';
import { decodeRtcp } from './rtcp-decoder.ts';
import type { RtcpPacket } from './rtcp-packet.ts';
import type { SrtpRefusal } from './srtp-receiver.ts';

/** How many datagrams were thrown away, by reason. */
export type RefusalCounts = Readonly<Record<SrtpRefusal, number>>;

export class RefusalCounter {
  readonly #counts: Record<SrtpRefusal, number> = {
    malformed: 0,
    'unknown-ssrc': 0,
    old: 0,
    replay: 0,
    'not-authentic': 0,
  };

  get counts(): RefusalCounts {
    return { ...this.#counts };
  }

  count(reason: SrtpRefusal): void {
    this.#counts[reason]++;
  }

  /** The compound's packets; none, and counted, when it is malformed. */
  decode(compound: Uint8Array): readonly RtcpPacket[] {
    try {
      return decodeRtcp(compound);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.count('malformed');
      return [];
    }
  }
}
