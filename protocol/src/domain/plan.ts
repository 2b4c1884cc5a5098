import type { DeviceId, DeviceKey, Fingerprint, ReceiverKind } from './device.ts';
import type { AccessMode } from './grant.ts';
import type { Crop, SeatKey } from './place.ts';
import type { Generation, RouteBasis, RouteId, SessionId, SignedTicket } from './route.ts';
import type { SourceSettings } from './source-settings.ts';

/** Where a box's peer link listens, and whose key must answer there. */
export interface PeerAddress {
  readonly host: string;
  readonly port: number;
  readonly fingerprint: Fingerprint;
}

/** A route as the receiver needs it. */
export interface PlannedRoute {
  readonly id: RouteId;
  readonly generation: Generation;
  readonly source: { readonly key: DeviceKey; readonly id: DeviceId; readonly name: string };
  /** Null while the transmitter is offline: the route waits, the last picture stays. */
  readonly peer: PeerAddress | null;
  readonly ticket: SignedTicket;
  readonly mode: AccessMode;
  readonly basis: RouteBasis;
  readonly crop: Crop | null;
}

/**
 * A change of route under way. The receiver opens it beside the route that it shows, and switches when the first key
 * frame is there: at once, or, when `hold` (a wall's tiles, that must change together), once the plan has it as route.
 */
export interface PlannedAttempt extends PlannedRoute {
  readonly hold: boolean;
  /** The operator confirmed: connect although the computer gives no picture. */
  readonly withoutPicture: boolean;
}

export interface SeatMember {
  readonly key: DeviceKey;
  readonly id: DeviceId;
  readonly name: string;
  readonly peer: PeerAddress | null;
  readonly ticket: SignedTicket;
}

/** The seat that a receiver belongs to. `members` are in order, this receiver among them: number 1 is the leftmost. */
export interface PlannedSeat {
  readonly key: SeatKey;
  readonly name: string;
  readonly members: readonly SeatMember[];
  readonly idleMinutes: number | null;
}

export interface PlannedSession {
  readonly id: SessionId;
  readonly operator: string;
}

/** Everything that a receiver is to be. Sent whole; the receiver acts on the difference. */
export interface ReceiverPlan {
  readonly type: 'receiver';
  readonly revision: number;
  /** The highest generation that the manager had given out when it made this plan. */
  readonly generation: Generation;
  readonly device: {
    readonly key: DeviceKey;
    readonly id: DeviceId;
    readonly name: string;
    readonly receiverKind: ReceiverKind;
  };
  readonly seat: PlannedSeat;
  readonly session: PlannedSession | null;
  readonly route: PlannedRoute | null;
  readonly attempt: PlannedAttempt | null;
}

export interface PermittedRoute {
  readonly id: RouteId;
  readonly generation: Generation;
  readonly receiver: Fingerprint;
  readonly mode: AccessMode;
}

/** A permitted route is some 90 bytes: this many, with room for names, stay below a control frame. */
export const PERMITTED_ROUTES_MAX = 512;

/**
 * What a transmitter serves. An open link whose generation is at most `generation` and whose route is not listed has
 * ended; one above it is newer than this plan and stays.
 */
export interface TransmitterPlan {
  readonly type: 'transmitter';
  readonly revision: number;
  readonly generation: Generation;
  readonly device: { readonly key: DeviceKey; readonly id: DeviceId; readonly name: string };
  readonly settings: SourceSettings;
  readonly routes: readonly PermittedRoute[];
}

export type Plan = ReceiverPlan | TransmitterPlan;

/** What became of a route or an attempt at the receiver. */
export type RouteStatus =
  | { readonly type: 'opening' }
  /** Key frame there, waiting for the plan to make the attempt the route. */
  | { readonly type: 'ready' }
  | { readonly type: 'live'; readonly picture: boolean }
  | { readonly type: 'failed'; readonly reason: 'link-failed' | 'no-signal' }
  /** The transmitter went away; the last picture stays and the receiver keeps trying. */
  | { readonly type: 'lost' };

export interface RouteReport {
  readonly route: RouteId;
  readonly generation: Generation;
  readonly status: RouteStatus;
}
