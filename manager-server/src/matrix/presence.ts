import type { DeviceKey, Hello, RouteReport } from '@seatmatrix/protocol/domain';
import { attemptFailed, attemptLive, attemptReady, nameOf, supersede } from './command.ts';
import type { Draft } from './draft.ts';
import type { Fact } from './matrix-input.ts';
import { meetSession, THE_MANAGER } from './session.ts';

type Online = Extract<Fact, { type: 'box-online' }>;

/**
 * How far above the counter a box can honestly be: a hundred decisions a second for more than a year, all of them lost
 * with the store. A box that says more would leave the site no generations to give out.
 */
export const LIFT_MAX = 2 ** 32;

/** Whether others can be told to connect there: a box that has no listener yet says an empty host or port 0. */
export const isAddress = ({ host, port }: Hello['peer']): boolean => host !== '' && port > 0;

/** A box that was adopted for the device said hello. One that was online already has come back. */
export function boxOnline(draft: Draft, { device, hello }: Online): void {
  const box = draft.state.boxes.get(device);
  const found = draft.state.site.deviceByKey(device);
  if (box === undefined || found === undefined) return;
  if (hello.highestGeneration - draft.state.generation > LIFT_MAX) {
    const detail = `generation ${hello.highestGeneration}`;
    draft.audit(THE_MANAGER, { action: 'box.online', object: nameOf(found), outcome: 'refused', detail });
    return;
  }
  liftGeneration(draft, device, hello.highestGeneration);
  const peer = isAddress(hello.peer) ? { ...hello.peer, fingerprint: box.fingerprint } : null;
  const isReceiver = draft.state.site.receiver(device) !== undefined;
  const trusted = !isReceiver || meetSession(draft, device, hello.session);
  draft.setBox(device, { ...box, peer, online: { trusted } });
  if (!isReceiver) return;
  draft.setWatcher(device, null);
  settleOrphan(draft, device, hello.routes);
  const route = draft.state.routes.get(device)?.route;
  if (route !== undefined && !hello.routes.some((report) => report.route === route.id)) draft.setStatus(device, null);
  routeReports(draft, device, hello.routes);
}

export function boxOffline(draft: Draft, device: DeviceKey): void {
  const box = draft.state.boxes.get(device);
  if (box === undefined || box.online === null) return;
  draft.setBox(device, { ...box, online: null });
  draft.setWatcher(device, null);
  draft.setStatus(device, null);
}

export function boxAdopted(draft: Draft, { device, fingerprint }: Extract<Fact, { type: 'box-adopted' }>): void {
  draft.setBox(device, { fingerprint, peer: null, online: null });
}

/** What the place shows or serves stays wanted: a box that replaces this one takes it over. */
export function boxForgotten(draft: Draft, device: DeviceKey): void {
  // A higher counter in the transmitters' plans ends the links that the forgotten key opened.
  draft.nextGeneration();
  draft.setBox(device, null);
  draft.setWatcher(device, null);
  draft.setStatus(device, null);
}

/** Reports of routes that are neither wanted nor tried any more are late, and mean nothing. */
export function routeReports(draft: Draft, receiver: DeviceKey, reports: readonly RouteReport[]): void {
  for (const { route, generation, status } of reports) {
    const attempt = draft.state.attempts.get(receiver)?.route;
    if (attempt?.id === route && attempt.generation === generation) {
      if (status.type === 'ready') attemptReady(draft, receiver);
      else if (status.type === 'live') attemptLive(draft, receiver, status.picture);
      else if (status.type === 'failed') attemptFailed(draft, receiver, status.reason);
      else if (status.type === 'lost') attemptFailed(draft, receiver, 'link-failed');
      continue;
    }
    const wanted = draft.state.routes.get(receiver)?.route;
    if (wanted?.id === route && wanted.generation === generation) draft.setStatus(receiver, status);
  }
}

/**
 * The store is younger than the box (a backup was restored): the counter goes on above what the box has obeyed, and
 * the box's routes are given out anew, or it would refuse them.
 */
function liftGeneration(draft: Draft, device: DeviceKey, highest: number): void {
  if (highest <= draft.state.generation) return;
  draft.raiseGeneration(highest);
  const receivers = new Set(draft.state.viewers.get(device) ?? []);
  if (draft.state.site.receiver(device) !== undefined) receivers.add(device);
  for (const receiver of receivers) {
    supersede(draft, receiver);
    const shown = draft.state.routes.get(receiver);
    if (shown === undefined) continue;
    const generation = draft.nextGeneration();
    draft.setRoute(receiver, {
      route: { ...shown.route, generation, id: draft.nextRouteId(generation) },
      status: null,
    });
  }
  // Also where it has no route: the plan that says so must not be older than what it obeyed.
  draft.nextGeneration();
}

/** An attempt from before the manager's restart: what the receiver made of it counts, since that is what the desk shows. */
function settleOrphan(draft: Draft, receiver: DeviceKey, reports: readonly RouteReport[]): void {
  const attempt = draft.state.attempts.get(receiver);
  if (attempt === undefined || attempt.command !== null) return;
  const report = reports.find(
    (each) => each.route === attempt.route.id && each.generation === attempt.route.generation,
  );
  draft.setAttempt(receiver, null);
  if (report?.status.type === 'live') draft.setRoute(receiver, { route: attempt.route, status: report.status });
}
