import type { Brand } from '../kernel/index.ts';
import type { DeviceKey, Fingerprint } from './device.ts';
import type { AccessMode } from './grant.ts';
import type { OperatorKey } from './person.ts';
import type { Crop } from './place.ts';

/** Rises by one with every decision of the manager, across restarts. A box refuses anything below what it has seen. */
export type Generation = Brand<number, 'Generation'>;
export type RouteId = Brand<string, 'RouteId'>;
export type SessionId = Brand<string, 'SessionId'>;

export const generation = (value: number): Generation => value as Generation;
export const routeId = (text: string): RouteId => text as RouteId;
export const sessionId = (text: string): SessionId => text as SessionId;

/** What a route rests on, and therefore what ends it. A wall's or display's restored route rests on its last basis. */
export type RouteBasis =
  | { readonly type: 'own-grant'; readonly operator: OperatorKey }
  | { readonly type: 'push'; readonly by: OperatorKey };

/** Rx ← Tx, as the matrix wants it. */
export interface Route {
  readonly id: RouteId;
  readonly generation: Generation;
  readonly receiver: DeviceKey;
  readonly transmitter: DeviceKey;
  readonly mode: AccessMode;
  readonly basis: RouteBasis;
  readonly crop: Crop | null;
}

/**
 * The manager's word that opens a peer link. Signed; its expiry limits opening, never a link that runs.
 * `seat` tickets let one receiver of a seat hand keys and pointer to another.
 */
export interface Ticket {
  readonly purpose: 'route' | 'seat';
  readonly route: RouteId;
  readonly generation: Generation;
  readonly from: Fingerprint;
  readonly to: Fingerprint;
  readonly mode: AccessMode;
  readonly basis: RouteBasis | null;
  /** Milliseconds since 1970 by the manager's clock. */
  readonly expiresAt: number;
}

/** A ticket's bytes with the manager's signature over exactly these bytes (Ed25519). */
export interface SignedTicket {
  readonly body: Uint8Array;
  readonly signature: Uint8Array;
}
