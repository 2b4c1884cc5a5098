import { argon2id, createManager, type Manager } from '@seatmatrix/manager-server';
import {
  type AuditEntry,
  type CollectionName,
  type Collections,
  type DirectoryChange,
  openMemoryStore,
  type Store,
  type Versioned,
} from '@seatmatrix/manager-server/testing';
import { type Device, type DeviceKey, deviceId, type Right, seatKey } from '@seatmatrix/protocol/domain';
import { type Clock, Fault, silentLog } from '@seatmatrix/protocol/kernel';
import type { MemoryNetwork } from '@seatmatrix/protocol/testing';
import { scenarioSeed } from './scenario-site.ts';

/** Fast: what is tested here is who may sign in, not how long a thief needs. */
const CHEAP_HASH = argon2id({ memoryCost: 8, timeCost: 1, parallelism: 1 });

const ACTOR = { name: 'administrator:lab', from: 'lab' } as const;

interface LabManagerOptions {
  readonly clock: Clock;
  readonly network: MemoryNetwork;
  readonly host: string;
  readonly port: number;
}

/** The lab's manager, which can be killed and started again, and what its administrator does. */
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
    const { clock, network, host, port } = this.#options;
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
      log: silentLog,
      hash: {
        hash: (password) => clock.outside(CHEAP_HASH.hash(password)),
        verify: (stored, password) => clock.outside(CHEAP_HASH.verify(stored, password)),
      },
      issue: async () => 'certificate',
      seed: scenarioSeed(),
    });
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
    const { boxSide, directory } = this.#manager();
    const device = this.#device(receiver).value.key;
    const session = boxSide.sessions().find((each) => each.receivers.includes(device));
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

  async changeDevice(id: string, change: (device: Device) => Device): Promise<void> {
    const { value, version } = this.#device(id);
    await this.#put('devices', change(value), version);
  }

  async renumber(from: string, to: string): Promise<void> {
    const id = deviceId(to);
    if (id === null) throw new RangeError(`${to} is no device's ID`);
    await this.changeDevice(from, (device) => ({ ...device, id }));
  }

  async disable(name: string): Promise<void> {
    const { value, version } = this.#operator(name);
    await this.#put('operators', { ...value, disabled: true }, version);
  }

  async revoke(options: { readonly operator: string; readonly right: Right; readonly device: string }): Promise<void> {
    const device = this.#device(options.device).value.key;
    const operator = this.#operator(options.operator).value.key;
    const grants = [...this.#manager().directory.snapshot.grants.values()].filter(
      ({ value }) => value.right === options.right && value.subject.key === operator && value.object.key === device,
    );
    await this.#change(
      grants.map(({ value, version }) => ({ type: 'delete', collection: 'grants', key: value.key, expected: version })),
    );
  }

  async wall(state: 'spliced' | 'single'): Promise<void> {
    for (const { value, version } of this.#manager().directory.snapshot.walls.values()) {
      await this.#put('walls', { ...value, state }, version);
    }
  }

  async seat(name: string, receivers: readonly string[]): Promise<void> {
    const keys: readonly DeviceKey[] = receivers.map((id) => this.#device(id).value.key);
    await this.#put('seats', { key: seatKey(`seat-${name}`), name, receivers: keys, idleMinutes: null }, null);
  }

  async idle(receiver: string, minutes: number): Promise<void> {
    const key = this.#device(receiver).value.key;
    for (const { value, version } of this.#manager().directory.snapshot.seats.values()) {
      if (value.receivers.includes(key)) await this.#put('seats', { ...value, idleMinutes: minutes }, version);
    }
  }

  #device(id: string): Versioned<Device> {
    return this.#one('devices', (device) => device.id === id, id);
  }

  #operator(name: string): Versioned<Collections['operators']> {
    return this.#one('operators', (operator) => operator.name === name, name);
  }

  #one<Name extends CollectionName>(
    name: Name,
    is: (value: Collections[Name]) => boolean,
    what: string,
  ): Versioned<Collections[Name]> {
    for (const each of this.#manager().directory.snapshot[name].values()) if (is(each.value)) return each;
    throw new Fault({ code: 'invariant-broken', message: `the lab has no ${what}` });
  }

  #put<Name extends CollectionName>(
    collection: Name,
    value: Collections[Name],
    expected: number | null,
  ): Promise<void> {
    // The union is over names with their values; a name and a value of the same type parameter are one of them.
    return this.#change([{ type: 'put', collection, value, expected } as unknown as DirectoryChange]);
  }

  async #change(changes: readonly DirectoryChange[]): Promise<void> {
    const changed = await this.#manager().directory.change(changes, ACTOR);
    if (!changed.done) throw new Fault({ code: 'invariant-broken', message: JSON.stringify(changed.refusal) });
  }

  #manager(): Manager {
    if (this.#running === null) throw new Fault({ code: 'invariant-broken', message: 'the manager does not run' });
    return this.#running;
  }
}
