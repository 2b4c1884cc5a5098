import { readdir } from 'node:fs/promises';
import type { SerialSettings } from '@seatmatrix/protocol/domain';
import { Fault } from '@seatmatrix/protocol/kernel';
import { SerialPort as Stream } from 'serialport';

/** One opening of a device file. `closed` is called once when the device goes away, and not after `close`. */
export interface SerialDevice {
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

export interface SerialDeviceListener {
  bytes(bytes: Uint8Array): void;
  closed(reason: string): void;
}

/**
 * Opens a serial device of Linux and holds it against other programs (TIOCEXCL and flock, as minicom and ModemManager
 * honour). Throws `device-absent`, `device-denied`, `device-busy` or `driver-unavailable`, each with one line.
 */
export async function openSerialDevice(
  path: string,
  { settings, listener }: { readonly settings: SerialSettings; readonly listener: SerialDeviceListener },
): Promise<SerialDevice> {
  const stream = new Stream({
    path,
    baudRate: settings.baud,
    dataBits: settings.dataBits,
    parity: settings.parity,
    stopBits: settings.stopBits,
    rtscts: settings.flowControl === 'hardware',
    xon: settings.flowControl === 'software',
    xoff: settings.flowControl === 'software',
    // Lowering DTR at every change of the settings would hang up a modem and reset a microcontroller.
    hupcl: false,
    autoOpen: false,
  });
  let open = false;
  stream.on('data', (bytes: Buffer) => listener.bytes(Uint8Array.from(bytes)));
  // Whatever a stream tells as an error ends it, and `close` follows; without a listener it would end the process.
  stream.on('error', () => undefined);
  stream.on('close', (error: Error | null) => {
    if (!open) return;
    open = false;
    listener.closed(error?.message ?? 'closed');
  });
  const failure = await new Promise<Error | null>((resolve) => stream.open((error) => resolve(error ?? null)));
  if (failure !== null) throw await openFault(path, failure);
  open = true;
  return {
    write: (bytes) =>
      new Promise((resolve) => {
        // An error closes the port, which is told by `close`.
        stream.write(Buffer.from(bytes), () => resolve());
      }),
    async close() {
      if (!open) return;
      open = false;
      // What a stopped line still holds would keep close() waiting for up to 30 s (closing_wait in the kernel's tty layer).
      await new Promise<void>((resolve) => stream.flush(() => resolve()));
      await new Promise<void>((resolve) => stream.close(() => resolve()));
    },
  };
}

/** serialport says the cause in words alone: strerror() of open(2), or its own for the lock. */
async function openFault(path: string, cause: Error): Promise<Fault> {
  const { message } = cause;
  if (/no such file|no such device/i.test(message)) {
    const found = await foundDevices();
    const others = found.length === 0 ? 'no serial device was found' : `found: ${found.join(', ')}`;
    return new Fault({ code: 'device-absent', message: `${path} is not there; ${others}`, context: { path }, cause });
  }
  if (/permission denied|not permitted/i.test(message)) {
    return new Fault({
      code: 'device-denied',
      message: `${path} may not be opened: add the agent's user to the group dialout, or a udev rule (docs/box-builders.md)`,
      context: { path },
      cause,
    });
  }
  if (/busy|temporarily unavailable|cannot lock/i.test(message)) {
    return new Fault({
      code: 'device-busy',
      message: `${path} is used by another program`,
      context: { path },
      cause,
    });
  }
  return new Fault({
    code: 'driver-unavailable',
    message: `${path} cannot be opened as a serial port: ${message}`,
    context: { path },
    cause,
  });
}

/** What a box has: built-in ports show whether or not they exist (ttyS*), so that only adapters and SoC ports are named. */
async function foundDevices(): Promise<readonly string[]> {
  const names = await readdir('/dev').catch(() => []);
  return names
    .filter((name) => /^tty(USB|ACM|AMA|THS|FIQ)\d+$/.test(name))
    .sort()
    .slice(0, 8)
    .map((name) => `/dev/${name}`);
}
