import {
  DEFAULT_SOURCE_SETTINGS,
  type DeviceGroupKey,
  type DeviceId,
  type DeviceKey,
  deviceGroupKey,
  deviceId,
  deviceKey,
  type Fingerprint,
  type GrantObject,
  type GrantSubject,
  type GroupKey,
  grantKey,
  groupKey,
  hotkeyKey,
  type OperatorKey,
  operatorKey,
  type ReceiverKind,
  type Right,
  type Role,
  type SeatKey,
  type SourceKey,
  seatKey,
  sourceKey,
  type Wall,
  type WallKey,
  wallKey,
} from '@seatmatrix/protocol/domain';
import { Fault } from '@seatmatrix/protocol/kernel';
import type {
  CollectionName,
  Collections,
  DirectorySnapshot,
  SiteSettings,
  Versioned,
} from '../directory/collection.ts';
import type { DirectoryChange } from '../directory/directory.ts';
import { DEFAULT_SETTINGS } from '../directory/site-directory.ts';
import type { SiteSeed } from '../site-seed.ts';

type PutChange = Extract<DirectoryChange, { type: 'put' }>;

/**
 * Writes a site down device by device. Every method gives the key of what it made; keys are the same in every run.
 */
export class SiteBuilder {
  readonly #changes: PutChange[] = [];
  readonly #passwords: { operator: OperatorKey; password: string }[] = [];
  readonly #boxes: { fingerprint: Fingerprint; device: DeviceKey }[] = [];
  readonly #devices = new Map<string, DeviceKey>();
  readonly #counts = new Map<string, number>();

  transmitter(id: string, { name = `Tx ${id}`, location = '', box }: DeviceWish = {}): DeviceKey {
    const key = this.#device(id, box);
    this.#put('devices', {
      kind: 'transmitter',
      key,
      id: checkedId(id),
      name,
      location,
      settings: DEFAULT_SOURCE_SETTINGS,
    });
    return key;
  }

  receiver(
    id: string,
    {
      name = `Rx ${id}`,
      location = '',
      box,
      kind = 'desk',
      viewWhileSignedOut = false,
    }: DeviceWish & { readonly kind?: ReceiverKind; readonly viewWhileSignedOut?: boolean } = {},
  ): DeviceKey {
    const key = this.#device(id, box);
    const receiver = { key, id: checkedId(id), name, location, receiverKind: kind, viewWhileSignedOut };
    this.#put('devices', { kind: 'receiver', ...receiver });
    return key;
  }

  group(name: string): GroupKey {
    const key = groupKey(this.#key('group'));
    this.#put('groups', { key, name });
    return key;
  }

  deviceGroup(name: string, devices: readonly DeviceKey[]): DeviceGroupKey {
    const key = deviceGroupKey(this.#key('device-group'));
    this.#put('device-groups', { key, name, devices });
    return key;
  }

  operator(
    name: string,
    {
      password,
      disabled = false,
      role = 'operator',
      groups = [],
    }: {
      readonly password?: string;
      readonly disabled?: boolean;
      readonly role?: Role;
      readonly groups?: readonly GroupKey[];
    } = {},
  ): OperatorKey {
    const key = operatorKey(this.#key('operator'));
    this.#put('operators', { key, name, disabled, role, groups });
    if (password !== undefined) this.#passwords.push({ operator: key, password });
    return key;
  }

  grant(right: Right, subject: GrantSubject, object: GrantObject): void {
    this.#put('grants', { key: grantKey(this.#key('grant')), right, subject, object });
  }

  /** Grants a right to an operator, device by device. */
  allow(operator: OperatorKey, right: Right, devices: readonly DeviceKey[]): void {
    for (const key of devices) this.grant(right, { type: 'operator', key: operator }, { type: 'device', key });
  }

  /** Everything that there is by now: connect to every transmitter, push to and fetch from every receiver. */
  allowEverything(operator: OperatorKey): void {
    for (const change of this.#changes) {
      if (change.collection !== 'devices') continue;
      const { key, kind } = change.value;
      if (kind === 'transmitter') this.allow(operator, 'connect', [key]);
      else for (const right of ['push', 'fetch'] as const) this.allow(operator, right, [key]);
    }
  }

  hotkey(text: string, devices: readonly DeviceKey[]): void {
    this.#put('hotkeys', { key: hotkeyKey(this.#key('hotkey')), text, devices });
  }

  seat(name: string, receivers: readonly DeviceKey[], idleMinutes: number | null = null): SeatKey {
    const key = seatKey(this.#key('seat'));
    this.#put('seats', { key, name, receivers, idleMinutes });
    return key;
  }

  wall(name: string, wall: Omit<Wall, 'key' | 'name'>): WallKey {
    const key = wallKey(this.#key('wall'));
    this.#put('walls', { key, name, ...wall });
    return key;
  }

  source(name: string, transmitters: readonly DeviceKey[]): SourceKey {
    const key = sourceKey(this.#key('source'));
    this.#put('sources', { key, name, transmitters });
    return key;
  }

  settings(part: Partial<Omit<SiteSettings, 'key'>>): void {
    this.#put('settings', { ...DEFAULT_SETTINGS, ...part });
  }

  seed(): SiteSeed {
    return { changes: [...this.#changes], passwords: [...this.#passwords], boxes: [...this.#boxes] };
  }

  /** The directory that the changes make, each value at version 1, for what is tested without a store. */
  snapshot(): DirectorySnapshot {
    return {
      devices: this.#collection('devices'),
      'device-groups': this.#collection('device-groups'),
      operators: this.#collection('operators'),
      groups: this.#collection('groups'),
      grants: this.#collection('grants'),
      hotkeys: this.#collection('hotkeys'),
      seats: this.#collection('seats'),
      walls: this.#collection('walls'),
      sources: this.#collection('sources'),
      settings: this.#collection('settings'),
    };
  }

  #device(id: string, box: Fingerprint | undefined): DeviceKey {
    const key = deviceKey(`device-${id}`);
    if (this.#devices.has(id)) throw new Fault({ code: 'invariant-broken', message: `two devices have the ID ${id}` });
    this.#devices.set(id, key);
    if (box !== undefined) this.#boxes.push({ fingerprint: box, device: key });
    return key;
  }

  /** Names may be in any script; keys may not. */
  #key(what: string): string {
    const count = (this.#counts.get(what) ?? 0) + 1;
    this.#counts.set(what, count);
    return `${what}-${count}`;
  }

  #put<Name extends CollectionName>(collection: Name, value: Collections[Name]): void {
    // The union is over names with their values; a name and a value of the same type parameter are one of them.
    this.#changes.push({ type: 'put', collection, value, expected: null } as unknown as PutChange);
  }

  #collection<Name extends CollectionName>(name: Name): ReadonlyMap<string, Versioned<Collections[Name]>> {
    const found = new Map<string, Versioned<Collections[Name]>>();
    for (const change of this.#changes) {
      if (change.collection !== name) continue;
      found.set(change.value.key, { value: change.value as Collections[Name], version: 1 });
    }
    return found;
  }
}

export interface DeviceWish {
  readonly name?: string;
  readonly location?: string;
  /** The box that was adopted for it. */
  readonly box?: Fingerprint;
}

function checkedId(text: string): DeviceId {
  const id = deviceId(text);
  if (id === null) throw new Fault({ code: 'invariant-broken', message: `${text} is not a device's ID` });
  return id;
}
