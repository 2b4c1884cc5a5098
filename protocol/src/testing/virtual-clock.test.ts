import { describe, expect, test } from 'vitest';
import { milliseconds, seconds } from '../kernel/index.ts';
import { VirtualClock } from './virtual-clock.ts';

function setUp() {
  const clock = new VirtualClock(new Date('2026-01-01T00:00:00Z'));
  const fired: string[] = [];
  const timer = (name: string, after: number, then: () => void = () => undefined) =>
    clock.timer({
      name,
      after: milliseconds(after),
      fire: () => {
        fired.push(`${name} at ${clock.now()}`);
        then();
      },
    });
  return { clock, fired, timer };
}

describe('virtual time', () => {
  test('stands still by itself', async () => {
    const { clock, fired, timer } = setUp();
    timer('one', 0);
    await clock.settle();
    expect(fired).toEqual([]);
    expect(clock.now()).toBe(0);
    await clock.advance(milliseconds(0));
    expect(fired).toEqual(['one at 0']);
  });

  test('fires timers in the order of their times, and of their making where those are equal', async () => {
    const { clock, fired, timer } = setUp();
    timer('late', 20);
    timer('first', 10);
    timer('second', 10);
    await clock.advance(milliseconds(15));
    expect(fired).toEqual(['first at 10', 'second at 10']);
    expect(clock.now()).toBe(15);
    await clock.advance(milliseconds(5));
    expect(fired.at(-1)).toBe('late at 20');
  });

  test('fires timers that are made while it moves', async () => {
    const { clock, fired, timer } = setUp();
    timer('outer', 10, () => timer('inner', 5));
    await clock.advance(milliseconds(30));
    expect(fired).toEqual(['outer at 10', 'inner at 15']);
  });

  test('lets promises run between two timers', async () => {
    const { clock, fired, timer } = setUp();
    timer(
      'one',
      10,
      () =>
        void Promise.resolve()
          .then(() => Promise.resolve())
          .then(() => timer('made by a promise', 5)),
    );
    timer('two', 20);
    await clock.advance(milliseconds(30));
    expect(fired).toEqual(['one at 10', 'made by a promise at 15', 'two at 20']);
  });

  test('forgets timers that were cancelled, however often', async () => {
    const { clock, fired, timer } = setUp();
    const one = timer('one', 10);
    one.cancel();
    one.cancel();
    await clock.advance(seconds(1));
    one.cancel();
    expect(fired).toEqual([]);
  });

  test('stands still while work outside of it goes on', async () => {
    const { clock, fired, timer } = setUp();
    let finish: () => void = () => undefined;
    timer('starts work', 10, () => {
      void clock
        .outside(
          new Promise<void>((resolve) => {
            finish = resolve;
          }),
        )
        .then(() => fired.push(`work done at ${clock.now()}`));
      setImmediate(() => setImmediate(() => finish()));
    });
    timer('next', 11);
    await clock.advance(milliseconds(20));
    expect(fired).toEqual(['starts work at 10', 'work done at 10', 'next at 11']);
  });

  test('has a wall clock that moves with it', async () => {
    const { clock } = setUp();
    await clock.advance(seconds(90));
    expect(clock.wall().toISOString()).toBe('2026-01-01T00:01:30.000Z');
  });
});

describe('waiting for a condition', () => {
  test('goes from timer to timer until it holds, and no further', async () => {
    const { clock, fired, timer } = setUp();
    timer('one', 10);
    timer('two', 20);
    timer('three', 30);
    await clock.until(() => fired.length === 2, { what: 'two timers', within: seconds(1) });
    expect(clock.now()).toBe(20);
  });

  test('fails with what it waited for and the timers that still wait', async () => {
    const { clock, timer } = setUp();
    timer('heartbeat', 5000);
    await expect(clock.until(() => false, { what: 'a picture', within: seconds(2) })).rejects.toMatchObject({
      code: 'invariant-broken',
      message: 'waited 2000 ms for a picture; timers: heartbeat',
    });
  });
});
