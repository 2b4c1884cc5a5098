import type { AccessUnit } from '@seatmatrix/protocol/domain';
import type { Clock, Duration } from '@seatmatrix/protocol/kernel';
import type { Behaviour } from './behaviour.ts';

/** A small box with a large picture: every unit takes so long before it is on the screen. */
export const slowDecoder =
  ({ clock, takes }: { readonly clock: Clock; readonly takes: Duration }): Behaviour<AccessUnit> =>
  (unit, next) =>
    void clock.timer({ name: 'slow decoder', after: takes, fire: () => next(unit) });
