import { expect, test } from 'vitest';
import { seconds } from './duration.ts';
import { seededRandom } from './random.ts';
import { retryDelays } from './retry-schedule.ts';

const schedule = { base: seconds(0.5), cap: seconds(30) };

const take = (count: number, random: () => number): number[] => {
  const delays = retryDelays(schedule, random);
  return Array.from({ length: count }, () => delays.next().value);
};

test('the limit doubles from the base to the cap and stays there', () => {
  expect(take(9, () => 1)).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
});

test('every wait, the first as well, is anywhere below the limit', () => {
  const first = Array.from({ length: 1000 }, (_, seed) => take(1, seededRandom(seed))[0] ?? -1);
  expect(Math.min(...first)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...first)).toBeLessThan(500);
  expect(Math.min(...first)).toBeLessThan(25);
  expect(Math.max(...first)).toBeGreaterThan(475);
});

test('a seed gives the same waits again', () => {
  expect(take(20, seededRandom(7))).toEqual(take(20, seededRandom(7)));
  expect(take(20, seededRandom(7))).not.toEqual(take(20, seededRandom(8)));
});
