import type { NetworkPort, NetworkPortEvent } from '@seatmatrix/firmware-agent/drivers';
import type { Cable } from '../physical/cable.ts';

/** A simulated box's network socket: it has a carrier while its cable is plugged. */
export class SimNetworkPort implements NetworkPort {
  readonly #cable: Cable;
  #unsubscribe: (() => void) | null = null;

  constructor(cable: Cable) {
    this.#cable = cable;
  }

  listen(listener: (event: NetworkPortEvent) => void): void {
    listener({ type: 'carrier', up: this.#cable.plugged });
    this.#unsubscribe = this.#cable.onChange((up) => listener({ type: 'carrier', up }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
  }
}
