import {
  decodeAbsolutePointer,
  decodeBootKeyboard,
  decodeConsumerControl,
  decodeWideMouse,
  type KeyboardLeds,
  type PointerInput,
  type Usage,
} from '@seatmatrix/protocol/domain';

/** `off`: no power on the bus, as when the computer is off. */
export type BusState = 'awake' | 'asleep' | 'off';

/** The keyboard and pointer at the far end of the cable, as the computer's bus drives them. */
export interface UsbGadgetEnd {
  bus(state: BusState): void;
  leds(leds: KeyboardLeds): void;
  /** The computer begins to read: the newest reports now, those before are gone. */
  poll(): void;
}

/** What the computer makes of the reports of one port. */
export interface PortInput {
  keys(keys: ReadonlySet<Usage>): void;
  pointer(pointer: PointerInput): void;
  /** A device on a sleeping bus asked the computer to wake. */
  wake(): void;
}

/** One USB socket of a computer, with a transmitter's keyboard and pointer in it or nothing. */
export class ComputerUsbPort {
  readonly #input: PortInput;
  #gadget: UsbGadgetEnd | null = null;
  #bus: BusState = 'awake';
  #reading = true;
  #leds: KeyboardLeds;
  #keyboard: ReadonlySet<Usage> = NO_KEYS;
  #consumer: ReadonlySet<Usage> = NO_KEYS;

  constructor(input: PortInput, leds: KeyboardLeds) {
    this.#input = input;
    this.#leds = leds;
  }

  get bus(): BusState {
    return this.#bus;
  }

  /** First tells the bus and the lights. */
  attach(gadget: UsbGadgetEnd): void {
    this.#gadget = gadget;
    gadget.bus(this.#bus);
    gadget.leds(this.#leds);
    if (this.#takes()) gadget.poll();
  }

  /** Pulled: an operating system lifts what the device held. */
  detach(gadget: UsbGadgetEnd): void {
    if (this.#gadget !== gadget) return;
    this.#gadget = null;
    this.#lift();
  }

  setBus(bus: BusState): void {
    if (bus === this.#bus) return;
    this.#bus = bus;
    if (bus !== 'awake') this.#lift();
    this.#gadget?.bus(bus);
    if (this.#takes()) this.#gadget?.poll();
  }

  /** A computer that is awake and does not read: a firmware menu without a driver, a system that hangs. */
  setReading(reading: boolean): void {
    if (reading === this.#reading) return;
    this.#reading = reading;
    if (this.#takes()) this.#gadget?.poll();
  }

  setLeds(leds: KeyboardLeds): void {
    this.#leds = leds;
    this.#gadget?.leds(leds);
  }

  keyboard(report: Uint8Array): void {
    const keys = decodeBootKeyboard(report);
    if (keys === null) return;
    if (this.#bus === 'asleep' && keys.size > 0) this.#input.wake();
    this.#keyboard = keys;
    this.#tellKeys();
  }

  consumer(report: Uint8Array): void {
    const keys = decodeConsumerControl(report);
    if (keys === null) return;
    if (this.#bus === 'asleep' && keys.size > 0) this.#input.wake();
    this.#consumer = keys;
    this.#tellKeys();
  }

  absolutePointer(report: Uint8Array): void {
    this.#pointer(decodeAbsolutePointer(report));
  }

  relativePointer(report: Uint8Array): void {
    this.#pointer(decodeWideMouse(report));
  }

  #takes(): boolean {
    return this.#bus === 'awake' && this.#reading;
  }

  #tellKeys(): void {
    if (this.#takes()) this.#input.keys(new Set([...this.#keyboard, ...this.#consumer]));
  }

  #pointer(pointer: PointerInput | null): void {
    if (pointer === null) return;
    if (this.#bus === 'asleep' && pointer.buttons !== 0) this.#input.wake();
    if (this.#takes()) this.#input.pointer(pointer);
  }

  #lift(): void {
    this.#keyboard = NO_KEYS;
    this.#consumer = NO_KEYS;
    this.#input.keys(NO_KEYS);
    this.#input.pointer({ buttons: 0, position: null, movement: null, wheel: 0, tilt: 0 });
  }
}

const NO_KEYS: ReadonlySet<Usage> = new Set();
