import type { HidHost, HidHostEvent } from '@seatmatrix/firmware-agent/drivers';
import { type KeyboardLeds, LEDS_OFF } from '@seatmatrix/protocol/domain';
import type { UsbHub } from '../physical/usb-hub.ts';

/** The keyboards and mice in a simulated receiver's sockets. */
export class SimHidHost implements HidHost {
  readonly #hub: UsbHub;
  #unsubscribe: (() => void) | null = null;

  constructor(hub: UsbHub) {
    this.#hub = hub;
  }

  listen(listener: (event: HidHostEvent) => void): void {
    for (const device of this.#hub.devices) listener({ type: 'attached', device });
    this.#unsubscribe = this.#hub.subscribe(listener);
  }

  setLeds(leds: KeyboardLeds): void {
    this.#hub.setLeds(leds);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#hub.setLeds(LEDS_OFF);
  }
}
