import { setImmediate } from 'node:timers/promises';
import { after, type Clock, milliseconds } from '@seatmatrix/protocol/kernel';

/** Heartbeats, keys of browser consoles and other pages wait no longer than this for somebody's ten thousand rows. */
const SLICE = milliseconds(20);

/** Does long work step by step, and lets everything else have its turn in between. */
export async function inSlices<Value>(work: Generator<undefined, Value>, clock: Clock): Promise<Value> {
  let until = after(clock.now(), SLICE);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (clock.now() < until) continue;
    await clock.outside(setImmediate());
    until = after(clock.now(), SLICE);
  }
}
