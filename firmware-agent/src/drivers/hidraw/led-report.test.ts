import { LEDS_OFF } from '@seatmatrix/protocol/domain';
import { expect, test } from 'vitest';
import { encodeLedReport, ledReportsOf } from './led-report.ts';
import { parseReportDescriptor } from './report-descriptor.ts';
import { CORSAIR_STRAFE, LOGITECH_WIDE_MOUSE, QEMU_KEYBOARD } from './testing/real-devices.ts';

const written = (descriptor: Uint8Array, leds = LEDS_OFF) =>
  ledReportsOf(parseReportDescriptor(descriptor)).map((report) => [...encodeLedReport(report, leds)]);

test('a keyboard without report IDs gets its lights behind a zero', () => {
  expect(written(QEMU_KEYBOARD, { numLock: true, capsLock: false, scrollLock: true })).toEqual([[0, 0b101]]);
});

test('a keyboard with report IDs gets its lights in the report that declares them', () => {
  expect(written(CORSAIR_STRAFE, { numLock: false, capsLock: true, scrollLock: false })).toEqual([[1, 0b010]]);
});

test('a mouse has no lights', () => {
  expect(written(LOGITECH_WIDE_MOUSE)).toEqual([]);
});
