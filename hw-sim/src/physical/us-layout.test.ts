import { Usages, usage } from '@seatmatrix/protocol/domain';
import { describe, expect, it } from 'vitest';
import { characterOf, keyFor, keyName } from './us-layout.ts';

const plain = { shift: false, capsLock: false, numLock: false };

describe('an American keyboard', () => {
  it('writes every printable character of ASCII with the key that it names', () => {
    for (let code = 0x20; code < 0x7f; code++) {
      const character = String.fromCharCode(code);
      const found = keyFor(character);
      expect(found, character).not.toBeNull();
      if (found !== null) expect(characterOf(found.key, { ...plain, shift: found.shift })).toBe(character);
    }
  });

  it.each([
    [usage(0x2d), '-', '_'],
    [usage(0x31), '\\', '|'],
    [usage(0x33), ';', ':'],
    [usage(0x35), '`', '~'],
    [usage(0x38), '/', '?'],
    [Usages.Digit0, '0', ')'],
    [Usages.Comma, ',', '<'],
  ])('has the usage tables’ characters on key %i', (key, alone, shifted) => {
    expect(characterOf(key, plain)).toBe(alone);
    expect(characterOf(key, { ...plain, shift: true })).toBe(shifted);
  });

  it('applies Caps Lock to letters alone, and Shift undoes it', () => {
    expect(characterOf(Usages.A, { ...plain, capsLock: true })).toBe('A');
    expect(characterOf(Usages.A, { ...plain, capsLock: true, shift: true })).toBe('a');
    expect(characterOf(Usages.Digit1, { ...plain, capsLock: true })).toBe('1');
  });

  it('writes digits on the keypad only with Num Lock', () => {
    expect(characterOf(Usages.Keypad1, plain)).toBeNull();
    expect(characterOf(Usages.Keypad1, { ...plain, numLock: true })).toBe('1');
    expect(characterOf(Usages.KeypadEnter, plain)).toBe('\n');
  });

  it('names keys as they are printed', () => {
    expect([Usages.A, Usages.LeftShift, Usages.Comma, Usages.Space, usage(0x66)].map(keyName)).toEqual([
      'A',
      'LeftShift',
      ',',
      'Space',
      '0x66',
    ]);
  });

  it('has no key for what it cannot write', () => {
    expect(keyFor('中')).toBeNull();
  });
});
