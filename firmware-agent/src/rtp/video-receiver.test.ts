import { instant, milliseconds } from '@seatmatrix/protocol/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packetiseH264 } from './h264-packetiser.ts';
import type { RtpPacket } from './rtp-packet.ts';
import { numberOf, unitOf } from './testing/annex-b-units.ts';
import { VideoReceiver } from './video-receiver.ts';

const FIRST = 65_500;
const ROUND_TRIP = milliseconds(5);

interface Numbered {
  readonly index: number;
  readonly packet: RtpPacket;
}

/** Packets of units of these sizes, the keys among them as told. */
function packetsOf(units: readonly { readonly key: boolean; readonly size: number }[]): readonly Numbered[] {
  const packets: Numbered[] = [];
  for (const [number, { key, size }] of units.entries()) {
    const payloads = packetiseH264(unitOf({ number, key, size }));
    for (const [at, payload] of payloads.entries()) {
      const index = FIRST + packets.length;
      const marker = at === payloads.length - 1;
      const packet = { payloadType: 96, marker, sequence: index & 0xffff, timestamp: number, ssrc: 1, payload };
      packets.push({ index, packet });
    }
  }
  return packets;
}

const arbitraryUnits = fc
  .array(fc.record({ key: fc.boolean(), size: fc.integer({ min: 10, max: 5000 }) }), { minLength: 1, maxLength: 12 })
  .map((units) => [{ key: true, size: 300 }, ...units]);

describe('the receiver of a picture', () => {
  it('gives out whole units that can be decoded, in order, whatever happens to the packets', () => {
    const arrival = fc.record({ which: fc.nat(80), wait: fc.nat(60) });
    fc.assert(
      fc.property(arbitraryUnits, fc.array(arrival, { maxLength: 120 }), (units, arrivals) => {
        const packets = packetsOf(units);
        const receiver = new VideoReceiver({ next: FIRST });
        const shown: { number: number; key: boolean }[] = [];
        const take = (got: readonly { bytes: Uint8Array; key: boolean }[]) => {
          for (const { bytes, key } of got) {
            const number = numberOf(bytes, key);
            expect(bytes).toEqual(unitOf({ number, key, size: units[number]?.size ?? 0 }));
            shown.push({ number, key });
          }
        };
        let now = 0;
        for (const { which, wait } of arrivals) {
          now += wait;
          const packet = packets[which % packets.length];
          if (packet !== undefined) take(receiver.push(packet, { at: instant(now), roundTrip: ROUND_TRIP }).units);
          take(receiver.tick(instant(now), ROUND_TRIP).units);
        }
        let last = -1;
        for (const { number, key } of shown) {
          expect(number).toBeGreaterThan(last);
          if (!key) expect(number).toBe(last + 1);
          last = number;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives out everything when everything comes, in any order, before patience ends', () => {
    const shuffled = arbitraryUnits.chain((units) => {
      const packets = packetsOf(units);
      return fc.tuple(
        fc.constant(units.length),
        fc.shuffledSubarray([...packets], { minLength: packets.length, maxLength: packets.length }),
      );
    });
    fc.assert(
      fc.property(shuffled, ([count, packets]) => {
        const receiver = new VideoReceiver({ next: FIRST });
        const numbers = packets.flatMap((packet) =>
          receiver
            .push(packet, { at: instant(0), roundTrip: ROUND_TRIP })
            .units.map(({ bytes, key }) => numberOf(bytes, key)),
        );
        // A key that is whole may overtake what is before it; the last unit is always there.
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
        expect(numbers.at(-1)).toBe(count - 1);
      }),
      { numRuns: 200 },
    );
  });

  it('asks for a missing packet at once, again after the round trip, and gives up in the end', () => {
    const packets = packetsOf([
      { key: true, size: 10 },
      { key: false, size: 10 },
      { key: false, size: 10 },
    ]);
    const receiver = new VideoReceiver({ next: FIRST });
    const push = (which: number, at: number) => {
      const packet = packets[which];
      return packet === undefined ? [] : receiver.push(packet, { at: instant(at), roundTrip: milliseconds(20) }).units;
    };
    push(0, 0);
    push(2, 10);
    const asks = Array.from({ length: 250 }, (_, at) => [
      10 + at,
      receiver.tick(instant(10 + at), milliseconds(20)).ask,
    ]);
    expect(asks.filter(([, ask]) => Array.isArray(ask) && ask.length > 0)).toEqual(
      [10, 35, 60, 85].map((at) => [at, [FIRST + 1]]),
    );
    expect(receiver.lostThread).toBe(true);
  });

  it('waits for packets that only come late, once it knows how late they come, and asks for none', () => {
    const packets = packetsOf(Array.from({ length: 80 }, (_, at) => ({ key: at === 0, size: 10 })));
    const receiver = new VideoReceiver({ next: FIRST });
    const asked: number[] = [];
    for (let at = 0; at + 1 < packets.length; at += 2) {
      // Each second one overtakes the one before by 3 ms.
      for (const [which, when] of [
        [at + 1, at * 5],
        [at, at * 5 + 3],
      ] as const) {
        const packet = packets[which];
        if (packet !== undefined) receiver.push(packet, { at: instant(when), roundTrip: milliseconds(20) });
        asked.push(...receiver.tick(instant(when), milliseconds(20)).ask);
      }
    }
    expect(asked).toHaveLength(1);
  });

  it('goes on with a whole key unit without waiting for what is lost before it', () => {
    const packets = packetsOf([
      { key: true, size: 10 },
      { key: false, size: 4000 },
      { key: true, size: 3000 },
    ]);
    const receiver = new VideoReceiver({ next: FIRST });
    const units = packets.flatMap((packet, which) =>
      which === 2 ? [] : receiver.push(packet, { at: instant(0), roundTrip: ROUND_TRIP }).units,
    );
    expect(units.map(({ key }) => key)).toEqual([true, true]);
    expect(receiver.due).toBeNull();
  });

  it('asks for nothing after a hole as large as a cut', () => {
    const packets = packetsOf([
      { key: true, size: 10 },
      { key: false, size: 900_000 },
      { key: false, size: 10 },
    ]);
    const receiver = new VideoReceiver({ next: FIRST });
    for (const packet of [packets[0], packets.at(-1)]) {
      if (packet !== undefined) receiver.push(packet, { at: instant(0), roundTrip: ROUND_TRIP });
    }
    expect(receiver.tick(instant(50), ROUND_TRIP).ask).toEqual([]);
    expect(receiver.lostThread).toBe(true);
  });
});
