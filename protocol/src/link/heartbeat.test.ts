import { expect, test } from 'vitest';
import { instant, milliseconds, seconds } from '../kernel/index.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { CONTROL_PACE, heartbeatStart, heartbeatStep, type Pace, PEER_PACE, runHeartbeat } from './heartbeat.ts';

function beating(pace: Pace = CONTROL_PACE) {
  const clock = new VirtualClock();
  const pings: number[] = [];
  const silences: number[] = [];
  const heartbeat = runHeartbeat({
    clock,
    name: 'test',
    pace,
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

test('between boxes a stall of just under a second ends no link, and one of a second and a ping does', async () => {
  const { clock, heartbeat, silences } = beating(PEER_PACE);
  await clock.advance(milliseconds(200));
  heartbeat.heard();
  // The next ping would have come 200 ms later and is held up with everything after it.
  await clock.advance(milliseconds(200 + 990));
  expect(silences).toEqual([]);
  heartbeat.heard();
  await clock.advance(PEER_PACE.silence);
  expect(silences).toHaveLength(1);
});

test('a process that stalled itself reads what waits in the socket before it judges the other side', () => {
  let state = heartbeatStart(instant(0), PEER_PACE);
  const late = heartbeatStep(state, instant(5000));
  expect(late.out).toEqual([{ type: 'wake', at: 5000 }]);
  state = late.state;
  const next = heartbeatStep(state, instant(5000));
  expect(next.out).toEqual([{ type: 'ping' }, { type: 'wake', at: 5100 }]);
  expect(heartbeatStep(next.state, instant(5100)).out).toEqual([{ type: 'silent' }]);
  expect(heartbeatStep({ ...next.state, heard: instant(5050) }, instant(5100)).out).not.toContainEqual({
    type: 'silent',
  });
});
