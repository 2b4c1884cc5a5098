import { between, type Duration, type Instant, milliseconds } from '@seatmatrix/protocol/kernel';
import { roundTripOf } from './ntp-time.ts';
import { jitterOf } from './reception-statistics.ts';
import type { ReportBlock } from './rtcp-packet.ts';
import { deriveSessionKeys } from './srtp-key-derivation.ts';
import { type OpenedRtcp, SrtcpReceiver } from './srtp-receiver.ts';
import { type FeedbackKeys, VIDEO_RATE } from './stream-keys.ts';

/** What a viewer's last report says of the picture. */
export interface ViewerReport {
  /** 0–1, of the packets since the report before. */
  readonly loss: number;
  /** Packets since it joined that never came, repairs counted as come. */
  readonly lost: number;
  readonly jitter: Duration;
  /** Null until it has repeated one of our times. */
  readonly roundTrip: Duration | null;
}

/**
 * Packets sent again to one viewer: a burst that was lost as a whole, and then as many a second as five times the loss
 * that a desk can be worked with. Somebody who asks for more only hurts himself.
 */
const REPAIRS_BURST = 512;
const REPAIRS_A_SECOND = 1000;

/** Answers to reference times, however often somebody asks. */
const ANSWER_INTERVAL = milliseconds(50);

/** One viewer of a stream, on the sending side. */
export class StreamViewer {
  readonly keys: FeedbackKeys;
  readonly #srtcp: SrtcpReceiver;
  #report: ViewerReport | null = null;
  #repairs = REPAIRS_BURST;
  #refilled: Instant;
  #answered: Instant | null = null;

  constructor(keys: FeedbackKeys, at: Instant) {
    this.keys = keys;
    this.#srtcp = new SrtcpReceiver({ key: deriveSessionKeys(keys).rtcp, ssrc: keys.ssrc });
    this.#refilled = at;
  }

  get report(): ViewerReport | null {
    return this.#report;
  }

  open(bytes: Uint8Array): OpenedRtcp {
    return this.#srtcp.open(bytes);
  }

  reported(block: ReportBlock, at: Instant): void {
    this.#report = {
      loss: block.fractionLost / 256,
      lost: block.lost,
      jitter: jitterOf(block.jitter, VIDEO_RATE),
      roundTrip: roundTripOf(at, { last: block.lastReport, delay: block.delay }) ?? this.#report?.roundTrip ?? null,
    };
  }

  /** Takes one repair from what it may have; false when it has had too many. */
  mayRepair(at: Instant): boolean {
    const grown = this.#repairs + (between(this.#refilled, at) * REPAIRS_A_SECOND) / 1000;
    this.#repairs = Math.min(REPAIRS_BURST, grown);
    this.#refilled = at;
    if (this.#repairs < 1) return false;
    this.#repairs--;
    return true;
  }

  mayAnswer(at: Instant): boolean {
    if (this.#answered !== null && between(this.#answered, at) < ANSWER_INTERVAL) return false;
    this.#answered = at;
    return true;
  }
}
