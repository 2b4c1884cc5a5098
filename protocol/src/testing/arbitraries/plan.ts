import fc from 'fast-check';
import {
  type PeerAddress,
  type Plan,
  type PlannedAttempt,
  type PlannedRoute,
  type PlannedSeat,
  type ReceiverPlan,
  SEAT_RECEIVERS_MAX,
  seatKey,
  type TransmitterPlan,
} from '../../domain/index.ts';
import {
  arbitraryDeviceId,
  arbitraryDeviceKey,
  arbitraryFingerprint,
  arbitraryGeneration,
  arbitraryKeyText,
  arbitraryName,
  arbitraryRouteId,
  arbitrarySessionId,
} from './identity.ts';
import { record } from './record.ts';
import { arbitraryAccessMode, arbitraryBasis, arbitrarySignedTicket } from './route.ts';
import { arbitrarySourceSettings } from './source-settings.ts';
import { arbitraryCrop } from './video.ts';

const device = { key: arbitraryDeviceKey, id: arbitraryDeviceId, name: arbitraryName };

const peer: fc.Arbitrary<PeerAddress> = record({
  host: fc.oneof(fc.ipV4(), fc.ipV6(), fc.domain()),
  port: fc.integer({ min: 1, max: 65_535 }),
  fingerprint: arbitraryFingerprint,
});

const route: { readonly [Field in keyof PlannedRoute]: fc.Arbitrary<PlannedRoute[Field]> } = {
  id: arbitraryRouteId,
  generation: arbitraryGeneration,
  source: record(device),
  peer: fc.option(peer),
  ticket: arbitrarySignedTicket,
  mode: arbitraryAccessMode,
  basis: arbitraryBasis,
  crop: fc.option(arbitraryCrop),
};

const attempt: fc.Arbitrary<PlannedAttempt> = record({
  ...route,
  hold: fc.boolean(),
  withoutPicture: fc.boolean(),
});

const seat: fc.Arbitrary<PlannedSeat> = record({
  key: arbitraryKeyText.map(seatKey),
  name: arbitraryName,
  members: fc.array(record({ ...device, peer: fc.option(peer), ticket: arbitrarySignedTicket }), {
    maxLength: SEAT_RECEIVERS_MAX,
  }),
  idleMinutes: fc.option(fc.integer({ min: 1, max: 1440 })),
});

const head = { revision: fc.maxSafeNat(), generation: arbitraryGeneration };

export const arbitraryReceiverPlan: fc.Arbitrary<ReceiverPlan> = record({
  type: fc.constant('receiver' as const),
  ...head,
  device: record({ ...device, receiverKind: fc.constantFrom('desk' as const, 'display' as const) }),
  seat,
  session: fc.option(record({ id: arbitrarySessionId, operator: arbitraryName })),
  route: fc.option(record(route)),
  attempt: fc.option(attempt),
});

export const arbitraryTransmitterPlan: fc.Arbitrary<TransmitterPlan> = record({
  type: fc.constant('transmitter' as const),
  ...head,
  device: record(device),
  settings: arbitrarySourceSettings,
  routes: fc.array(
    record({
      id: arbitraryRouteId,
      generation: arbitraryGeneration,
      receiver: arbitraryFingerprint,
      mode: arbitraryAccessMode,
    }),
    { maxLength: 40 },
  ),
});

export const arbitraryPlan: fc.Arbitrary<Plan> = fc.oneof(arbitraryReceiverPlan, arbitraryTransmitterPlan);
