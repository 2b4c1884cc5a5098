import type { Clock, Log } from '@seatmatrix/protocol/kernel';
import type { Transport } from '@seatmatrix/protocol/link';
import type { ReceiverDrivers } from '../drivers/index.ts';
import type { OpenPageTranscoder } from './page-transcoder.ts';

/**
 * The virtual console of a receiver: browser pages as its keyboard, pointer and screen, beside the drivers that it
 * wraps. Give `drivers` to the receiver in the wrapped ones' place.
 */
export interface Console {
  readonly drivers: ReceiverDrivers;
  /** A page's socket. The first page controls, later ones watch. */
  accept(transport: Transport): void;
}

export interface ConsoleOptions {
  readonly drivers: ReceiverDrivers;
  readonly clock: Clock;
  readonly log: Log;
  /** For pages whose browser has no H.264; without it they show no picture of such a source. */
  readonly transcoders?: OpenPageTranscoder;
}
