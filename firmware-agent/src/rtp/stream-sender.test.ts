import { instant, seededRandom } from '@seatmatrix/protocol/kernel';
import { describe, expect, it } from 'vitest';
import { HISTORY_SIZE } from './packet-history.ts';
import { encodeRtcp } from './rtcp-encoder.ts';
import { decodeRtp } from './rtp-packet.ts';
import { deriveSessionKeys } from './srtp-key-derivation.ts';
import { SrtcpSender } from './srtp-sender.ts';
import { StreamReceiver } from './stream-receiver.ts';
import { StreamSender } from './stream-sender.ts';
import { unitOf } from './testing/annex-b-units.ts';
import { randomBytes } from './testing/stream-simulation.ts';

const HOUR_MS = 3_600_000;

function setUp() {
  const random = seededRandom(9);
  const sender = new StreamSender({ random: (size) => randomBytes(random, size), at: instant(0) });
  let number = 0;
  const send = (atMs: number, { key = true, size = 500 } = {}) =>
    sender.send({ key, time: atMs * 1000, bytes: unitOf({ number: number++, key, size }) }, instant(atMs));
  return { sender, send };
}

/** A viewer who asks for whatever it likes. */
function asker(sender: StreamSender) {
  const { feedback, streams } = sender.subscribe(instant(0));
  const srtcp = new SrtcpSender(deriveSessionKeys(feedback).rtcp);
  const media = streams[0]?.video.ssrc ?? 0;
  return (sequences: readonly number[], atMs: number) =>
    sender.receive(
      srtcp.protect(encodeRtcp([{ type: 'missing-packets', sender: feedback.ssrc, media, sequences }])),
      instant(atMs),
    );
}
const sequences = (packets: readonly Uint8Array[]): readonly number[] =>
  packets.map((each) => decodeRtp(each).sequence);

describe('the sender of a stream', () => {
  it('sends missing packets again, byte for byte', () => {
    const { sender, send } = setUp();
    const ask = asker(sender);
    const packets = send(1, { size: 6000 });
    expect(ask([...sequences(packets)].reverse(), 2).answers).toEqual([...packets].reverse());
  });

  it('sends one viewer no more repairs than it may have, and others theirs', () => {
    const { sender, send } = setUp();
    const [greedy, modest] = [asker(sender), asker(sender)];
    const wanted = sequences(send(1, { size: 300_000 })).slice(0, 250);
    const answers = [2, 2, 2, 2, 2, 102, 102].map((atMs) => greedy(wanted, atMs).answers.length);
    expect(answers).toEqual([250, 250, 12, 0, 0, 100, 0]);
    expect(modest(wanted, 102).answers).toHaveLength(250);
  });

  it('wants a key frame for what is too old to be sent again', () => {
    const { sender, send } = setUp();
    const ask = asker(sender);
    const [first = 0] = sequences(send(1));
    for (let count = 0; count <= HISTORY_SIZE; count++) send(2 + count);
    expect(ask([first], 5000)).toMatchObject({ answers: [], keyFrameWanted: true });
  });

  it('believes no viewer a jitter that the manager would take for a malformed report', () => {
    const { sender } = setUp();
    const { feedback, streams } = sender.subscribe(instant(0));
    const block = { fractionLost: 255, lost: -1, highestSequence: 1, jitter: 0xffff_ffff, lastReport: 1, delay: 0 };
    const report = { type: 'receiver-report', ssrc: feedback.ssrc } as const;
    const blocks = [{ ...block, ssrc: streams[0]?.video.ssrc ?? 0 }];
    sender.receive(
      new SrtcpSender(deriveSessionKeys(feedback).rtcp).protect(encodeRtcp([{ ...report, blocks }])),
      instant(1),
    );
    expect(sender.reportOf(feedback.ssrc)).toMatchObject({ jitter: 60_000 });
  });

  it('lets nobody ask in the name of another: each has keys of its own', () => {
    const { sender } = setUp();
    const [one, other] = [sender.subscribe(instant(0)).feedback, sender.subscribe(instant(0)).feedback];
    const forged = new SrtcpSender(deriveSessionKeys(one).rtcp).protect(
      encodeRtcp([{ type: 'picture-loss', sender: other.ssrc, media: 1 }]),
    );
    forged.set(Uint8Array.of(other.ssrc >>> 24, other.ssrc >>> 16, other.ssrc >>> 8, other.ssrc), 4);
    expect(sender.receive(forged, instant(1)).viewer).toBeNull();
    expect(sender.refused['not-authentic']).toBe(1);
  });

  it('hears nobody who has left', () => {
    const { sender, send } = setUp();
    const ask = asker(sender);
    const [first = 0] = sequences(send(1));
    for (const ssrc of sender.viewers) sender.unsubscribe(ssrc);
    expect(ask([first], 2)).toEqual({ viewer: null, answers: [], keyFrameWanted: false });
    expect(sender.due).toBeNull();
  });

  it('repeats the last packet of a still screen, ever more slowly: every 200 ms at first, every second in the end', () => {
    const { sender, send } = setUp();
    asker(sender);
    const last = send(1000).at(-1);
    const repeated: number[] = [];
    for (let atMs = 1000; atMs < 6000; atMs++) {
      if (sender.due !== null && sender.due <= atMs) {
        if (sender.tick(instant(atMs)).out.some((packet) => packet === last)) repeated.push(atMs - 1000);
      }
    }
    const often = [20, 60, 140, 300, 500, 700, 900, 1100, 1300, 1500, 1700, 1900, 2100];
    expect(repeated).toEqual([...often, 3100, 4100]);
  });

  it('tells who joins after a day what time its units are of', () => {
    const { sender, send } = setUp();
    send(0);
    send(20 * HOUR_MS);
    const receiver = new StreamReceiver({
      subscription: sender.subscribe(instant(24 * HOUR_MS)),
      at: instant(24 * HOUR_MS),
    });
    const atMs = 24 * HOUR_MS + 5;
    const [unit] = send(atMs).flatMap((packet) => receiver.packet(packet, instant(atMs)).units);
    expect(Math.abs((unit?.time ?? 0) - atMs * 1000)).toBeLessThan(24);
  });
});

describe('the change of the key epoch', () => {
  it('takes packets of the old one for two seconds, and then no more', () => {
    const { sender, send } = setUp();
    const receiver = new StreamReceiver({ subscription: sender.subscribe(instant(0)), at: instant(0) });
    const take = (packets: readonly Uint8Array[], atMs: number) => {
      receiver.tick(instant(atMs));
      for (const packet of packets) receiver.packet(packet, instant(atMs));
      return receiver.figures().refused['unknown-ssrc'];
    };
    take(send(1), 1);
    const [early, late] = [send(2), send(3)];
    receiver.rekey(sender.prepare(instant(4)));
    sender.rekey();
    expect(take(send(10), 10)).toBe(0);
    expect(take(early, 2009)).toBe(0);
    expect(take(late, 2011)).toBe(1);
  });

  it('changes the picture with its next key frame, and sound at once', () => {
    const { sender, send } = setUp();
    const ssrcOf = (packets: readonly Uint8Array[]) => packets.map((packet) => decodeRtp(packet).ssrc);
    const sound = () => sender.sendSound({ time: 0, bytes: Uint8Array.of(1) });
    asker(sender);
    const [pictureBefore, soundBefore] = [ssrcOf(send(1)), ssrcOf(sound())];
    const next = sender.prepare(instant(2));
    expect(ssrcOf(sound())).toEqual(soundBefore);
    sender.rekey();
    expect(sender.tick(instant(200)).keyFrameWanted).toBe(true);
    expect(ssrcOf(sound())).toEqual([next.sound.ssrc]);
    expect(ssrcOf(send(3, { key: false }))).toEqual(pictureBefore);
    expect(ssrcOf(send(4))).toEqual([next.video.ssrc]);
  });

  it('uses neither a key nor an SSRC again', () => {
    const { sender, send } = setUp();
    const seen = new Set<string>();
    for (let epoch = 0; epoch < 50; epoch++) {
      const { masterKey, video, sound } = sender.prepare(instant(epoch));
      for (const each of [Buffer.from(masterKey).toString('hex'), `${video.ssrc}`, `${sound.ssrc}`]) seen.add(each);
      sender.rekey();
      send(epoch);
    }
    expect(seen.size).toBe(150);
  });
});
