import type { Manager } from '@seatmatrix/manager-server';
import type { CollectionName, Collections, DirectoryChange, Versioned } from '@seatmatrix/manager-server/testing';
import {
  type BoxCommand,
  type BoxSettings,
  type Device,
  deviceId,
  type Fingerprint,
  grantKey,
  type Receiver,
  type Right,
  seatKey,
  type TwoSeatsPolicy,
} from '@seatmatrix/protocol/domain';
import { Fault, milliseconds } from '@seatmatrix/protocol/kernel';
import type { VirtualClock } from '@seatmatrix/protocol/testing';

const ACTOR = { name: 'administrator:lab', from: 'lab' } as const;

/** What an administrator does on the manager's pages. Each change has reached the boxes when it is done. */
export class Administrator {
  readonly #clock: VirtualClock;
  readonly #manager: () => Manager;

  constructor(options: { readonly clock: VirtualClock; readonly manager: () => Manager }) {
    this.#clock = options.clock;
    this.#manager = options.manager;
  }

  // Devices and places

  rename(device: string, name: string): Promise<void> {
    return this.#changeDevice(device, (each) => ({ ...each, name }));
  }

  renumber(device: string, to: string): Promise<void> {
    const id = deviceId(to);
    if (id === null) throw new RangeError(`${to} is no device's ID`);
    return this.#changeDevice(device, (each) => ({ ...each, id }));
  }

  receiver(id: string, part: Partial<Pick<Receiver, 'receiverKind' | 'viewWhileSignedOut'>>): Promise<void> {
    return this.#changeDevice(id, (each) => (each.kind === 'receiver' ? { ...each, ...part } : each));
  }

  async wall(state: 'spliced' | 'single'): Promise<void> {
    for (const { value, version } of this.#all('walls')) await this.#put('walls', { ...value, state }, version);
  }

  seat(name: string, receivers: readonly string[]): Promise<void> {
    const keys = receivers.map((id) => this.#device(id).value.key);
    return this.#put('seats', { key: seatKey(`seat-${name}`), name, receivers: keys, idleMinutes: null }, null);
  }

  async idle(receiver: string, minutes: number): Promise<void> {
    const { key } = this.#device(receiver).value;
    for (const { value, version } of this.#all('seats')) {
      if (value.receivers.includes(key)) await this.#put('seats', { ...value, idleMinutes: minutes }, version);
    }
  }

  // People and rights

  disable(name: string): Promise<void> {
    const { value, version } = this.#operator(name);
    return this.#put('operators', { ...value, disabled: true }, version);
  }

  grant(operator: string, right: Right, device: string): Promise<void> {
    const subject = { type: 'operator', key: this.#operator(operator).value.key } as const;
    const object = { type: 'device', key: this.#device(device).value.key } as const;
    return this.#put('grants', { key: grantKey(`lab-${operator}-${right}-${device}`), right, subject, object }, null);
  }

  revoke(operator: string, right: Right, device: string): Promise<void> {
    const object = this.#device(device).value.key;
    const subject = this.#operator(operator).value.key;
    const grants = this.#all('grants').filter(
      ({ value }) => value.right === right && value.subject.key === subject && value.object.key === object,
    );
    return this.#change(
      grants.map(({ value, version }) => ({ type: 'delete', collection: 'grants', key: value.key, expected: version })),
    );
  }

  twoSeats(policy: TwoSeatsPolicy): Promise<void> {
    const { value, version } = this.#one('settings', () => true, 'settings');
    return this.#put('settings', { ...value, twoSeats: policy }, version);
  }

  boxes(part: Partial<Omit<BoxSettings, 'revision'>>): Promise<void> {
    const { value, version } = this.#one('settings', () => true, 'settings');
    return this.#put('settings', { ...value, boxes: { ...value.boxes, ...part } }, version);
  }

  async endSession(receiver: string): Promise<void> {
    const { boxSide } = this.#manager();
    const { key } = this.#device(receiver).value;
    const session = boxSide.sessions().find((each) => each.receivers.includes(key));
    if (session === undefined) throw new RangeError(`nobody is signed in at ${receiver}`);
    await this.#soon(boxSide.endSession({ session: session.id, actor: ACTOR }));
  }

  // Boxes

  /** For a new box; null makes it a new device with the next free ID. */
  async enrolmentCode(device: string | null): Promise<string> {
    const key = device === null ? null : this.#device(device).value.key;
    const made = await this.#soon(this.#manager().boxSide.createEnrolmentCode({ device: key, actor: ACTOR }));
    if (typeof made === 'string') throw new RangeError(made);
    return made.code;
  }

  /** Of the one box that waits. */
  waitingFingerprint(): Fingerprint {
    const waiting = this.#manager()
      .boxSide.boxes()
      .filter((each) => each.state === 'pending');
    if (waiting[0] === undefined || waiting.length > 1) throw new RangeError(`${waiting.length} boxes wait`);
    return waiting[0].fingerprint;
  }

  /** Gives the place to the one box that waits. */
  async adoptWaiting(device: string): Promise<void> {
    const fingerprint = this.waitingFingerprint();
    const { key } = this.#device(device).value;
    const refusal = await this.#soon(this.#manager().boxSide.adopt({ fingerprint, device: key, actor: ACTOR }));
    if (refusal !== null) throw new RangeError(refusal);
  }

  /** The device's box is a stranger from now on. */
  async forgetBoxOf(device: string): Promise<void> {
    const refusal = await this.#soon(
      this.#manager().boxSide.forget({ fingerprint: this.#boxOf(device), actor: ACTOR }),
    );
    if (refusal !== null) throw new RangeError(refusal);
  }

  async command(device: string, command: BoxCommand): Promise<void> {
    const order = { fingerprint: this.#boxOf(device), command, actor: ACTOR };
    const refusal = await this.#soon(this.#manager().boxSide.commandBox(order));
    if (refusal !== null) throw new RangeError(refusal);
  }

  #boxOf(device: string) {
    const { key } = this.#device(device).value;
    const box = this.#manager()
      .boxSide.boxes()
      .find((each) => each.device === key);
    if (box === undefined) throw new RangeError(`${device} has no box`);
    return box.fingerprint;
  }

  #changeDevice(id: string, change: (device: Device) => Device): Promise<void> {
    const { value, version } = this.#device(id);
    return this.#put('devices', change(value), version);
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
    const found = this.#all(name).find(({ value }) => is(value));
    if (found === undefined) throw new Fault({ code: 'invariant-broken', message: `the lab has no ${what}` });
    return found;
  }

  #all<Name extends CollectionName>(name: Name): readonly Versioned<Collections[Name]>[] {
    return [...this.#manager().directory.snapshot[name].values()];
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
    const changed = await this.#soon(this.#manager().directory.change(changes, ACTOR));
    if (!changed.done) throw new Fault({ code: 'invariant-broken', message: JSON.stringify(changed.refusal) });
  }

  /** What was decided takes a moment to the boxes. */
  async #soon<Value>(change: Promise<Value>): Promise<Value> {
    const done = await change;
    await this.#clock.advance(milliseconds(100));
    return done;
  }
}
