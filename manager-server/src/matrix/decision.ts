import {
  type CommandRefusal,
  type Device,
  type DeviceKey,
  type OperatorKey,
  type RouteBasis,
  resolveSelection,
} from '@seatmatrix/protocol/domain';
import { unreachable } from '@seatmatrix/protocol/kernel';
import { judge } from './judge.ts';
import type { Request } from './matrix-input.ts';
import type { MatrixState } from './matrix-state.ts';
import { isInPlace, isOnline, mayShow, type Placements, placeHeads, pushedMode, shownHeads } from './placement.ts';

/** What is to become of one receiver that a command named. */
export interface TargetDecision extends Placements {
  readonly device: Device;
  readonly refusal: CommandRefusal | null;
  readonly basis: RouteBasis;
}

export type Decision =
  /** Of the command as a whole, before any receiver is looked at. */
  | { readonly type: 'refused'; readonly refusal: CommandRefusal }
  | { readonly type: 'targets'; readonly targets: readonly TargetDecision[] };

export type Command = Pick<
  Extract<Request, { type: 'command' }>,
  'receiver' | 'function' | 'text' | 'withoutPicture'
> & { readonly operator: OperatorKey };

/** Judges a command by what is known now. Whether the link comes up, the attempt shows. */
export function decide(state: MatrixState, command: Command): Decision {
  const selection = resolveSelection(command, state.site);
  if (selection.type === 'unknown-name') return { type: 'refused', refusal: 'unknown-name' };
  switch (command.function) {
    case 'connect':
      return selection.type === 'devices' ? decideConnect(state, command, selection.devices) : unknownName;
    case 'fetch':
      return selection.type === 'devices' ? decideFetch(state, command, selection.devices) : unknownName;
    case 'push':
      return selection.type === 'all'
        ? decidePushToAll(state, command)
        : targets(together(selection.devices, (device) => decidePush(state, command, device)));
    default:
      return unreachable(command.function);
  }
}

const unknownName: Decision = { type: 'refused', refusal: 'unknown-name' };

const targets = (decisions: readonly TargetDecision[]): Decision => ({ type: 'targets', targets: decisions });

/**
 * The grant on what goes to the asking receiver decides; a further head without a grant is left out, and so is a further
 * transmitter of a hotkey.
 */
function decideConnect(state: MatrixState, command: Command, devices: readonly Device[]): Decision {
  const asking = state.site.deviceByKey(command.receiver);
  const [main, ...others] = connectHeads(state, devices);
  if (asking === undefined || main === undefined) return unknownName;
  const may = (head: DeviceKey): boolean => state.site.may(command.operator, 'connect', head);
  const placed = placeHeads(state, {
    receiver: command.receiver,
    heads: [main, ...others.filter(may)],
    mode: () => 'shared',
  });
  const refusal = judge({
    'out-of-range': () => !may(main),
    offline: () => !isOnline(state, main),
    'same-source': () => placed.placements.every((each) => isInPlace(state, each)),
  });
  return targets([{ device: asking, refusal, ...placed, basis: { type: 'own-grant', operator: command.operator } }]);
}

/** One transmitter, or a hotkey's that are heads of one computer, stand for all its heads; others for themselves, in order. */
function connectHeads(state: MatrixState, devices: readonly Device[]): readonly DeviceKey[] {
  const keys = devices.map((device) => device.key);
  const heads = keys[0] === undefined ? [] : state.site.headsOf(keys[0]);
  return keys.every((key) => heads.includes(key)) ? heads : keys;
}

function decidePush(state: MatrixState, command: Command, device: Device): TargetDecision {
  const basis: RouteBasis = { type: 'push', by: command.operator };
  const shown = state.routes.get(command.receiver)?.route.transmitter ?? null;
  const ownSeat = state.site.seatOf(command.receiver).key === state.site.seatOf(device.key).key;
  const heads = shown === null ? [] : ownSeat ? [shown] : pushedHeads(state, { command, shown });
  const placed = placeHeads(state, {
    receiver: device.key,
    heads,
    mode: (receiver, transmitter) => pushedMode(state, receiver, transmitter),
  });
  const main = heads[0];
  const refusal = judge({
    'out-of-range': () => !state.site.may(command.operator, 'push', device.key),
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

function pushedHeads(
  state: MatrixState,
  { command, shown }: { readonly command: Command; readonly shown: DeviceKey },
): readonly DeviceKey[] {
  const { operator, receiver } = command;
  return shownHeads(state, { receiver, transmitter: shown, may: (head) => state.site.may(operator, 'connect', head) });
}

/**
 * Every online receiver in the operator's push rights outside his own seat, a spliced wall once. `all` means that all show
 * it: desks where nobody is signed in, and receivers that show it already, are passed over. When nobody is left, the
 * answer names what kept the most hopeful of them.
 */
function decidePushToAll(state: MatrixState, command: Command): Decision {
  const own = state.site.seatOf(command.receiver).key;
  const within = state.site
    .withinRights(command.operator, 'push')
    .filter((device) => state.site.seatOf(device.key).key !== own);
  if (within.length === 0) return { type: 'refused', refusal: 'out-of-range' };
  const decisions = together(within, (device) => decidePush(state, command, device));
  const takers = decisions.filter((decision) => decision.refusal === null);
  const refusals = new Set(decisions.map((decision) => decision.refusal));
  if (takers.length > 0) return targets(takers);
  const order: readonly CommandRefusal[] = ['no-source', 'same-source', 'nobody-signed-in', 'offline'];
  return { type: 'refused', refusal: order.find((refusal) => refusals.has(refusal)) ?? 'out-of-range' };
}

/** Needs the right to fetch from that receiver and the right to connect to what it shows. */
function decideFetch(state: MatrixState, command: Command, devices: readonly Device[]): Decision {
  const asking = state.site.deviceByKey(command.receiver);
  const [from, ...more] = devices;
  if (asking === undefined || from === undefined || more.length > 0) return unknownName;
  const may = (head: DeviceKey): boolean => state.site.may(command.operator, 'connect', head);
  const shown = shownAt(state, from.key);
  const heads = shown === null ? [] : shownHeads(state, { receiver: from.key, transmitter: shown, may });
  const [main, ...others] = heads;
  const wanted = main === undefined ? [] : [main, ...others.filter(may)];
  const placed = placeHeads(state, { receiver: command.receiver, heads: wanted, mode: () => 'shared' });
  const refusal = judge({
    'out-of-range': () => !state.site.may(command.operator, 'fetch', from.key) || (main !== undefined && !may(main)),
    offline: () => !isOnline(state, from.key) || (main !== undefined && !isOnline(state, main)),
    'same-source': () => placed.placements.length > 0 && placed.placements.every((each) => isInPlace(state, each)),
    'shows-nothing': () => main === undefined,
  });
  return targets([{ device: asking, refusal, ...placed, basis: { type: 'own-grant', operator: command.operator } }]);
}

/** What a receiver shows; of a spliced wall, what the wall shows. */
function shownAt(state: MatrixState, receiver: DeviceKey): DeviceKey | null {
  const own = state.routes.get(receiver)?.route.transmitter;
  if (own !== undefined) return own;
  const place = state.site.wallOf(receiver);
  if (place === null || place.wall.state !== 'spliced') return null;
  for (const tile of place.wall.receivers) {
    const shown = state.routes.get(tile)?.route.transmitter;
    if (shown !== undefined) return shown;
  }
  return null;
}
