import { seconds } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { describe, expect, it } from 'vitest';
import { type OwnProcess, processLife } from './process-life.ts';

describe('the life of a process', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('ends with %s', async (signal) => {
    const { clock, ended, tell } = bench({});
    await clock.advance(seconds(60));
    expect(ended()).toBe(false);
    tell(signal);
    await clock.settle();
    expect(ended()).toBe(true);
  });

  it('ends with its supervisor’s channel, and has none to lose without a supervisor', async () => {
    const supervised = bench({ channel: {} });
    supervised.tell('disconnect');
    await supervised.clock.settle();
    expect(supervised.ended()).toBe(true);
    expect(bench({ channel: null }).hears('disconnect')).toBe(false);
  });

  it('ends when npm, which started it, is gone without a word', async () => {
    const { clock, ended, process } = bench({ env: { npm_lifecycle_event: 'start' } });
    await clock.advance(seconds(60));
    expect(ended()).toBe(false);
    process.ppid = 1;
    await clock.advance(seconds(1));
    expect(ended()).toBe(true);
  });

  it('does not care for the parent where no npm started it: a shell may go and leave it running', async () => {
    const { clock, ended, process } = bench({});
    process.ppid = 1;
    await clock.advance(seconds(60));
    expect(ended()).toBe(false);
  });

  it('leaves when it has stopped, and before five seconds when it cannot stop', async () => {
    const quick = bench({});
    const left = quick.life.leave(async () => undefined, 0);
    await expect(left).rejects.toThrow('exit 0');
    const stuck = bench({});
    void stuck.life.leave(() => new Promise(() => undefined), 0);
    await expect(stuck.clock.advance(seconds(5))).rejects.toThrow('exit 1');
    expect(stuck.clock.now()).toBeLessThan(5000);
  });
});

function bench({ channel = null, env = {} }: Partial<Pick<OwnProcess, 'channel' | 'env'>>) {
  const clock = new VirtualClock();
  const listeners = new Map<string, () => void>();
  const process = {
    ppid: 4711,
    env,
    channel,
    on: (event: string, listener: () => void) => listeners.set(event, listener),
    // As the real one it never returns.
    exit: (code: number): never => {
      throw new RangeError(`exit ${code}`);
    },
  };
  const life = processLife(process, clock);
  let ended = false;
  void life.ended.then(() => {
    ended = true;
  });
  return {
    life,
    clock,
    process,
    ended: () => ended,
    tell: (event: string) => listeners.get(event)?.(),
    hears: (event: string) => listeners.has(event),
  };
}
