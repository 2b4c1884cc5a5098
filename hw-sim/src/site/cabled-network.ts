import { Fault } from '@seatmatrix/protocol/kernel';
import type { DialTarget, Listening, Network, Transport } from '@seatmatrix/protocol/link';
import type { Cable } from '../physical/cable.ts';
import { CabledTransport } from './cabled-transport.ts';

/**
 * A box's network, through its cable. Without it nothing gets in or out and nobody is told: the other end finds out by
 * silence, as it does with a real cable, and what was under way goes on when the cable is back in time.
 */
export class CabledNetwork implements Network {
  readonly #network: Network;
  readonly #cable: Cable;
  readonly #transports = new Set<CabledTransport>();
  readonly #unsubscribe: () => void;
  #powered = true;

  constructor(network: Network, cable: Cable) {
    this.#network = network;
    this.#cable = cable;
    this.#unsubscribe = cable.onChange((plugged) => {
      if (plugged) for (const transport of [...this.#transports]) transport.resume();
    });
  }

  async dial(target: DialTarget, signal: AbortSignal): Promise<Transport> {
    if (!this.#passes()) throw new Fault({ code: 'link-lost', message: 'the network cable is not plugged in' });
    return this.#through(await this.#network.dial(target, signal));
  }

  listen(options: Parameters<Network['listen']>[0]): Promise<Listening> {
    return this.#network.listen({
      ...options,
      accept: (transport, path) => {
        const cabled = this.#through(transport);
        cabled.whenPassing(() => options.accept(cabled, path));
      },
    });
  }

  /** The box is without power from now on: nothing of it reaches the network any more. */
  cutPower(): void {
    this.#powered = false;
    this.#unsubscribe();
    for (const transport of this.#transports) transport.cut();
    this.#transports.clear();
  }

  #through(transport: Transport): CabledTransport {
    const cabled = new CabledTransport({
      transport,
      passes: () => this.#passes(),
      gone: () => void this.#transports.delete(cabled),
    });
    if (this.#powered) this.#transports.add(cabled);
    else cabled.cut();
    return cabled;
  }

  #passes(): boolean {
    return this.#powered && this.#cable.plugged;
  }
}
