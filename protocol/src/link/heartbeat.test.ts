import { expect, test } from 'vitest';
import { milliseconds, seconds } from '../kernel/index.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { runHeartbeat } from './heartbeat.ts';

function beating() {
  const clock = new VirtualClock();
  const pings: number[] = [];
  const silences: number[] = [];
  const heartbeat = runHeartbeat({
    clock,
    name: 'test',
    ping: () => pings.push(clock.now()),
    silent: () => silences.push(clock.now()),
  });
  return { clock, heartbeat, pings, silences };
}

test('a side that says nothing else pings every second', async () => {
  const { clock, heartbeat, pings } = beating();
  for (let count = 0; count < 4; count++) {
    heartbeat.heard();
    await clock.advance(seconds(1));
  }
  expect(pings).toEqual([1000, 2000, 3000, 4000]);
});

test('a side that says something else pings only once it has been quiet for a second', async () => {
  const { clock, heartbeat, pings } = beating();
  for (let count = 0; count < 10; count++) {
    await clock.advance(milliseconds(400));
    heartbeat.heard();
    heartbeat.said();
  }
  expect(pings).toEqual([]);
  await clock.advance(seconds(1));
  expect(pings).toEqual([5000]);
});

test('what is said does not count as heard', async () => {
  const { clock, heartbeat, silences } = beating();
  for (let count = 0; count < 10; count++) {
    await clock.advance(milliseconds(400));
    heartbeat.said();
  }
  expect(silences).toEqual([3000]);
});

test('nothing comes of it once it is stopped', async () => {
  const { clock, heartbeat, pings, silences } = beating();
  heartbeat.stop();
  await clock.advance(seconds(10));
  expect([pings, silences]).toEqual([[], []]);
});
