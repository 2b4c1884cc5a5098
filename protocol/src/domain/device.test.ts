import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DeviceKind, deviceId, idFromDigits, kindOfId, shortId } from './device.ts';

test.each([
  ['0000', null],
  ['0001', 'transmitter'],
  ['4999', 'transmitter'],
  ['5000', null],
  ['5001', 'receiver'],
  ['9999', 'receiver'],
  ['1', null],
  ['00001', null],
  ['12a4', null],
  [' 123', null],
  ['１２３４', null],
  ['', null],
] as const)('the ID %o belongs to %o', (text, kind) => {
  expect(kindOfId(text)).toBe(kind);
  expect(deviceId(text)).toBe(kind === null ? null : text);
});

describe('digits', () => {
  const table: readonly [string, DeviceKind, string | null][] = [
    ['1', 'transmitter', '0001'],
    ['0001', 'transmitter', '0001'],
    ['00000001', 'transmitter', '0001'],
    ['4999', 'transmitter', '4999'],
    ['5000', 'transmitter', null],
    ['5001', 'transmitter', null],
    ['0', 'transmitter', null],
    ['1', 'receiver', '5001'],
    ['001', 'receiver', '5001'],
    ['0001', 'receiver', '5001'],
    ['12', 'receiver', '5012'],
    ['999', 'receiver', '5999'],
    ['1000', 'receiver', null],
    ['4999', 'receiver', null],
    ['0', 'receiver', null],
    ['5000', 'receiver', null],
    ['5001', 'receiver', '5001'],
    ['6001', 'receiver', '6001'],
    ['9999', 'receiver', '9999'],
    ['10000', 'receiver', null],
    ['', 'receiver', null],
    ['1a', 'receiver', null],
    ['-1', 'receiver', null],
    ['1.0', 'receiver', null],
    ['12345678901234567', 'receiver', null],
  ];
  test.each(table)('%o where a %s is asked for mean %o', (digits, kind, id) => {
    expect(idFromDigits(digits, kind)).toBe(id);
  });
});

const anyId = fc
  .integer({ min: 1, max: 9999 })
  .filter((number) => number !== 5000)
  .map((number) => String(number).padStart(4, '0'));

describe('the short ID', () => {
  test.each([
    ['0001', '1'],
    ['0120', '120'],
    ['5001', '1'],
    ['5012', '12'],
    ['5999', '999'],
    ['6000', '6000'],
    ['9999', '9999'],
  ])('of %s is %s', (text, short) => {
    const id = deviceId(text);
    expect(id === null ? null : shortId(id)).toBe(short);
  });

  test('means the device it was made of, as the whole ID does', () => {
    fc.assert(
      fc.property(anyId, (text) => {
        const id = deviceId(text);
        const kind = kindOfId(text);
        if (id === null || kind === null) throw new Error(`${text} is an ID`);
        expect(idFromDigits(shortId(id), kind)).toBe(id);
        expect(idFromDigits(id, kind)).toBe(id);
        expect(shortId(id).length).toBeLessThanOrEqual(4);
      }),
    );
  });
});
