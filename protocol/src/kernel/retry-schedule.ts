import { type Duration, milliseconds } from './duration.ts';
import type { Random } from './random.ts';

export interface RetrySchedule {
  readonly base: Duration;
  readonly cap: Duration;
}

/**
 * Full jitter (uniform between 0 and the growing limit), and the first wait is random as well: a thousand boxes whose
 * manager restarts come back spread out instead of in one wave.
 */
export function* retryDelays(schedule: RetrySchedule, random: Random): Generator<Duration, never> {
  let limit: number = schedule.base;
  while (true) {
    yield milliseconds(random() * limit);
    limit = Math.min(limit * 2, schedule.cap);
  }
}
