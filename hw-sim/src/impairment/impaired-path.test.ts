import { seededRandom } from '@seatmatrix/protocol/kernel';
import { describe, expect, it } from 'vitest';
import { ImpairedPath, type PathFaults } from './impaired-path.ts';

/** Arrival times of a thousand datagrams of 1,000 bytes, one a millisecond. */
function travel(faults: Partial<PathFaults>): readonly { readonly sent: number; readonly at: number }[] {
  const path = new ImpairedPath(seededRandom(4));
  path.impair(faults);
  return Array.from({ length: 1000 }, (_, sent) =>
    path.arrivals(1000, sent).map((wait) => ({ sent, at: sent + wait })),
  ).flat();
}
const overtaken = (arrived: ReturnType<typeof travel>): number => {
  const order = [...arrived].sort((one, other) => one.at - other.at);
  return order.filter(({ sent }, place) => place > 0 && sent < (order[place - 1]?.sent ?? 0)).length;
};

describe('an impaired path', () => {
  it('without faults changes nothing', () => {
    expect(travel({})).toEqual(Array.from({ length: 1000 }, (_, sent) => ({ sent, at: sent })));
  });

  it.each([0.01, 0.05, 0.5])('loses %f of the datagrams', (loss) => {
    const lost = 1 - travel({ loss }).length / 1000;
    expect(lost).toBeGreaterThan(loss * 0.6);
    expect(lost).toBeLessThan(loss * 1.5);
  });

  it('doubles some', () => {
    expect(travel({ doubled: 0.2 }).length).toBeGreaterThan(1150);
  });

  it('delays all of them, within the jitter', () => {
    const waits = travel({ delayMs: 5, jitterMs: 30 }).map(({ sent, at }) => at - sent);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(5);
    expect(Math.max(...waits)).toBeLessThanOrEqual(35);
    expect(overtaken(travel({ delayMs: 5, jitterMs: 30 }))).toBeGreaterThan(200);
  });

  it('holds some back so that others overtake them', () => {
    const count = overtaken(travel({ reorder: 0.1 }));
    expect(count).toBeGreaterThan(40);
    expect(count).toBeLessThan(140);
  });

  it('lets through no more than the bandwidth, and loses what the queue cannot hold', () => {
    const arrived = travel({ bandwidth: 500_000, queue: 50_000 });
    const inTime = arrived.filter(({ at }) => at <= 1000);
    expect(inTime.length).toBeGreaterThan(490);
    expect(inTime.length).toBeLessThan(510);
    expect(Math.max(...arrived.map(({ sent, at }) => at - sent))).toBeLessThanOrEqual(101);
    expect(arrived.length).toBeLessThan(560);
  });

  it('lets nothing through a cut, and everything after it', () => {
    const path = new ImpairedPath(seededRandom(1));
    path.impair({ cut: true });
    expect(path.arrivals(10, 0)).toEqual([]);
    path.impair({ cut: false });
    expect(path.arrivals(10, 1)).toEqual([0]);
  });
});
