import type { SerialSettings } from '@seatmatrix/protocol/domain';
import type { SerialPort, SerialPortEvent } from '../../drivers/index.ts';

/** An RS-232 socket, down to the bytes. */
export class RecordingSerialPort implements SerialPort {
  readonly settings: SerialSettings[] = [];
  readonly dropped = 0;
  #written = '';
  #waiting = '';
  #reading = true;
  #tell: (event: SerialPortEvent) => void = () => undefined;

  /** What the device got. */
  get written(): string {
    return this.#written;
  }

  set reading(reading: boolean) {
    this.#reading = reading;
    this.#flush();
  }

  say(text: string): void {
    this.#tell({ type: 'bytes', bytes: new TextEncoder().encode(text) });
  }

  listen(listener: (event: SerialPortEvent) => void): void {
    this.#tell = listener;
    listener({ type: 'state', plugged: true });
  }

  configure(settings: SerialSettings): void {
    this.#waiting = '';
    this.settings.push(settings);
  }

  write(bytes: Uint8Array): void {
    this.#waiting += new TextDecoder().decode(bytes);
    this.#flush();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#tell = () => undefined;
  }

  #flush(): void {
    if (!this.#reading) return;
    this.#written += this.#waiting;
    this.#waiting = '';
  }
}
