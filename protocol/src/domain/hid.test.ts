import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeAbsolutePointer,
  decodeBootKeyboard,
  decodeBootMouse,
  decodeLeds,
  encodeAbsolutePointer,
  encodeBootKeyboard,
  encodeBootMouse,
  encodeLeds,
  isModifier,
  isShift,
  POINTER_MAX,
  type Usage,
  Usages,
  usage,
} from './hid.ts';

const report = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);

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
    const signed = fc.integer({ min: -127, max: 127 });
    fc.assert(
      fc.property(fc.nat(0x1f), signed, signed, signed, (buttons, dx, dy, wheel) => {
        expect(decodeBootMouse(encodeBootMouse({ buttons, dx, dy, wheel }))).toEqual({
          buttons,
          position: null,
          movement: { dx, dy },
          wheel,
        });
      }),
    );
  });

  test('holds no longer way than it can say', () => {
    expect(decodeBootMouse(encodeBootMouse({ buttons: 0, dx: 900, dy: -900, wheel: 0.4 }))).toMatchObject({
      movement: { dx: 127, dy: -127 },
      wheel: 0,
    });
  });

  test('may come without a wheel, and with no other length', () => {
    expect(decodeBootMouse(report(1, 2, 0xfe))).toEqual({
      buttons: 1,
      position: null,
      movement: { dx: 2, dy: -2 },
      wheel: 0,
    });
    for (const length of [0, 2, 5]) expect(decodeBootMouse(new Uint8Array(length))).toBeNull();
  });
});

describe('an absolute pointer report', () => {
  test('says what it was made of', () => {
    const place = fc.nat(POINTER_MAX);
    fc.assert(
      fc.property(fc.nat(0x1f), place, place, fc.integer({ min: -127, max: 127 }), (buttons, x, y, wheel) => {
        expect(decodeAbsolutePointer(encodeAbsolutePointer({ buttons, x, y, wheel }))).toEqual({
          buttons,
          position: { x, y },
          movement: null,
          wheel,
        });
      }),
    );
  });

  test('stays on the display', () => {
    expect(decodeAbsolutePointer(encodeAbsolutePointer({ buttons: 0, x: -5, y: 1e9, wheel: 0 }))).toMatchObject({
      position: { x: 0, y: POINTER_MAX },
    });
  });

  test('outside the display, or of another length, is none', () => {
    expect(decodeAbsolutePointer(report(0, 0, 0x80, 0, 0, 0))).toBeNull();
    expect(decodeAbsolutePointer(report(0, 0, 0, 0xff, 0xff, 0))).toBeNull();
    expect(decodeAbsolutePointer(new Uint8Array(5))).toBeNull();
    expect(decodeAbsolutePointer(new Uint8Array(7))).toBeNull();
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
