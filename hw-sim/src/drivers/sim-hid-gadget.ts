import type { HidGadget, HidGadgetEvent } from '@seatmatrix/firmware-agent/drivers';
import {
  encodeAbsolutePointer,
  encodeBootKeyboard,
  encodeConsumerControl,
  encodeLeds,
  encodeWideMouse,
  type KeyboardLeds,
  LEDS_OFF,
} from '@seatmatrix/protocol/domain';
import type { Cable } from '../physical/cable.ts';
import type { BusState, ComputerUsbPort, UsbGadgetEnd } from '../physical/computer-usb-port.ts';

type HostState = Extract<HidGadgetEvent, { type: 'host' }>['state'];

/** The keyboard and pointer that a simulated transmitter is to a simulated computer, over a cable that can be pulled. */
export class SimHidGadget implements HidGadget {
  readonly #cable: Cable;
  readonly #port: ComputerUsbPort;
  readonly #end: UsbGadgetEnd;
  readonly #unsubscribe: () => void;
  #listener: ((event: HidGadgetEvent) => void) | null = null;
  #bus: BusState = 'off';
  #leds: KeyboardLeds = LEDS_OFF;
  #told: HostState | null = null;
  #powered = true;
  /** The newest of each: a computer that begins to read gets these. */
  #keyboard: Uint8Array | null = null;
  #consumer: Uint8Array | null = null;
  #absolute: Uint8Array | null = null;

  constructor({ cable, port }: { readonly cable: Cable; readonly port: ComputerUsbPort }) {
    this.#cable = cable;
    this.#port = port;
    this.#end = {
      bus: (bus) => {
        this.#bus = bus;
        this.#hostChanged();
      },
      leds: (leds) => {
        const changed = encodeLeds(leds) !== encodeLeds(this.#leds);
        this.#leds = leds;
        if (changed) this.#listener?.({ type: 'leds', leds });
      },
      poll: () => {
        if (this.#keyboard !== null) port.keyboard(this.#keyboard);
        if (this.#consumer !== null) port.consumer(this.#consumer);
        if (this.#absolute !== null) port.absolutePointer(this.#absolute);
      },
    };
    this.#unsubscribe = cable.onChange((plugged) => this.#cabled(plugged));
    if (cable.plugged) port.attach(this.#end);
  }

  listen(listener: (event: HidGadgetEvent) => void): void {
    this.#listener = listener;
    this.#told = null;
    this.#hostChanged();
    listener({ type: 'leds', leds: this.#leds });
  }

  writeKeyboard(report: Uint8Array): void {
    this.#keyboard = Uint8Array.from(report);
    if (this.#reaches()) this.#port.keyboard(report);
  }

  writeConsumer(report: Uint8Array): void {
    this.#consumer = Uint8Array.from(report);
    if (this.#reaches()) this.#port.consumer(report);
  }

  writeAbsolutePointer(report: Uint8Array): void {
    this.#absolute = Uint8Array.from(report);
    if (this.#reaches()) this.#port.absolutePointer(report);
  }

  writeRelativePointer(report: Uint8Array): void {
    if (this.#reaches()) this.#port.relativePointer(report);
  }

  /** The box is without power from one moment to the next: nothing it still writes arrives. */
  cutPower(): void {
    if (!this.#powered) return;
    this.#powered = false;
    this.#unsubscribe();
    this.#port.detach(this.#end);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener = null;
    if (!this.#powered) return;
    this.writeKeyboard(encodeBootKeyboard([]));
    this.writeConsumer(encodeConsumerControl([]));
    this.#liftButtons();
    this.cutPower();
  }

  get #host(): HostState {
    if (!this.#cable.plugged || this.#bus === 'off') return 'unplugged';
    return this.#bus;
  }

  #reaches(): boolean {
    return this.#powered && this.#host !== 'unplugged';
  }

  #cabled(plugged: boolean): void {
    if (plugged) this.#port.attach(this.#end);
    else {
      this.#port.detach(this.#end);
      this.#bus = 'off';
      this.#hostChanged();
    }
  }

  #hostChanged(): void {
    const host = this.#host;
    if (host === this.#told) return;
    this.#told = host;
    this.#listener?.({ type: 'host', state: host });
  }

  /** Where the pointer stands stays; only its buttons come up, in whichever way it was written last. */
  #liftButtons(): void {
    this.writeRelativePointer(encodeWideMouse({ buttons: 0, dx: 0, dy: 0, wheel: 0, tilt: 0 }));
    if (this.#absolute === null) return;
    const view = new DataView(this.#absolute.buffer);
    this.writeAbsolutePointer(
      encodeAbsolutePointer({ buttons: 0, x: view.getUint16(1, true), y: view.getUint16(3, true), wheel: 0, tilt: 0 }),
    );
  }
}
