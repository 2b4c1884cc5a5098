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
import { isInPlace, isOnline, type Placements, placeHeads, shownHeads } from './placement.ts';
import { decidePush, decidePushToAll, type Pusher } from './push-decision.ts';

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
        ? decidePushToAll(state, pusherOf(state, command), state.site.withinRights(command.operator, 'push'))
        : decidePush(state, pusherOf(state, command), selection.devices);
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

function pusherOf(state: MatrixState, { operator, receiver }: Command): Pusher {
  return {
    receiver,
    by: operator,
    mayPush: (target) => state.site.may(operator, 'push', target),
    mayConnect: (head) => state.site.may(operator, 'connect', head),
  };
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
