import fc from 'fast-check';
import type { AccessMode, RouteBasis, RouteReport, RouteStatus, SignedTicket, Ticket } from '../../domain/index.ts';
import { arbitraryFingerprint, arbitraryGeneration, arbitraryOperatorKey, arbitraryRouteId } from './identity.ts';
import { record } from './record.ts';

export const arbitraryAccessMode = fc.constantFrom<AccessMode>('shared', 'view');

export const arbitraryBasis: fc.Arbitrary<RouteBasis> = fc.oneof(
  record({ type: fc.constant('own-grant' as const), operator: arbitraryOperatorKey }),
  record({ type: fc.constant('push' as const), by: arbitraryOperatorKey }),
);

export const arbitraryTicket: fc.Arbitrary<Ticket> = record({
  purpose: fc.constantFrom('route' as const, 'seat' as const),
  route: arbitraryRouteId,
  generation: arbitraryGeneration,
  from: arbitraryFingerprint,
  to: arbitraryFingerprint,
  mode: arbitraryAccessMode,
  basis: fc.option(arbitraryBasis),
  expiresAt: fc.maxSafeNat(),
});

/** Of the right shape; signed by nobody. */
export const arbitrarySignedTicket: fc.Arbitrary<SignedTicket> = record({
  body: fc.uint8Array({ minLength: 1, maxLength: 512 }),
  signature: fc.uint8Array({ minLength: 64, maxLength: 64 }),
});

const status: fc.Arbitrary<RouteStatus> = fc.oneof(
  fc.constantFrom({ type: 'opening' } as const, { type: 'ready' } as const, { type: 'lost' } as const),
  record({ type: fc.constant('live' as const), picture: fc.boolean() }),
  record({
    type: fc.constant('failed' as const),
    reason: fc.constantFrom('link-failed' as const, 'no-signal' as const),
  }),
);

export const arbitraryRouteReport: fc.Arbitrary<RouteReport> = record({
  route: arbitraryRouteId,
  generation: arbitraryGeneration,
  status,
});
