import { Fault } from '@seatmatrix/protocol/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DESCRIPTOR_MAX } from './descriptor-items.ts';
import { ledReportsOf } from './led-report.ts';
import { parseReportDescriptor } from './report-descriptor.ts';
import { type ReportReader, readersOf } from './report-reader.ts';
import * as realDevices from './testing/real-devices.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

describe('a malformed report descriptor', () => {
  test.each([
    ['an item cut off', '05'],
    ['a long item cut off', 'fe'],
    ['a reserved type', '0c'],
    ['a collection left open', '05 01 09 02 a1 01'],
    ['a collection ended that was not begun', 'c0'],
    ['a pop without a push', 'b4'],
    ['a report ID of 0', '85 00'],
    ['a report ID above 255', '86 00 01'],
    ['collections in each other without end', `${'a1 00'.repeat(33)}${'c0'.repeat(33)}`],
    ['pushes without end', 'a4'.repeat(33)],
    ['a report of half a gigabyte', '75 20 97 ff ff ff 07 81 01'],
    ['more values than any device has', '05 07 19 00 29 ff 75 01 96 00 80 81 02'],
    ['more bytes than Linux takes', 'c0'.repeat(DESCRIPTOR_MAX + 1)],
    ['alternatives inside alternatives', 'a9 01 a9 01'],
  ])('with %s is refused as such', (_name, text) => {
    expect(() => parseReportDescriptor(hex(text))).toThrow(expect.objectContaining({ code: 'hid-malformed' }));
  });
});

describe('the parser', () => {
  test('brings back with a pop what was pushed', () => {
    const { fields } = parseReportDescriptor(hex('75 08 95 01 a4 75 10 09 01 81 02 b4 09 02 81 02'));
    expect(fields.map(({ size, offset }) => ({ size, offset }))).toEqual([
      { size: 16, offset: 0 },
      { size: 8, offset: 16 },
    ]);
  });

  test('counts the bits of each report by itself', () => {
    const { fields, numbered } = parseReportDescriptor(
      hex('75 08 95 01 85 01 09 01 81 02 85 02 09 02 81 02 85 01 09 03 81 02'),
    );
    expect(numbered).toBe(true);
    expect(fields.map(({ report, offset }) => [report, offset])).toEqual([
      [1, 0],
      [2, 0],
      [1, 8],
    ]);
  });

  test('takes the first of alternative usages', () => {
    const { fields } = parseReportDescriptor(hex('75 08 95 01 05 01 a9 01 09 30 09 31 a9 00 81 02'));
    expect(fields[0]?.usages).toEqual([{ first: 0x01_0030, last: 0x01_0030 }]);
  });

  test('takes a usage of four bytes with its page', () => {
    const { fields } = parseReportDescriptor(hex('05 01 75 08 95 01 0b e9 00 0c 00 81 02'));
    expect(fields[0]?.usages).toEqual([{ first: 0x0c_00e9, last: 0x0c_00e9 }]);
  });

  test('passes over a long item', () => {
    const { fields } = parseReportDescriptor(hex('fe 02 10 aa bb 75 08 95 01 09 01 81 02'));
    expect(fields).toHaveLength(1);
  });
});

describe('whatever bytes a device sends', () => {
  const descriptors = Object.values(realDevices);

  /** Real descriptors with some of their bytes changed reach further in than random ones. */
  const mutated = fc
    .tuple(
      fc.constantFrom(...descriptors),
      fc.array(fc.tuple(fc.nat({ max: 400 }), fc.nat({ max: 255 })), { maxLength: 8 }),
      fc.nat({ max: 400 }),
    )
    .map(([descriptor, changes, end]) => {
      const bytes = descriptor.slice(0, Math.max(2, descriptor.length - (end > 200 ? end - 200 : 0)));
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
      return bytes;
    });
  const descriptor = fc.oneof(mutated, fc.uint8Array({ maxLength: 200 }));
  const reports = fc.array(fc.tuple(fc.nat({ max: 20 }), fc.uint8Array({ maxLength: 40 })), { maxLength: 6 });

  test('nothing but the typed fault is thrown, and what is told is of its layout', () => {
    fc.assert(
      fc.property(descriptor, reports, (bytes, sent) => {
        for (const { layout, told } of tell(bytes, sent)) expect(LENGTHS[layout]).toContain(told.length);
      }),
      { numRuns: 3000 },
    );
  });

  test('the parser throws nothing but the typed fault', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(parsed(bytes)).not.toBe(undefined);
      }),
      { numRuns: 3000 },
    );
  });
});

const LENGTHS = {
  'boot-keyboard': [8],
  'key-bitmap': [32],
  'consumer-control': [2, 4, 6, 8, 10, 12, 14, 16],
  'boot-mouse': [4],
  'wide-mouse': [7],
  'absolute-pointer': [7],
} as const;

function parsed(bytes: Uint8Array) {
  try {
    return parseReportDescriptor(bytes);
  } catch (error) {
    if (error instanceof Fault && error.code === 'hid-malformed') return null;
    throw error;
  }
}

function tell(bytes: Uint8Array, sent: readonly (readonly [number, Uint8Array])[]) {
  const descriptor = parsed(bytes);
  if (descriptor === null) return [];
  expect(ledReportsOf(descriptor).every(({ length }) => length > 0)).toBe(true);
  let readers: readonly ReportReader[] = readersOf(descriptor);
  return sent.flatMap(([report, payload]) => {
    const steps = readers.map((reader) => reader.read(report, payload));
    readers = steps.map(({ reader }) => reader);
    return steps.flatMap((step) =>
      step.bytes === null ? [] : [{ layout: step.reader.layout, told: step.bytes } as const],
    );
  });
}
