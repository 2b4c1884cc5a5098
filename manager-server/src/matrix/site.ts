import type {
  Device,
  DeviceKey,
  NamedDevices,
  Operator,
  OperatorKey,
  Receiver,
  Right,
  Seat,
  SeatKey,
  TwoSeatsPolicy,
  Wall,
} from '@seatmatrix/protocol/domain';
import type { DirectorySnapshot, SiteSettings } from '../directory/collection.ts';
import { type DirectoryIndex, derivedSeatKey, indexDirectory } from '../directory/directory-index.ts';

/** Where a receiver hangs in a wall. */
export interface WallPlace {
  readonly wall: Wall;
  readonly index: number;
}

/** The directory as the matrix asks it: every question is answered by a look-up. Immutable. */
export interface Site extends NamedDevices {
  readonly twoSeats: TwoSeatsPolicy;
  readonly pushesOfDisabled: SiteSettings['pushesOfDisabled'];
  receiver(key: DeviceKey): Receiver | undefined;
  /** All of them, by ID. */
  receivers(): readonly Receiver[];
  operator(key: OperatorKey): Operator | undefined;
  /** A receiver that no seat has is a seat of its own. */
  seatOf(receiver: DeviceKey): Seat;
  /** Null for a seat that is no longer there. */
  seatByKey(key: SeatKey): Seat | null;
  /** Whether an administrator made it; a desk without one is a seat of its own. */
  isStoredSeat(key: SeatKey): boolean;
  wallOf(receiver: DeviceKey): WallPlace | null;
  /** All heads of the computer that the transmitter sits at, the main one first; itself alone where it has one. */
  headsOf(transmitter: DeviceKey): readonly DeviceKey[];
  may(operator: OperatorKey, right: Right, device: DeviceKey): boolean;
  /** By ID. */
  withinRights(operator: OperatorKey, right: Right): readonly Device[];
}

export function siteOf(snapshot: DirectorySnapshot): Site {
  return new IndexedSite(indexDirectory(snapshot));
}

class IndexedSite implements Site {
  readonly #index: DirectoryIndex;
  readonly #sorted = new Map<string, readonly Device[]>();

  constructor(index: DirectoryIndex) {
    this.#index = index;
  }

  get twoSeats(): TwoSeatsPolicy {
    return this.#index.snapshot.settings.get('site')?.value.twoSeats ?? 'allow';
  }

  get pushesOfDisabled(): SiteSettings['pushesOfDisabled'] {
    return this.#index.snapshot.settings.get('site')?.value.pushesOfDisabled ?? 'end-at-desks';
  }

  deviceById(id: string): Device | undefined {
    return this.#index.deviceById(id);
  }

  deviceByKey(key: DeviceKey): Device | undefined {
    return this.#index.deviceByKey(key);
  }

  hotkeyByText(folded: string): ReturnType<NamedDevices['hotkeyByText']> {
    return this.#index.hotkeyByText(folded);
  }

  receiver(key: DeviceKey): Receiver | undefined {
    const device = this.#index.deviceByKey(key);
    return device?.kind === 'receiver' ? device : undefined;
  }

  receivers(): readonly Receiver[] {
    return [...this.#index.snapshot.devices.values()]
      .map(({ value }) => value)
      .filter((device) => device.kind === 'receiver')
      .sort(byId);
  }

  operator(key: OperatorKey): Operator | undefined {
    return this.#index.operatorByKey(key);
  }

  seatOf(receiver: DeviceKey): Seat {
    const seat = this.#index.seatOf(receiver);
    if (seat !== null) return seat;
    const name = this.#index.deviceByKey(receiver)?.name ?? '';
    return { key: derivedSeatKey(receiver), name, receivers: [receiver], idleMinutes: null };
  }

  seatByKey(key: SeatKey): Seat | null {
    return this.#index.seatByKey(key);
  }

  isStoredSeat(key: SeatKey): boolean {
    return this.#index.snapshot.seats.has(key);
  }

  wallOf(receiver: DeviceKey): WallPlace | null {
    const wall = this.#index.wallOf(receiver);
    return wall === null ? null : { wall, index: wall.receivers.indexOf(receiver) };
  }

  headsOf(transmitter: DeviceKey): readonly DeviceKey[] {
    return this.#index.sourceOf(transmitter)?.transmitters ?? [transmitter];
  }

  may(operator: OperatorKey, right: Right, device: DeviceKey): boolean {
    return this.#within(operator, right).has(device);
  }

  withinRights(operator: OperatorKey, right: Right): readonly Device[] {
    const question = `${right} ${operator}`;
    const known = this.#sorted.get(question);
    if (known !== undefined) return known;
    const sorted = [...this.#within(operator, right)]
      .map((key) => this.#index.deviceByKey(key))
      .filter((device) => device !== undefined)
      .sort(byId);
    this.#sorted.set(question, sorted);
    return sorted;
  }

  #within(key: OperatorKey, right: Right): ReadonlySet<DeviceKey> {
    const operator = this.#index.operatorByKey(key);
    return operator === undefined ? NO_DEVICES : this.#index.devicesWithin(operator, right);
  }
}

const NO_DEVICES: ReadonlySet<DeviceKey> = new Set();

const byId = (one: Device, other: Device): number => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
