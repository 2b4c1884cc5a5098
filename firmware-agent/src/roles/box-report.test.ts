import type { BoxReport } from '@seatmatrix/protocol/domain';
import { milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { describe, expect, test } from 'vitest';
import { bitsPerSecond, framesPerSecond, RepeatedReport } from './box-report.ts';

const still: BoxReport = {
  type: 'box-report',
  mode: { width: 1920, height: 1080, rate: 60 },
  capture: 'signal',
  codec: 'h264',
  framesPerSecond: 0,
  bitsPerSecond: 0,
  engine: 'x264enc',
  refused: 0,
  reception: { loss: 0, jitter: 1 },
  delay: 12,
  temperature: 50,
  temperatureLimit: 90,
  load: 0.1,
  memory: { used: 100, total: 1000 },
  uptime: 60,
  identifySigns: ['screen'],
  firmware: '1.0.0',
};

function reporting() {
  const clock = new VirtualClock();
  const said: BoxReport[] = [];
  const elapsed: number[] = [];
  const box = { now: still };
  const reports = new RepeatedReport({
    clock,
    measure: (since) => {
      elapsed.push(since);
      return box.now;
    },
    say: (report) => void said.push(report),
  });
  return { clock, said, elapsed, box, reports };
}

test('a report is said at once, and a box whose figures stay is quiet for a minute', async () => {
  const { clock, said, reports } = reporting();
  reports.start();
  await clock.advance(seconds(59));
  expect(said).toHaveLength(1);
  await clock.advance(seconds(1));
  expect(said).toHaveLength(2);
});

test('every look measures the time since the one before, a second at least', async () => {
  const { clock, elapsed, reports } = reporting();
  await clock.advance(milliseconds(500));
  reports.start();
  await clock.advance(seconds(12));
  expect(elapsed).toEqual([1000, 5000, 5000]);
  reports.start();
  expect(elapsed.at(-1)).toBe(2000);
});

test('figures that change all the time are said every five seconds, not oftener', async () => {
  const { clock, said, box, reports } = reporting();
  reports.start();
  for (let second = 1; second <= 60; second++) {
    box.now = { ...still, framesPerSecond: second % 2 === 0 ? 60 : 20, delay: second * 7 };
    await clock.advance(seconds(1));
  }
  expect(said.length).toBeLessThanOrEqual(13);
  expect(said.length).toBeGreaterThan(10);
});

test('nothing is said after the end, and a new start says all of it again', async () => {
  const { clock, said, box, reports } = reporting();
  reports.start();
  reports.stop();
  box.now = { ...still, framesPerSecond: 60 };
  await clock.advance(seconds(300));
  expect(said).toHaveLength(1);
  reports.start();
  expect(said.at(-1)?.framesPerSecond).toBe(60);
});

describe('noise', () => {
  const isSaid = async (before: Partial<BoxReport>, now: Partial<BoxReport>) => {
    const { clock, said, box, reports } = reporting();
    box.now = { ...still, ...before };
    reports.start();
    box.now = { ...still, ...now };
    await clock.advance(seconds(5));
    return said.length === 2;
  };

  test.each<[Partial<BoxReport>, Partial<BoxReport>]>([
    [{ framesPerSecond: 60 }, { framesPerSecond: 58 }],
    [{ bitsPerSecond: 8_000_000 }, { bitsPerSecond: 8_900_000 }],
    [{ reception: { loss: 0, jitter: 1 } }, { reception: { loss: 0.001, jitter: 2.5 } }],
    [{ delay: 12 }, { delay: 14 }],
    [{ temperature: 50 }, { temperature: 50.9 }],
    [{ load: 0.1 }, { load: 0.2 }],
    [{ uptime: 60 }, { uptime: 65 }],
    [{ refused: 5 }, { refused: 9 }],
  ])('is not said: %j, then %j', async (before, now) => {
    expect(await isSaid(before, now)).toBe(false);
  });

  test.each<[Partial<BoxReport>, Partial<BoxReport>]>([
    [{ framesPerSecond: 0 }, { framesPerSecond: 1 }],
    [{ framesPerSecond: 1 }, { framesPerSecond: 0 }],
    [{ framesPerSecond: 60 }, { framesPerSecond: 50 }],
    [{ bitsPerSecond: null }, { bitsPerSecond: 0 }],
    [{ bitsPerSecond: 8_000_000 }, { bitsPerSecond: 2_000_000 }],
    [{ reception: { loss: 0, jitter: 1 } }, { reception: { loss: 0.01, jitter: 1 } }],
    [{ reception: { loss: 0, jitter: 1 } }, { reception: null }],
    [{ temperature: 50 }, { temperature: 51 }],
    [{ temperature: 50 }, { temperature: null }],
    [{ load: 0.1 }, { load: 0.9 }],
    [{ memory: { used: 100, total: 1000 } }, { memory: { used: 200, total: 1000 } }],
    [{ refused: 0 }, { refused: 1 }],
    [{ identifySigns: ['screen'] }, { identifySigns: ['screen', 'keyboard'] }],
    [{ mode: null }, {}],
    [{ codec: 'jpeg' }, {}],
    [{ capture: 'no-signal' }, {}],
    [{ engine: null }, {}],
  ])('is not this: %j, then %j', async (before, now) => {
    expect(await isSaid(before, now)).toBe(true);
  });
});

test('a rate that no report may have is the highest that one may', () => {
  expect(framesPerSecond(600, milliseconds(10_000))).toBe(60);
  expect(framesPerSecond(1_000_000, milliseconds(10_000))).toBe(1000);
  expect(bitsPerSecond(1_000_000, seconds(10))).toBe(800_000);
});
