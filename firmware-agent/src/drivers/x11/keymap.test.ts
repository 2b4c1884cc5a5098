import { consumerUsage, Usages, usage } from '@seatmatrix/protocol/domain';
import { describe, expect, it } from 'vitest';
import { evdevKeymap, keymapByName } from './keymap.ts';

describe('the keys of a server with Linux’s codes', () => {
  it.each([
    ['A', Usages.A, 38],
    ['Enter', Usages.Enter, 36],
    ['F12', Usages.F12, 96],
    ['the key beside the left shift of ISO keyboards', usage(0x64), 94],
    ['ろ of Japanese keyboards', usage(0x87), 97],
    ['¥ of Japanese keyboards', usage(0x89), 132],
    ['変換', usage(0x8a), 100],
    ['한/영', usage(0x90), 130],
    ['the right Windows key', Usages.RightGui, 134],
    ['volume up', consumerUsage(0xe9), 123],
    ['play and pause', consumerUsage(0xcd), 172],
  ])('%s has one place', (_name, key, keycode) => {
    expect(evdevKeymap.keycodeOf(key)).toBe(keycode);
    expect(evdevKeymap.usageOf(keycode)).toBe(key);
  });

  it('come back from every usage that has a key, but for those that share one with another', () => {
    const lost: number[] = [];
    for (let value = 4; value < 0xe8; value++) {
      const keycode = evdevKeymap.keycodeOf(usage(value));
      if (keycode !== null && evdevKeymap.usageOf(keycode) !== value) lost.push(value);
    }
    // Backslash of ISO keyboards; and volume, which keyboards send on the consumer page.
    expect(lost).toEqual([0x32, 0x7f, 0x80, 0x81]);
  });

  it('are none where there is no such key', () => {
    expect(evdevKeymap.keycodeOf(usage(0xa5))).toBeNull();
    expect(evdevKeymap.keycodeOf(consumerUsage(0x1ff))).toBeNull();
    expect(evdevKeymap.usageOf(255)).toBeNull();
    expect(evdevKeymap.usageOf(8)).toBeNull();
  });
});

describe('the keys of a server with other codes', () => {
  const keymap = keymapByName(
    new Map([
      ['UP', 98],
      ['RCTL', 109],
    ]),
  );

  it('are found by their names outside the main block', () => {
    expect(keymap.keycodeOf(Usages.A)).toBe(38);
    expect(keymap.keycodeOf(Usages.Up)).toBe(98);
    expect(keymap.usageOf(98)).toBe(Usages.Up);
    expect(keymap.usageOf(109)).toBe(Usages.RightControl);
  });

  it('are none where the server does not name them', () => {
    expect(keymap.keycodeOf(Usages.Down)).toBeNull();
    expect(keymap.usageOf(111)).toBeNull();
  });
});
