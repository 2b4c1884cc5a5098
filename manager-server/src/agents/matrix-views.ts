import type { DeviceKey, RouteBasis } from '@seatmatrix/protocol/domain';
import type { RouteView, SessionView } from '../api/box-side.ts';
import type { MatrixState } from '../matrix/matrix-state.ts';

/** Every receiver that shows or tries something. */
export function routeViews(state: MatrixState): readonly RouteView[] {
  const receivers = new Set<DeviceKey>([...state.routes.keys(), ...state.attempts.keys()]);
  return [...receivers].map((receiver) => {
    const shown = state.routes.get(receiver);
    return {
      receiver,
      route: shown?.route.id ?? null,
      transmitter: shown?.route.transmitter ?? null,
      attempt: state.attempts.get(receiver)?.route.transmitter ?? null,
      mode: shown?.route.mode ?? null,
      basis: shown === undefined ? null : basisView(shown.route.basis),
      status: shown?.status ?? null,
    };
  });
}

export function sessionViews(state: MatrixState): readonly SessionView[] {
  return [...state.sessions].map(([seat, { id, operator, since }]) => ({
    id,
    // A desk that is a seat of its own stands in no list of seats.
    seat: state.site.isStoredSeat(seat) ? seat : null,
    receivers: state.site.seatByKey(seat)?.receivers ?? [],
    operator,
    since,
  }));
}

const basisView = (basis: RouteBasis): RouteView['basis'] =>
  basis.type === 'own-grant' ? { type: 'own-grant', operator: basis.operator } : { type: 'push', operator: basis.by };
