import { seconds } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { expect, it } from 'vitest';
import { processLife } from './process-life.ts';

it('leaves when it has stopped, and before five seconds when it cannot stop', async () => {
  const quick = bench();
  await expect(quick.life.leave(async () => undefined, 0)).rejects.toThrow('exit 0');
  const stuck = bench();
  void stuck.life.leave(() => new Promise(() => undefined), 0);
  await expect(stuck.clock.advance(seconds(5))).rejects.toThrow('exit 1');
  expect(stuck.clock.now()).toBeLessThan(5000);
});

function bench() {
  const clock = new VirtualClock();
  const process = {
    ppid: 4711,
    env: {},
    on: () => undefined,
    // As the real one it never returns.
    exit: (code: number): never => {
      throw new RangeError(`exit ${code}`);
    },
  };
  return { clock, life: processLife(process, clock) };
}
