import { DEFAULT_SOURCE_SETTINGS, type SerialSettings } from '@seatmatrix/protocol/domain';
import { describe, expect, test } from 'vitest';
import type { SerialPort, SerialPortEvent } from '../serial-port.ts';
import type { Bench } from './bench.ts';

export interface SerialPortBench extends Bench<SerialPort> {
  readonly device: BenchSerialDevice;
}

/** What is plugged into the socket: takes what comes and is set as it has to be, at first. */
export interface BenchSerialDevice {
  /** All that it got since the bench opened. */
  received(): Uint8Array;
  say(bytes: Uint8Array): void;
  /** How the socket is set, as far as a device can see it; null while it is out. */
  settings(): Pick<SerialSettings, 'baud' | 'stopBits' | 'flowControl'> | null;
  setPlugged(plugged: boolean): void;
  /** Not taking: the other end's hand is up, and the socket's queue fills. */
  setTaking(taking: boolean): void;
}

const FAST: SerialSettings = { baud: 115_200, dataBits: 8, parity: 'none', stopBits: 2, flowControl: 'hardware' };
const SOFT: SerialSettings = { ...FAST, baud: 19_200, stopBits: 1, flowControl: 'software' };

/** More than any queue between here and a device holds: a pseudo terminal's has 64 KiB. */
const FLOOD_WRITES = 200;
const WRITE_BYTES = 1024;

export function serialPortContract(implementation: string, openBench: () => Promise<SerialPortBench>): void {
  describe(`${implementation} keeps the contract of a serial port`, () => {
    test('listening first tells the state', async () => {
      await using bench = await openBench();
      expect(states(listen(bench.driver))).toEqual([true]);
    });

    test('every byte goes both ways as it is, in order', async () => {
      await using bench = await openBench();
      const events = listen(bench.driver);
      const every = Uint8Array.from({ length: 256 }, (_, value) => value);
      bench.driver.write(every);
      bench.device.say(every);
      bench.driver.write(Uint8Array.of(1, 2));
      bench.device.say(Uint8Array.of(3, 4));
      await bench.settle();

      expect([...bench.device.received()]).toEqual([...every, 1, 2]);
      expect(heard(events)).toEqual([...every, 3, 4]);
      expect(bench.driver.dropped).toBe(0);
    });

    test('the line is set as it is configured, once and again', async () => {
      await using bench = await openBench();
      listen(bench.driver);
      for (const settings of [FAST, SOFT, DEFAULT_SOURCE_SETTINGS.serial]) {
        bench.driver.configure(settings);
        bench.driver.write(Uint8Array.of(7));
        await bench.settle();
        const { baud, stopBits, flowControl } = settings;
        expect(bench.device.settings()).toEqual({ baud, stopBits, flowControl });
      }
      expect([...bench.device.received()]).toEqual([7, 7, 7]);
    });

    test('a device that is pulled and put back is told, and comes back as it was configured', async () => {
      await using bench = await openBench();
      const events = listen(bench.driver);
      bench.driver.configure(SOFT);
      await bench.settle();
      bench.device.setPlugged(false);
      await bench.settle();
      expect(states(events)).toEqual([true, false]);

      bench.driver.write(Uint8Array.of(1));
      expect(bench.driver.dropped).toBe(1);
      bench.device.setPlugged(true);
      await bench.settle();
      bench.driver.write(Uint8Array.of(2));
      bench.device.say(Uint8Array.of(3));
      await bench.settle();
      expect(states(events)).toEqual([true, false, true]);
      expect([...bench.device.received()]).toEqual([2]);
      expect(heard(events)).toEqual([3]);
      expect(bench.device.settings()?.baud).toBe(SOFT.baud);
    });

    test('a line that takes nothing costs whole writes, counted, and blocks nobody', async () => {
      await using bench = await openBench();
      listen(bench.driver);
      const { accepted } = flood(bench);
      expect(bench.driver.dropped).toBeGreaterThan(0);
      expect(accepted.length + bench.driver.dropped).toBe(FLOOD_WRITES);
      bench.device.setTaking(true);
      await bench.settle();

      const received = bench.device.received();
      expect(received).toHaveLength(accepted.length * WRITE_BYTES);
      expect(accepted.map((_, index) => received[index * WRITE_BYTES])).toEqual(accepted);
    });

    test('configuring drops what waits for the line', async () => {
      await using bench = await openBench();
      listen(bench.driver);
      const { accepted } = flood(bench);
      bench.driver.configure(FAST);
      bench.device.setTaking(true);
      bench.driver.write(Uint8Array.of(255));
      await bench.settle();

      const received = bench.device.received();
      expect(received.at(-1)).toBe(255);
      expect(received.length).toBeLessThan(accepted.length * WRITE_BYTES);
      expect(received).not.toContain(accepted.at(-1));
    });

    test('after disposing nothing more is told', async () => {
      await using bench = await openBench();
      const events = listen(bench.driver);
      await bench.driver[Symbol.asyncDispose]();
      const told = events.length;
      bench.device.say(Uint8Array.of(1));
      bench.device.setPlugged(false);
      expect(() => bench.driver.write(Uint8Array.of(1))).not.toThrow();
      await bench.settle();
      expect(events).toHaveLength(told);
    });
  });
}

/** Writes until the line's queue is full and beyond. The writes' numbers are their bytes; those taken are told. */
function flood({ driver, device }: SerialPortBench): { readonly accepted: readonly number[] } {
  device.setTaking(false);
  const accepted: number[] = [];
  for (let number = 0; number < FLOOD_WRITES; number++) {
    const { dropped } = driver;
    driver.write(new Uint8Array(WRITE_BYTES).fill(number));
    if (driver.dropped === dropped) accepted.push(number);
  }
  return { accepted };
}

function listen(driver: SerialPort): SerialPortEvent[] {
  const events: SerialPortEvent[] = [];
  driver.listen((event) => events.push(event));
  return events;
}

const states = (events: readonly SerialPortEvent[]): readonly boolean[] =>
  events.flatMap((event) => (event.type === 'state' ? [event.plugged] : []));

const heard = (events: readonly SerialPortEvent[]): readonly number[] =>
  events.flatMap((event) => (event.type === 'bytes' ? [...event.bytes] : []));
