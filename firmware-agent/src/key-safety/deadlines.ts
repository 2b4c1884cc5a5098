import { milliseconds } from '@seatmatrix/protocol/kernel';

/** How often `held` is said while a key or a button is down: a stall may be so much shorter than the limit below. */
export const HELD_INTERVAL = milliseconds(100);

/**
 * A session that holds something and says nothing for so long has lost its cable. Nine of ten `held` may be late
 * (jitter of 500 ms on a bad network is common, a finger that rests for minutes too), and a stuck key lasts 1.1 s at most.
 */
export const SILENCE_LIMIT = milliseconds(1000);

/**
 * A deadline that is judged so much too late was missed by this process, not by the peer: its messages may wait in
 * the socket behind the timer, so they get this long to be read.
 */
export const STALL_GRACE = milliseconds(100);
