import type { CommandRefusal, Device, DeviceKey, OperatorKey, RouteBasis } from '@seatmatrix/protocol/domain';
import type { Decision, TargetDecision } from './decision.ts';
import { judge } from './judge.ts';
import type { MatrixState } from './matrix-state.ts';
import { isInPlace, isOnline, mayShow, placeHeads, pushedMode, shownHeads } from './placement.ts';

/** Who pushes, from where, and what he may. */
export interface Pusher {
  /** What this receiver shows is pushed. */
  readonly receiver: DeviceKey;
  /** On whom the pushed pictures rest. */
  readonly by: OperatorKey;
  readonly mayPush: (receiver: DeviceKey) => boolean;
  readonly mayConnect: (transmitter: DeviceKey) => boolean;
}

/** Each of these receivers for itself, in this order. */
export function decidePush(state: MatrixState, pusher: Pusher, devices: readonly Device[]): Decision {
  return { type: 'targets', targets: together(devices, (device) => decideTarget(state, pusher, device)) };
}

/**
 * Every online one of these receivers outside the pusher's own seat, a spliced wall once. `all` means that all show it:
 * desks where nobody is signed in, and receivers that show it already, are passed over. When nobody is left, the answer
 * names what kept the most hopeful of them.
 */
export function decidePushToAll(state: MatrixState, pusher: Pusher, within: readonly Device[]): Decision {
  const own = state.site.seatOf(pusher.receiver).key;
  const others = within.filter((device) => state.site.seatOf(device.key).key !== own);
  if (others.length === 0) return { type: 'refused', refusal: 'out-of-range' };
  const decisions = together(others, (device) => decideTarget(state, pusher, device));
  const takers = decisions.filter((decision) => decision.refusal === null);
  const refusals = new Set(decisions.map((decision) => decision.refusal));
  if (takers.length > 0) return { type: 'targets', targets: takers };
  const order: readonly CommandRefusal[] = ['no-source', 'same-source', 'nobody-signed-in', 'offline'];
  return { type: 'refused', refusal: order.find((refusal) => refusals.has(refusal)) ?? 'out-of-range' };
}

function decideTarget(state: MatrixState, pusher: Pusher, device: Device): TargetDecision {
  const { receiver, by, mayPush, mayConnect } = pusher;
  const basis: RouteBasis = { type: 'push', by };
  const shown = state.routes.get(receiver)?.route.transmitter ?? null;
  const ownSeat = state.site.seatOf(receiver).key === state.site.seatOf(device.key).key;
  const heads =
    shown === null ? [] : ownSeat ? [shown] : shownHeads(state, { receiver, transmitter: shown, may: mayConnect });
  const placed = placeHeads(state, {
    receiver: device.key,
    heads,
    mode: (target, transmitter) => pushedMode(state, target, transmitter),
  });
  const main = heads[0];
  const refusal = judge({
    'out-of-range': () => !mayPush(device.key),
    'no-source': () => main === undefined,
    offline: () => main !== undefined && !(isOnline(state, device.key) && isOnline(state, main)),
    'nobody-signed-in': () => !mayShow(state, device.key),
    'same-source': () => placed.placements.every((each) => isInPlace(state, each)),
  });
  return { device, refusal, ...placed, basis };
}

/**
 * Receivers that go together count once: one that an earlier target's wall or further head fills is no target of its own,
 * and a later target's further head does not take its place.
 */
function together(
  devices: readonly Device[],
  decideOne: (device: Device) => TargetDecision,
): readonly TargetDecision[] {
  const filled = new Set<DeviceKey>();
  const decisions: TargetDecision[] = [];
  for (const device of devices) {
    if (filled.has(device.key)) continue;
    const decision = decideOne(device);
    const placements = decision.placements.filter((each) => !filled.has(each.receiver));
    if (decision.refusal === null) for (const each of placements) filled.add(each.receiver);
    decisions.push({ ...decision, placements });
  }
  return decisions;
}
