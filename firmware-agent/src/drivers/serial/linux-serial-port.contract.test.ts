import { PtySocket } from '@seatmatrix/hw-sim/pty';
import { silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { vi } from 'vitest';
import { type SerialPortBench, serialPortContract } from '../contract/index.ts';
import type { SerialPortEvent } from '../serial-port.ts';
import { openLinuxSerialPort } from './linux-serial-port.ts';

serialPortContract('linux', openBench);

/** As long as nothing may come before it is taken for all that there was. */
const QUIET = 300;

async function openBench(): Promise<SerialPortBench> {
  const socket = new PtySocket();
  const received: number[] = [];
  let plugged: boolean | null = null;
  let lastEvent = performance.now();
  const stir = () => {
    lastEvent = performance.now();
  };
  socket.onBytes((bytes) => {
    received.push(...bytes);
    stir();
  });
  const driver = await openLinuxSerialPort({ url: socket.path, clock: systemClock, log: silentLog });
  let disposed = false;
  const dispose = async () => {
    disposed = true;
    await driver[Symbol.asyncDispose]();
  };
  return {
    driver: {
      get dropped() {
        return driver.dropped;
      },
      listen: (listener) =>
        driver.listen((event: SerialPortEvent) => {
          stir();
          if (event.type === 'state') plugged = event.plugged;
          listener(event);
        }),
      configure: (settings) => driver.configure(settings),
      write: (bytes) => driver.write(bytes),
      [Symbol.asyncDispose]: dispose,
    },
    async settle() {
      stir();
      await vi.waitFor(
        () => {
          if (!disposed && plugged !== null && plugged !== socket.plugged) throw new Error('the state is not told');
          if (performance.now() - lastEvent < QUIET) throw new Error('bytes still come');
        },
        { timeout: 10_000, interval: 10 },
      );
    },
    device: {
      received: () => Uint8Array.from(received),
      say: (bytes) => socket.write(bytes),
      settings: () => {
        const { settings } = socket;
        return settings === null ? null : { ...settings, baud: settings.baud ?? 0 };
      },
      setPlugged: (wanted) => (wanted ? socket.plug() : socket.unplug()),
      setTaking: (taking) => (taking ? socket.resume() : socket.pause()),
    },
    async [Symbol.asyncDispose]() {
      await dispose();
      socket[Symbol.dispose]();
    },
  };
}
