/** Nanoseconds of the player, and the packet that they belong to. */
export interface SoundTime {
  readonly ssrc: number;
  readonly timestamp: number;
  readonly at: bigint;
  /** False for what comes too late to be played. */
  readonly play: boolean;
}

/** How much later than it came a first packet is played: later packets may be late by so much. */
const DELAY = 40_000_000n;

/** Two clocks drift apart, and a stream pauses: beyond this it begins anew. */
const AHEAD_MAX = 150_000_000n;

const NANOSECONDS_A_TICK = 1_000_000_000 / 48_000;

/** When the next packet is to be played. `now` in nanoseconds since the player began, the timestamp of 48 kHz. */
export function packetTime(
  last: SoundTime | null,
  { now, timestamp, ssrc }: { readonly now: bigint; readonly timestamp: number; readonly ssrc: number },
): SoundTime {
  const anew = { ssrc, timestamp, at: now + DELAY, play: true };
  if (last === null || last.ssrc !== ssrc) return anew;
  const ticks = (timestamp - last.timestamp) | 0;
  const at = last.at + BigInt(Math.round(ticks * NANOSECONDS_A_TICK));
  if (ticks <= 0) return { ...last, play: false };
  // Late: it was missed, and so is what follows at this distance; the stream is put behind.
  if (at < now) return anew;
  return at - now > AHEAD_MAX ? anew : { ssrc, timestamp, at, play: true };
}
