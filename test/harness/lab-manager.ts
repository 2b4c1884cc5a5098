import { argon2id, createManager, type Manager } from '@seatmatrix/manager-server';
import {
  type AuditEntry,
  openMemoryStore,
  openRestClient,
  type RestClient,
  type Store,
} from '@seatmatrix/manager-server/testing';
import { type Clock, Fault, type Log } from '@seatmatrix/protocol/kernel';
import type { MemoryNetwork } from '@seatmatrix/protocol/testing';
import { scenarioSeed } from './scenario-site.ts';

/** Fast: what is tested here is who may sign in, not how long a thief needs. */
const CHEAP_HASH = argon2id({ memoryCost: 8, timeCost: 1, parallelism: 1 });

interface LabManagerOptions {
  readonly clock: Clock;
  readonly network: MemoryNetwork;
  readonly log: Log;
  readonly host: string;
  readonly port: number;
}

/** The lab's manager, which can be killed and started again. */
export class LabManager {
  readonly #options: LabManagerOptions;
  #store: Store;
  #running: Manager | null = null;

  private constructor(options: LabManagerOptions, store: Store) {
    this.#options = options;
    this.#store = store;
  }

  static async create(options: LabManagerOptions): Promise<LabManager> {
    const made = new LabManager(options, openMemoryStore());
    await made.start(made.#store);
    return made;
  }

  get store(): Store {
    return this.#store;
  }

  async start(store: Store): Promise<void> {
    const { clock, network, log, host, port } = this.#options;
    this.#store = store;
    this.#running = await createManager({
      store,
      network: (identity) =>
        network.host({
          name: host,
          identity: () => ({ fingerprint: identity.fingerprint, standing: 'site', role: 'manager' }),
        }),
      boxHost: host,
      boxPort: port,
      clock,
      log,
      hash: {
        hash: (password) => clock.outside(CHEAP_HASH.hash(password)),
        verify: (stored, password) => clock.outside(CHEAP_HASH.verify(stored, password)),
      },
      seed: scenarioSeed(),
    });
  }

  /** An administrator's program at the manager that runs now. */
  openRest(): Promise<RestClient> {
    const { clock, log } = this.#options;
    return openRestClient({ manager: this.running, store: this.#store, clock, log });
  }

  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    await running?.close();
  }

  async copyStore(): Promise<Store> {
    const copy = openMemoryStore();
    const collections = await this.#store.load();
    await copy.commit(
      [...collections].flatMap(([collection, records]) =>
        records.map((record) => ({ type: 'put' as const, collection, record })),
      ),
    );
    return copy;
  }

  operatorAt(receiver: string): string | null {
    const { boxSide, directory } = this.running;
    const device = [...directory.snapshot.devices.values()].find(({ value }) => value.id === receiver)?.value.key;
    const session = boxSide.sessions().find((each) => device !== undefined && each.receivers.includes(device));
    return session === undefined ? null : (directory.snapshot.operators.get(session.operator)?.value.name ?? null);
  }

  /** What was written down about these actions, oldest first. */
  async audited(action: string): Promise<readonly AuditEntry[]> {
    const page = await this.#store.readAudit({
      before: null,
      limit: 500,
      actor: null,
      action,
      from: null,
      until: null,
    });
    return [...page.entries].reverse();
  }

  /** Fails while the manager is killed. */
  get running(): Manager {
    if (this.#running === null) throw new Fault({ code: 'invariant-broken', message: 'the manager does not run' });
    return this.#running;
  }
}
