import type { Clock, Duration } from '@seatmatrix/protocol/kernel';
import type { Cable } from '../physical/cable.ts';

/** A loose plug: out and in again, so many times, and in at the end. Returns what stops it and leaves the cable in. */
export function flapCable({
  clock,
  cable,
  every,
  times,
}: {
  readonly clock: Clock;
  readonly cable: Cable;
  readonly every: Duration;
  readonly times: number;
}): () => void {
  let left = times * 2;
  let timer = next();
  return () => {
    timer.cancel();
    cable.plug();
  };

  function next() {
    return clock.timer({ name: 'flapping cable', after: every, fire: flap });
  }

  function flap() {
    if (cable.plugged) cable.unplug();
    else cable.plug();
    left--;
    if (left > 0) timer = next();
  }
}
