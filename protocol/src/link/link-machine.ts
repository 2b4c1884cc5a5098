import { after, type Duration, Fault, type Instant, type Stepped, seconds, unreachable } from '../kernel/index.ts';
import { faultOf } from './close-of-fault.ts';
import { CONTROL_PACE, type Heartbeat, heartbeatStart, heartbeatStep } from './heartbeat.ts';
import { CloseCode, type Closed } from './transport.ts';

/** Waits between attempts to reach the manager: full jitter below a limit that doubles. */
export const RETRY_SCHEDULE = { base: seconds(0.5), cap: seconds(30) };

/** A network gives up by itself after five seconds; this is for one that does not. */
export const DIAL_LIMIT: Duration = seconds(6);

/** Between the hello and the welcome: a manager may write to its store before it answers. */
export const GREETING_LIMIT: Duration = seconds(10);

/** A link that broke sooner goes on with the back-off that it had: two boxes with one key replace each other for ever. */
export const SETTLED_AFTER: Duration = seconds(3);

/** A box's side of its one link to the manager. */
export type LinkState =
  | { readonly type: 'stopped' }
  | { readonly type: 'waiting' }
  | { readonly type: 'dialling'; readonly until: Instant }
  | { readonly type: 'greeting'; readonly until: Instant; readonly heartbeat: Heartbeat }
  | {
      readonly type: 'live';
      readonly since: Instant;
      readonly heartbeat: Heartbeat;
      /** The manager gave a certificate: the close that follows is no failure. */
      readonly adopting: boolean;
    };

export const LINK_STOPPED: LinkState = { type: 'stopped' };

export type LinkInput = { readonly now: Instant } & (
  | { readonly type: 'start' }
  | { readonly type: 'stop' }
  /** A timer that was asked for. Early and doubled ones are harmless. */
  | { readonly type: 'time' }
  /** The wait between two attempts is over. */
  | { readonly type: 'retry' }
  | { readonly type: 'opened' }
  | { readonly type: 'failed'; readonly fault: Fault }
  /** Any frame. */
  | { readonly type: 'heard' }
  | { readonly type: 'welcomed'; readonly adopting: boolean }
  | { readonly type: 'closed'; readonly closed: Closed }
  /** This side has something new to say in a hello. */
  | { readonly type: 'again' }
);

export type LinkOut =
  /** Wait for the schedule's next delay, or its first when `fresh`, then give `retry`. */
  | { readonly type: 'wait'; readonly fresh: boolean }
  | { readonly type: 'dial' }
  | { readonly type: 'abandon-dial' }
  | { readonly type: 'greet' }
  | { readonly type: 'ping' }
  /** Give `time` at this instant; replaces an earlier wish. */
  | { readonly type: 'wake'; readonly at: Instant }
  | { readonly type: 'close'; readonly closed: Closed }
  /** The link, or the attempt at one, came to its end. */
  | { readonly type: 'lost'; readonly fault: Fault; readonly wasLive: boolean };

type Next = Stepped<LinkState, LinkOut>;

/** Decides when to dial, when to wait, when a link is live and when it is lost. */
export function linkStep(state: LinkState, input: LinkInput): Next {
  if (input.type === 'stop') return stop(state);
  switch (state.type) {
    case 'stopped':
      return input.type === 'start'
        ? { state: { type: 'waiting' }, out: [{ type: 'wait', fresh: true }] }
        : same(state);
    case 'waiting':
      return input.type === 'retry' ? dial(input.now) : same(state);
    case 'dialling':
      return dialling(state, input);
    case 'greeting':
      return greeting(state, input);
    case 'live':
      return live(state, input);
    default:
      return unreachable(state);
  }
}

const same = (state: LinkState): Next => ({ state, out: [] });

function dial(now: Instant): Next {
  const until = after(now, DIAL_LIMIT);
  return { state: { type: 'dialling', until }, out: [{ type: 'dial' }, { type: 'wake', at: until }] };
}

function stop(state: LinkState): Next {
  const closed = { code: CloseCode.goingAway, reason: 'stopped' };
  const out: readonly LinkOut[] =
    state.type === 'dialling'
      ? [{ type: 'abandon-dial' }]
      : state.type === 'greeting' || state.type === 'live'
        ? [{ type: 'close', closed }, lost(state, new Fault({ code: 'link-closed', message: 'stopped' }))]
        : [];
  return { state: LINK_STOPPED, out };
}

function dialling(state: Extract<LinkState, { type: 'dialling' }>, input: LinkInput): Next {
  switch (input.type) {
    case 'opened': {
      const heartbeat = heartbeatStart(input.now, CONTROL_PACE);
      const until = after(input.now, GREETING_LIMIT);
      return {
        state: { type: 'greeting', until, heartbeat },
        out: [{ type: 'greet' }, { type: 'wake', at: heartbeat.pingAt }],
      };
    }
    case 'failed':
      return again({ state, fault: input.fault, fresh: false, first: [] });
    case 'time': {
      if (input.now < state.until) return { state, out: [{ type: 'wake', at: state.until }] };
      const fault = new Fault({ code: 'link-lost', message: 'the manager did not answer the call' });
      return again({ state, fault, fresh: false, first: [{ type: 'abandon-dial' }] });
    }
    default:
      return same(state);
  }
}

function greeting(state: Extract<LinkState, { type: 'greeting' }>, input: LinkInput): Next {
  switch (input.type) {
    case 'heard':
      return same({ ...state, heartbeat: { ...state.heartbeat, heard: input.now } });
    case 'welcomed':
      return same({
        type: 'live',
        since: input.now,
        heartbeat: { ...state.heartbeat, heard: input.now },
        adopting: input.adopting,
      });
    case 'closed':
      return again({ state, fault: faultOf(input.closed), fresh: false, first: [] });
    case 'time': {
      if (input.now < state.until) return beat(state, input.now);
      const fault = new Fault({ code: 'link-lost', message: 'the manager did not welcome this box' });
      return again({ state, fault, fresh: false, first: [{ type: 'close', closed: silent }] });
    }
    default:
      return same(state);
  }
}

function live(state: Extract<LinkState, { type: 'live' }>, input: LinkInput): Next {
  switch (input.type) {
    case 'heard':
      return same({ ...state, heartbeat: { ...state.heartbeat, heard: input.now } });
    case 'welcomed':
      return same({ ...state, adopting: state.adopting || input.adopting });
    case 'closed': {
      const fault = faultOf(input.closed);
      if (state.adopting && input.closed.code === CloseCode.adopted) {
        const redial = dial(input.now);
        return { state: redial.state, out: [lost(state, fault), ...redial.out] };
      }
      return again({ state, fault, fresh: settled(state, input.now), first: [] });
    }
    case 'again': {
      const closed = { code: CloseCode.goingAway, reason: 'comes back with another hello' };
      // No failure: the schedule begins anew, and spreads boxes that were all told the same.
      return again({ state, fault: faultOf(closed), fresh: true, first: [{ type: 'close', closed }] });
    }
    case 'time':
      return beat(state, input.now);
    default:
      return same(state);
  }
}

const silent: Closed = { code: CloseCode.silent, reason: 'silent' };

function beat(state: Extract<LinkState, { type: 'greeting' | 'live' }>, now: Instant): Next {
  const stepped = heartbeatStep(state.heartbeat, now);
  const out: LinkOut[] = [];
  for (const each of stepped.out) {
    if (each.type === 'silent') {
      const fault = new Fault({ code: 'link-lost', message: 'the manager fell silent' });
      const fresh = state.type === 'live' && settled(state, now);
      return again({ state, fault, fresh, first: [{ type: 'close', closed: silent }] });
    }
    out.push(each);
  }
  return { state: { ...state, heartbeat: stepped.state }, out };
}

const settled = (state: Extract<LinkState, { type: 'live' }>, now: Instant): boolean =>
  now >= after(state.since, SETTLED_AFTER);

function again(end: {
  readonly state: LinkState;
  readonly fault: Fault;
  readonly fresh: boolean;
  readonly first: readonly LinkOut[];
}): Next {
  const { state, fault, fresh, first } = end;
  return { state: { type: 'waiting' }, out: [...first, lost(state, fault), { type: 'wait', fresh }] };
}

const lost = (state: LinkState, fault: Fault): LinkOut => ({ type: 'lost', fault, wasLive: state.type === 'live' });
