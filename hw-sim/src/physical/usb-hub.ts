import type { HidDevice, HidLayout } from '@seatmatrix/firmware-agent/drivers';
import type { KeyboardLeds } from '@seatmatrix/protocol/domain';
import { LEDS_OFF } from '@seatmatrix/protocol/domain';
import { Subscribers } from './subscribers.ts';

/** A keyboard or a mouse, as the cable sees it. */
export interface UsbInputDevice {
  readonly layout: HidLayout;
  readonly name: string;
  /** Output report. Pointers ignore it. */
  setLeds(leds: KeyboardLeds): void;
}

/** A device's end of the connection. */
export interface UsbPlug {
  report(bytes: Uint8Array): void;
  pull(): void;
}

export type UsbHubEvent =
  | { readonly type: 'attached'; readonly device: HidDevice }
  | { readonly type: 'report'; readonly device: string; readonly bytes: Uint8Array }
  | { readonly type: 'detached'; readonly device: string };

/** The USB sockets of a receiver: what is plugged in, whether or not anybody listens. */
export class UsbHub {
  #plugs = 0;
  #leds: KeyboardLeds = LEDS_OFF;
  readonly #devices = new Map<string, UsbInputDevice>();
  readonly #subscribers = new Subscribers<UsbHubEvent>();

  get devices(): readonly HidDevice[] {
    return [...this.#devices].map(([id, { layout, name }]) => ({ id, layout, name }));
  }

  attach(device: UsbInputDevice): UsbPlug {
    const id = `usb-${++this.#plugs}`;
    this.#devices.set(id, device);
    this.#subscribers.tell({ type: 'attached', device: { id, layout: device.layout, name: device.name } });
    device.setLeds(this.#leds);
    return {
      report: (bytes) => {
        if (this.#devices.has(id)) this.#subscribers.tell({ type: 'report', device: id, bytes });
      },
      pull: () => {
        if (!this.#devices.delete(id)) return;
        // A keyboard without power has no light.
        device.setLeds(LEDS_OFF);
        this.#subscribers.tell({ type: 'detached', device: id });
      },
    };
  }

  setLeds(leds: KeyboardLeds): void {
    this.#leds = leds;
    for (const device of this.#devices.values()) device.setLeds(leds);
  }

  subscribe(listener: (event: UsbHubEvent) => void): () => void {
    return this.#subscribers.add(listener);
  }
}
