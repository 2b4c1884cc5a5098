import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinAnnexB, splitAnnexB } from './annex-b.ts';
import { H264Assembler } from './h264-assembler.ts';
import { PAYLOAD_MAX, packetiseH264 } from './h264-packetiser.ts';
import type { RtpPacket } from './rtp-packet.ts';

const nal = (type: number, size: number, fill = 0x55): Uint8Array => {
  const bytes = new Uint8Array(size).fill(fill);
  bytes[0] = 0x60 | type;
  return bytes;
};
const stream = (...nals: readonly Uint8Array[]): Uint8Array => joinAnnexB(nals.map((each) => [each]));
const keyUnit = (size: number): Uint8Array => stream(nal(7, 20), nal(8, 6), nal(5, size));

const packetsOf = (unit: Uint8Array, { timestamp = 1, first = 0 } = {}): readonly RtpPacket[] => {
  const payloads = packetiseH264(unit);
  return payloads.map((payload, index) => ({
    payloadType: 96,
    marker: index === payloads.length - 1,
    sequence: (first + index) & 0xffff,
    timestamp,
    ssrc: 1,
    payload,
  }));
};
const assemble = (packets: readonly RtpPacket[], assembler = new H264Assembler()) =>
  packets.flatMap((packet) => {
    const assembled = assembler.push(packet);
    return assembled.type === 'units' ? assembled.units : [];
  });

/** Bodies without zeros at their end or start codes inside, as an encoder's emulation prevention leaves them. */
const arbitraryNal = fc
  .tuple(
    fc.integer({ min: 1, max: 23 }),
    fc.integer({ min: 0, max: 3 }),
    fc.uint8Array({ minLength: 1, maxLength: 4000 }),
  )
  .map(([type, importance, body]) => Uint8Array.of((importance << 5) | type, ...body.map((byte) => byte || 1)));
const arbitraryUnit = fc.array(arbitraryNal, { minLength: 1, maxLength: 6 });

describe('Annex B', () => {
  it.each([
    [
      'short start codes',
      [0, 0, 1, 0x67, 1, 0, 0, 1, 0x68, 2],
      [
        [0x67, 1],
        [0x68, 2],
      ],
    ],
    [
      'long start codes',
      [0, 0, 0, 1, 0x67, 1, 0, 0, 0, 1, 0x68, 2],
      [
        [0x67, 1],
        [0x68, 2],
      ],
    ],
    ['zeros at the end', [0, 0, 1, 0x65, 1, 0, 0, 0], [[0x65, 1]]],
    ['rubbish before the first', [9, 9, 0, 0, 1, 0x65, 1], [[0x65, 1]]],
    ['nothing', [], []],
    ['start codes alone', [0, 0, 1, 0, 0, 1], []],
    ['no start code', [1, 2, 3], []],
  ])('is split at %s', (_name, bytes, expected) => {
    expect(splitAnnexB(Uint8Array.from(bytes)).map((each) => [...each])).toEqual(expected);
  });
});

describe('the H.264 packetiser', () => {
  it('puts small parts together and the picture in fragments', () => {
    const payloads = packetiseH264(keyUnit(3000));
    expect(payloads.map((payload) => (payload[0] ?? 0) & 0x1f)).toEqual([24, 28, 28, 28]);
    expect(payloads.slice(1).map((payload) => (payload[1] ?? 0) >> 6)).toEqual([2, 0, 1]);
  });

  it('sends one small part as it is', () => {
    expect(packetiseH264(stream(nal(1, 100)))).toEqual([Buffer.from(nal(1, 100))]);
  });

  it('gives an aggregate the highest importance in it (RFC 6184 §5.7)', () => {
    expect(packetiseH264(stream(Uint8Array.of(0x21, 1), Uint8Array.of(0x41, 1)))[0]?.[0]).toBe(0x40 | 24);
  });

  it('fills no payload beyond what fits a datagram', () => {
    fc.assert(
      fc.property(arbitraryUnit, (nals) => {
        for (const payload of packetiseH264(stream(...nals))) expect(payload.length).toBeLessThanOrEqual(PAYLOAD_MAX);
      }),
      { numRuns: 50 },
    );
  });

  it.each([PAYLOAD_MAX - 1, PAYLOAD_MAX, PAYLOAD_MAX + 1, 2 * PAYLOAD_MAX])('comes back whole at %i bytes', (size) => {
    const unit = stream(nal(1, size));
    expect(assemble(packetsOf(unit))).toEqual([{ key: false, timestamp: 1, bytes: unit }]);
  });
});

describe('the H.264 assembler', () => {
  it('gives back every unit as it was packed', () => {
    fc.assert(
      fc.property(arbitraryUnit, (nals) => {
        const unit = stream(...nals);
        expect(assemble(packetsOf(unit)).map(({ bytes }) => bytes)).toEqual([unit]);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['a picture with its parameters', keyUnit(50), true],
    ['a picture without them', stream(nal(5, 50)), false],
    ['parameters alone', stream(nal(7, 9), nal(8, 9)), false],
    ['a delta', stream(nal(1, 50)), false],
    ['a delta behind a delimiter', stream(Uint8Array.of(9, 0xf0), nal(1, 50)), false],
  ])('says whether %s is a key', (_name, unit, key) => {
    expect(assemble(packetsOf(unit))).toMatchObject([{ key }]);
  });

  it('ends a unit without a marker at the next timestamp', () => {
    const packets = packetsOf(stream(nal(1, 40))).map((packet) => ({ ...packet, marker: false }));
    expect(assemble([...packets, ...packetsOf(stream(nal(1, 50)), { timestamp: 2 })])).toHaveLength(2);
  });

  it('gives out no unit that lacks a packet, and none that follows within the loss', () => {
    const units = Array.from({ length: 6 }, (_, index) => stream(nal(1, 2500 + index), nal(1, 30)));
    const packets = units.flatMap((unit, index) => packetsOf(unit, { timestamp: index }));
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(packets.length - 1), { maxLength: 8 }), (missing) => {
        const assembler = new H264Assembler();
        const got = packets.flatMap((packet, index) => {
          if (missing.includes(index)) {
            assembler.lost();
            return [];
          }
          return assemble([packet], assembler);
        });
        for (const { bytes, timestamp } of got) expect(bytes).toEqual(units[timestamp]);
        const hurt = new Set(missing.map((index) => packets[index]?.timestamp));
        expect(got.some(({ timestamp }) => hurt.has(timestamp))).toBe(false);
      }),
    );
  });

  it('goes on at once with a key unit behind a loss', () => {
    const assembler = new H264Assembler();
    assembler.lost();
    expect(assemble(packetsOf(keyUnit(3000)), assembler)).toMatchObject([{ key: true }]);
  });

  it.each([
    ['nothing', []],
    ['type 0', [0x60, 1]],
    ['type 25 of another mode', [0x60 | 25, 1, 2]],
    ['a fragment without a beginning', [0x7c, 0x05, 1]],
    ['a fragment that is beginning and end', [0x7c, 0xc5, 1]],
    ['a fragment without bytes', [0x7c, 0x85]],
    ['an aggregate without parts', [0x78]],
    ['an aggregate with half a size', [0x78, 0, 1, 0x65, 0]],
    ['an aggregate with an empty part', [0x78, 0, 0, 0]],
    ['an aggregate that runs over', [0x78, 0, 9, 1]],
  ])('refuses %s', (_name, payload) => {
    const packet = {
      payloadType: 96,
      marker: true,
      sequence: 1,
      timestamp: 1,
      ssrc: 1,
      payload: Uint8Array.from(payload),
    };
    const assembler = new H264Assembler();
    expect(assembler.push(packet)).toEqual({ type: 'malformed' });
    expect(assemble(packetsOf(keyUnit(10)), assembler)).toHaveLength(1);
  });

  it('holds no more than a frame may have', () => {
    const assembler = new H264Assembler();
    const begin = Uint8Array.of(0x7c, 0x85, 1);
    const more = new Uint8Array(60_000);
    more.set([0x7c, 0x05]);
    const push = (payload: Uint8Array) =>
      assembler.push({ payloadType: 96, marker: false, sequence: 1, timestamp: 1, ssrc: 1, payload }).type;
    push(begin);
    const types = Array.from({ length: 80 }, () => push(more));
    expect(types).toContain('malformed');
  });
});
