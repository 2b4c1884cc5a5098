import { type Instant, instant, seconds } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AttemptTable, sourceOf } from './attempt-table.ts';
import { type Attempts, throttleStep } from './throttle.ts';

/** Guesses again at the first moment that it may, and tells how long each wait was. */
function waitsOfAnEagerGuesser(guesses: number): number[] {
  let state: Attempts | null = null;
  let now = 0;
  const waits: number[] = [];
  for (let guess = 0; guess < guesses; guess += 1) {
    let waited = 0;
    while (true) {
      const stepped: ReturnType<typeof throttleStep> = throttleStep(state, { type: 'attempt', at: instant(now) });
      state = stepped.state;
      const refused = stepped.out.find((each) => each.type === 'refused');
      if (refused === undefined) break;
      waited += refused.wait;
      now += refused.wait;
    }
    waits.push(waited / 1000);
  }
  return waits;
}

describe('the throttle', () => {
  test('gives five attempts free, then a second that doubles up to a quarter of an hour', () => {
    expect(waitsOfAnEagerGuesser(18)).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
  });

  test('admits fewer than 120 guesses in any day, however they are spread', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3_600_000 }), { maxLength: 400 }), (pauses) => {
        let state: Attempts | null = null;
        let now = 0;
        const admitted: number[] = [];
        for (const pause of pauses) {
          now += pause;
          const stepped: ReturnType<typeof throttleStep> = throttleStep(state, { type: 'attempt', at: instant(now) });
          state = stepped.state;
          if (stepped.out.some((each) => each.type === 'admitted')) admitted.push(now);
        }
        for (const start of admitted) {
          const inDay = admitted.filter((at) => at >= start && at < start + 86_400_000);
          expect(inDay.length).toBeLessThan(120);
        }
      }),
    );
  });

  test('forgets after a day of quiet', () => {
    let state: Attempts | null = null;
    for (let guess = 0; guess < 5; guess += 1) state = throttleStep(state, { type: 'attempt', at: instant(0) }).state;
    const tomorrow = instant(25 * 3_600_000) as Instant;
    expect(throttleStep(state, { type: 'attempt', at: tomorrow }).state?.count).toBe(1);
  });
});

describe('the table of attempts', () => {
  test('keeps sources apart: guessing over the network never slows down a desk', () => {
    const table = new AttemptTable(new VirtualClock());
    for (let guess = 0; guess < 1000; guess += 1) table.admit({ account: 'hxfj', from: '10.0.0.9' });
    expect(table.admit({ account: 'hxfj', from: '10.0.0.9' })).not.toBeNull();
    expect(table.admit({ account: 'hxfj', from: 'osd:desk-1' })).toBeNull();
    expect(table.admit({ account: 'other', from: '10.0.0.9' })).toBeNull();
  });

  test('starts anew after a right password', async () => {
    const clock = new VirtualClock();
    const table = new AttemptTable(clock);
    const origin = { account: 'hxfj', from: 'osd:desk-1' };
    for (let guess = 0; guess < 5; guess += 1) expect(table.admit(origin)).toBeNull();
    expect(table.admit(origin)).toEqual({ wait: 1000, first: true });
    expect(table.admit(origin)).toEqual({ wait: 1000, first: false });
    await clock.advance(seconds(1));
    expect(table.admit(origin)).toBeNull();
    table.succeeded(origin);
    for (let guess = 0; guess < 5; guess += 1) expect(table.admit(origin)).toBeNull();
  });

  test('a guesser is not forgotten for a flood of names that he makes up', () => {
    const table = new AttemptTable(new VirtualClock());
    const guess = () => table.admit({ account: 'hxfj', from: '192.0.2.1' });
    for (let tries = 0; tries < 4; tries += 1) expect(guess()).toBeNull();
    for (let name = 0; name < 20_001; name += 1) table.admit({ account: `made-up-${name}`, from: '192.0.2.1' });
    expect(guess()).toBeNull();
    expect(guess()).not.toBeNull();
  });

  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:aaaa::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:bbbb:cccc:dddd:eeee', '2001:db8:1:2::/64'],
    ['2001:0db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['osd:desk-1', 'osd:desk-1'],
  ])('counts %s as %s', (from, source) => {
    expect(sourceOf(from)).toBe(source);
  });
});
