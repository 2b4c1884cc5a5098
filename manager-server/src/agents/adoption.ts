import {
  DEFAULT_SOURCE_SETTINGS,
  type Device,
  type DeviceId,
  type DeviceKey,
  type DeviceKind,
  deviceId,
  deviceKey,
  type Fingerprint,
  type Hello,
} from '@seatmatrix/protocol/domain';
import { type Clock, Fault } from '@seatmatrix/protocol/kernel';
import type { AdoptionRefusal } from '../api/box-side.ts';
import { auditEntry, boxActor } from '../audit/index.ts';
import type { EnrolmentCodes } from '../authority/enrolment-codes.ts';
import type { Actor, Directory } from '../directory/directory.ts';
import type { Journal } from '../store/journal.ts';
import { commitStaged, type StagedWrite } from '../store/record-collection.ts';
import { Turns } from '../turns.ts';
import type { BoxRegister } from './box-register.ts';
import { EnrolmentTries } from './enrolment-tries.ts';

export interface AdoptionOptions {
  readonly register: BoxRegister;
  readonly codes: EnrolmentCodes;
  readonly directory: Directory;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly newKey: () => string;
}

/** A box as it stands at the door. */
export interface Applicant {
  readonly fingerprint: Fingerprint;
  readonly address: string;
  readonly hello: Pick<Hello, 'kind' | 'model' | 'firmware'>;
}

export type Adopted =
  | { readonly done: true; readonly device: DeviceKey }
  | { readonly done: false; readonly refusal: AdoptionRefusal | 'enrolment-refused' | 'no-free-id' };

/** Gives boxes their places. One adoption after the other, so that two that come at once do not get the same place. */
export class Adoption {
  readonly #options: AdoptionOptions;
  readonly #tries: EnrolmentTries;
  readonly #turns = new Turns();

  constructor(options: AdoptionOptions) {
    this.#options = options;
    this.#tries = new EnrolmentTries(options.clock);
  }

  /** An administrator says which place. Resolves when it is durable. */
  toDevice(
    applicant: Applicant,
    { device, actor }: { readonly device: DeviceKey; readonly actor: Actor },
  ): Promise<Adopted> {
    return this.#turns.take(() => this.#adopt(applicant, { device, actor, staged: () => [] }));
  }

  /** Known by its key before it ever came. Not audited: whoever makes such a site made its boxes. */
  preset({ fingerprint, device }: { readonly fingerprint: Fingerprint; readonly device: DeviceKey }): Promise<void> {
    const { register, directory, journal, clock } = this.#options;
    const kind = directory.snapshot.devices.get(device)?.value.kind;
    if (kind === undefined) {
      throw new Fault({ code: 'configuration-invalid', message: `a box is for ${device}, which is no device` });
    }
    const adopted = { device, kind, model: '', firmware: '', adoptedAt: clock.wall().getTime(), peer: null };
    return commitStaged(journal, { staged: [register.stageAdoption(fingerprint, adopted)] });
  }

  /** The box brought a code. A code that is used up, over, or was never made is refused alike, and audited. */
  byCode(applicant: Applicant, code: string): Promise<Adopted> {
    const actor = { name: boxActor(applicant.fingerprint), from: applicant.address };
    return this.#turns.take(async () => {
      const { codes } = this.#options;
      if (!this.#tries.mayTry(applicant.address)) return { done: false, refusal: 'enrolment-refused' };
      const found = codes.find(code);
      if (found === null) {
        this.#tries.wrong(applicant.address);
        return this.#refuse(actor, 'enrolment-refused');
      }
      const device = found.device ?? (await this.#newDevice(applicant.hello.kind, actor));
      if (device === null) return this.#refuse(actor, 'no-free-id');
      const staged = () => [codes.stageUse(found.key)].filter((each) => each !== null);
      const adopted = await this.#adopt(applicant, { device, actor, staged });
      return adopted.done ? adopted : this.#refuse(actor, adopted.refusal);
    });
  }

  async #adopt(
    { fingerprint, hello }: Applicant,
    given: { readonly device: DeviceKey; readonly actor: Actor; readonly staged: () => readonly StagedWrite[] },
  ): Promise<Adopted> {
    const { register, directory, journal, clock } = this.#options;
    const device = directory.snapshot.devices.get(given.device)?.value;
    if (device === undefined) return { done: false, refusal: 'unknown-device' };
    if (device.kind !== hello.kind) return { done: false, refusal: 'wrong-kind' };
    const holder = register.boxOf(device.key);
    if (holder !== null && holder !== fingerprint) return { done: false, refusal: 'device-taken' };
    const adopted = { device: device.key, kind: hello.kind, model: hello.model, firmware: hello.firmware };
    const staged = [
      register.stageAdoption(fingerprint, { ...adopted, adoptedAt: clock.wall().getTime(), peer: null }),
      ...given.staged(),
    ];
    const { name: actor, from } = given.actor;
    const object = `${device.id} ${device.name}`;
    const entry = auditEntry({ actor, from, action: 'box.adopt', object, outcome: 'done', detail: fingerprint }, clock);
    await commitStaged(journal, { staged, audit: [entry] });
    return { done: true, device: device.key };
  }

  async #refuse(
    { name: actor, from }: Actor,
    refusal: Extract<Adopted, { readonly done: false }>['refusal'],
  ): Promise<Adopted> {
    const { journal, clock } = this.#options;
    const act = { actor, from, action: 'box.adopt', object: '', outcome: 'refused', detail: refusal } as const;
    await journal.commit([{ type: 'audit', entry: auditEntry(act, clock) }]);
    return { done: false, refusal };
  }

  /** A device with the next free ID of the kind, from 0001 or 5001 on. Null when the site is full. */
  async #newDevice(kind: DeviceKind, actor: Actor): Promise<DeviceKey | null> {
    const { directory, newKey } = this.#options;
    const key = deviceKey(newKey());
    // An administrator may take the same ID at the same moment: then the directory refuses, and the next one is tried.
    for (let from = 0; ; ) {
      const id = nextFreeId(kind, { devices: directory.snapshot.devices.values(), from });
      if (id === null) return null;
      const made = await directory.change(
        [{ type: 'put', collection: 'devices', value: device(key, id, kind), expected: null }],
        actor,
      );
      if (made.done) return key;
      from = Number(id) + 1;
    }
  }
}

const FIRST_ID = { transmitter: 1, receiver: 5001 } as const;
const LAST_ID = { transmitter: 4999, receiver: 9999 } as const;

export function nextFreeId(
  kind: DeviceKind,
  { devices, from }: { readonly devices: Iterable<{ readonly value: Device }>; readonly from: number },
): DeviceId | null {
  const taken = new Set([...devices].map(({ value }) => value.id as string));
  for (let number = Math.max(from, FIRST_ID[kind]); number <= LAST_ID[kind]; number++) {
    const id = String(number).padStart(4, '0');
    if (!taken.has(id)) return deviceId(id);
  }
  return null;
}

function device(key: DeviceKey, id: DeviceId, kind: DeviceKind): Device {
  const named = { key, id, location: '' };
  return kind === 'transmitter'
    ? { kind, ...named, name: `Tx ${id}`, settings: DEFAULT_SOURCE_SETTINGS }
    : { kind, ...named, name: `Rx ${id}`, receiverKind: 'desk', viewWhileSignedOut: false };
}
