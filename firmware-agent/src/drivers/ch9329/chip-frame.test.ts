import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ChipCommand, encodeFrame, giveUpPending, NOTHING_PENDING, readFrames } from './chip-frame.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(text.split(' ').map((byte) => Number.parseInt(byte, 16)));

describe("frames of WCH's own examples", () => {
  // WCH, "CH9329 command examples", 2019: the text file beside the protocol document.
  test.each([
    [ChipCommand.getInfo, '', '57 AB 00 01 00 03'],
    [ChipCommand.sendKeyboard, '00 00 04 00 00 00 00 00', '57 AB 00 02 08 00 00 04 00 00 00 00 00 10'],
    [ChipCommand.sendMedia, '02 04 00 00', '57 AB 00 03 04 02 04 00 00 0F'],
    [ChipCommand.sendAbsoluteMouse, '02 00 40 01 15 02 00', '57 AB 00 04 07 02 00 40 01 15 02 00 67'],
  ])('command %i with %s', (command, data, frame) => {
    expect(encodeFrame({ command, data: data === '' ? new Uint8Array(0) : hex(data) })).toEqual(hex(frame));
  });

  test('an answer is read', () => {
    const { frames, pending, malformed } = readFrames(
      NOTHING_PENDING,
      hex('57 AB 00 81 08 30 01 03 00 00 00 00 00 BF'),
    );
    expect(frames).toEqual([{ command: 0x81, data: hex('30 01 03 00 00 00 00 00') }]);
    expect(pending).toHaveLength(0);
    expect(malformed).toBe(0);
  });
});

test('frames in any pieces are the same frames', () => {
  const frame = fc.record({ command: fc.integer({ min: 0, max: 255 }), data: fc.uint8Array({ maxLength: 64 }) });
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 4 }), fc.integer({ min: 1, max: 9 }), (frames, size) => {
      const bytes = frames.flatMap((each) => [...encodeFrame(each)]);
      let pending: Uint8Array = NOTHING_PENDING;
      const found = [];
      for (let at = 0; at < bytes.length; at += size) {
        const read = readFrames(pending, Uint8Array.from(bytes.slice(at, at + size)));
        pending = read.pending;
        found.push(...read.frames);
        expect(read.malformed).toBe(0);
      }
      expect(found).toEqual(frames);
      expect(pending).toHaveLength(0);
    }),
  );
});

test('after any noise without a head the next frame is found', () => {
  const noise = fc.uint8Array({ maxLength: 200 }).map((bytes) => bytes.filter((byte) => byte !== 0x57));
  fc.assert(
    fc.property(noise, (bytes) => {
      const answer = { command: 0x82, data: Uint8Array.of(0) };
      const read = readFrames(NOTHING_PENDING, Uint8Array.from([...bytes, ...encodeFrame(answer)]));
      expect(read.frames).toEqual([answer]);
      expect(read.malformed).toBe(bytes.length === 0 ? 0 : 1);
    }),
  );
});

test('what waits for its end stays below one frame, whatever comes', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 }), (pieces) => {
      let pending: Uint8Array = NOTHING_PENDING;
      for (const piece of pieces) pending = readFrames(pending, piece).pending;
      expect(pending.length).toBeLessThan(70);
    }),
  );
});

test('a wrong sum is counted, and the frame behind it is read', () => {
  const wrong = encodeFrame({ command: 0x82, data: Uint8Array.of(0) });
  wrong[6] = (wrong[6] ?? 0) ^ 1;
  const good = encodeFrame({ command: 0x83, data: Uint8Array.of(0) });
  const read = readFrames(NOTHING_PENDING, Uint8Array.from([...wrong, ...good]));
  expect(read.frames.map(({ command }) => command)).toEqual([0x83]);
  expect(read.malformed).toBe(1);
});

test('a false head that swallows true frames lets them go', () => {
  const answer = { command: 0x82, data: Uint8Array.of(0) };
  const read = readFrames(NOTHING_PENDING, Uint8Array.from([0x57, 0xab, 0, 0x81, 64, ...encodeFrame(answer)]));
  expect(read.frames).toEqual([]);
  const given = giveUpPending(read.pending);
  expect(given.frames).toEqual([answer]);
  expect(given.malformed).toBeGreaterThan(0);
});
