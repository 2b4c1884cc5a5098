import type {
  Device,
  DeviceKey,
  Fingerprint,
  PeerAddress,
  PermittedRoute,
  Plan,
  PlannedRoute,
  Receiver,
  ReceiverPlan,
  Route,
  SignedTicket,
  Ticket,
  Transmitter,
  TransmitterPlan,
} from '@seatmatrix/protocol/domain';
import { fingerprint, generation, PERMITTED_ROUTES_MAX, routeId } from '@seatmatrix/protocol/domain';
import type { MatrixState } from './matrix-state.ts';

/** Signs a ticket, or gives the one that was signed for the same before and has not yet grown old. */
export type SignTicket = (ticket: Omit<Ticket, 'expiresAt'>) => SignedTicket;

/** Everything that the device's box is to be; null when there is no such device or its box was never adopted. */
export function planOf(
  state: MatrixState,
  device: DeviceKey,
  { sign, revision }: { readonly sign: SignTicket; readonly revision: number },
): Plan | null {
  const found = state.site.deviceByKey(device);
  const box = state.boxes.get(device);
  if (found === undefined || box === undefined) return null;
  const { fingerprint } = box;
  return found.kind === 'receiver'
    ? receiverPlan(state, { receiver: found, fingerprint, sign, revision })
    : transmitterPlan(state, found, revision);
}

function receiverPlan(
  state: MatrixState,
  {
    receiver,
    fingerprint: own,
    sign,
    revision,
  }: {
    readonly receiver: Receiver;
    readonly fingerprint: Fingerprint;
    readonly sign: SignTicket;
    readonly revision: number;
  },
): ReceiverPlan {
  const { key, id, name, receiverKind } = receiver;
  const seat = state.site.seatOf(key);
  const trusted = state.boxes.get(key)?.online?.trusted ?? true;
  const session = trusted ? state.sessions.get(seat.key) : undefined;
  const operator = session && state.site.operator(session.operator);
  const seatLink = routeId(`seat:${seat.key}`);
  // Where a neighbour was last heard, though the manager may not hear it now: their links need no manager.
  const members = seat.receivers.flatMap((member) => {
    const device = state.site.deviceByKey(member);
    if (device === undefined) return [];
    const box = state.boxes.get(member);
    const neighbour = member === key ? undefined : box?.fingerprint;
    const ticket = sign(
      neighbour === undefined ? NO_NEIGHBOUR : { ...NO_NEIGHBOUR, route: seatLink, from: own, to: neighbour },
    );
    return [{ key: member, id: device.id, name: device.name, peer: box?.peer ?? null, ticket }];
  });
  const plannedRoute = (route: Route): PlannedRoute | null => planRoute(state, { route, holder: own, sign });
  const route = trusted ? state.routes.get(key)?.route : undefined;
  const attempt = trusted ? state.attempts.get(key) : undefined;
  const plannedAttempt = attempt?.command && plannedRoute(attempt.route);
  return {
    type: 'receiver',
    revision,
    generation: state.generation,
    device: { key, id, name, receiverKind },
    seat: { key: seat.key, name: seat.name, members, idleMinutes: seat.idleMinutes },
    session: session && operator ? { id: session.id, operator: operator.name } : null,
    route: route ? plannedRoute(route) : null,
    attempt:
      attempt && plannedAttempt
        ? { ...plannedAttempt, hold: attempt.hold, withoutPicture: attempt.withoutPicture }
        : null,
  };
}

/**
 * Stands where there is nobody to open a link to: at the receiver itself, and at one without a box. A seat's links have no
 * generation of their own: who may open them is whoever the plan lists as a member.
 */
const NO_NEIGHBOUR: Omit<Ticket, 'expiresAt'> = {
  purpose: 'seat',
  route: routeId('seat'),
  generation: generation(0),
  from: fingerprint('0'.repeat(64)),
  to: fingerprint('0'.repeat(64)),
  mode: 'shared',
  basis: null,
};

/** Null where the transmitter has no box, and therefore no key that a ticket could name. */
function planRoute(
  state: MatrixState,
  { route, holder, sign }: { readonly route: Route; readonly holder: Fingerprint; readonly sign: SignTicket },
): PlannedRoute | null {
  const source: Device | undefined = state.site.deviceByKey(route.transmitter);
  const box = state.boxes.get(route.transmitter);
  if (source === undefined || box === undefined) return null;
  const peer: PeerAddress | null = box.online === null ? null : box.peer;
  const ticket = sign({
    purpose: 'route',
    route: route.id,
    generation: route.generation,
    from: holder,
    to: box.fingerprint,
    mode: route.mode,
    basis: route.basis,
  });
  return {
    id: route.id,
    generation: route.generation,
    source: { key: source.key, id: source.id, name: source.name },
    peer,
    ticket,
    mode: route.mode,
    basis: route.basis,
    crop: route.crop,
  };
}

function transmitterPlan(
  state: MatrixState,
  { key, id, name, settings }: Transmitter,
  revision: number,
): TransmitterPlan {
  const routes: PermittedRoute[] = [];
  for (const receiver of state.viewers.get(key) ?? []) {
    const box = state.boxes.get(receiver);
    if (box === undefined) continue;
    for (const route of [state.routes.get(receiver)?.route, state.attempts.get(receiver)?.route]) {
      if (route === undefined || route.transmitter !== key) continue;
      routes.push({ id: route.id, generation: route.generation, receiver: box.fingerprint, mode: route.mode });
    }
  }
  // More than fit come by a restored store or a wall's late tiles alone: the newest are what people look at.
  const listed = routes.length <= PERMITTED_ROUTES_MAX ? routes : newest(routes);
  return {
    type: 'transmitter',
    revision,
    generation: state.generation,
    device: { key, id, name },
    settings,
    routes: listed,
  };
}

const newest = (routes: readonly PermittedRoute[]): readonly PermittedRoute[] =>
  routes.toSorted((one, other) => other.generation - one.generation).slice(0, PERMITTED_ROUTES_MAX);
