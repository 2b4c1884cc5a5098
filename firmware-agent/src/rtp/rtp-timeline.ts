import type { StreamPlace } from '@seatmatrix/protocol/domain';

/** Turns RTP times of 32 bits into microseconds of the sender's clock, from the place that a subscription names. */
export class RtpTimeline {
  readonly #rate: number;
  readonly #start: number;
  #ticks = 0;
  #last: number;

  constructor(place: Pick<StreamPlace, 'timestamp' | 'time'>, rate: number) {
    this.#rate = rate;
    this.#start = place.time;
    this.#last = place.timestamp;
  }

  /** The nearer of both ways round from the last one, so each call may be half a turn away: 6.6 hours at 90 kHz. */
  timeOf(timestamp: number): number {
    this.#ticks += (timestamp - this.#last) | 0;
    this.#last = timestamp;
    return this.#start + Math.round((this.#ticks * 1_000_000) / this.#rate);
  }
}
