import { Cable, ComputerUsbPort } from '@seatmatrix/hw-sim';
import { Ch9329 } from '@seatmatrix/hw-sim/ch9329';
import { PtySocket } from '@seatmatrix/hw-sim/pty';
import { LEDS_OFF, type PointerInput, type Usage } from '@seatmatrix/protocol/domain';
import { type Log, silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { vi } from 'vitest';
import type { HidGadgetBench } from '../../contract/index.ts';
import type { HidGadgetEvent } from '../../hid-gadget.ts';
import { openCh9329Gadget } from '../ch9329-gadget.ts';

const GET_INFO = 0x01;
const REPORTS = [0x02, 0x03, 0x04, 0x05];

export interface ChipBench extends HidGadgetBench {
  readonly chip: Ch9329;
  readonly socket: PtySocket;
  readonly usb: Cable;
  /** Everything that the computer was told, oldest first. */
  readonly keysSeen: readonly ReadonlySet<Usage>[];
}

/** A real serial port, an emulated chip at its other end, and a computer behind that. */
export async function openChipBench({
  baud = 115_200,
  query = '',
  log = silentLog,
}: {
  readonly baud?: number;
  readonly query?: string;
  readonly log?: Log;
} = {}): Promise<ChipBench> {
  const keysSeen: ReadonlySet<Usage>[] = [];
  const pointers: PointerInput[] = [];
  const port = new ComputerUsbPort(
    {
      keys: (held) => void keysSeen.push(held),
      pointer: (pointer) => void pointers.push(pointer),
      wake: () => port.setBus('awake'),
    },
    LEDS_OFF,
  );
  const socket = new PtySocket();
  const wires = {
    write: (bytes: Uint8Array) => socket.write(bytes),
    onBytes: (listener: (bytes: Uint8Array) => void) => socket.onBytes(listener),
    get settings() {
      return socket.settings;
    },
  };
  const usb = new Cable('usb');
  const chip = new Ch9329({ wires, usb, port, clock: systemClock, baud });
  const driver = await openCh9329Gadget({ url: `${socket.path}${query}`, clock: systemClock, log });
  let disposed = false;
  const movements = () => pointers.flatMap(({ movement }) => (movement === null ? [] : [movement]));
  const buttonsOf = (absolute: boolean) =>
    pointers.findLast(({ position, movement }) => (absolute ? position !== null : movement !== null))?.buttons ?? 0;
  return {
    driver: {
      listen: (listener: (event: HidGadgetEvent) => void) => driver.listen(listener),
      writeKeyboard: (report) => driver.writeKeyboard(report),
      writeConsumer: (report) => driver.writeConsumer(report),
      writeAbsolutePointer: (report) => driver.writeAbsolutePointer(report),
      writeRelativePointer: (report) => driver.writeRelativePointer(report),
      async [Symbol.asyncDispose]() {
        disposed = true;
        await driver[Symbol.asyncDispose]();
      },
    },
    chip,
    socket,
    usb,
    keysSeen,
    /** The driver asks for the chip's state again and again: between two such questions without a report, all is told. */
    async settle() {
      if (disposed) return;
      const reports = () => REPORTS.reduce((sum, code) => sum + chip.heardOf(code), 0);
      let asked = chip.heardOf(GET_INFO);
      let since = reports();
      let quiet = -1;
      await vi.waitFor(
        () => {
          if (chip.heardOf(GET_INFO) === asked) throw new Error('the driver does not ask');
          asked = chip.heardOf(GET_INFO);
          quiet = reports() === since ? quiet + 1 : 0;
          since = reports();
          if (quiet < 1) throw new Error('the driver still writes');
        },
        { timeout: 10_000, interval: 5 },
      );
    },
    capabilities: {
      consumer: true,
      tilt: 'the reports of the chip have no tilt',
      noSleep: 'GET_INFO tells whether the chip is enumerated, not whether its bus is suspended',
      places: 4096,
    },
    computer: {
      keys: () => keysSeen.at(-1) ?? new Set(),
      buttons: () => buttonsOf(true) | buttonsOf(false),
      position: () => pointers.findLast(({ position }) => position !== null)?.position ?? { x: 0, y: 0 },
      travelled: () => ({
        dx: movements().reduce((sum, { dx }) => sum + dx, 0),
        dy: movements().reduce((sum, { dy }) => sum + dy, 0),
      }),
      turned: () => ({
        wheel: pointers.reduce((sum, { wheel }) => sum + wheel, 0),
        tilt: pointers.reduce((sum, { tilt }) => sum + tilt, 0),
      }),
      setLeds: (leds) => port.setLeds(leds),
      setState(state) {
        if (state === 'unplugged') usb.unplug();
        else usb.plug();
        if (state !== 'unplugged') port.setBus(state);
      },
      setReading: (reading) => port.setReading(reading),
    },
    async [Symbol.asyncDispose]() {
      disposed = true;
      await driver[Symbol.asyncDispose]();
      chip[Symbol.dispose]();
      socket[Symbol.dispose]();
    },
  };
}
