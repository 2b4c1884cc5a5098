import { DEFAULT_SOURCE_SETTINGS, type SerialSettings } from '@seatmatrix/protocol/domain';
import { type Clock, Fault, type Log } from '@seatmatrix/protocol/kernel';
import type { SerialPort, SerialPortEvent } from '../serial-port.ts';
import { openSerialLine, type SerialLine } from './serial-line.ts';

export interface LinuxSerialPortOptions {
  /** The device file: `/dev/ttyUSB0`, `/dev/serial/by-id/…`. */
  readonly url: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** Opens an RS-232 socket for the pass-through. Rejects with `configuration-invalid` or a `device-*` fault. */
export async function openLinuxSerialPort({ url, clock, log }: LinuxSerialPortOptions): Promise<SerialPort> {
  const { serial: settings } = DEFAULT_SOURCE_SETTINGS;
  return new LinuxSerialPort(await openSerialLine({ path: devicePath(url), settings, clock, log }));
}

/** Throws `configuration-invalid` for what is no path. */
export function devicePath(url: string): string {
  if (url.startsWith('/')) return url;
  throw new Fault({
    code: 'configuration-invalid',
    message: `"${url}" is no serial device: give its file, such as /dev/ttyUSB0`,
  });
}

class LinuxSerialPort implements SerialPort {
  readonly #line: SerialLine;

  constructor(line: SerialLine) {
    this.#line = line;
  }

  get dropped(): number {
    return this.#line.dropped;
  }

  listen(listener: (event: SerialPortEvent) => void): void {
    this.#line.listen({
      plugged: (plugged) => listener({ type: 'state', plugged }),
      bytes: (bytes) => listener({ type: 'bytes', bytes }),
    });
  }

  configure(settings: SerialSettings): void {
    this.#line.configure(settings);
  }

  write(bytes: Uint8Array): void {
    this.#line.write(bytes);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#line[Symbol.asyncDispose]();
  }
}
