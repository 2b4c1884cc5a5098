import { type Duration, type Instant, milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import { shortDuration, shortNtpOf } from './ntp-time.ts';
import type { ReportBlock, RtcpPacket } from './rtcp-packet.ts';

/** RFC 3550 §6.4.4: how much of the difference goes into the jitter. */
const JITTER_GAIN = 1 / 16;
const LOST_MAX = 0x7f_ffff;

/**
 * More is a clock that jumped, or a viewer who says what cannot be. The manager takes no report with more than a minute in
 * it, and ends the link of the box that said it.
 */
const JITTER_MAX = seconds(60);

/** Of ticks, as reports say it. */
export const jitterOf = (ticks: number, rate: number): Duration =>
  milliseconds(Math.min(JITTER_MAX, (ticks * 1000) / rate));

/** How one SSRC's packets arrive: what RFC 3550 appendix A.3 and A.8 compute. Indices are SRTP's, so nothing wraps. */
export class ReceptionStatistics {
  readonly #ssrc: number;
  readonly #rate: number;
  #first: number | null = null;
  #highest = 0;
  #received = 0;
  #reportedExpected = 0;
  #interval = { expected: 0, lost: 0 };
  #reportedReceived = 0;
  #transit: number | null = null;
  #jitter = 0;
  #report: { readonly short: number; readonly at: Instant } | null = null;

  constructor(options: { readonly ssrc: number; readonly rate: number }) {
    this.#ssrc = options.ssrc;
    this.#rate = options.rate;
  }

  /** Every packet that was opened, once. `repaired`: it came because it was asked for, and its delay says nothing. */
  arrived(
    packet: { readonly index: number; readonly timestamp: number; readonly repaired: boolean },
    at: Instant,
  ): void {
    this.#first ??= packet.index;
    this.#first = Math.min(this.#first, packet.index);
    this.#highest = Math.max(this.#highest, packet.index);
    this.#received++;
    if (packet.repaired) return;
    const transit = (((at * this.#rate) / 1000) % 0x1_0000_0000) - packet.timestamp;
    const difference = this.#transit === null ? 0 : Math.abs((transit - this.#transit) | 0);
    this.#transit = transit;
    this.#jitter += (difference - this.#jitter) * JITTER_GAIN;
  }

  reported(report: Extract<RtcpPacket, { type: 'sender-report' }>, at: Instant): void {
    this.#report = { short: shortNtpOf(report.ntp), at };
  }

  get begun(): boolean {
    return this.#first !== null;
  }

  /** Packets between the last two blocks. */
  get interval(): { readonly expected: number; readonly lost: number } {
    return this.#interval;
  }

  get jitter(): Duration {
    return jitterOf(this.#jitter, this.#rate);
  }

  /** Packets that have not come, repairs counted as come; below 0 never, since none counts twice. */
  get lost(): number {
    return this.#expected - this.#received;
  }

  /** Null before the first packet. Every call begins a new interval for the fraction. */
  block(at: Instant): ReportBlock | null {
    if (this.#first === null) return null;
    const expected = this.#expected - this.#reportedExpected;
    const lost = expected - (this.#received - this.#reportedReceived);
    this.#interval = { expected, lost };
    this.#reportedExpected = this.#expected;
    this.#reportedReceived = this.#received;
    return {
      ssrc: this.#ssrc,
      fractionLost: expected <= 0 || lost <= 0 ? 0 : Math.min(255, Math.floor((lost * 256) / expected)),
      lost: Math.min(LOST_MAX, this.lost),
      highestSequence: this.#highest >>> 0,
      jitter: Math.floor(this.#jitter),
      lastReport: this.#report?.short ?? 0,
      delay: this.#report === null ? 0 : shortDuration(milliseconds(at - this.#report.at)),
    };
  }

  get #expected(): number {
    return this.#first === null ? 0 : this.#highest - this.#first + 1;
  }
}
