import type { Operator, OperatorKey, Route, Seat } from '@seatmatrix/protocol/domain';
import { nameOf, supersede } from './command.ts';
import type { Draft } from './draft.ts';
import { mayShow, pushedMode, sameCrop, sessionAt, splicedWallOf } from './placement.ts';
import { endSession, THE_MANAGER } from './session.ts';
import type { Site } from './site.ts';

/**
 * The directory is another: what rested on a right that is gone ends now. A push does not rest on the pusher's rights,
 * which may shrink without taking a picture from anybody; but when his account is disabled or deleted, what he pushed ends
 * where the site's settings say so: unless somebody chose otherwise at desks, and not on displays.
 */
export function directoryChanged(draft: Draft, site: Site): void {
  const before = draft.state.site;
  draft.setSite(site);
  endGoneSessions(draft);
  const gone = operatorsGone(before, site);
  for (const { route } of [...draft.state.attempts.values()]) {
    const fits = mayShow(draft.state, route.receiver) && isHolders(draft, route);
    if (deviceIsGone(site, route) || hasLost(draft, route, gone)) supersede(draft, route.receiver, 'out-of-range');
    else if (!fits) supersede(draft, route.receiver, 'nobody-signed-in');
    else if (!isInItsWall(draft, route)) supersede(draft, route.receiver);
  }
  for (const { route } of [...draft.state.routes.values()]) {
    if (deviceIsGone(site, route) || !isHolders(draft, route)) endRoute(draft, route);
    else if (hasLost(draft, route, gone) || !mayShow(draft.state, route.receiver)) withdraw(draft, route);
    else narrow(draft, route);
  }
  matchWalls(draft);
  touchPlans(draft, before);
}

/** Values that did not change are the same objects in both directories: what points to others is a plan to look at. */
function touchPlans(draft: Draft, before: Site): void {
  const { site } = draft.state;
  for (const device of [...draft.state.boxes.keys()]) {
    const now = site.deviceByKey(device);
    if (now === undefined) {
      draft.setBox(device, null);
      continue;
    }
    const seat = site.seatOf(device);
    const seatChanged = !sameSeat(seat, before.seatOf(device));
    if (now === before.deviceByKey(device) && !seatChanged) continue;
    draft.planChanged(device);
    for (const receiver of draft.state.viewers.get(device) ?? []) draft.planChanged(receiver);
    for (const member of [...seat.receivers, ...before.seatOf(device).receivers]) draft.planChanged(member);
  }
  for (const [seat, { operator }] of draft.state.sessions) {
    if (site.operator(operator) === before.operator(operator)) continue;
    for (const receiver of site.seatByKey(seat)?.receivers ?? []) draft.planChanged(receiver);
  }
}

const sameSeat = (one: Seat, other: Seat): boolean =>
  one.key === other.key &&
  one.name === other.name &&
  one.idleMinutes === other.idleMinutes &&
  one.receivers.length === other.receivers.length &&
  one.receivers.every((receiver, index) => receiver === other.receivers[index]);

function endGoneSessions(draft: Draft): void {
  const { site } = draft.state;
  for (const [seat, session] of [...draft.state.sessions]) {
    const operator = site.operator(session.operator);
    if (operator === undefined || operator.disabled) {
      endSession(draft, seat, { asker: THE_MANAGER, reason: 'disabled' });
    } else if (site.seatByKey(seat) === null) {
      // The seat was taken apart: its receivers are other seats now, where nobody has signed in.
      endSession(draft, seat, { asker: THE_MANAGER, reason: 'administrator' });
    }
  }
}

const isGone = (operator: Operator | undefined): boolean => operator === undefined || operator.disabled;

/** Operators that this change disabled or deleted. */
function operatorsGone(before: Site, now: Site): (key: OperatorKey) => boolean {
  return (key) => !isGone(before.operator(key)) && isGone(now.operator(key));
}

function deviceIsGone(site: Site, route: Route): boolean {
  return site.receiver(route.receiver) === undefined || site.deviceByKey(route.transmitter)?.kind !== 'transmitter';
}

function hasLost(draft: Draft, { basis, receiver, transmitter }: Route, gone: (key: OperatorKey) => boolean): boolean {
  const { site } = draft.state;
  if (basis.type === 'own-grant') return !site.may(basis.operator, 'connect', transmitter);
  if (!gone(basis.by) || site.pushesOfDisabled === 'keep') return false;
  return site.pushesOfDisabled === 'end' || site.receiver(receiver)?.receiverKind === 'desk';
}

/**
 * What somebody connected himself is his: a receiver that moved to another seat does not take it there, also where
 * nobody has signed in yet and pictures may be looked at meanwhile. Whoever came next would have it with its keys.
 */
function isHolders(draft: Draft, { basis, receiver }: Route): boolean {
  return basis.type !== 'own-grant' || sessionAt(draft.state, receiver)?.operator === basis.operator;
}

/** A tile on its way to a picture of its own must not get it in a wall that was spliced meanwhile, nor its part of one. */
function isInItsWall(draft: Draft, { receiver, crop }: Route): boolean {
  const wall = splicedWallOf(draft.state, receiver);
  return sameCrop(crop, wall?.tiles.find((tile) => tile.receiver === receiver)?.crop ?? null);
}

function withdraw(draft: Draft, route: Route): void {
  const source = draft.state.site.deviceByKey(route.transmitter);
  endRoute(draft, route);
  if (source === undefined) return;
  const notice = { type: 'right-withdrawn', source: nameOf(source) } as const;
  draft.emit({ type: 'desk-notice', receiver: route.receiver, notice });
  const object = `${nameOf(source)} → ${draft.state.site.deviceByKey(route.receiver)?.id ?? route.receiver}`;
  draft.audit(THE_MANAGER, { action: 'disconnect', object, outcome: 'done', detail: 'right-withdrawn' });
}

function endRoute(draft: Draft, route: Route): void {
  draft.nextGeneration();
  draft.setRoute(route.receiver, null);
}

/** A pushed route passes keys only as long as the desk's own operator has the right himself. */
function narrow(draft: Draft, route: Route): void {
  if (route.basis.type !== 'push' || route.mode === 'view') return;
  if (pushedMode(draft.state, route.receiver, route.transmitter) === 'view') replace(draft, { ...route, mode: 'view' });
}

/**
 * A wall that was just spliced shows its first picture across all tiles; one that was taken apart leaves each tile the
 * whole picture of what it showed a part of.
 */
function matchWalls(draft: Draft): void {
  const done = new Set<string>();
  for (const { route } of [...draft.state.routes.values()]) {
    const wall = splicedWallOf(draft.state, route.receiver);
    if (wall === null) {
      if (route.crop !== null) replace(draft, { ...route, crop: null });
      continue;
    }
    if (done.has(wall.key)) continue;
    done.add(wall.key);
    const first = wall.tiles
      .map((tile) => draft.state.routes.get(tile.receiver)?.route)
      .find((each) => each !== undefined);
    if (first === undefined) continue;
    for (const { receiver, crop } of wall.tiles) {
      const shown = draft.state.routes.get(receiver)?.route;
      if (shown?.transmitter === first.transmitter && sameCrop(shown.crop, crop)) continue;
      if (draft.state.site.receiver(receiver) !== undefined && mayShow(draft.state, receiver)) {
        replace(draft, { ...first, receiver, crop });
      }
    }
  }
}

/** Another route in this one's place: an ID of its own, since boxes take a route's mode and crop once. */
function replace(draft: Draft, route: Route): void {
  const generation = draft.nextGeneration();
  draft.setRoute(route.receiver, { route: { ...route, generation, id: draft.nextRouteId(generation) }, status: null });
}
