import type { MasterKey, StreamPlace } from '@seatmatrix/protocol/domain';

/**
 * One key epoch of a viewer group: everybody in it has the same keys, so that a packet is protected once. They travel on
 * the peer link. When a viewer leaves, the others get a new epoch, with new keys, SSRCs and sequence numbers.
 */
export interface StreamKeys extends MasterKey {
  readonly epoch: number;
  readonly video: StreamPlace;
  readonly sound: StreamPlace;
}

/**
 * What a viewer's RTCP is protected with. Every subscription has keys and an SSRC of its own, made by the transmitter:
 * under the group's key two viewers with one SSRC, or one that restarts and counts from 0 again, would use an
 * initialisation vector twice, and one viewer could speak for another.
 */
export interface FeedbackKeys extends MasterKey {
  readonly ssrc: number;
}

/** Everything a viewer needs. `streams` are one epoch, or two while the second is about to begin. */
export interface StreamSubscription {
  readonly streams: readonly StreamKeys[];
  readonly feedback: FeedbackKeys;
}

export const PayloadType = { h264: 96, opus: 97 } as const;

/** Ticks a second of the RTP times. */
export const VIDEO_RATE = 90_000;
export const SOUND_RATE = 48_000;
