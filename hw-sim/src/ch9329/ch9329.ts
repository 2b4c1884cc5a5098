import {
  encodeAbsolutePointer,
  encodeLeds,
  encodeWideMouse,
  type KeyboardLeds,
  LEDS_OFF,
} from '@seatmatrix/protocol/domain';
import { between, type Clock, type Duration, type Instant, instant, milliseconds } from '@seatmatrix/protocol/kernel';
import type { Cable } from '../physical/cable.ts';
import type { BusState, ComputerUsbPort, UsbGadgetEnd } from '../physical/computer-usb-port.ts';
import { mediaUsages } from './media-bits.ts';
import { type SerialCommand, type SerialReceipt, SerialReceiver, serialFrame } from './serial-frame.ts';

/** The chip's TX and RX: a pseudo terminal whose other end a transmitter opens. */
export interface ChipWires {
  write(bytes: Uint8Array): void;
  onBytes(listener: (bytes: Uint8Array) => void): () => void;
  /** What the other end has set; null while nothing is plugged in. */
  readonly settings: { readonly baud: number | null } | null;
}

export interface Ch9329Options {
  readonly wires: ChipWires;
  /** Between the chip and the computer. */
  readonly usb: Cable;
  readonly port: ComputerUsbPort;
  readonly clock: Clock;
  /** What its configuration says. */
  readonly baud?: number;
}

/** What may go wrong between a command and its answer. */
export type ChipFault =
  /** It does what it is told, and its answer is lost. */
  | { readonly type: 'lost-answer' }
  /** The command is lost. */
  | { readonly type: 'lost-command' }
  /** The answer's sum is wrong. */
  | { readonly type: 'wrong-sum' }
  /** It does not do what it is told and says so (E1 timeout … E6 execution failed). */
  | { readonly type: 'refusal'; readonly status: number };

const STATUS = { ok: 0x00, head: 0xe2, command: 0xe3, sum: 0xe4, parameter: 0xe5, execution: 0xe6 } as const;
const ERROR_STATUS = { head: STATUS.head, sum: STATUS.sum, length: STATUS.parameter } as const;

/** A frame whose bytes pause for so long is given up ("packet interval", 3 ms by default; a pipe is not that punctual). */
const PACKET_INTERVAL = milliseconds(50);

const VERSION_1_3 = 0x33;

/** CMD_GET_PARA_CFG: 50 bytes, of which mode, serial mode, address, rate, packet interval, VID, PID. Pins hold both modes. */
const CONFIGURATION_BYTES = 50;
const configuration = (baud: number): number[] => {
  const rate = [24, 16, 8, 0].map((shift) => (baud >>> shift) & 0xff);
  const known = [0x80, 0x80, 0x00, ...rate, 0x08, 0x00, 0x00, 0x03, 0x86, 0x1a, 0x29, 0xe1, 0, 0, 0, 1, 0, 0x0d];
  return [...known, ...new Array<number>(CONFIGURATION_BYTES - known.length).fill(0)];
};

/** A CH9329 in software: frames on its serial side, a keyboard, two mice and media keys on its USB side. */
export class Ch9329 implements Disposable {
  /** Each is used up by the next command to which it applies, in this order. */
  readonly faults: ChipFault[] = [];
  /** Before each answer. */
  delay: Duration = milliseconds(0);
  /** Commands that were understood, by their code, faults included. */
  readonly heard = new Map<number, number>();
  readonly #options: Ch9329Options;
  readonly #receiver = new SerialReceiver();
  readonly #end: UsbGadgetEnd;
  readonly #unsubscribe: readonly (() => void)[];
  #configuration: number[];
  #baud: number;
  #powered = false;
  #attached = false;
  #bus: BusState = 'off';
  #leds: KeyboardLeds = LEDS_OFF;
  #lastByte: Instant = instant(0);
  #acpi = 0;
  #multimedia: readonly number[] = [0, 0, 0];
  /** What its endpoints hold for a computer that begins to read. */
  #keyboard = new Uint8Array(8);
  #absolute: Uint8Array | null = null;

  constructor(options: Ch9329Options) {
    this.#options = options;
    this.#baud = options.baud ?? 9600;
    this.#configuration = configuration(this.#baud);
    this.#end = {
      bus: (bus) => {
        this.#bus = bus;
      },
      leds: (leds) => {
        this.#leds = leds;
      },
      poll: () => {
        options.port.keyboard(this.#keyboard);
        this.#sendMedia();
        if (this.#absolute !== null) options.port.absolutePointer(this.#absolute);
      },
    };
    this.#unsubscribe = [
      options.wires.onBytes((bytes) => this.#take(bytes)),
      options.usb.onChange(() => this.#cable()),
    ];
    this.powerOn();
  }

  heardOf(code: number): number {
    return this.heard.get(code) ?? 0;
  }

  /** The box lost its power: the chip says nothing, and to the computer it is pulled out. */
  powerOff(): void {
    this.#powered = false;
    this.#cable();
  }

  powerOn(): void {
    this.#powered = true;
    this.#receiver.reset();
    this.#keyboard = new Uint8Array(8);
    this.#absolute = null;
    this.#acpi = 0;
    this.#multimedia = [0, 0, 0];
    this.#baud = this.#configuration.slice(3, 7).reduce((rate, byte) => rate * 256 + byte, 0);
    this.#cable();
  }

  /** Something on the line that no chip sends. */
  noise(bytes: Uint8Array): void {
    this.#options.wires.write(bytes);
  }

  [Symbol.dispose](): void {
    this.powerOff();
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
  }

  get #connected(): boolean {
    return this.#attached && this.#bus !== 'off';
  }

  #cable(): void {
    const { usb, port } = this.#options;
    const attached = this.#powered && usb.plugged;
    if (attached === this.#attached) return;
    this.#attached = attached;
    if (attached) port.attach(this.#end);
    else port.detach(this.#end);
  }

  #take(bytes: Uint8Array): void {
    if (!this.#powered) return;
    const { clock, wires } = this.#options;
    if (wires.settings?.baud !== this.#baud) {
      // At another rate its own sampling makes other bytes of them, and so does the other end of the answer.
      wires.write(Uint8Array.of(0x80, 0xf8, 0x00));
      return;
    }
    const now = clock.now();
    if (between(this.#lastByte, now) > PACKET_INTERVAL) this.#receiver.reset();
    this.#lastByte = now;
    for (const byte of bytes) {
      const receipt = this.#receiver.take(byte);
      if (receipt !== null) this.#receive(receipt);
    }
  }

  #receive(receipt: SerialReceipt): void {
    if (receipt.type === 'error') {
      this.#answer(receipt.code, [ERROR_STATUS[receipt.status]], 'refused');
      return;
    }
    const { command } = receipt;
    // Its address is 0, and FF is everybody's, without an answer.
    if (command.address !== 0x00 && command.address !== 0xff) return;
    this.heard.set(command.code, this.heardOf(command.code) + 1);
    const fault = this.faults.shift();
    if (fault?.type === 'lost-command') return;
    if (fault?.type === 'refusal') {
      this.#answer(command.code, [fault.status], 'refused');
      return;
    }
    const result = this.#obey(command);
    if (command.address === 0xff || fault?.type === 'lost-answer') return;
    const answer = typeof result === 'number' ? [result] : result;
    const refused = typeof result === 'number' && result !== STATUS.ok;
    this.#answer(command.code, answer, fault?.type === 'wrong-sum' ? 'wrong-sum' : refused ? 'refused' : 'well');
  }

  /** A status, or the data that was asked for. */
  #obey({ code, data }: SerialCommand): number | readonly number[] {
    switch (code) {
      case 0x01:
        return data.length === 0
          ? [VERSION_1_3, this.#connected ? 1 : 0, encodeLeds(this.#leds), 0, 0, 0, 0, 0]
          : STATUS.parameter;
      case 0x02:
      case 0x03:
      case 0x04:
      case 0x05:
        return this.#report(code, data);
      case 0x08:
        return this.#configuration;
      case 0x09:
        if (data.length !== CONFIGURATION_BYTES) return STATUS.parameter;
        this.#configuration = [...data];
        return STATUS.ok;
      case 0x0f:
        // After its answer.
        setImmediate(() => {
          this.powerOff();
          this.powerOn();
        });
        return STATUS.ok;
      default:
        return STATUS.command;
    }
  }

  #report(code: 0x02 | 0x03 | 0x04 | 0x05, data: readonly number[]): number {
    const { port } = this.#options;
    if (!this.#connected) return STATUS.execution;
    const [id, buttons = 0, ...rest] = data;
    switch (code) {
      case 0x02:
        if (data.length !== 8) return STATUS.parameter;
        this.#keyboard = Uint8Array.from(data);
        port.keyboard(this.#keyboard);
        return STATUS.ok;
      case 0x03:
        if (id === 1 && data.length === 2) this.#acpi = data[1] ?? 0;
        else if (id === 2 && data.length === 4) this.#multimedia = data.slice(1);
        else return STATUS.parameter;
        this.#sendMedia();
        return STATUS.ok;
      case 0x04: {
        const [xLow = 0, xHigh = 0, yLow = 0, yHigh = 0, wheel = 0] = rest;
        const [x, y] = [xLow + xHigh * 256, yLow + yHigh * 256];
        if (id !== 2 || data.length !== 7 || x > 4095 || y > 4095) return STATUS.parameter;
        const place = { buttons, x: displayPlace(x), y: displayPlace(y) };
        port.absolutePointer(encodeAbsolutePointer({ ...place, wheel: signed(wheel), tilt: 0 }));
        this.#absolute = encodeAbsolutePointer({ ...place, wheel: 0, tilt: 0 });
        return STATUS.ok;
      }
      case 0x05: {
        const [dx = 0, dy = 0, wheel = 0] = rest;
        if (id !== 1 || data.length !== 5) return STATUS.parameter;
        const movement = { dx: signed(dx), dy: signed(dy), wheel: signed(wheel) };
        port.relativePointer(encodeWideMouse({ buttons, ...movement, tilt: 0 }));
        return STATUS.ok;
      }
    }
  }

  #sendMedia(): void {
    const held = mediaUsages({ acpi: this.#acpi, multimedia: this.#multimedia });
    const report = held.length === 0 ? [0] : held.slice(0, 8);
    this.#options.port.consumer(Uint8Array.from(report.flatMap((usage) => [usage & 0xff, usage >> 8])));
  }

  #answer(code: number, data: readonly number[], way: 'well' | 'refused' | 'wrong-sum'): void {
    const frame = serialFrame(code | (way === 'refused' ? 0xc0 : 0x80), data);
    const last = frame.length - 1;
    if (way === 'wrong-sum') frame[last] = ((frame[last] ?? 0) + 1) & 0xff;
    const { clock, wires } = this.#options;
    const write = () => {
      if (this.#powered) wires.write(frame);
    };
    if (this.delay === 0) write();
    else clock.timer({ name: "the chip's answer", after: this.delay, fire: write });
  }
}

/** Its report descriptor has a logical maximum of 4095: an operating system stretches that over the display. */
const displayPlace = (place: number): number => place * 8 + Math.floor(place / 512);

const signed = (byte: number): number => (byte < 128 ? byte : byte - 256);
