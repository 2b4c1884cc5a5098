import type {
  AccessUnit,
  CaptureState,
  PlannedAttempt,
  PlannedRoute,
  RouteReport,
  RouteStatus,
} from '@seatmatrix/protocol/domain';
import type { Instant } from '@seatmatrix/protocol/kernel';

/** One route or attempt at the receiver, as the opener sees its sockets. */
export interface OpenerLink {
  readonly route: PlannedRoute;
  /** Which dial the sockets belong to; null while there are none. Late news of an earlier dial is told by it. */
  readonly dial: number | null;
  readonly up: boolean;
  readonly upAt: Instant | null;
  readonly capture: CaptureState | null;
  /** The newest key unit of any dial: what a switch shows first. */
  readonly unit: AccessUnit | null;
  /** A key unit came on this dial. */
  readonly fresh: boolean;
  /** Units were left out since the last key: what follows cannot be decoded. */
  readonly broken: boolean;
  readonly since: Instant;
  /** When to dial; null while a dial stands or none is wanted. */
  readonly retryAt: Instant | null;
  readonly failures: number;
  readonly failed: 'link-failed' | 'no-signal' | null;
  readonly reported: RouteStatus | null;
}

export const newLink = (route: PlannedRoute, at: Instant): OpenerLink => ({
  route,
  dial: null,
  up: false,
  upAt: null,
  capture: null,
  unit: null,
  fresh: false,
  broken: false,
  since: at,
  retryAt: at,
  failures: 0,
  failed: null,
  reported: null,
});

/** The sockets are gone or given up; the last key unit stays. */
export const withoutSockets = (link: OpenerLink): OpenerLink => ({
  ...link,
  dial: null,
  up: false,
  upAt: null,
  capture: null,
  fresh: false,
  broken: false,
});

export const hasSignal = (link: OpenerLink): boolean => link.capture?.type === 'signal';

/** Whether keys and picture could go over to this link now. */
export function isPresentable(link: OpenerLink, attempt: PlannedAttempt | null): boolean {
  if (!link.up || link.failed !== null) return false;
  if (link.fresh) return true;
  return !hasSignal(link) && (attempt === null || attempt.withoutPicture);
}

/** What the manager is to know of the link. `attempt` is what the plan says of it when it is one. */
export function linkStatus(
  link: OpenerLink,
  role: { readonly attempt: PlannedAttempt | null; readonly shown: boolean },
): RouteStatus {
  const { attempt, shown } = role;
  if (link.failed !== null) return { type: 'failed', reason: link.failed };
  if (isPresentable(link, shown ? null : attempt)) {
    if (attempt !== null && !shown) return attempt.hold ? { type: 'ready' } : { type: 'opening' };
    return { type: 'live', picture: hasSignal(link) };
  }
  // Signal, but no unit yet on this dial: what was said stays true until the picture is there.
  if (link.up && shown && link.reported !== null) return link.reported;
  const known = link.reported?.type === 'live' || link.reported?.type === 'lost';
  const gone = link.failures > 0 || link.route.peer === null || known;
  return (attempt === null || shown) && gone ? { type: 'lost' } : { type: 'opening' };
}

export const linkReport = (link: OpenerLink, status: RouteStatus): RouteReport => ({
  route: link.route.id,
  generation: link.route.generation,
  status,
});

export function sameStatus(one: RouteStatus | null, other: RouteStatus): boolean {
  if (one === null || one.type !== other.type) return false;
  if (one.type === 'live' && other.type === 'live') return one.picture === other.picture;
  if (one.type === 'failed' && other.type === 'failed') return one.reason === other.reason;
  return true;
}
