import {
  type AccessMode,
  type CommandTarget,
  type Crop,
  type DeviceKey,
  type Fingerprint,
  type Generation,
  generation,
  type ListPage,
  type OperatorKey,
  type OsdFunction,
  type PeerAddress,
  type Route,
  type RouteBasis,
  type RouteStatus,
  type SeatKey,
  type SessionId,
} from '@seatmatrix/protocol/domain';
import type { Instant } from '@seatmatrix/protocol/kernel';
import { PersistentMap } from './persistent-map.ts';
import type { Site } from './site.ts';

/** All that the matrix knows. Immutable: a step makes a new one that shares what stayed. */
export interface MatrixState {
  /** Unique to this start of the manager, so that no ID of a route or session comes twice, even after a restored backup. */
  readonly incarnation: string;
  readonly site: Site;
  /** The last that was given out. */
  readonly generation: Generation;
  readonly boxes: PersistentMap<DeviceKey, BoxState>;
  /** By receiver. */
  readonly routes: PersistentMap<DeviceKey, RouteState>;
  /** By receiver. */
  readonly attempts: PersistentMap<DeviceKey, Attempt>;
  /** Receivers with a route or an attempt from this transmitter. */
  readonly viewers: PersistentMap<DeviceKey, ReadonlySet<DeviceKey>>;
  /** Commands with an attempt under way, by request. */
  readonly commands: PersistentMap<string, PendingCommand>;
  readonly sessions: PersistentMap<SeatKey, Session>;
  /** Until when a seat whose receiver forgot its session may prove that another still has it. */
  readonly doubts: PersistentMap<SeatKey, Instant>;
  /** By receiver whose menu is open. */
  readonly watchers: PersistentMap<DeviceKey, Watcher>;
  /** Receivers whose open menu's page depends on this device. */
  readonly watched: PersistentMap<DeviceKey, ReadonlySet<DeviceKey>>;
}

/** The box that was adopted for a device. */
export interface BoxState {
  readonly fingerprint: Fingerprint;
  /** Where its peer link was last known to listen; null when it has never been heard. */
  readonly peer: PeerAddress | null;
  readonly online: OnlineBox | null;
}

export interface OnlineBox {
  /** False for a receiver that forgot its seat's session (it restarted) while no other receiver has shown to have it. */
  readonly trusted: boolean;
}

export interface RouteState {
  readonly route: Route;
  /** What the receiver last said about it; null when it has said nothing. */
  readonly status: RouteStatus | null;
}

export interface Attempt {
  readonly route: Route;
  /** Switches together with the others of its command's target. */
  readonly hold: boolean;
  readonly ready: boolean;
  readonly withoutPicture: boolean;
  /** Null after a restart of the manager: nobody waits for an answer any more. */
  readonly command: { readonly request: string; readonly target: number } | null;
}

/** One receiver and what it is to show. */
export interface Placement {
  readonly receiver: DeviceKey;
  readonly transmitter: DeviceKey;
  readonly mode: AccessMode;
  readonly crop: Crop | null;
}

/** A receiver that a command named, with everything that goes there together. */
export interface PendingTarget extends CommandTarget {
  readonly state: 'pending' | 'decided';
  /** The first decides: what becomes of it becomes of the target. */
  readonly placements: readonly Placement[];
  readonly basis: RouteBasis;
  /** All placements change in one step: a wall's tiles. */
  readonly hold: boolean;
}

/** Who asks: an operator at a receiver, or an administrator on the page. */
export interface Asker {
  /** `operator:NAME` or `administrator:NAME`. */
  readonly actor: string;
  /** The seat's name, or an address. */
  readonly from: string;
}

export interface PendingCommand {
  readonly request: string;
  readonly asker: Asker;
  readonly function: OsdFunction;
  readonly text: string;
  /** Null until the plans with its attempts have left: a store that is slow takes nothing off the time for the link. */
  readonly deadline: Instant | null;
  readonly targets: readonly PendingTarget[];
  /** The answer has left; a further head is still under way. */
  readonly answered: boolean;
}

export interface Session {
  readonly id: SessionId;
  readonly generation: Generation;
  readonly operator: OperatorKey;
  /** Milliseconds since 1970. */
  readonly since: number;
}

export interface Watcher {
  readonly function: OsdFunction;
  readonly page: number;
  /** What it was last sent. */
  readonly sent: ListPage;
  /** What the page depends on. */
  readonly devices: readonly DeviceKey[];
}

/** What the store kept. */
export interface StoredMatrix {
  readonly generation: Generation;
  readonly routes: readonly Route[];
  readonly attempts: readonly Route[];
  readonly sessions: readonly (Session & { readonly seat: SeatKey })[];
}

/** An adopted box as the store has it. */
export interface KnownBox {
  readonly device: DeviceKey;
  readonly fingerprint: Fingerprint;
  readonly peer: { readonly host: string; readonly port: number } | null;
}

export const EMPTY_MATRIX: StoredMatrix = { generation: generation(0), routes: [], attempts: [], sessions: [] };

/** The matrix as it was when the manager stopped, with every box offline. */
export function restoredMatrix(
  stored: StoredMatrix,
  given: {
    readonly incarnation: string;
    readonly site: Site;
    readonly boxes: Iterable<KnownBox>;
  },
): MatrixState {
  const viewers = new Map<DeviceKey, Set<DeviceKey>>();
  for (const { receiver, transmitter } of [...stored.routes, ...stored.attempts]) {
    const set = viewers.get(transmitter) ?? new Set();
    viewers.set(transmitter, set.add(receiver));
  }
  return {
    incarnation: given.incarnation,
    site: given.site,
    generation: stored.generation,
    boxes: PersistentMap.from(
      [...given.boxes].map(({ device, fingerprint, peer }) => [
        device,
        { fingerprint, peer: peer && { ...peer, fingerprint }, online: null },
      ]),
    ),
    routes: PersistentMap.from(stored.routes.map((route) => [route.receiver, { route, status: null }])),
    attempts: PersistentMap.from(
      stored.attempts.map((route) => [
        route.receiver,
        { route, hold: false, ready: false, withoutPicture: false, command: null },
      ]),
    ),
    viewers: PersistentMap.from(viewers),
    commands: PersistentMap.empty(),
    sessions: PersistentMap.from(stored.sessions.map(({ seat, ...session }) => [seat, session])),
    doubts: PersistentMap.empty(),
    watchers: PersistentMap.empty(),
    watched: PersistentMap.empty(),
  };
}
