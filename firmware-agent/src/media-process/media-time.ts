/** RTP's clock for video: 90 kHz. */
const TICKS_A_MILLISECOND = 90n;

/** The RTP timestamp of a time in nanoseconds. */
export const mediaTimestamp = (time: bigint): number =>
  Number(BigInt.asUintN(32, (time * TICKS_A_MILLISECOND) / 1_000_000n));

/** Makes timestamps of 32 bits, which rise and wrap after 13 hours, into microseconds that rise from 0 and never stand still. */
export class TimestampUnwrap {
  readonly #rate: number;
  #last: number | null = null;
  #ticks = 0;
  #time = -1;

  /** `rate` in hertz. */
  constructor(rate = 90_000) {
    this.#rate = rate;
  }

  /** Microseconds since the first one. */
  take(timestamp: number): number {
    this.#ticks += this.#last === null ? 0 : (timestamp - this.#last) >>> 0;
    this.#last = timestamp;
    this.#time = Math.max(this.#time + 1, Math.round((this.#ticks * 1_000_000) / this.#rate));
    return this.#time;
  }
}

/** RTP's clock for Opus: 48 kHz (RFC 7587). */
export const soundTimestamp = (time: bigint): number => Number(BigInt.asUintN(32, (time * 48n) / 1_000_000n));
