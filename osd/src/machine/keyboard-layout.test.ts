import { type Usage, Usages, usage } from '@seatmatrix/protocol/domain';
import { describe, expect, it } from 'vitest';
import { digitOf, typedCharacter } from './keyboard-layout.ts';

const plain = { held: new Set<Usage>(), capsLock: false };
const shifted = { held: new Set([Usages.LeftShift]), capsLock: false };

describe('the US layout', () => {
  it.each([
    [0x04, 'a', 'A'],
    [0x1d, 'z', 'Z'],
    [0x1e, '1', '!'],
    [0x1f, '2', '@'],
    [0x27, '0', ')'],
    [0x2c, ' ', ' '],
    [0x2d, '-', '_'],
    [0x2e, '=', '+'],
    [0x2f, '[', '{'],
    [0x30, ']', '}'],
    [0x31, '\\', '|'],
    [0x33, ';', ':'],
    [0x34, "'", '"'],
    [0x35, '`', '~'],
    [0x36, ',', '<'],
    [0x37, '.', '>'],
    [0x38, '/', '?'],
    [0x54, '/', '/'],
    [0x59, '1', '1'],
    [0x62, '0', '0'],
    [0x63, '.', '.'],
  ])('types usage %i as %s and %s', (key, small, large) => {
    expect(typedCharacter(usage(key), plain)).toBe(small);
    expect(typedCharacter(usage(key), shifted)).toBe(large);
  });

  it('types every printable ASCII character', () => {
    const typed = new Set<string | null>();
    for (let key = 0x04; key <= 0x64; key++) {
      typed.add(typedCharacter(usage(key), plain));
      typed.add(typedCharacter(usage(key), shifted));
    }
    for (let code = 0x20; code < 0x7f; code++) expect(typed).toContain(String.fromCharCode(code));
  });

  it('turns letters alone by Caps Lock', () => {
    const locked = { held: new Set<Usage>(), capsLock: true };
    expect(typedCharacter(Usages.A, locked)).toBe('A');
    expect(typedCharacter(Usages.Digit1, locked)).toBe('1');
    expect(typedCharacter(Usages.A, { ...shifted, capsLock: true })).toBe('a');
  });

  it.each([Usages.LeftControl, Usages.LeftAlt, Usages.RightAlt, Usages.LeftGui])(
    'types nothing while modifier %i is held',
    (modifier) => {
      expect(typedCharacter(Usages.A, { held: new Set([modifier]), capsLock: false })).toBeNull();
    },
  );

  it.each([Usages.Enter, Usages.F1, Usages.Up, Usages.NumLock, Usages.KeypadEnter, Usages.LeftShift])(
    'types nothing for usage %i',
    (key) => {
      expect(typedCharacter(key, plain)).toBeNull();
    },
  );

  it('knows the digits of both rows', () => {
    expect([Usages.Digit1, Usages.Digit9, Usages.Digit0, Usages.Keypad1, Usages.Keypad0].map(digitOf)).toEqual([
      1, 9, 0, 1, 0,
    ]);
    expect(digitOf(Usages.A)).toBeNull();
  });
});
