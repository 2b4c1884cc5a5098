import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  consumerUsage,
  decodeAbsolutePointer,
  decodeBootKeyboard,
  decodeBootMouse,
  decodeConsumerControl,
  decodeKeyBitmap,
  decodeLeds,
  decodeWideMouse,
  encodeAbsolutePointer,
  encodeBootKeyboard,
  encodeBootMouse,
  encodeConsumerControl,
  encodeKeyBitmap,
  encodeLeds,
  encodeWideMouse,
  isModifier,
  isShift,
  POINTER_MAX,
  type Usage,
  Usages,
  usage,
} from './hid.ts';

const report = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);

const signed = fc.integer({ min: -127, max: 127 });

describe('a boot keyboard report', () => {
  test.each([
    ['nothing', report(0, 0, 0, 0, 0, 0, 0, 0), []],
    ['one key', report(0, 0, 0x04, 0, 0, 0, 0, 0), [Usages.A]],
    ['modifiers', report(0b0010_0010, 0, 0x12, 0, 0, 0, 0, 0), [Usages.LeftShift, Usages.RightShift, Usages.O]],
    ['keys in any place', report(0, 0, 0, 0, 0x04, 0, 0, 0x28), [Usages.A, Usages.Enter]],
    ['a key twice', report(0, 0, 0x04, 0x04, 0, 0, 0, 0), [Usages.A]],
  ])('of %s', (_name, bytes, keys) => {
    expect(decodeBootKeyboard(bytes)).toEqual(new Set(keys));
  });

  test.each([
    ['too short', new Uint8Array(7)],
    ['too long', new Uint8Array(9)],
    ['empty', new Uint8Array(0)],
    ['of too many keys, which says nothing about any', report(0x02, 0, 1, 1, 1, 1, 1, 1)],
  ])('%s is none', (_name, bytes) => {
    expect(decodeBootKeyboard(bytes)).toBeNull();
  });

  test('of up to six keys and any modifiers says what it was made of', () => {
    const keys = fc.uniqueArray(fc.integer({ min: 0x04, max: 0xdf }).map(usage), { maxLength: 6 });
    const modifiers = fc.uniqueArray(fc.integer({ min: 0xe0, max: 0xe7 }).map(usage));
    fc.assert(
      fc.property(keys, modifiers, (pressed, held) => {
        const set = new Set<Usage>([...pressed, ...held]);
        expect(decodeBootKeyboard(encodeBootKeyboard(set))).toEqual(set);
      }),
    );
  });

  test('of seven keys has the first six and the modifiers', () => {
    const keys = [4, 5, 6, 7, 8, 9, 10].map(usage);
    expect(decodeBootKeyboard(encodeBootKeyboard([...keys, Usages.LeftAlt]))).toEqual(
      new Set([...keys.slice(0, 6), Usages.LeftAlt]),
    );
  });
});

describe('a mouse report', () => {
  test('says what it was made of', () => {
    fc.assert(
      fc.property(fc.nat(0x1f), signed, signed, signed, (buttons, dx, dy, wheel) => {
        expect(decodeBootMouse(encodeBootMouse({ buttons, dx, dy, wheel }))).toEqual({
          buttons,
          position: null,
          movement: { dx, dy },
          wheel,
          tilt: 0,
        });
      }),
    );
  });

  test('holds no longer way than it can say', () => {
    expect(decodeBootMouse(encodeBootMouse({ buttons: 0, dx: 900, dy: -900, wheel: 0.4 }))).toMatchObject({
      movement: { dx: 127, dy: -127 },
      wheel: 0,
      tilt: 0,
    });
  });

  test('may come without a wheel, and with no other length', () => {
    expect(decodeBootMouse(report(1, 2, 0xfe))).toEqual({
      buttons: 1,
      position: null,
      movement: { dx: 2, dy: -2 },
      wheel: 0,
      tilt: 0,
    });
    for (const length of [0, 2, 5]) expect(decodeBootMouse(new Uint8Array(length))).toBeNull();
  });
});

describe('an absolute pointer report', () => {
  test('says what it was made of', () => {
    const place = fc.nat(POINTER_MAX);
    fc.assert(
      fc.property(fc.nat(0x1f), place, place, signed, signed, (buttons, x, y, wheel, tilt) => {
        expect(decodeAbsolutePointer(encodeAbsolutePointer({ buttons, x, y, wheel, tilt }))).toEqual({
          buttons,
          position: { x, y },
          movement: null,
          wheel,
          tilt,
        });
      }),
    );
  });

  test('may come without a tilt', () => {
    expect(decodeAbsolutePointer(report(1, 2, 0, 3, 0, 0xff))).toEqual({
      buttons: 1,
      position: { x: 2, y: 3 },
      movement: null,
      wheel: -1,
      tilt: 0,
    });
  });

  test('stays on the display', () => {
    expect(
      decodeAbsolutePointer(encodeAbsolutePointer({ buttons: 0, x: -5, y: 1e9, wheel: 0, tilt: 0 })),
    ).toMatchObject({
      position: { x: 0, y: POINTER_MAX },
    });
  });

  test('outside the display, or of another length, is none', () => {
    expect(decodeAbsolutePointer(report(0, 0, 0x80, 0, 0, 0))).toBeNull();
    expect(decodeAbsolutePointer(report(0, 0, 0, 0xff, 0xff, 0))).toBeNull();
    expect(decodeAbsolutePointer(new Uint8Array(5))).toBeNull();
    expect(decodeAbsolutePointer(new Uint8Array(8))).toBeNull();
  });
});

test('LEDs are one bit each', () => {
  for (let byte = 0; byte < 8; byte++) expect(encodeLeds(decodeLeds(byte))).toBe(byte);
  expect(decodeLeds(2)).toEqual({ numLock: false, capsLock: true, scrollLock: false });
  expect(decodeLeds(0xf8)).toEqual({ numLock: false, capsLock: false, scrollLock: false });
});

test('either Shift is a Shift, and modifiers end with the right GUI key', () => {
  expect([Usages.LeftShift, Usages.RightShift, Usages.LeftControl, Usages.A].map(isShift)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect([0xdf, 0xe0, 0xe7, 0xe8].map(usage).map(isModifier)).toEqual([false, true, true, false]);
});

describe('a wide mouse report', () => {
  test('says what it was made of', () => {
    const word = fc.integer({ min: -32_767, max: 32_767 });
    fc.assert(
      fc.property(fc.nat(0x1f), word, word, signed, signed, (buttons, dx, dy, wheel, tilt) => {
        expect(decodeWideMouse(encodeWideMouse({ buttons, dx, dy, wheel, tilt }))).toEqual({
          buttons,
          position: null,
          movement: { dx, dy },
          wheel,
          tilt,
        });
      }),
    );
  });

  test('of the lowest numbers that bytes hold says what a message can carry', () => {
    const lowest = new Uint8Array([0, 0x00, 0x80, 0x00, 0x80, 0x80, 0x80]);
    expect(decodeWideMouse(lowest)).toMatchObject({ movement: { dx: -32_767, dy: -32_767 }, wheel: -127, tilt: -127 });
    expect(decodeBootMouse(new Uint8Array([0, 0, 0, 0x80]))).toMatchObject({ wheel: -127 });
    expect(decodeAbsolutePointer(lowest.with(2, 0).with(4, 0))).toMatchObject({ wheel: -127, tilt: -127 });
  });

  test('has one length', () => {
    for (const length of [0, 4, 6, 8]) expect(decodeWideMouse(new Uint8Array(length))).toBeNull();
  });
});

describe('a key bitmap', () => {
  test('says what it was made of, without a limit of keys', () => {
    const keys = fc.uniqueArray(fc.integer({ min: 0x04, max: 0xff }).map(usage));
    fc.assert(
      fc.property(keys, (held) => {
        expect(decodeKeyBitmap(encodeKeyBitmap(held))).toEqual(new Set(held));
      }),
    );
  });

  test('carries no key of the consumer page, and no error for a key', () => {
    expect(decodeKeyBitmap(encodeKeyBitmap([consumerUsage(0xe9), usage(0x01), Usages.A]))).toEqual(new Set([Usages.A]));
  });

  test('has one length', () => {
    for (const length of [0, 8, 31, 33]) expect(decodeKeyBitmap(new Uint8Array(length))).toBeNull();
  });
});

describe('a consumer control report', () => {
  test('holds the usages that are not zero', () => {
    expect(decodeConsumerControl(report(0xe9, 0, 0, 0, 0x23, 0x02))).toEqual(
      new Set([consumerUsage(0xe9), consumerUsage(0x223)]),
    );
  });

  test('is made of the first consumer key alone', () => {
    const encoded = encodeConsumerControl([Usages.A, consumerUsage(0xb5), consumerUsage(0xe9)]);
    expect(decodeConsumerControl(encoded)).toEqual(new Set([consumerUsage(0xb5)]));
    expect(decodeConsumerControl(encodeConsumerControl([Usages.A]))).toEqual(new Set());
  });

  test('of an odd, empty or endless length is none', () => {
    for (const length of [0, 1, 3, 18]) expect(decodeConsumerControl(new Uint8Array(length))).toBeNull();
  });
});
