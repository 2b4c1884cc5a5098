import type { Agent, AgentOptions } from '@seatmatrix/firmware-agent';
import type { Network } from '@seatmatrix/protocol/link';
import type { Cable } from '../physical/cable.ts';
import type { BoxHome, OpenBoxHome, Wiped } from './box-home.ts';
import { CabledNetwork } from './cabled-network.ts';

export interface SimBoxOptions {
  readonly name: string;
  readonly networkCable: Cable;
  readonly openHome: OpenBoxHome;
  /** The network as this box reaches it, with the home that it has at this start. */
  readonly network: (home: BoxHome) => Network;
  /** The box's program on its hardware as it is now. */
  readonly createAgent: (home: Pick<AgentOptions, 'identity' | 'memory' | 'network'>) => Agent;
  /** What of the hardware stops at once when the power goes. */
  readonly cutPower: () => void;
}

interface Running {
  readonly agent: Agent;
  readonly network: CabledNetwork;
}

/** A box that can be switched on and off. Each start is a new program with the memory of the last. */
export class SimBox {
  readonly name: string;
  readonly #options: SimBoxOptions;
  #running: Running | null = null;
  /** One change of power after the other. */
  #changes: Promise<void> = Promise.resolve();

  constructor(options: SimBoxOptions) {
    this.name = options.name;
    this.#options = options;
  }

  get powered(): boolean {
    return this.#running !== null;
  }

  /** Resolves when the program listens; it looks for the manager from then on. */
  start({ wiped }: { readonly wiped: Wiped } = { wiped: 'nothing' }): Promise<void> {
    return this.#change(() => this.#start(wiped));
  }

  /** An orderly stop: keys up, links closed, everybody told. */
  stop(): Promise<void> {
    return this.#change(async () => {
      const running = this.#running;
      this.#running = null;
      await running?.agent.stop();
    });
  }

  /** The power plug: from this moment on nothing of the box arrives anywhere, and nobody is told. */
  unplug(): Promise<void> {
    if (this.#running !== null) {
      this.#running.network.cutPower();
      this.#options.cutPower();
    }
    return this.stop();
  }

  /** Off and on again at the power plug; `everything` wiped as after a reset to the factory's state. */
  async restart({ wiped }: { readonly wiped: Wiped } = { wiped: 'nothing' }): Promise<void> {
    await this.unplug();
    await this.start({ wiped });
  }

  async #start(wiped: Wiped): Promise<void> {
    if (this.#running !== null) return;
    const { name, networkCable, openHome } = this.#options;
    const home = await openHome(name, { wiped });
    const network = new CabledNetwork(this.#options.network(home), networkCable);
    const agent = this.#options.createAgent({ identity: home.identity, memory: home.memory, network });
    this.#running = { agent, network };
    try {
      await agent.start();
    } catch (thrown) {
      this.#running = null;
      await agent.stop();
      throw thrown;
    }
  }

  #change(change: () => Promise<void>): Promise<void> {
    const next = this.#changes.then(change);
    // Who asked for the change that failed is told; the next one still gets its turn.
    this.#changes = next.catch(() => undefined);
    return next;
  }
}
