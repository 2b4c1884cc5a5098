import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs';

/*
 * A HID device whose other end is this program (Linux, Documentation/hid/uhid.rst): what the kernel makes of it, hidraw
 * and evdev, is real.
 */
const DESTROY = 1;
const OUTPUT = 6;
const GET_REPORT = 9;
const GET_REPORT_REPLY = 10;
const CREATE2 = 11;
const INPUT2 = 12;
const SET_REPORT = 13;
const SET_REPORT_REPLY = 14;

/** The largest event: CREATE2 with its 4096 bytes of descriptor. */
const EVENT_BYTES = 4 + 280 + 4096;
const DATA_MAX = 4096;
const USB = 3;
const PROTOCOL_ERROR = 71;

export class UhidDevice {
  readonly #file: number;
  readonly #timer: NodeJS.Timeout;
  /** The last output report without its ID. */
  #output: Uint8Array = new Uint8Array();
  #open = true;

  constructor({ name, descriptor }: { readonly name: string; readonly descriptor: Uint8Array }) {
    this.#file = openSync('/dev/uhid', constants.O_RDWR | constants.O_NONBLOCK);
    const event = Buffer.alloc(EVENT_BYTES);
    event.writeUInt32LE(CREATE2, 0);
    event.write(name, 4);
    // Behind the name (128), the physical place (64) and the serial number (64).
    event.writeUInt16LE(descriptor.length, 260);
    event.writeUInt16LE(USB, 262);
    event.writeUInt32LE(0x1d6b, 264);
    event.writeUInt32LE(0x0104, 268);
    event.set(descriptor, 280);
    writeSync(this.#file, event);
    // The kernel waits five seconds for an answer to its questions.
    this.#timer = setInterval(() => this.#answer(), 2);
  }

  send(report: Uint8Array): void {
    if (!this.#open) return;
    const event = Buffer.alloc(6 + report.length);
    event.writeUInt32LE(INPUT2, 0);
    event.writeUInt16LE(report.length, 4);
    event.set(report, 6);
    writeSync(this.#file, event);
  }

  /** The last output report's first byte, 0 before there was one. */
  output(): number {
    this.#answer();
    return this.#output[0] ?? 0;
  }

  unplug(): void {
    if (!this.#open) return;
    this.#open = false;
    clearInterval(this.#timer);
    const event = Buffer.alloc(4);
    event.writeUInt32LE(DESTROY, 0);
    writeSync(this.#file, event);
    closeSync(this.#file);
  }

  #answer(): void {
    const event = Buffer.alloc(EVENT_BYTES);
    while (this.#open) {
      try {
        readSync(this.#file, event);
      } catch {
        // Nothing more to be read.
        return;
      }
      this.#take(event);
    }
  }

  #take(event: Buffer): void {
    const type = event.readUInt32LE(0);
    if (type === OUTPUT) this.#outputIs(event.subarray(4, 4 + event.readUInt16LE(4 + DATA_MAX)));
    else if (type === SET_REPORT) {
      this.#outputIs(event.subarray(12, 12 + event.readUInt16LE(10)));
      this.#reply(SET_REPORT_REPLY, { id: event.readUInt32LE(4), error: 0 });
    } else if (type === GET_REPORT) {
      this.#reply(GET_REPORT_REPLY, { id: event.readUInt32LE(4), error: PROTOCOL_ERROR });
    }
  }

  /** The kernel sends the ID even where it is 0. */
  #outputIs(data: Uint8Array): void {
    this.#output = Uint8Array.from(data.length > 1 ? data.subarray(1) : data);
  }

  #reply(type: number, { id, error }: { readonly id: number; readonly error: number }): void {
    const event = Buffer.alloc(12);
    event.writeUInt32LE(type, 0);
    event.writeUInt32LE(id, 4);
    event.writeUInt16LE(error, 8);
    writeSync(this.#file, event);
  }
}
