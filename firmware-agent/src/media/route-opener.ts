import type {
  AccessUnit,
  CaptureState,
  Crop,
  DeviceKey,
  PlannedAttempt,
  PlannedRoute,
  RouteId,
  RouteReport,
} from '@seatmatrix/protocol/domain';
import {
  after,
  between,
  type Instant,
  instant,
  milliseconds,
  type Stepped,
  seconds,
} from '@seatmatrix/protocol/kernel';
import {
  hasSignal,
  isPresentable,
  linkReport,
  linkStatus,
  newLink,
  type OpenerLink,
  sameStatus,
  withoutSockets,
} from './opener-link.ts';

/**
 * Opens what the plan wants and decides what is shown: make before break. The route that is shown keeps picture and
 * keys while an attempt opens beside it; a failed attempt changes nothing on the desk.
 */
export interface RouteOpener {
  readonly route: PlannedRoute | null;
  readonly attempt: PlannedAttempt | null;
  /** Of the plan's route and of its attempt, and of nothing else. */
  readonly links: readonly OpenerLink[];
  /** Whose picture and keys the desk has. */
  readonly shown: RouteId | null;
  /** Whose picture is on the screen, live or left over; null for nobody's. */
  readonly pictured: DeviceKey | null;
  readonly dials: number;
  readonly keyAskedAt: Instant;
}

export type RouteOpenerInput =
  | {
      readonly type: 'plan';
      readonly route: PlannedRoute | null;
      readonly attempt: PlannedAttempt | null;
      readonly at: Instant;
    }
  | { readonly type: 'up'; readonly dial: number; readonly capture: CaptureState | null; readonly at: Instant }
  | { readonly type: 'capture'; readonly dial: number; readonly capture: CaptureState; readonly at: Instant }
  | { readonly type: 'unit'; readonly dial: number; readonly unit: AccessUnit; readonly at: Instant }
  /** Nobody answered, the link was cut, or the transmitter ended it. `draw` in [0, 1) spreads the next dial. */
  | { readonly type: 'down'; readonly dial: number; readonly draw: number; readonly at: Instant }
  /** The screen could not decode what was shown. */
  | { readonly type: 'undecodable'; readonly at: Instant }
  | { readonly type: 'tick'; readonly at: Instant };

export type RouteOpenerOut =
  | { readonly type: 'dial'; readonly dial: number; readonly route: PlannedRoute }
  | { readonly type: 'close'; readonly dial: number }
  /** Picture, keys and LEDs belong to this dial's link from now on; null: to nobody. All-up to the old one first. */
  | { readonly type: 'steer'; readonly route: PlannedRoute | null; readonly dial: number | null }
  | { readonly type: 'show'; readonly unit: AccessUnit; readonly crop: Crop | null }
  | { readonly type: 'clear' }
  | { readonly type: 'want-key-frame'; readonly dial: number }
  | { readonly type: 'report'; readonly report: RouteReport };

/** The manager gives up at 2 s; the receiver a little earlier, so that its reason arrives and not the manager's guess. */
export const ATTEMPT_LIMIT = milliseconds(1800);
/** An attempt that found nobody dials again within its limit: a transmitter's agent may be restarting. */
export const ATTEMPT_RETRY = milliseconds(150);
/** A lost route: first again at once within this, then growing to the cap; the plan's news of the box dials at once. */
export const ROUTE_RETRY = { base: milliseconds(200), cap: seconds(5) } as const;
/** A source whose every picture is broken must not be asked for another with each. */
export const KEY_FRAME_INTERVAL = milliseconds(500);

export const initialRouteOpener: RouteOpener = {
  route: null,
  attempt: null,
  links: [],
  shown: null,
  pictured: null,
  dials: 0,
  keyAskedAt: instant(Number.NEGATIVE_INFINITY),
};

type Opened = Stepped<RouteOpener, RouteOpenerOut>;

export function routeOpenerStep(state: RouteOpener, input: RouteOpenerInput): Opened {
  switch (input.type) {
    case 'plan':
      return reconcile(planned(state, input), input.at);
    case 'tick':
      return reconcile({ state, out: [] }, input.at);
    case 'undecodable':
      return undecodable(state, input.at);
    case 'unit':
      return unitArrived(state, input);
    case 'up': {
      const { capture, at } = input;
      return reconcile(
        changed(state, input.dial, (link) => ({ ...link, up: true, upAt: at, capture })),
        at,
      );
    }
    case 'capture': {
      const { capture } = input;
      return reconcile(
        changed(state, input.dial, (link) => ({ ...link, capture })),
        input.at,
      );
    }
    case 'down':
      return reconcile(
        changed(state, input.dial, (link) => downed(link, input, isAttempt(state, link))),
        input.at,
      );
  }
}

/** When the opener needs its next tick; null when only news can change anything. */
export function routeOpenerDue(state: RouteOpener): Instant | null {
  let due: Instant | null = null;
  for (const link of state.links) {
    for (const at of [retryDue(link), attemptDue(state, link)]) {
      if (at !== null && (due === null || at < due)) due = at;
    }
  }
  return due;
}

/** Everything that the manager would ask after: all links' reports as they stand. */
export function routeReports(state: RouteOpener): readonly RouteReport[] {
  return state.links.flatMap((link) => (link.reported === null ? [] : [linkReport(link, link.reported)]));
}

export const shownLink = (state: RouteOpener): OpenerLink | null =>
  state.links.find((link) => link.route.id === state.shown) ?? null;

const sameRoute = (one: PlannedRoute, other: PlannedRoute): boolean =>
  one.id === other.id && one.generation === other.generation;

/** An attempt that is shown already is kept like a route. */
const isAttempt = (state: RouteOpener, link: OpenerLink): boolean => attemptOf(state, link) !== null;

function attemptOf(state: RouteOpener, link: OpenerLink): PlannedAttempt | null {
  const { attempt, shown } = state;
  return attempt !== null && attempt.id === link.route.id && shown !== link.route.id ? attempt : null;
}

const retryDue = (link: OpenerLink): Instant | null =>
  link.retryAt !== null && link.route.peer !== null ? link.retryAt : null;

const attemptDue = (state: RouteOpener, link: OpenerLink): Instant | null =>
  isAttempt(state, link) && link.failed === null && linkWaits(state, link) ? after(link.since, ATTEMPT_LIMIT) : null;

/** A held attempt that is ready waits for the plan and has no limit of its own. */
const linkWaits = (state: RouteOpener, link: OpenerLink): boolean => !isPresentable(link, attemptOf(state, link));

function changed(state: RouteOpener, dial: number, change: (link: OpenerLink) => OpenerLink): Opened {
  const links = state.links.map((link) => (link.dial === dial ? change(link) : link));
  return { state: { ...state, links }, out: [] };
}

function downed(
  link: OpenerLink,
  { draw, at }: { readonly draw: number; readonly at: Instant },
  attempt: boolean,
): OpenerLink {
  // Only a link that held clears the count: one that opens and falls at once must not be dialled without end.
  const held = link.upAt !== null && between(link.upAt, at) >= ROUTE_RETRY.cap;
  const failures = held ? 0 : link.failures;
  const limit = Math.min(ROUTE_RETRY.base * 2 ** failures, ROUTE_RETRY.cap);
  const wait = attempt ? ATTEMPT_RETRY : milliseconds(draw * limit);
  return { ...withoutSockets(link), failures: failures + 1, retryAt: after(at, wait) };
}

/** Takes the plan's routes over: new ones get a link, those that are wanted no more lose theirs. */
function planned(
  state: RouteOpener,
  plan: { readonly route: PlannedRoute | null; readonly attempt: PlannedAttempt | null; readonly at: Instant },
): Opened {
  const out: RouteOpenerOut[] = [];
  const { route, attempt, at } = plan;
  const wanted = [route, attempt].filter((each) => each !== null);
  const links = wanted.map((each) => {
    const link = state.links.find((other) => sameRoute(other.route, each));
    if (link === undefined) return newLink(each, at);
    // A transmitter that came back, or that the attempt gave up, is dialled at once.
    const moved = link.route.peer === null && each.peer !== null;
    const again = link.dial === null && (moved || (each === route && link.failed !== null));
    return again ? { ...link, route: each, failed: null, failures: 0, retryAt: at } : { ...link, route: each };
  });
  for (const link of state.links) {
    if (link.dial !== null && !wanted.some((each) => sameRoute(link.route, each))) {
      out.push({ type: 'close', dial: link.dial });
    }
  }
  const before = shownLink(state);
  const still = before !== null && links.some((link) => sameRoute(link.route, before.route));
  if (before !== null && !still) out.unshift({ type: 'steer', route: null, dial: null });
  const clear = state.pictured !== null && route === null && !still;
  if (clear) out.push({ type: 'clear' });
  const now = still ? links.find((link) => link.route.id === state.shown) : undefined;
  if (before?.unit && now !== undefined && !sameCrop(before.route.crop, now.route.crop)) {
    out.push({ type: 'show', unit: before.unit, crop: now.route.crop });
  }
  const shown = still ? state.shown : null;
  return { state: { ...state, route, attempt, links, shown, pictured: clear ? null : state.pictured }, out };
}

function unitArrived(
  state: RouteOpener,
  { dial, unit, at }: { readonly dial: number; readonly unit: AccessUnit; readonly at: Instant },
): Opened {
  const link = state.links.find((each) => each.dial === dial);
  if (link === undefined) return { state, out: [] };
  const shown = link.route.id === state.shown;
  const out: RouteOpenerOut[] = [];
  if (shown && (unit.key || !link.broken)) out.push({ type: 'show', unit, crop: link.route.crop });
  // The many units of a running picture change nothing to decide.
  if (!unit.key && (link.broken || shown)) return { state, out };
  const next = unit.key ? { ...link, unit, fresh: true, broken: false } : { ...link, broken: true };
  const links = state.links.map((each) => (each === link ? next : each));
  const taken = { ...state, links, pictured: shown ? link.route.source.key : state.pictured };
  return shown && link.fresh ? { state: taken, out } : reconcile({ state: taken, out }, at);
}

function undecodable(state: RouteOpener, at: Instant): Opened {
  const link = shownLink(state);
  if (link === null || link.dial === null || at < after(state.keyAskedAt, KEY_FRAME_INTERVAL))
    return { state, out: [] };
  const links = state.links.map((each) => (each === link ? { ...each, broken: true } : each));
  return { state: { ...state, links, keyAskedAt: at }, out: [{ type: 'want-key-frame', dial: link.dial }] };
}

function reconcile({ state, out }: Opened, at: Instant): Opened {
  let next: Opened = { state, out: [...out] };
  for (const part of [failAttempt, dialDue, switchOver, report]) {
    const stepped = part(next.state, at);
    next = { state: stepped.state, out: [...next.out, ...stepped.out] };
  }
  return next;
}

/**
 * An attempt at a computer without a picture fails at once; one whose link, or whose picture, does not come, at its limit.
 */
function failAttempt(state: RouteOpener, at: Instant): Opened {
  const out: RouteOpenerOut[] = [];
  const links = state.links.map((link): OpenerLink => {
    const attempt = attemptOf(state, link);
    if (attempt === null || link.failed !== null || isPresentable(link, attempt)) return link;
    const dark = link.up && !hasSignal(link);
    if (!dark && at < after(link.since, ATTEMPT_LIMIT)) return link;
    if (link.dial !== null) out.push({ type: 'close', dial: link.dial });
    return { ...withoutSockets(link), failed: dark ? 'no-signal' : 'link-failed', retryAt: null };
  });
  return { state: { ...state, links }, out };
}

function dialDue(state: RouteOpener, at: Instant): Opened {
  const out: RouteOpenerOut[] = [];
  let { dials } = state;
  const links = state.links.map((link): OpenerLink => {
    const due = retryDue(link);
    if (due === null || due > at) return link;
    dials += 1;
    out.push({ type: 'dial', dial: dials, route: link.route });
    return { ...link, dial: dials, retryAt: null };
  });
  return { state: { ...state, links, dials }, out };
}

/** The attempt, once it can be shown, unless it must wait for the plan; else the plan's route; else what there is. */
function switchOver(state: RouteOpener, _at: Instant): Opened {
  const { attempt, route, shown } = state;
  if (attempt !== null && shown === attempt.id) return { state, out: [] };
  const attempted = attempt === null || attempt.hold ? null : presentable(state, attempt);
  const next = attempted ?? (route === null || shown === route.id ? null : presentable(state, route));
  if (next === null || next.dial === null) return { state, out: [] };
  const out: RouteOpenerOut[] = [{ type: 'steer', route: next.route, dial: next.dial }];
  if (next.unit !== null && hasSignal(next)) {
    out.push({ type: 'show', unit: next.unit, crop: next.route.crop });
    if (next.broken) out.push({ type: 'want-key-frame', dial: next.dial });
  }
  const { key } = next.route.source;
  if (out.some((each) => each.type === 'show'))
    return { state: { ...state, shown: next.route.id, pictured: key }, out };
  // Keys must not go to one computer before the eyes of another: a dark screen is the truth.
  const foreign = state.pictured !== null && state.pictured !== key;
  if (foreign) out.push({ type: 'clear' });
  return { state: { ...state, shown: next.route.id, pictured: foreign ? null : state.pictured }, out };
}

function presentable(state: RouteOpener, route: PlannedRoute): OpenerLink | null {
  const link = state.links.find((each) => each.route.id === route.id);
  return link !== undefined && isPresentable(link, attemptOf(state, link)) ? link : null;
}

function report(state: RouteOpener): Opened {
  const out: RouteOpenerOut[] = [];
  const links = state.links.map((link): OpenerLink => {
    const attempt = state.attempt?.id === link.route.id ? state.attempt : null;
    const status = linkStatus(link, { attempt, shown: state.shown === link.route.id });
    if (sameStatus(link.reported, status)) return link;
    out.push({ type: 'report', report: linkReport(link, status) });
    return { ...link, reported: status };
  });
  return { state: { ...state, links }, out };
}

function sameCrop(one: Crop | null, other: Crop | null): boolean {
  if (one === null || other === null) return one === other;
  return one.left === other.left && one.top === other.top && one.width === other.width && one.height === other.height;
}
