import {
  encodeAbsolutePointer,
  encodeBootKeyboard,
  encodeKeyBitmap,
  encodeWideMouse,
  usage,
} from '@seatmatrix/protocol/domain';
import { describe, expect, test } from 'vitest';
import { parseReportDescriptor } from './report-descriptor.ts';
import { type ReportReader, readersOf } from './report-reader.ts';
import {
  APPLE_CONSUMER_KEYS,
  APPLE_KEYBOARD,
  CORSAIR_STRAFE,
  ELAN_TOUCH_SCREEN,
  LENOVO_FOLIO,
  LOGITECH_G515_KEYBOARD,
  LOGITECH_UNIFYING_KEYBOARD,
  LOGITECH_UNIFYING_MOUSE,
  LOGITECH_WIDE_MOUSE,
  MICROSOFT_TRANSCEIVER,
  QEMU_KEYBOARD,
  QEMU_MOUSE,
  QEMU_TABLET,
  QMK_SHARED,
  XIAOMI_MOUSE,
} from './testing/real-devices.ts';

describe('the readers of real devices', () => {
  test.each([
    ['Logitech Unifying receiver, keyboard', LOGITECH_UNIFYING_KEYBOARD, ['boot-keyboard']],
    ['Logitech Unifying receiver, mouse', LOGITECH_UNIFYING_MOUSE, ['wide-mouse', 'consumer-control']],
    ['Logitech G515', LOGITECH_G515_KEYBOARD, ['key-bitmap']],
    ['Logitech gaming mouse', LOGITECH_WIDE_MOUSE, ['wide-mouse', 'consumer-control']],
    ['Microsoft transceiver', MICROSOFT_TRANSCEIVER, ['wide-mouse', 'wide-mouse']],
    ['Apple keyboard', APPLE_KEYBOARD, ['boot-keyboard']],
    ['Apple consumer keys', APPLE_CONSUMER_KEYS, ['consumer-control']],
    ['Corsair STRAFE', CORSAIR_STRAFE, ['key-bitmap', 'consumer-control']],
    ['QMK shared interface', QMK_SHARED, ['wide-mouse', 'consumer-control']],
    ['Lenovo folio', LENOVO_FOLIO, ['wide-mouse', 'consumer-control', 'key-bitmap']],
    ['Xiaomi mouse', XIAOMI_MOUSE, ['wide-mouse', 'consumer-control']],
    ['QEMU keyboard', QEMU_KEYBOARD, ['boot-keyboard']],
    ['QEMU mouse', QEMU_MOUSE, ['boot-mouse']],
    ['QEMU tablet', QEMU_TABLET, ['absolute-pointer']],
    ['ELAN touch screen', ELAN_TOUCH_SCREEN, ['absolute-pointer']],
  ] as const)('%s', (_name, descriptor, layouts) => {
    expect(readersOf(parseReportDescriptor(descriptor)).map(({ layout }) => layout)).toEqual(layouts);
  });
});

describe('a keyboard', () => {
  test('of boot layout is told as it is', () => {
    expect(read(QEMU_KEYBOARD, ['02 00 04 05 00 00 00 00'])).toEqual([[0x02, 0, 0x04, 0x05, 0, 0, 0, 0]]);
  });

  test('with five places and a vendor byte is told in boot layout', () => {
    // The two first lines of the recording: Fn alone, then F11.
    expect(read(APPLE_KEYBOARD, ['00 00 00 00 00 00 00 01', '00 00 44 00 00 00 00 00'])).toEqual([
      [...encodeBootKeyboard([])],
      [...encodeBootKeyboard([usage(0x44)])],
    ]);
  });

  test('that has every key as a bit is told as a bitmap', () => {
    // Recorded: D, then E, on report 1.
    const reports = [`01 00 80${' 00'.repeat(18)}`, `01 00 00 08${' 00'.repeat(17)}`];
    expect(read(CORSAIR_STRAFE, reports)).toEqual([
      [...encodeKeyBitmap([usage(0x07)])],
      [...encodeKeyBitmap([usage(0x0b)])],
    ]);
  });

  test('whose bits begin at A and leave gaps is told by its usages', () => {
    // Modifiers, then 112 bits from A to F24, then International 1–5 and Language 1–3.
    const bits = new Uint8Array(16);
    bits[0] = 0b10;
    bits[1] = 0b1;
    bits[15] = 0b1;
    expect(read(LOGITECH_G515_KEYBOARD, [hex(bits)])).toEqual([
      [...encodeKeyBitmap([usage(0xe1), usage(0x04), usage(0x87)])],
    ]);
  });

  test('that calls its bitmap an array of bits is told as a bitmap', () => {
    const bits = new Uint8Array(31);
    bits[0] = 4;
    // The byte behind the ID is padding; A is bit 4.
    bits[2] = 1 << 4;
    expect(read(LENOVO_FOLIO, [hex(bits)])).toEqual([[...encodeKeyBitmap([usage(0x04)])]]);
  });

  test('that says that too many keys are down keeps what it had', () => {
    expect(read(QEMU_KEYBOARD, ['00 00 01 01 01 01 01 01'])).toEqual([]);
  });
});

describe('consumer keys', () => {
  test('in an array are told by their usages', () => {
    // Recorded: FN + F4.
    expect(read(LENOVO_FOLIO, ['03 00 02 00', '03 00 00 00'])).toEqual([
      [0x00, 0x02],
      [0, 0],
    ]);
  });

  test('two at once are told both', () => {
    expect(read(LOGITECH_UNIFYING_MOUSE, ['03 e9 00 cd 00'])).toEqual([[0xe9, 0, 0xcd, 0]]);
  });

  test('outside what the device declares are none', () => {
    // Recorded: FN + F8 says 0x380010 where the descriptor allows 0x7ff.
    expect(read(LENOVO_FOLIO, ['03 10 00 38'])).toEqual([[0, 0]]);
  });

  test('that are bits are told by their usages', () => {
    expect(read(APPLE_CONSUMER_KEYS, ['40', '00'])).toEqual([
      [0xe9, 0],
      [0, 0],
    ]);
  });
});

describe('a mouse', () => {
  test('of boot layout is told as it is', () => {
    expect(read(QEMU_MOUSE, ['01 fe 03 ff'])).toEqual([[0x01, 0xfe, 0x03, 0xff]]);
  });

  test('with 12-bit axes, sixteen buttons and tilt', () => {
    // dx = -2 (0xffe), dy = 3 (0x003), packed into three bytes.
    expect(read(LOGITECH_UNIFYING_MOUSE, ['02 11 00 fe 3f 00 ff 01'])).toEqual([
      [...encodeWideMouse({ buttons: 0x11, dx: -2, dy: 3, wheel: -1, tilt: 1 })],
    ]);
  });

  test('with 16-bit axes', () => {
    expect(read(LOGITECH_WIDE_MOUSE, ['02 01 00 e8 03 18 fc 01 00'])).toEqual([
      [...encodeWideMouse({ buttons: 1, dx: 1000, dy: -1000, wheel: 1, tilt: 0 })],
    ]);
  });

  test('that tells buttons and movement in two reports keeps its buttons', () => {
    expect(read(XIAOMI_MOUSE, ['01 02 00 00', '02 05 b0 ff', '01 00 00 00'])).toEqual([
      [...encodeWideMouse({ buttons: 2, dx: 0, dy: 0, wheel: 0, tilt: 0 })],
      [...encodeWideMouse({ buttons: 2, dx: 5, dy: -5, wheel: 0, tilt: 0 })],
      [...encodeWideMouse({ buttons: 0, dx: 0, dy: 0, wheel: 0, tilt: 0 })],
    ]);
  });

  test('whose wheel counts in twelfths of a notch turns by notches', () => {
    const wheel = (counts: string) => `1a 00 00 00 00 00 ${counts} 00 00`;
    const told = read(MICROSOFT_TRANSCEIVER, [wheel('07 00'), wheel('07 00'), wheel('0a 00'), wheel('f4 ff')]);
    expect(told.map((bytes) => new Int8Array(bytes)[5])).toEqual([0, 1, 1, -1]);
  });
});

describe('an absolute pointer', () => {
  test.each([
    ['00 ff 3f 00 00 00', { buttons: 0, x: 16_383, y: 0, wheel: 0 }],
    ['05 ff 7f ff 7f ff', { buttons: 5, x: 32_767, y: 32_767, wheel: -1 }],
  ] as const)('tells its place: %s', (report, pointer) => {
    expect(read(QEMU_TABLET, [report])).toEqual([[...encodeAbsolutePointer({ ...pointer, tilt: 0 })]]);
  });

  test('whose place is outside of what it declares keeps the last one', () => {
    const told = read(QEMU_TABLET, ['00 10 00 10 00 00', '01 ff ff ff ff 00']);
    expect(told.at(-1)).toEqual([...encodeAbsolutePointer({ buttons: 1, x: 16, y: 16, wheel: 0, tilt: 0 })]);
  });
});

describe('a touch screen', () => {
  /** Tip and contact ID, width, height, X twice, Y twice: 11 bytes. */
  const finger = (id: number, [x, y]: readonly [number, number], tip: 0 | 1) => {
    const bytes = Buffer.alloc(11);
    bytes[0] = tip | (id << 2);
    for (const [at, value] of [x, x, y, y].entries()) bytes.writeUInt16LE(value, 3 + at * 2);
    return bytes.toString('hex');
  };
  const touched = (...fingers: readonly string[]) => `01${fingers.join('')}`;
  const NOBODY = finger(0, [0, 0], 0);

  test('is a pointer with the left button down while a finger touches', () => {
    expect(
      read(ELAN_TOUCH_SCREEN, [
        touched(finger(1, [0xd20, 0x750], 1), NOBODY),
        touched(finger(1, [0, 0], 1), NOBODY),
        touched(finger(1, [0, 0], 0), NOBODY),
      ]),
    ).toEqual([
      [...encodeAbsolutePointer({ buttons: 1, x: 32_767, y: 32_767, wheel: 0, tilt: 0 })],
      [...encodeAbsolutePointer({ buttons: 1, x: 0, y: 0, wheel: 0, tilt: 0 })],
      [...encodeAbsolutePointer({ buttons: 0, x: 0, y: 0, wheel: 0, tilt: 0 })],
    ]);
  });

  test('follows the first finger, in whichever place of the report it comes', () => {
    const told = read(ELAN_TOUCH_SCREEN, [
      touched(finger(1, [0, 0], 1), NOBODY),
      touched(finger(2, [0xd20, 0], 1), finger(1, [0, 0x750], 1)),
      touched(finger(2, [0xd20, 0], 1), finger(1, [0, 0x750], 0)),
    ]);
    expect(told.slice(1)).toEqual([
      [...encodeAbsolutePointer({ buttons: 1, x: 0, y: 32_767, wheel: 0, tilt: 0 })],
      [...encodeAbsolutePointer({ buttons: 0, x: 0, y: 32_767, wheel: 0, tilt: 0 })],
    ]);
  });
});

/** What the readers make of these reports, each as the cable carries it, in the order of the reports. */
function read(descriptor: Uint8Array, reports: readonly string[]): readonly (readonly number[])[] {
  const parsed = parseReportDescriptor(descriptor);
  let readers: readonly ReportReader[] = readersOf(parsed);
  return reports.flatMap((report) => {
    const bytes = Buffer.from(report.replaceAll(' ', ''), 'hex');
    const [id, payload] = parsed.numbered ? [bytes[0] ?? 0, bytes.subarray(1)] : [0, bytes];
    const steps = readers.map((reader) => reader.read(id, payload));
    readers = steps.map(({ reader }) => reader);
    return steps.flatMap((step) => (step.bytes === null ? [] : [[...step.bytes]]));
  });
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
