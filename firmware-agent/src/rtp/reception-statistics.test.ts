import { instant } from '@seatmatrix/protocol/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReceptionStatistics } from './reception-statistics.ts';

const statistics = () => new ReceptionStatistics({ ssrc: 5, rate: 90_000 });
const arrive = (at: ReceptionStatistics, index: number, { sentMs = 0, gotMs = 0, repaired = false } = {}) =>
  at.arrived({ index, timestamp: (sentMs * 90) >>> 0, repaired }, instant(gotMs));

describe('the statistics of reception', () => {
  it('has nothing to say before the first packet', () => {
    expect(statistics().block(instant(0))).toBeNull();
  });

  it('says which part of an interval was lost, and what is lost in all (RFC 3550 A.3)', () => {
    const one = statistics();
    for (const index of [10, 11, 13, 14]) arrive(one, index);
    expect(one.block(instant(0))).toMatchObject({ fractionLost: 51, lost: 1, highestSequence: 14 });
    for (const index of [15, 16]) arrive(one, index);
    expect(one.block(instant(0))).toMatchObject({ fractionLost: 0, lost: 1, highestSequence: 16 });
    arrive(one, 12);
    expect(one.block(instant(0))).toMatchObject({ fractionLost: 0, lost: 0 });
  });

  it('counts the same whatever the order of arrival', () => {
    const indices = fc.uniqueArray(fc.integer({ min: 60_000, max: 70_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(indices, (order) => {
        const one = statistics();
        for (const index of order) arrive(one, index);
        const span = Math.max(...order) - Math.min(...order) + 1;
        expect(one.lost).toBe(span - order.length);
        expect(one.block(instant(0))?.highestSequence).toBe(Math.max(...order));
      }),
    );
  });

  it('settles at the mean difference of the delays (A.8), also across the wrap of the RTP time', () => {
    const one = statistics();
    const wrapMs = 0x1_0000_0000 / 90;
    for (let index = 0; index < 400; index++) {
      const sentMs = wrapMs - 1000 + index * 10;
      arrive(one, index, { sentMs, gotMs: 5_000_000 + sentMs + (index % 2) * 8 });
    }
    expect(one.jitter).toBeGreaterThan(7.9);
    expect(one.jitter).toBeLessThan(8.1);
  });

  it('takes the delay of repairs for no jitter', () => {
    const one = statistics();
    for (let index = 0; index < 50; index++) {
      arrive(one, index, {
        sentMs: index * 10,
        gotMs: index * 10 + (index % 5 === 0 ? 90 : 3),
        repaired: index % 5 === 0,
      });
    }
    expect(one.jitter).toBeLessThan(0.1);
  });

  it('repeats the last sender report and how long ago it came', () => {
    const one = statistics();
    arrive(one, 1);
    const report = { type: 'sender-report', ssrc: 5, timestamp: 0, packets: 1, octets: 1, blocks: [] } as const;
    one.reported({ ...report, ntp: { seconds: 0x0001_0002, fraction: 0x0003_0004 } }, instant(1000));
    expect(one.block(instant(1500))).toMatchObject({ lastReport: 0x0002_0003, delay: 0x8000 });
  });
});
