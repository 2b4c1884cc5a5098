import {
  after,
  between,
  type Clock,
  type Duration,
  type Instant,
  milliseconds,
  seconds,
  type Timer,
} from '../kernel/index.ts';

export interface Pace {
  /** Each side of a link says something at least so often. */
  readonly ping: Duration;
  /** Without any frame for so long the link is lost. */
  readonly silence: Duration;
}

/** Box and manager: two lost pings and a slow one are forgiven. */
export const CONTROL_PACE: Pace = { ping: seconds(1), silence: seconds(3) };

/**
 * Between boxes keys travel: what was typed in a cut of a second must be dropped as a whole and not come out of the socket
 * afterwards, and a stall of less than a second must lose nothing. The silence is the second and one ping.
 */
export const PEER_PACE: Pace = { ping: milliseconds(200), silence: milliseconds(1200) };

/** A beat so much too late was missed by this process, not by the peer: its frames may wait in the socket behind it. */
const STALL_GRACE: Duration = milliseconds(100);

export interface Heartbeat {
  readonly pace: Pace;
  /** When anything was last heard. */
  readonly heard: Instant;
  /** When the next ping is due. */
  readonly pingAt: Instant;
}

export type HeartbeatOut =
  | { readonly type: 'ping' }
  | { readonly type: 'silent' }
  /** Nothing has to be done before this instant. */
  | { readonly type: 'wake'; readonly at: Instant };

export const heartbeatStart = (now: Instant, pace: Pace): Heartbeat => ({
  pace,
  heard: now,
  pingAt: after(now, pace.ping),
});

/** What is due at this instant. Time alone is its input: frames only move `heard` and `pingAt`, and cost no timer. */
export function heartbeatStep(
  state: Heartbeat,
  now: Instant,
): { readonly state: Heartbeat; readonly out: readonly HeartbeatOut[] } {
  const { ping, silence } = state.pace;
  const lostAt = after(state.heard, silence);
  const due = earlier(state.pingAt, lostAt);
  if (now >= lostAt && between(due, now) > STALL_GRACE) {
    const heard = after(now, milliseconds(STALL_GRACE - silence));
    return { state: { ...state, heard, pingAt: now }, out: [{ type: 'wake', at: now }] };
  }
  if (now >= lostAt) return { state, out: [{ type: 'silent' }] };
  if (now < state.pingAt) return { state, out: [{ type: 'wake', at: earlier(state.pingAt, lostAt) }] };
  const next = { ...state, pingAt: after(now, ping) };
  return { state: next, out: [{ type: 'ping' }, { type: 'wake', at: earlier(next.pingAt, lostAt) }] };
}

/** Runs a heartbeat over a link that is up. */
export interface RunningHeartbeat {
  readonly lastHeard: Instant;
  heard(): void;
  /** Something was sent: the other side has its sign of life, and needs no ping beside it. */
  said(): void;
  stop(): void;
}

export function runHeartbeat(options: {
  readonly clock: Clock;
  readonly name: string;
  readonly pace: Pace;
  readonly ping: () => void;
  readonly silent: () => void;
}): RunningHeartbeat {
  const { clock, name, pace, ping, silent } = options;
  let state = heartbeatStart(clock.now(), pace);
  let timer: Timer | null = null;
  const beat = () => {
    const stepped = heartbeatStep(state, clock.now());
    state = stepped.state;
    for (const out of stepped.out) {
      if (out.type === 'ping') ping();
      else if (out.type === 'silent') silent();
      else timer = clock.timer({ name, after: wait(out.at), fire: beat });
    }
  };
  const wait = (at: Instant): Duration => milliseconds(Math.max(0, between(clock.now(), at)));
  beat();
  return {
    get lastHeard() {
      return state.heard;
    },
    heard: () => {
      state = { ...state, heard: clock.now() };
    },
    said: () => {
      state = { ...state, pingAt: after(clock.now(), pace.ping) };
    },
    stop: () => timer?.cancel(),
  };
}

const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);
