import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateIndex, rolloverCounterOf, sequenceOf } from './packet-index.ts';
import { REPLAY_WINDOW, ReplayWindow } from './replay-window.ts';
import { deriveSessionKeys } from './srtp-key-derivation.ts';
import { SrtcpReceiver, SrtpReceiver } from './srtp-receiver.ts';
import { SrtcpSender, SrtpSender } from './srtp-sender.ts';

const SSRC = 0x1234_5678;
const { rtp, rtcp } = deriveSessionKeys({
  masterKey: new Uint8Array(16).fill(7),
  masterSalt: new Uint8Array(12).fill(9),
});

const senderAt = (sequence: number) => new SrtpSender({ key: rtp, ssrc: SSRC, sequence });
const receiverAt = (index: number) =>
  new SrtpReceiver({
    key: rtp,
    place: { ssrc: SSRC, rolloverCounter: rolloverCounterOf(index), sequence: sequenceOf(index) },
  });
const protect = (sender: SrtpSender, size = 20) =>
  sender.protect({ payloadType: 96, marker: true, timestamp: 5, payload: new Uint8Array(size).fill(3) });
const outcome = (opened: ReturnType<SrtpReceiver['open'] | SrtcpReceiver['open']>): string =>
  opened.type === 'refused' ? opened.reason : 'opened';

describe('the packet index', () => {
  it.each([
    ['the next', 100, 99, 100],
    ['the first after a wrap', 0, 65_535, 65_536],
    ['one that the wrap overtook', 65_535, 65_536, 65_535],
    ['one from before the beginning', 65_535, 3, -1],
    ['half a span ahead', 0x8000, 0, 0x8000],
    ['in the third round', 2, 2 * 65_536 + 65_530, 3 * 65_536 + 2],
  ])('is guessed for %s', (_name, sequence, highest, expected) => {
    expect(estimateIndex(sequence, highest)).toBe(expected);
  });

  it('is right for whatever is less than half a span away', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 40), fc.integer({ min: -32_767, max: 32_767 }), (highest, away) => {
        fc.pre(highest + away >= 0);
        expect(estimateIndex(sequenceOf(highest + away), highest)).toBe(highest + away);
      }),
    );
  });
});

describe('the replay window', () => {
  it('takes every index once, whatever the order, and none that is too old', () => {
    const indices = fc.array(fc.nat(3 * REPLAY_WINDOW), { maxLength: 400 });
    fc.assert(
      fc.property(fc.nat(2 ** 33), indices, (start, steps) => {
        const window = new ReplayWindow(start);
        const seen = new Set<number>();
        let highest = start;
        for (const step of steps) {
          const index = Math.max(0, start - REPLAY_WINDOW) + step;
          const expected = index <= highest - REPLAY_WINDOW ? 'old' : seen.has(index) ? 'replay' : 'new';
          expect(window.judge(index)).toBe(expected);
          if (expected !== 'new') continue;
          window.mark(index);
          seen.add(index);
          highest = Math.max(highest, index);
        }
      }),
    );
  });
});

describe('a protected stream', () => {
  it('is opened packet by packet, also across the wrap of its sequence', () => {
    const [sender, receiver] = [senderAt(65_530), receiverAt(65_530)];
    for (let count = 0; count < 20; count++) {
      expect(receiver.open(protect(sender))).toMatchObject({ type: 'opened', index: 65_530 + count });
    }
  });

  it('is opened by somebody who joins after the sequence wrapped, by the counter in the subscription', () => {
    const sender = senderAt(65_535);
    protect(sender);
    protect(sender);
    const [joiner, misled] = [receiverAt(sender.index), receiverAt(sequenceOf(sender.index))];
    const packet = protect(sender);
    expect(outcome(joiner.open(packet))).toBe('opened');
    expect(outcome(misled.open(packet))).toBe('not-authentic');
  });

  it('wraps twice without a break', () => {
    const [sender, receiver] = [senderAt(0), receiverAt(0)];
    for (let count = 0; count < 2 * 65_536 + 10; count++) {
      const packet = protect(sender, 1);
      if (count % 97 === 0) expect(outcome(receiver.open(packet))).toBe('opened');
    }
  });

  it('comes to the other side as it was, whatever is lost, late or doubled', () => {
    const order = fc.array(fc.nat(99), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(fc.integer({ min: 65_400, max: 65_535 }), order, (start, arrivals) => {
        const [sender, receiver] = [senderAt(start), receiverAt(start)];
        const packets = Array.from({ length: 100 }, () => protect(sender, 4));
        const seen = new Set<number>();
        for (const arrival of arrivals) {
          const opened = receiver.open(packets[arrival] ?? new Uint8Array());
          if (seen.has(arrival)) expect(outcome(opened)).toBe('replay');
          else expect(opened).toMatchObject({ type: 'opened', index: start + arrival });
          seen.add(arrival);
        }
      }),
    );
  });

  it('never uses an initialisation vector twice: neither within an SSRC nor between two', () => {
    const [video, sound] = [senderAt(65_000), new SrtpSender({ key: rtp, ssrc: SSRC + 1, sequence: 65_000 })];
    const packets = Array.from({ length: 2000 }, () => [protect(video, 40), protect(sound, 40)]).flat();
    const bodies = new Set(packets.map((packet) => Buffer.from(packet.subarray(12, 52)).toString('hex')));
    expect(bodies.size).toBe(packets.length);
  });

  it.each([
    ['nothing', new Uint8Array(), 'malformed'],
    ['eleven bytes', new Uint8Array(11).fill(0x80), 'malformed'],
    ['a header without a tag', new Uint8Array(27).fill(0x80), 'malformed'],
    ['version 1', new Uint8Array(60).fill(0x40), 'malformed'],
    ['an extension longer than the packet', new Uint8Array(60).fill(0x9f), 'malformed'],
    ['a stranger', new Uint8Array(60).fill(0x80), 'unknown-ssrc'],
  ])('refuses %s', (_name, bytes, reason) => {
    expect(outcome(receiverAt(0).open(bytes))).toBe(reason);
  });

  it('is not moved by what is not authentic', () => {
    const [sender, receiver] = [senderAt(10), receiverAt(10)];
    const first = protect(sender);
    const forged = Uint8Array.from(first);
    forged[2] = 0x7f;
    expect(outcome(receiver.open(forged))).toBe('not-authentic');
    expect(outcome(receiver.open(first))).toBe('opened');
    expect(outcome(receiver.open(first))).toBe('replay');
  });

  it('refuses what is older than the window', () => {
    const [sender, receiver] = [senderAt(0), receiverAt(0)];
    const first = protect(sender);
    let last = first;
    for (let count = 0; count < REPLAY_WINDOW; count++) last = protect(sender, 1);
    receiver.open(last);
    expect(outcome(receiver.open(first))).toBe('old');
  });

  it('answers a hundred thousand hostile packets with refusals alone', () => {
    const [sender, receiver] = [senderAt(0), receiverAt(0)];
    const honest = protect(sender, 60);
    const reasons = new Map<string, number>();
    let seed = 1;
    const next = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return (seed >>> 8) % below;
    };
    for (let count = 0; count < 100_000; count++) {
      const bytes = Uint8Array.from(honest.subarray(0, count % 3 === 0 ? next(honest.length) : honest.length));
      for (let change = 0; change <= count % 4; change++) bytes[next(bytes.length || 1)] = next(256);
      const reason = outcome(receiver.open(bytes));
      // A change may write what stood there.
      if (reason !== 'opened') reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    expect([...reasons.keys()].sort()).toEqual(['malformed', 'not-authentic', 'old', 'replay', 'unknown-ssrc']);
  });
});

describe('protected RTCP', () => {
  const compound = Uint8Array.from([0x80, 201, 0, 1, 0, 0, 0, 5]);

  it('is opened once, in any order', () => {
    const [sender, receiver] = [new SrtcpSender(rtcp), new SrtcpReceiver({ key: rtcp, ssrc: 5 })];
    const [one, two] = [sender.protect(compound), sender.protect(compound)];
    expect(receiver.open(two)).toEqual({ type: 'opened', compound });
    expect(receiver.open(one)).toEqual({ type: 'opened', compound });
    expect(outcome(receiver.open(one))).toBe('replay');
  });

  it.each([
    ['too short for a tag', new Uint8Array(27), 'malformed'],
    ['of another SSRC', new Uint8Array(40), 'unknown-ssrc'],
  ])('is refused %s', (_name, bytes, reason) => {
    expect(outcome(new SrtcpReceiver({ key: rtcp, ssrc: 5 }).open(bytes))).toBe(reason);
  });

  it('does not open as RTP, nor RTP as RTCP: their keys differ', () => {
    const packet = new SrtcpSender(rtp).protect(compound);
    expect(outcome(new SrtcpReceiver({ key: rtcp, ssrc: 5 }).open(packet))).toBe('not-authentic');
  });
});
