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

/** Each side of a link says something at least so often. */
export const PING_INTERVAL: Duration = seconds(1);

/** Without any frame for so long the link is lost: two lost pings and a slow one are forgiven. */
export const SILENCE_LIMIT: Duration = seconds(3);

export interface Heartbeat {
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

export const heartbeatStart = (now: Instant): Heartbeat => ({ heard: now, pingAt: after(now, PING_INTERVAL) });

/** What is due at this instant. Time alone is its input: frames only move `heard` and `pingAt`, and cost no timer. */
export function heartbeatStep(
  state: Heartbeat,
  now: Instant,
): { readonly state: Heartbeat; readonly out: readonly HeartbeatOut[] } {
  const lostAt = after(state.heard, SILENCE_LIMIT);
  if (now >= lostAt) return { state, out: [{ type: 'silent' }] };
  if (now < state.pingAt) return { state, out: [{ type: 'wake', at: earlier(state.pingAt, lostAt) }] };
  const next = { heard: state.heard, pingAt: after(now, PING_INTERVAL) };
  return { state: next, out: [{ type: 'ping' }, { type: 'wake', at: earlier(next.pingAt, lostAt) }] };
}

/** Runs a heartbeat over a link that is up. */
export interface RunningHeartbeat {
  heard(): void;
  /** Something was sent: the other side has its sign of life, and needs no ping beside it. */
  said(): void;
  stop(): void;
}

export function runHeartbeat(options: {
  readonly clock: Clock;
  readonly name: string;
  readonly ping: () => void;
  readonly silent: () => void;
}): RunningHeartbeat {
  const { clock, name, ping, silent } = options;
  let state = heartbeatStart(clock.now());
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
    heard: () => {
      state = { heard: clock.now(), pingAt: state.pingAt };
    },
    said: () => {
      state = { heard: state.heard, pingAt: after(clock.now(), PING_INTERVAL) };
    },
    stop: () => timer?.cancel(),
  };
}

const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);
