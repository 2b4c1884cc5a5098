import type { CaptureState } from '@seatmatrix/protocol/domain';
import type { Clock, Duration, Timer } from '@seatmatrix/protocol/kernel';
import type { Behaviour } from './behaviour.ts';

/** HDMI links train for up to some seconds: until then there is a cable and no signal. */
export function slowHotPlug({
  clock,
  after,
}: {
  readonly clock: Clock;
  readonly after: Duration;
}): Behaviour<CaptureState> {
  let training: Timer | null = null;
  return (state, next) => {
    training?.cancel();
    training = null;
    if (state.type !== 'signal') {
      next(state);
      return;
    }
    next({ type: 'no-signal' });
    training = clock.timer({ name: 'slow hot-plug', after, fire: () => next(state) });
  };
}
