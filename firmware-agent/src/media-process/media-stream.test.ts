import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinAnnexB } from '../rtp/annex-b.ts';
import { type StreamUnit, UnitReader, UnitWriter } from './media-stream.ts';
import { mediaTimestamp, TimestampUnwrap } from './media-time.ts';

/** Bytes without a start code among them. */
const nal = (type: number, size: number): Uint8Array => new Uint8Array(size).fill(0xa5).fill(0x60 | type, 0, 1);

const keyUnit = (size: number): StreamUnit => ({
  ssrc: 7,
  timestamp: 90_000,
  codec: 'h264',
  bytes: joinAnnexB([[nal(7, 20)], [nal(8, 6)], [nal(5, size)]]),
});

describe('units on the pipe of a media process', () => {
  it.each([10, 59_999, 60_001, 400_000])('come out as they went in, with a slice of %i bytes', (size) => {
    const unit = keyUnit(size);
    expect(new UnitReader().push(new UnitWriter().frame(unit))).toEqual([{ ...unit, key: true }]);
  });

  it('come out whole however the pipe cuts them', () => {
    const units: readonly StreamUnit[] = [
      keyUnit(90_000),
      { ssrc: 7, timestamp: 93_000, codec: 'h264', bytes: joinAnnexB([[nal(1, 300)]]) },
      { ssrc: 8, timestamp: 96_000, codec: 'jpeg', bytes: new Uint8Array(130_000).fill(9) },
      { ssrc: 9, timestamp: 1, codec: 'opus', bytes: new Uint8Array(120).fill(3) },
    ];
    const writer = new UnitWriter();
    const stream = Buffer.concat(units.map((unit) => writer.frame(unit)));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 70_000 }), { minLength: 1, maxLength: 20 }), (cuts) => {
        const reader = new UnitReader();
        const read: StreamUnit[] = [];
        let at = 0;
        for (let turn = 0; at < stream.length; turn++) {
          const end = at + (cuts[turn % cuts.length] ?? 1);
          read.push(...reader.push(stream.subarray(at, end)));
          at = end;
        }
        expect(read.map(({ ssrc, timestamp, codec }) => ({ ssrc, timestamp, codec }))).toEqual(
          units.map(({ ssrc, timestamp, codec }) => ({ ssrc, timestamp, codec })),
        );
        expect(read.every((unit, index) => Buffer.compare(unit.bytes, units[index]?.bytes ?? stream) === 0)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('make no packet of bytes that are no H.264', () => {
    expect(new UnitWriter().frame({ ...keyUnit(4), bytes: new Uint8Array([1, 2, 3, 4]) })).toHaveLength(0);
  });
});

describe('the time of units', () => {
  it('is RTP time of 90 kHz', () => {
    expect(mediaTimestamp(1_000_000_000n)).toBe(90_000);
    expect(mediaTimestamp(50_000_000_000_000n)).toBe(4_500_000_000 % 2 ** 32);
  });

  it('rises over the wrap, and between two units of one time', () => {
    const unwrap = new TimestampUnwrap();
    const times = [2 ** 32 - 9000, 2 ** 32 - 9000, 0, 9000].map((timestamp) => unwrap.take(timestamp));
    expect(times).toEqual([0, 1, 100_000, 200_000]);
  });
});
