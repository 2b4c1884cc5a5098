import type { PathFaults } from '@seatmatrix/hw-sim/impairment';
import type { StreamSubscription } from '../../../firmware-agent/src/rtp/stream-keys.ts';

/** When a unit was sent or shown, in milliseconds of the machine's monotonic clock, which both programs share. */
export interface Moment {
  readonly number: number;
  readonly at: number;
}

export type ToSender = { readonly type: 'impair'; readonly faults: Partial<PathFaults> } | { readonly type: 'tell' };
export type FromSender =
  | { readonly type: 'ready'; readonly port: number; readonly subscription: StreamSubscription }
  | { readonly type: 'told'; readonly moments: readonly Moment[]; readonly repairs: number };

export type ToReceiver =
  | { readonly type: 'watch'; readonly host: string; readonly port: number; readonly subscription: StreamSubscription }
  | { readonly type: 'tell' };
export type FromReceiver = {
  readonly type: 'told';
  readonly moments: readonly Moment[];
  readonly repaired: number;
  readonly wrong: number;
};

export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;
