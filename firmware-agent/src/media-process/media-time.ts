/** RTP's clock for video: 90 kHz. */
const TICKS_A_MILLISECOND = 90n;

/** The RTP timestamp of a time in nanoseconds. */
export const mediaTimestamp = (time: bigint): number =>
  Number(BigInt.asUintN(32, (time * TICKS_A_MILLISECOND) / 1_000_000n));

/** Makes timestamps of 32 bits, which rise and wrap after 13 hours, into microseconds that rise from 0 and never stand still. */
export class TimestampUnwrap {
  #last: number | null = null;
  #ticks = 0;
  #time = -1;

  /** Microseconds since the first one. */
  take(timestamp: number): number {
    this.#ticks += this.#last === null ? 0 : (timestamp - this.#last) >>> 0;
    this.#last = timestamp;
    this.#time = Math.max(this.#time + 1, Math.round((this.#ticks * 100) / 9));
    return this.#time;
  }
}
