import { LEDS_OFF, type PointerInput, type Usage, Usages } from '@seatmatrix/protocol/domain';
import { milliseconds } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { Cable } from '../physical/cable.ts';
import { ComputerUsbPort } from '../physical/computer-usb-port.ts';
import { Subscribers } from '../physical/subscribers.ts';
import { Ch9329 } from './ch9329.ts';

/*
 * The exchanges are those of the maker's own text of examples (WCH, CH9329 command examples, 2019), byte for byte, except
 * for the version in the answer to CMD_GET_INFO: theirs was a chip of 2019.
 */

const clock = new VirtualClock();
let toChip: Subscribers<Uint8Array>;
let answers: string[];
let keys: ReadonlySet<Usage>;
let pointers: PointerInput[];
let port: ComputerUsbPort;
let usb: Cable;
let chip: Ch9329;
let baud: number;

beforeEach(() => {
  toChip = new Subscribers();
  answers = [];
  keys = new Set();
  pointers = [];
  baud = 9600;
  port = new ComputerUsbPort(
    {
      keys: (held) => {
        keys = held;
      },
      pointer: (pointer) => void pointers.push(pointer),
      wake: () => port.setBus('awake'),
    },
    LEDS_OFF,
  );
  usb = new Cable('usb');
  chip = new Ch9329({
    wires: {
      write: (bytes) => void answers.push(hex(bytes)),
      onBytes: (listener) => toChip.add(listener),
      get settings() {
        return { baud };
      },
    },
    usb,
    port,
    clock,
  });
});

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');

function send(text: string): string | undefined {
  toChip.tell(Uint8Array.from(text.split(' ').map((byte) => Number.parseInt(byte, 16))));
  return answers.at(-1);
}

describe("the maker's examples", () => {
  test('CMD_GET_INFO', () => {
    port.setLeds({ numLock: true, capsLock: true, scrollLock: false });
    expect(send('57 AB 00 01 00 03')).toBe('57 AB 00 81 08 33 01 03 00 00 00 00 00 C2');
  });

  test('CMD_SEND_KB_GENERAL_DATA: left Shift and A, down and up', () => {
    expect(send('57 AB 00 02 08 02 00 04 00 00 00 00 00 12')).toBe('57 AB 00 82 01 00 85');
    expect(keys).toEqual(new Set([Usages.LeftShift, Usages.A]));
    expect(send('57 AB 00 02 08 00 00 00 00 00 00 00 00 0C')).toBe('57 AB 00 82 01 00 85');
    expect(keys).toEqual(new Set());
  });

  test('CMD_SEND_KB_MEDIA_DATA: mute', () => {
    expect(send('57 AB 00 03 04 02 04 00 00 0F')).toBe('57 AB 00 83 01 00 86');
    expect([...keys].map((key) => key.toString(16))).toEqual(['c00e2']);
    expect(send('57 AB 00 03 04 02 00 00 00 0B')).toBe('57 AB 00 83 01 00 86');
    expect(keys).toEqual(new Set());
  });

  test('CMD_SEND_MS_ABS_DATA: to (100, 100) of 1280 × 768', () => {
    expect(send('57 AB 00 04 07 02 00 40 01 15 02 00 67')).toBe('57 AB 00 84 01 00 87');
    const place = pointers.at(-1)?.position ?? { x: 0, y: 0 };
    expect(Math.round((place.x * 1280) / 32_768)).toBe(100);
    expect(Math.round((place.y * 768) / 32_768)).toBe(100);
  });
});

test.each([
  ['a wrong sum', '57 AB 00 01 00 04', '57 AB 00 C1 01 E4 A8'],
  ['an unknown command', '57 AB 00 3F 00 41', '57 AB 00 FF 01 E3 E5'],
  ['data of a wrong length', '57 AB 00 02 01 00 05', '57 AB 00 C2 01 E5 AA'],
])('it refuses %s', (_, command, answer) => {
  expect(send(command)).toBe(answer);
});

test('it executes nothing without a computer', () => {
  usb.unplug();
  expect(send('57 AB 00 02 08 00 00 04 00 00 00 00 00 10')).toBe('57 AB 00 C2 01 E6 AB');
  expect(send('57 AB 00 01 00 03')).toMatch(/^57 AB 00 81 08 33 00/);
});

test('at another rate it understands nothing', () => {
  baud = 115_200;
  expect(send('57 AB 00 01 00 03')).not.toMatch(/^57 AB/);
  expect(chip.heardOf(1)).toBe(0);
});

test('its configuration is read, set, and in force after a reset', async () => {
  expect(send('57 AB 00 08 00 0A')).toMatch(/^57 AB 00 88 32 80 80 00 00 00 25 80 08 00 00 03 86 1A 29 E1/);
  const set = [
    0x57,
    0xab,
    0x00,
    0x09,
    0x32,
    0x80,
    0x80,
    0x00,
    0x00,
    0x01,
    0xc2,
    0x00,
    ...new Array<number>(43).fill(0),
  ];
  const sum = set.reduce((total, byte) => (total + byte) & 0xff, 0);
  expect(send(hex(Uint8Array.from([...set, sum])))).toBe('57 AB 00 89 01 00 8C');
  expect(send('57 AB 00 0F 00 11')).toBe('57 AB 00 8F 01 00 92');
  await clock.settle();
  expect(send('57 AB 00 01 00 03')).not.toMatch(/^57 AB/);
  baud = 115_200;
  expect(send('57 AB 00 01 00 03')).toMatch(/^57 AB 00 81/);
});

test('without power it is pulled out to the computer, which lifts the keys, and says nothing', () => {
  send('57 AB 00 02 08 00 00 04 00 00 00 00 00 10');
  chip.powerOff();
  expect(keys).toEqual(new Set());
  const said = answers.length;
  send('57 AB 00 01 00 03');
  expect(answers).toHaveLength(said);
});

test('half a frame is forgotten when its end does not come', async () => {
  send('57 AB 00 01');
  await clock.advance(milliseconds(100));
  expect(send('57 AB 00 01 00 03')).toMatch(/^57 AB 00 81/);
});
