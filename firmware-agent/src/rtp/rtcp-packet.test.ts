import { Fault, type Instant, instant, milliseconds } from '@seatmatrix/protocol/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ntpTimeOf, roundTripOf, shortDuration, shortNtpOf } from './ntp-time.ts';
import { decodeRtcp } from './rtcp-decoder.ts';
import { encodeRtcp } from './rtcp-encoder.ts';
import type { ReportBlock, RtcpPacket } from './rtcp-packet.ts';

const number32 = fc.nat(0xffff_ffff);
const ntp = fc.record({ seconds: number32, fraction: number32 });
const block: fc.Arbitrary<ReportBlock> = fc.record({
  ssrc: number32,
  fractionLost: fc.nat(255),
  lost: fc.integer({ min: -0x80_0000, max: 0x7f_ffff }),
  highestSequence: number32,
  jitter: number32,
  lastReport: number32,
  delay: number32,
});
const blocks = fc.array(block, { maxLength: 3 });
const type = <Type extends string>(value: Type) => fc.constant(value);

const arbitraryRtcp: fc.Arbitrary<RtcpPacket> = fc.oneof(
  fc.record({
    type: type('sender-report'),
    ssrc: number32,
    ntp,
    timestamp: number32,
    packets: number32,
    octets: number32,
    blocks,
  }),
  fc.record({ type: type('receiver-report'), ssrc: number32, blocks }),
  fc.record({ type: type('source-description'), ssrc: number32, canonicalName: fc.stringMatching(/^[a-zé]{0,20}$/) }),
  fc.record({ type: type('goodbye'), ssrcs: fc.array(number32, { maxLength: 4 }) }),
  fc.record({ type: type('picture-loss'), sender: number32, media: number32 }),
  fc.record({
    type: type('missing-packets'),
    sender: number32,
    media: number32,
    sequences: fc.uniqueArray(fc.nat(0xffff), { maxLength: 40 }).map((each) => each.sort((a, b) => a - b)),
  }),
  fc.record({ type: type('reference-time'), ssrc: number32, ntp }),
  fc.record({
    type: type('reference-answer'),
    ssrc: number32,
    answers: fc.array(fc.record({ ssrc: number32, lastReference: number32, delay: number32 }), { maxLength: 3 }),
  }),
);

describe('RTCP', () => {
  it('comes back as it was, packet by packet and in compounds', () => {
    fc.assert(
      fc.property(fc.array(arbitraryRtcp, { minLength: 1, maxLength: 4 }), (packets) => {
        expect(decodeRtcp(encodeRtcp(packets))).toEqual(packets);
      }),
    );
  });

  it('says what RFC 4585 §6 draws', () => {
    expect([...encodeRtcp([{ type: 'picture-loss', sender: 1, media: 2 }])]).toEqual([
      0x81, 206, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2,
    ]);
    const missing = { type: 'missing-packets', sender: 1, media: 2, sequences: [65_535, 0, 15, 16] } as const;
    expect([...encodeRtcp([missing])]).toEqual([
      0x81, 205, 0, 4, 0, 0, 0, 1, 0, 0, 0, 2, 0xff, 0xff, 0x80, 0x01, 0, 16, 0, 0,
    ]);
  });

  it('passes over types, formats and blocks that it does not know', () => {
    const unknown = [0x80, 204, 0, 1, 0, 0, 0, 1];
    const otherFormat = [0x8f, 206, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2];
    const otherBlock = [0x80, 207, 0, 3, 0, 0, 0, 1, 7, 0, 0, 1, 0, 0, 0, 0];
    const goodbye = encodeRtcp([{ type: 'goodbye', ssrcs: [3] }]);
    expect(decodeRtcp(Uint8Array.from([...unknown, ...otherFormat, ...otherBlock, ...goodbye]))).toEqual([
      { type: 'goodbye', ssrcs: [3] },
    ]);
  });

  it('reads a padded compound', () => {
    const padded = [0xa1, 206, 0, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 4];
    expect(decodeRtcp(Uint8Array.from(padded))).toEqual([{ type: 'picture-loss', sender: 1, media: 2 }]);
  });

  it.each([
    ['empty', []],
    ['shorter than a header', [0x80, 201, 0]],
    ['of another version', [0x40, 201, 0, 1, 0, 0, 0, 1]],
    ['longer than it is', [0x80, 201, 0, 9, 0, 0, 0, 1]],
    ['a report without its blocks', [0x82, 201, 0, 1, 0, 0, 0, 1]],
    ['a sender report without its sender', [0x80, 200, 0, 1, 0, 0, 0, 1]],
    ['feedback without a medium', [0x81, 206, 0, 1, 0, 0, 0, 1]],
    ['padding in the middle', [0xa0, 201, 0, 1, 0, 0, 0, 4, 0x80, 201, 0, 1, 0, 0, 0, 1]],
    ['padding beyond the packet', [0xa0, 201, 0, 1, 0, 0, 0, 200]],
    ['an item that runs over', [0x81, 202, 0, 2, 0, 0, 0, 1, 1, 9, 1, 1]],
    ['a chunk without an end', [0x81, 202, 0, 2, 0, 0, 0, 1, 1, 2, 1, 1]],
    ['a block that runs over', [0x80, 207, 0, 2, 0, 0, 0, 1, 4, 0, 0, 2]],
    ['half an answer', [0x80, 207, 0, 3, 0, 0, 0, 1, 5, 0, 0, 1, 0, 0, 0, 0]],
    ['longer than a datagram', new Array(1504).fill(0x80)],
  ])('%s is a typed fault', (_name, bytes) => {
    expect(() => decodeRtcp(Uint8Array.from(bytes))).toThrow(expect.objectContaining({ code: 'rtp-malformed' }));
  });

  it('answers mutated compounds with packets or typed faults', () => {
    const change = fc.record({ at: fc.nat(200), to: fc.nat(255) });
    fc.assert(
      fc.property(
        fc.array(arbitraryRtcp, { minLength: 1, maxLength: 3 }),
        fc.array(change, { maxLength: 6 }),
        fc.nat(200),
        (packets, changes, cut) => {
          const bytes = encodeRtcp(packets).slice(0, cut);
          for (const { at, to } of changes) if (at < bytes.length) bytes[at] = to;
          try {
            decodeRtcp(bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(Fault);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('the round trip', () => {
  const repeat = (at: Instant, kept: number) => ({
    last: shortNtpOf(ntpTimeOf(at)),
    delay: shortDuration(milliseconds(kept)),
  });

  it.each([
    ['a millisecond', 5000, 5021, 20, 1],
    ['a third of a second', 70_000_000.5, 70_001_333.5, 1000, 333],
    ['nothing', 5000, 5020, 20, 0],
  ])('is %s', (_name, sent, now, kept, expected) => {
    expect(roundTripOf(instant(now), repeat(instant(sent), kept))).toBeCloseTo(expected, 1);
  });

  it.each([
    ['nothing was heard yet', { last: 0, delay: 0 }],
    ['it was kept longer than it is old', repeat(instant(5000), 500)],
    ['it is from an hour ago', repeat(instant(1400), 0)],
  ])('is not known when %s', (_name, said) => {
    expect(roundTripOf(instant(said.delay === 0 ? 3_600_000 : 5100), said)).toBeNull();
  });
});
