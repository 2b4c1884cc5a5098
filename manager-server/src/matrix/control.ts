import type { DeviceKey, Route } from '@seatmatrix/protocol/domain';
import { nameOf } from './command.ts';
import type { Draft } from './draft.ts';
import type { Asker, MatrixState, Session } from './matrix-state.ts';
import { sessionAt } from './placement.ts';

/** Somebody's hands on a computer: keys of this desk go to it, as long as this lasts. */
interface Control {
  readonly session: Session;
  readonly route: Route;
}

/**
 * Records who could type where, from when to when: each beginning and end of control among these receivers. What was
 * typed is nobody's business and passes by the manager in any case. A route that only changed its form goes on.
 */
export function recordControl(draft: Draft, before: MatrixState, receivers: Iterable<DeviceKey>): void {
  for (const receiver of receivers) {
    const was = controlAt(before, receiver);
    const is = controlAt(draft.state, receiver);
    if (was?.session.id === is?.session.id && was?.route.transmitter === is?.route.transmitter) continue;
    if (was !== null) record(draft, { action: 'control.end', control: was, state: before });
    if (is !== null) record(draft, { action: 'control.begin', control: is, state: draft.state });
  }
}

function controlAt(state: MatrixState, receiver: DeviceKey): Control | null {
  const route = state.routes.get(receiver)?.route;
  if (route === undefined || route.mode !== 'shared') return null;
  const session = sessionAt(state, receiver);
  return session === null ? null : { session, route };
}

function record(
  draft: Draft,
  entry: { readonly action: string; readonly control: Control; readonly state: MatrixState },
): void {
  const { action, control, state } = entry;
  const { session, route } = control;
  const { site } = state;
  const source = site.deviceByKey(route.transmitter);
  const from = source === undefined ? route.transmitter : nameOf(source);
  const asker: Asker = {
    actor: `operator:${site.operator(session.operator)?.name ?? session.operator}`,
    from: site.seatOf(route.receiver).name,
  };
  const object = `${from} → ${site.deviceByKey(route.receiver)?.id ?? route.receiver}`;
  draft.audit(asker, { action, object, outcome: 'done', detail: `session ${session.id}` });
}
