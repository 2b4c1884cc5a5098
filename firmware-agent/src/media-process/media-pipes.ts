import { milliseconds, seconds } from '@seatmatrix/protocol/kernel';

/** Both are pairs of unnamed sockets, as Node makes its pipes: nobody but the two processes can reach them. */
export const CONTROL_FD = 3;
/** RTP, framed by RFC 4571. */
export const MEDIA_FD = 4;

/** How often a media process says that it lives. */
export const HEARTBEAT = seconds(1);

/** Who is silent for so long hangs. */
export const SILENCE_LIMIT = seconds(4);

/** Until its first word: GStreamer looks through its plugins at a first start, which takes seconds. */
export const FIRST_WORD_LIMIT = seconds(15);

/** A process that ran for so long was well: its next end is no failure to start. */
export const WELL_AFTER = seconds(20);

/** A computer that is off for a night costs a start of Node, 0.2 s of a core, every five seconds on average. */
export const RESTART = { base: milliseconds(200), cap: seconds(10) };

/** Of a driver that opens: two processes may fail to say a word. */
export const OPEN_LIMIT = seconds(20);
