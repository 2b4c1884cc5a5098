import { DEFAULT_SOURCE_SETTINGS, type SerialSettings } from '@seatmatrix/protocol/domain';
import { Cable } from './cable.ts';
import { Subscribers } from './subscribers.ts';

/** What a receiver makes of bytes at another rate or in another frame: as many, and none as it was. */
const GARBLED = 0xff;

/** An RS-232 socket, the cable in it, and a device at the other end that knows one setting. */
export class SerialLine {
  readonly cable = new Cable('serial');
  /** Of the device. */
  deviceSettings: SerialSettings = DEFAULT_SOURCE_SETTINGS.serial;
  readonly #fromDevice = new Subscribers<Uint8Array>();
  readonly #readiness = new Subscribers<void>();
  readonly #received: number[] = [];
  #settings: SerialSettings = DEFAULT_SOURCE_SETTINGS.serial;
  #taking = true;

  /** All that the device got. */
  get received(): Uint8Array {
    return Uint8Array.from(this.#received);
  }

  /** Of the socket. */
  get settings(): SerialSettings {
    return this.#settings;
  }

  /** Whether the device takes bytes: its RTS, or XON. */
  get taking(): boolean {
    return this.#taking;
  }

  set taking(taking: boolean) {
    this.#taking = taking;
    if (taking) this.#readiness.tell();
  }

  set(settings: SerialSettings): void {
    this.#settings = settings;
  }

  /** From the socket. */
  write(bytes: Uint8Array): void {
    if (this.cable.plugged) this.#received.push(...this.#across(bytes));
  }

  /** From the device. */
  say(bytes: Uint8Array): void {
    if (this.cable.plugged) this.#fromDevice.tell(this.#across(bytes));
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    return this.#fromDevice.add(listener);
  }

  onReady(listener: () => void): () => void {
    return this.#readiness.add(listener);
  }

  #across(bytes: Uint8Array): Uint8Array {
    const { baud, dataBits, parity, stopBits } = this.#settings;
    const device = this.deviceSettings;
    const same = baud === device.baud && dataBits === device.dataBits && parity === device.parity;
    return same && stopBits === device.stopBits ? Uint8Array.from(bytes) : new Uint8Array(bytes.length).fill(GARBLED);
  }
}
