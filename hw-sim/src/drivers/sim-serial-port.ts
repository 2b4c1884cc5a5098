import type { SerialPort, SerialPortEvent } from '@seatmatrix/firmware-agent/drivers';
import type { SerialSettings } from '@seatmatrix/protocol/domain';
import type { SerialLine } from '../physical/serial-line.ts';

/** As a UART's driver has: enough for a line that pauses, little enough for a person to wait for. */
const WAITING_BYTES_MAX = 4096;

/** A simulated box's RS-232 socket. */
export class SimSerialPort implements SerialPort {
  readonly #line: SerialLine;
  #listener: ((event: SerialPortEvent) => void) | null = null;
  #unsubscribe: readonly (() => void)[] = [];
  #waiting: Uint8Array[] = [];
  #dropped = 0;

  constructor(line: SerialLine) {
    this.#line = line;
  }

  get dropped(): number {
    return this.#dropped;
  }

  listen(listener: (event: SerialPortEvent) => void): void {
    this.#listener = listener;
    listener({ type: 'state', plugged: this.#line.cable.plugged });
    this.#unsubscribe = [
      this.#line.cable.onChange((plugged) => {
        this.#waiting = [];
        this.#listener?.({ type: 'state', plugged });
      }),
      this.#line.onBytes((bytes) => this.#listener?.({ type: 'bytes', bytes })),
      this.#line.onReady(() => this.#pump()),
    ];
  }

  configure(settings: SerialSettings): void {
    this.#waiting = [];
    this.#line.set(settings);
  }

  write(bytes: Uint8Array): void {
    const waiting = this.#waiting.reduce((sum, { length }) => sum + length, 0);
    if (this.#listener === null || !this.#line.cable.plugged || waiting + bytes.length > WAITING_BYTES_MAX) {
      this.#dropped++;
      return;
    }
    this.#waiting.push(Uint8Array.from(bytes));
    this.#pump();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener = null;
    this.#waiting = [];
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    this.#unsubscribe = [];
  }

  #pump(): void {
    if (!this.#line.taking) return;
    for (const bytes of this.#waiting.splice(0)) this.#line.write(bytes);
  }
}
