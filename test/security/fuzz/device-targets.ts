import { decodeEdid, encodeEdid } from '@seatmatrix/hw-sim';
import {
  decodeAbsolutePointer,
  decodeBootKeyboard,
  decodeBootMouse,
  decodeConsumerControl,
  decodeKeyBitmap,
  decodeLeds,
  decodeWideMouse,
  encodeBootKeyboard,
  encodeLeds,
  Usages,
} from '@seatmatrix/protocol/domain';
import { configurationWarning, decodeInfo } from '../../../firmware-agent/src/drivers/ch9329/chip-answer.ts';
import {
  ChipCommand,
  encodeFrame,
  giveUpPending,
  NOTHING_PENDING,
  readFrames,
} from '../../../firmware-agent/src/drivers/ch9329/chip-frame.ts';
import { ledReportsOf } from '../../../firmware-agent/src/drivers/hidraw/led-report.ts';
import { parseReportDescriptor } from '../../../firmware-agent/src/drivers/hidraw/report-descriptor.ts';
import { type ReportReader, readersOf } from '../../../firmware-agent/src/drivers/hidraw/report-reader.ts';
import * as realDevices from '../../../firmware-agent/src/drivers/hidraw/testing/real-devices.ts';
import { bytesTarget } from './bytes-target.ts';
import type { FuzzShare } from './fuzz-target.ts';

const ANSWER = 0x80;
const chipFrames = [
  encodeFrame({ command: ChipCommand.getInfo | ANSWER, data: Uint8Array.of(0x31, 1, 2, 0, 0, 0, 0, 0) }),
  encodeFrame({ command: ChipCommand.sendKeyboard | ANSWER, data: Uint8Array.of(0) }),
  encodeFrame({ command: ChipCommand.getConfiguration | ANSWER, data: new Uint8Array(50) }),
  encodeFrame({ command: ChipCommand.sendMedia | 0xc0, data: Uint8Array.of(0xe4) }),
];

const descriptors = Object.values(realDevices);
const keyboardReports = [
  encodeBootKeyboard([Usages.A, Usages.LeftShift]),
  new Uint8Array(8),
  new Uint8Array(29).fill(0x11),
  new Uint8Array(7).fill(0x40),
];
const decoders = [
  decodeBootKeyboard,
  decodeKeyBitmap,
  decodeConsumerControl,
  decodeBootMouse,
  decodeWideMouse,
  decodeAbsolutePointer,
];

/** What comes from plugs: the controlled computer, keyboards of any maker, monitors, a chip on a serial line. */
export const deviceTargets: readonly FuzzShare[] = [
  bytesTarget({
    name: 'CH9329 answers',
    weight: 8,
    samples: chipFrames,
    decode: (bytes) => {
      const half = readFrames(NOTHING_PENDING, bytes.subarray(0, bytes.length >> 1));
      const rest = readFrames(half.pending, bytes.subarray(bytes.length >> 1));
      giveUpPending(rest.pending);
      for (const { data } of [...half.frames, ...rest.frames]) {
        decodeInfo(data);
        configurationWarning(data);
      }
    },
    faults: [],
  }),
  bytesTarget({
    name: 'HID report descriptors',
    weight: 6,
    samples: descriptors,
    decode: (bytes) => {
      const descriptor = parseReportDescriptor(bytes);
      ledReportsOf(descriptor);
      let readers: readonly ReportReader[] = readersOf(descriptor);
      for (const report of [0, 1, 2, 3]) readers = readers.map((reader) => reader.read(report, bytes).reader);
    },
    faults: ['hid-malformed'],
  }),
  bytesTarget({
    name: 'HID reports',
    weight: 6,
    samples: keyboardReports,
    decode: (bytes) => {
      for (const decode of decoders) decode(bytes);
      for (const each of descriptors)
        for (const reader of readersOf(parseReportDescriptor(each))) reader.read(1, bytes);
    },
    faults: [],
  }),
  bytesTarget({
    name: 'LED reports',
    weight: 2,
    samples: [Uint8Array.of(0), Uint8Array.of(7)],
    decode: (bytes) => {
      for (const byte of bytes) if (encodeLeds(decodeLeds(byte)) !== (byte & 7)) throw new Error(`LEDs of ${byte}`);
    },
    faults: [],
  }),
  bytesTarget({
    name: 'EDID',
    weight: 4,
    samples: [
      encodeEdid({ name: 'Lab monitor', preferred: { width: 1920, height: 1080, rate: 60 } }),
      encodeEdid({ name: '', preferred: { width: 640, height: 480, rate: 50 } }),
    ],
    decode: decodeEdid,
    faults: [],
  }),
];
