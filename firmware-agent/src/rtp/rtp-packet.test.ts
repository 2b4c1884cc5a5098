import { Fault } from '@seatmatrix/protocol/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FRAME_MAX, frameRtp, frameRtpPackets, RtpUnframer } from './rtp-framing.ts';
import { decodeRtp, encodeRtp, isRtcp, type RtpPacket } from './rtp-packet.ts';

const arbitraryPacket: fc.Arbitrary<RtpPacket> = fc.record({
  payloadType: fc.nat(127),
  marker: fc.boolean(),
  sequence: fc.nat(0xffff),
  timestamp: fc.nat(0xffff_ffff),
  ssrc: fc.nat(0xffff_ffff),
  payload: fc.uint8Array({ maxLength: 60 }),
});

describe('an RTP packet', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(arbitraryPacket, (packet) => {
        expect(decodeRtp(encodeRtp(packet))).toEqual(packet);
      }),
    );
  });

  it.each([
    ['two CSRCs', [0x82, 96, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 1, 1, 1, 1, 2, 2, 2, 2, 9, 8], [9, 8]],
    ['an extension', [0x90, 96, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0xbe, 0xde, 0, 1, 4, 4, 4, 4, 9, 8], [9, 8]],
    ['an empty extension', [0x90, 96, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0xbe, 0xde, 0, 0, 9], [9]],
    ['padding', [0xa0, 96, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 9, 8, 0, 2], [9, 8]],
    ['padding alone', [0xa0, 96, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 1], []],
  ])('is read with %s', (_name, bytes, payload) => {
    const packet = decodeRtp(Uint8Array.from(bytes));
    expect(packet).toMatchObject({ payloadType: 96, marker: false, sequence: 1, timestamp: 2, ssrc: 3 });
    expect([...packet.payload]).toEqual(payload);
  });

  it.each([
    ['too short', [0x80, 96, 0, 1, 0, 0, 0, 2, 0, 0, 0]],
    ['of another version', [0x40, 96, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3]],
    ['with CSRCs that are not there', [0x81, 96, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 1, 1]],
    ['with half an extension header', [0x90, 96, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0xbe]],
    ['with an extension that runs over', [0x90, 96, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0xbe, 0xde, 0, 9, 1]],
    ['with padding that runs over', [0xa0, 96, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 9, 8, 0, 5]],
    ['with padding of zero', [0xa0, 96, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 9, 8, 0, 0]],
    ['with padding and no body', [0xa0, 96, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3]],
  ])('%s is a typed fault', (_name, bytes) => {
    expect(() => decodeRtp(Uint8Array.from(bytes))).toThrow(expect.objectContaining({ code: 'rtp-malformed' }));
  });

  it('is told from RTCP by its second byte', () => {
    expect([200, 205, 223].map((type) => isRtcp(Uint8Array.of(0x80, type)))).toEqual([true, true, true]);
    expect([96, 96 | 0x80, 97, 224].map((type) => isRtcp(Uint8Array.of(0x80, type)))).toEqual(Array(4).fill(false));
  });

  it('answers random bytes with a packet or a typed fault', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        try {
          expect(decodeRtp(bytes).payload.length).toBeLessThanOrEqual(bytes.length - 12);
        } catch (error) {
          expect(error).toBeInstanceOf(Fault);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the framing of a byte stream', () => {
  const packets = fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 }), { maxLength: 12 });

  it('gives back the packets, however the stream is cut', () => {
    fc.assert(
      fc.property(packets, fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1 }), (sent, cuts) => {
        const bytes = frameRtpPackets(sent);
        const unframer = new RtpUnframer();
        const got: Uint8Array[] = [];
        for (let at = 0, turn = 0; at < bytes.length; turn++) {
          const size = turn > 2000 ? bytes.length : (cuts[turn % cuts.length] ?? 1);
          got.push(...unframer.push(bytes.subarray(at, at + size)));
          at += size;
        }
        expect(got.map((each) => [...each])).toEqual(sent.map((each) => [...each]));
      }),
    );
  });

  it('passes over empty frames', () => {
    expect(new RtpUnframer().push(Uint8Array.of(0, 0, 0, 1, 7, 0, 0))).toEqual([Uint8Array.of(7)]);
  });

  it('frames nothing that its length field cannot say', () => {
    expect(frameRtp(new Uint8Array(FRAME_MAX)).length).toBe(FRAME_MAX + 2);
    expect(() => frameRtp(new Uint8Array(FRAME_MAX + 1))).toThrow(expect.objectContaining({ code: 'rtp-malformed' }));
  });
});
