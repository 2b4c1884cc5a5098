import { type Duration, type Instant, milliseconds } from '@seatmatrix/protocol/kernel';

/** RFC 3550 §4: seconds and their fraction, 32 bits each. */
export interface NtpTime {
  readonly seconds: number;
  readonly fraction: number;
}

const FRACTION = 0x1_0000_0000;
/** Ticks a second of the middle 32 bits. */
const SHORT = 0x1_0000;

/**
 * Of the monotonic clock: RFC 3550 lets a sender without wall time use the time since it began, and a clock that is set
 * in the middle of a session would make the round trip jump.
 */
export function ntpTimeOf(at: Instant): NtpTime {
  const seconds = Math.floor(at / 1000);
  return { seconds: seconds >>> 0, fraction: Math.floor(((at - seconds * 1000) / 1000) * FRACTION) };
}

/** The middle 32 bits, as reports repeat them. */
export const shortNtpOf = ({ seconds, fraction }: NtpTime): number => ((seconds << 16) | (fraction >>> 16)) >>> 0;

/** A length of time in 1/65536 s, as reports say it. */
export const shortDuration = (duration: Duration): number => Math.round((duration * SHORT) / 1000) >>> 0;

/**
 * RFC 3550 §6.4.1: from what the other side repeated of our time, and how long it kept it. Null when it has heard of
 * none yet, or says something that cannot be.
 */
export function roundTripOf(now: Instant, said: { readonly last: number; readonly delay: number }): Duration | null {
  if (said.last === 0) return null;
  const ticks = (shortNtpOf(ntpTimeOf(now)) - said.last - said.delay) | 0;
  // One tick is rounding; a minute is another clock's time.
  return ticks < -1 || ticks > 60 * SHORT ? null : milliseconds((Math.max(0, ticks) * 1000) / SHORT);
}
