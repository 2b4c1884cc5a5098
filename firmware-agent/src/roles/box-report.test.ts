import { milliseconds } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { expect, test } from 'vitest';
import { framesPerSecond, RepeatedReport } from './box-report.ts';

test('a report is said at once and every ten seconds, each with the time since the one before, a second at least', async () => {
  const clock = new VirtualClock();
  const said: number[] = [];
  const report = new RepeatedReport({ clock, say: (elapsed) => void said.push(elapsed) });
  await clock.advance(milliseconds(500));
  report.start();
  await clock.advance(milliseconds(20_000));
  expect(said).toEqual([1000, 10_000, 10_000]);
  await clock.advance(milliseconds(2000));
  report.start();
  expect(said.at(-1)).toBe(2000);
  report.stop();
  await clock.advance(milliseconds(30_000));
  expect(said).toHaveLength(4);
});

test('a rate that no report may have is the highest that one may', () => {
  expect(framesPerSecond(600, milliseconds(10_000))).toBe(60);
  expect(framesPerSecond(1_000_000, milliseconds(10_000))).toBe(1000);
});
