import {
  type Device,
  type DeviceKey,
  foldHotkey,
  foldName,
  type Grant,
  type Hotkey,
  idFromDigits,
  kindFor,
  type MayRoute,
  mayRoute,
  type NamedDevices,
  type Operator,
  type OperatorKey,
  type Right,
  type RightQuestion,
  type Seat,
  type SeatKey,
  type Source,
  seatKey,
  type Wall,
} from '@seatmatrix/protocol/domain';
import type { DirectorySnapshot } from './collection.ts';
import { groupBy, type MultiMap, perCollection } from './multi-map.ts';

/** Every question that is asked of a snapshot, answered by a look-up. Immutable, as the snapshot is. */
export interface DirectoryIndex extends NamedDevices {
  readonly snapshot: DirectorySnapshot;
  operatorByKey(key: OperatorKey): Operator | undefined;
  /** Compared as people are told apart: after NFC, letter case ignored. */
  operatorByName(name: string): Operator | undefined;
  /** The seat that a receiver belongs to. A desk that no seat has is a seat of its own; others have none. */
  seatOf(receiver: DeviceKey): Seat | null;
  /** Derived seats among them. */
  seatByKey(key: SeatKey): Seat | null;
  seatByName(name: string): Seat | undefined;
  wallOf(receiver: DeviceKey): Wall | null;
  sourceOf(transmitter: DeviceKey): Source | null;
  /** The operator's own and his groups', disabled or not. */
  grantsOf(operator: Operator): readonly Grant[];
  /** The devices of the right's kind that the operator may use it on; none when he is disabled. */
  devicesWithin(operator: Operator, right: Right): ReadonlySet<DeviceKey>;
  /** The domain's law, asked of the operator's own grants alone. */
  mayRoute(question: RightQuestion): MayRoute;
  /** Everything that names the device. In a lawful directory at most one seat, wall and source. */
  usesOf(device: DeviceKey): DeviceUses;
  /** Hotkeys whose digits mean this ID, whole or short. */
  hotkeysMeaning(id: string): readonly Hotkey[];
  devicesWithId(id: string): readonly Device[];
  operatorsNamed(name: string): readonly Operator[];
  seatsNamed(name: string): readonly Seat[];
  hotkeysWithText(text: string): readonly Hotkey[];
  grantsMeaning(grant: Grant): readonly Grant[];
}

export interface DeviceUses {
  readonly seats: readonly Seat[];
  readonly walls: readonly Wall[];
  readonly sources: readonly Source[];
  readonly hotkeys: readonly Hotkey[];
}

const DERIVED = 'desk:';

/** The key of the seat that a desk without one is. No stored seat has a colon in its key. */
export const derivedSeatKey = (desk: DeviceKey): SeatKey => seatKey(`${DERIVED}${desk}`);

/** Built once a snapshot; what a change left alone is taken over from the snapshot before. */
export function indexDirectory(snapshot: DirectorySnapshot): DirectoryIndex {
  const known = indexes.get(snapshot);
  if (known !== undefined) return known;
  const index = new SnapshotIndex(snapshot);
  indexes.set(snapshot, index);
  return index;
}

const indexes = new WeakMap<DirectorySnapshot, DirectoryIndex>();

const devicesById = perCollection(groupBy((device: Device) => [device.id]));
const hotkeysByText = perCollection(groupBy((hotkey: Hotkey) => [foldHotkey(hotkey.text)]));
const hotkeysByMeantId = perCollection(
  groupBy((hotkey: Hotkey) =>
    [idFromDigits(hotkey.text, 'transmitter'), idFromDigits(hotkey.text, 'receiver')].filter((id) => id !== null),
  ),
);
const hotkeysByDevice = perCollection(groupBy((hotkey: Hotkey) => hotkey.devices));
const operatorsByName = perCollection(groupBy((operator: Operator) => [foldName(operator.name)]));
const seatsByName = perCollection(groupBy((seat: Seat) => [foldName(seat.name)]));
const seatsByReceiver = perCollection(groupBy((seat: Seat) => seat.receivers));
const wallsByReceiver = perCollection(groupBy((wall: Wall) => wall.receivers));
const sourcesByTransmitter = perCollection(groupBy((source: Source) => source.transmitters));
const grantsBySubject = perCollection(groupBy((grant: Grant) => [`${grant.subject.type}:${grant.subject.key}`]));
const grantsByMeaning = perCollection(groupBy((grant: Grant) => [meaning(grant)]));

const deviceGroupsByKey = perCollection(
  (groups: DirectorySnapshot['device-groups']) => new Map([...groups.values()].map(({ value }) => [value.key, value])),
);

const meaning = ({ right, subject, object }: Grant) =>
  [right, subject.type, subject.key, object.type, object.key].join(' ');

class SnapshotIndex implements DirectoryIndex {
  readonly snapshot: DirectorySnapshot;
  readonly #within = new Map<string, ReadonlySet<DeviceKey>>();

  constructor(snapshot: DirectorySnapshot) {
    this.snapshot = snapshot;
  }

  deviceByKey(key: DeviceKey): Device | undefined {
    return this.snapshot.devices.get(key)?.value;
  }

  deviceById(id: string): Device | undefined {
    return this.devicesWithId(id)[0];
  }

  devicesWithId(id: string): readonly Device[] {
    return look(devicesById(this.snapshot.devices), id);
  }

  hotkeyByText(folded: string): Hotkey | undefined {
    return look(hotkeysByText(this.snapshot.hotkeys), folded)[0];
  }

  hotkeysWithText(text: string): readonly Hotkey[] {
    return look(hotkeysByText(this.snapshot.hotkeys), foldHotkey(text));
  }

  hotkeysMeaning(id: string): readonly Hotkey[] {
    return look(hotkeysByMeantId(this.snapshot.hotkeys), id);
  }

  operatorByKey(key: OperatorKey): Operator | undefined {
    return this.snapshot.operators.get(key)?.value;
  }

  operatorByName(name: string): Operator | undefined {
    return this.operatorsNamed(name)[0];
  }

  operatorsNamed(name: string): readonly Operator[] {
    return look(operatorsByName(this.snapshot.operators), foldName(name));
  }

  seatOf(receiver: DeviceKey): Seat | null {
    const seat = look(seatsByReceiver(this.snapshot.seats), receiver)[0];
    if (seat !== undefined) return seat;
    const device = this.deviceByKey(receiver);
    if (device?.kind !== 'receiver' || device.receiverKind !== 'desk') return null;
    return { key: derivedSeatKey(device.key), name: device.name, receivers: [device.key], idleMinutes: null };
  }

  seatByKey(key: SeatKey): Seat | null {
    const seat = this.snapshot.seats.get(key)?.value;
    if (seat !== undefined || !key.startsWith(DERIVED)) return seat ?? null;
    const derived = this.seatOf(key.slice(DERIVED.length) as DeviceKey);
    return derived?.key === key ? derived : null;
  }

  seatByName(name: string): Seat | undefined {
    return this.seatsNamed(name)[0];
  }

  seatsNamed(name: string): readonly Seat[] {
    return look(seatsByName(this.snapshot.seats), foldName(name));
  }

  wallOf(receiver: DeviceKey): Wall | null {
    return look(wallsByReceiver(this.snapshot.walls), receiver)[0] ?? null;
  }

  sourceOf(transmitter: DeviceKey): Source | null {
    return look(sourcesByTransmitter(this.snapshot.sources), transmitter)[0] ?? null;
  }

  usesOf(device: DeviceKey): DeviceUses {
    return {
      seats: look(seatsByReceiver(this.snapshot.seats), device),
      walls: look(wallsByReceiver(this.snapshot.walls), device),
      sources: look(sourcesByTransmitter(this.snapshot.sources), device),
      hotkeys: look(hotkeysByDevice(this.snapshot.hotkeys), device),
    };
  }

  grantsOf(operator: Operator): readonly Grant[] {
    const bySubject = grantsBySubject(this.snapshot.grants);
    return [`operator:${operator.key}`, ...operator.groups.map((group) => `group:${group}`)].flatMap((subject) =>
      look(bySubject, subject),
    );
  }

  grantsMeaning(grant: Grant): readonly Grant[] {
    return look(grantsByMeaning(this.snapshot.grants), meaning(grant));
  }

  devicesWithin(operator: Operator, right: Right): ReadonlySet<DeviceKey> {
    if (operator.disabled) return NO_DEVICES;
    const question = `${right} ${operator.key}`;
    // Kept for the operator as this snapshot has him; a caller with another one asks for that one's groups.
    const current = this.operatorByKey(operator.key) === operator;
    const known = current ? this.#within.get(question) : undefined;
    if (known !== undefined) return known;
    const devices = this.#gather(operator, right);
    if (current) this.#within.set(question, devices);
    return devices;
  }

  mayRoute(question: RightQuestion): MayRoute {
    const { operator, right, device } = question;
    // The set is a look-up; the chain of grants, which goes through groups one by one, is only sought where there is one.
    const grants = this.devicesWithin(operator, right).has(device) ? this.grantsOf(operator) : [];
    return mayRoute(question, { grants, deviceGroups: deviceGroupsByKey(this.snapshot['device-groups']) });
  }

  #gather(operator: Operator, right: Right): ReadonlySet<DeviceKey> {
    const devices = new Set<DeviceKey>();
    for (const grant of this.grantsOf(operator)) {
      if (grant.right !== right) continue;
      const { type, key } = grant.object;
      const granted = type === 'device' ? [key] : (this.snapshot['device-groups'].get(key)?.value.devices ?? []);
      for (const each of granted) if (this.deviceByKey(each)?.kind === kindFor(right)) devices.add(each);
    }
    return devices;
  }
}

const NO_DEVICES: ReadonlySet<DeviceKey> = new Set();

const look = <Value>(map: MultiMap<Value>, key: string): readonly Value[] => map.get(key) ?? [];
