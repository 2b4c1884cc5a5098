import { type DeviceKey, type OperatorKey, operatorKey } from '@seatmatrix/protocol/domain';
import { nameOf, startCommand, supersede } from './command.ts';
import type { TargetDecision } from './decision.ts';
import type { Draft } from './draft.ts';
import { judge } from './judge.ts';
import type { Request } from './matrix-input.ts';
import { isInPlace, isOnline, mayShow, placeHeads, pushedMode, splicedWallOf } from './placement.ts';
import { decidePush, decidePushToAll, type Pusher } from './push-decision.ts';

/**
 * An administrator puts a picture somewhere: a push that needs no grant. It lasts as a push lasts, and an administrator
 * is nobody's operator, so nothing that happens to operators ends it.
 */
export function administratorConnect(draft: Draft, order: Extract<Request, { type: 'administrator-connect' }>): void {
  const { state } = draft;
  const device = state.site.receiver(order.receiver);
  const source = state.site.deviceByKey(order.transmitter);
  const start = { ...order, function: 'push' as const, text: source === undefined ? '' : nameOf(source) };
  if (device === undefined || source?.kind !== 'transmitter') {
    startCommand(draft, start, { type: 'refused', refusal: 'unknown-name' });
    return;
  }
  const heads = state.site.headsOf(source.key);
  const placed = placeHeads(state, {
    receiver: device.key,
    heads,
    mode: (receiver, transmitter) => pushedMode(state, receiver, transmitter),
  });
  const target: TargetDecision = {
    device,
    ...placed,
    basis: { type: 'push', by: ADMINISTRATOR },
    refusal: judge({
      offline: () => !isOnline(state, device.key) || !isOnline(state, heads[0] ?? source.key),
      'nobody-signed-in': () => !mayShow(state, device.key),
      'same-source': () => placed.placements.every((each) => isInPlace(state, each)),
    }),
  };
  startCommand(draft, start, { type: 'targets', targets: [target] });
}

/**
 * An administrator pushes what a receiver shows, as its operator would from the menu, and needs no grant. One receiver
 * that is not there refuses all, as an operator's does.
 */
export function administratorPush(draft: Draft, order: Extract<Request, { type: 'administrator-push' }>): void {
  const { state } = draft;
  const from = state.site.receiver(order.receiver);
  const named = order.targets === 'all' ? state.site.receivers() : order.targets.map((key) => state.site.receiver(key));
  const devices = [...new Set(named)].filter((device) => device !== undefined);
  const to = order.targets === 'all' ? 'all' : devices.map(({ id }) => id).join(',');
  const start = { ...order, function: 'push' as const, text: from === undefined ? to : `${nameOf(from)} → ${to}` };
  if (from === undefined || named.some((device) => device === undefined)) {
    startCommand(draft, start, { type: 'refused', refusal: 'unknown-name' });
    return;
  }
  const pusher: Pusher = { receiver: from.key, by: ADMINISTRATOR, mayPush: () => true, mayConnect: () => true };
  const decide = order.targets === 'all' ? decidePushToAll : decidePush;
  startCommand(draft, start, decide(state, pusher, devices));
}

/** Takes the picture away; from any tile of a spliced wall, the wall's. A receiver that shows nothing stays so. */
export function administratorDisconnect(
  draft: Draft,
  order: Extract<Request, { type: 'administrator-disconnect' }>,
): void {
  const { request, asker, receiver } = order;
  const device = draft.state.site.receiver(receiver);
  const receivers: readonly DeviceKey[] = splicedWallOf(draft.state, receiver)?.tiles.map((tile) => tile.receiver) ?? [
    receiver,
  ];
  const refusal = device === undefined ? 'unknown-name' : null;
  if (device !== undefined) {
    draft.nextGeneration();
    for (const each of receivers) {
      supersede(draft, each);
      draft.setRoute(each, null);
    }
  }
  const object = device === undefined ? receiver : nameOf(device);
  const outcome = refusal === null ? 'done' : 'refused';
  draft.audit(asker, { action: 'disconnect', object, outcome, detail: refusal ?? '' });
  draft.emit({ type: 'answer', request, answer: { type: 'command-answer', refusal, targets: [] } });
}

/** Stands where a push names the operator who pushed. No operator has this key. */
const ADMINISTRATOR: OperatorKey = operatorKey('administrator');
