import { createHash } from 'node:crypto';
import { type OperatorKey, operatorKey } from '@seatmatrix/protocol/domain';
import {
  type Brand,
  between,
  type Clock,
  type Duration,
  type Instant,
  instant,
  type Log,
  minutes,
  seconds,
  type Timer,
} from '@seatmatrix/protocol/kernel';
import { z } from 'zod';
import { jsonCodec, type RecordCollection } from '../store/index.ts';
import type { Restriction } from './page-sign-in.ts';

/** A page that nobody touches; NIST SP 800-63B-4 §2.2.3 asks for an hour at most. */
export const IDLE_LIFE = minutes(30);
/** A shift; after it one signs in again, whatever happened (NIST: 24 h at most). */
export const WHOLE_LIFE = minutes(12 * 60);
/** How far the store's idea of the last use may lag: a write for every request would be waste. */
const SEEN_PRECISION = minutes(1);
/** How soon an open page learns that its session ran out. */
const SWEEP_EVERY = seconds(15);
/** How long after typing the password somebody is taken for the one who typed it, where more hangs on it than a look. */
export const CONFIRMED_FOR = minutes(5);
const TOKEN_BYTES = 32;
/** Browsers' descriptions of themselves are longer than anybody reads. */
const AGENT_MAX = 200;

export type WebSessionId = Brand<string, 'WebSessionId'>;

export interface WebSession {
  /** SHA-256 of the cookie's token: knowing it lets nobody in. */
  readonly id: WebSessionId;
  readonly operator: OperatorKey;
  readonly restriction: Restriction | null;
}

/** Where somebody signed in from. */
export interface SessionOrigin {
  /** A network address. */
  readonly from: string;
  /** What the browser says it is (RFC 9110 §10.1.5). */
  readonly agent: string;
}

export interface StoredWebSession extends SessionOrigin {
  readonly operator: OperatorKey;
  readonly restriction: Restriction | null;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** To the minute. */
  readonly seenAt: number;
}

/** As its owner sees it. */
export interface WebSessionView extends SessionOrigin {
  readonly id: WebSessionId;
  readonly startedAt: number;
  readonly seenAt: number;
}

export const webSessionCodec = jsonCodec<StoredWebSession>(
  z.object({
    operator: z.string().transform(operatorKey),
    restriction: z.enum(['password-too-short', 'second-factor-missing']).nullable(),
    startedAt: z.number(),
    seenAt: z.number(),
    from: z.string().default(''),
    agent: z.string().default(''),
  }),
);

interface Running extends WebSession {
  readonly startedAt: Instant;
  readonly seenAt: Instant;
  readonly storedAt: Instant;
  /** Null after a restart of the manager: then it is asked again. */
  readonly confirmedAt: Instant | null;
}

/** What became of somebody's being there: `ended` with what the store last knew of the session. */
export interface WebSessionChange {
  readonly operator: OperatorKey;
  readonly ended: WebSessionView | null;
}

export interface WebSessionsOptions {
  readonly records: RecordCollection<StoredWebSession>;
  readonly clock: Clock;
  readonly log: Log;
  readonly randomBytes: (count: number) => Uint8Array;
}

/**
 * Who is signed in to the pages. Survives a restart of the manager; ends when idle, when old, on sign-out, and with
 * its account. Ends are told at once, so that a socket never outlives its session.
 */
export class WebSessions implements Disposable {
  readonly #options: WebSessionsOptions;
  readonly #running = new Map<WebSessionId, Running>();
  readonly #listeners = new Set<(id: WebSessionId) => void>();
  readonly #changeListeners: ((change: WebSessionChange) => void)[] = [];
  /** When all sessions of an operator were last ended, counted in such ends. */
  readonly #endedAt = new Map<OperatorKey, number>();
  #moment = 0;
  #sweep: Timer | null = null;

  constructor(options: WebSessionsOptions) {
    this.#options = options;
    this.#resume();
    this.#sweepLater();
  }

  /** The token is for the cookie and known to nobody else. */
  async start(
    operator: OperatorKey,
    { restriction = null, from = '', agent = '' }: Partial<SessionOrigin> & { restriction?: Restriction | null } = {},
  ): Promise<string> {
    const { clock, randomBytes, records } = this.#options;
    const token = Buffer.from(randomBytes(TOKEN_BYTES)).toString('base64url');
    const id = idOf(token);
    const wall = clock.wall().getTime();
    const now = clock.now();
    // Before the disk has answered: what ends all sessions of somebody meanwhile ends this one too.
    const times = { startedAt: now, seenAt: now, storedAt: now, confirmedAt: now };
    this.#running.set(id, { id, operator, restriction, ...times });
    const origin = { from, agent: agent.slice(0, AGENT_MAX) };
    try {
      await records.put(id, { operator, restriction, startedAt: wall, seenAt: wall, ...origin });
    } catch (thrown) {
      this.#running.delete(id);
      throw thrown;
    }
    this.#changed({ operator, ended: null });
    return token;
  }

  /** Of one operator, the newest first. */
  listOf(operator: OperatorKey): readonly WebSessionView[] {
    const theirs = [...this.#running.values()].filter((each) => each.operator === operator && !this.#isOver(each));
    return theirs.flatMap(({ id }) => this.#view(id) ?? []).sort((one, other) => other.startedAt - one.startedAt);
  }

  /** The password has just been typed once more. */
  confirm(id: WebSessionId): void {
    const running = this.#running.get(id);
    if (running !== undefined) this.#running.set(id, { ...running, confirmedAt: this.#options.clock.now() });
  }

  isConfirmed(id: WebSessionId): boolean {
    const confirmedAt = this.#running.get(id)?.confirmedAt ?? null;
    return confirmedAt !== null && between(confirmedAt, this.#options.clock.now()) < CONFIRMED_FOR;
  }

  /** For `endedSince`. */
  get moment(): number {
    return this.#moment;
  }

  /**
   * Whether all sessions of the operator were ended after this moment. A sign-in that began before it has looked at an
   * account, a password or a second factor that is another now, and starts nothing.
   */
  endedSince(operator: OperatorKey, moment: number): boolean {
    return (this.#endedAt.get(operator) ?? 0) > moment;
  }

  find(token: string): WebSession | null {
    const running = this.#running.get(idOf(token));
    if (running === undefined) return null;
    if (!this.#isOver(running)) return running;
    this.#end(running.id);
    return null;
  }

  /** Somebody used it: a request, a key press. An open socket by itself does not count. */
  touch(id: WebSessionId): void {
    const { clock, log, records } = this.#options;
    const running = this.#running.get(id);
    if (running === undefined) return;
    const seenAt = clock.now();
    const store = between(running.storedAt, seenAt) >= SEEN_PRECISION;
    this.#running.set(id, { ...running, seenAt, storedAt: store ? seenAt : running.storedAt });
    const stored = records.get(id);
    if (!store || stored === undefined) return;
    // Without this write the session only seems older after a restart.
    records.put(id, { ...stored, seenAt: clock.wall().getTime() }).catch((thrown: unknown) => {
      log.warn('the last use of a web session is not stored', { thrown });
    });
    this.#changed({ operator: running.operator, ended: null });
  }

  /** Resolves when it is ended for good; it is refused from this moment on. */
  async end(id: WebSessionId): Promise<void> {
    const running = this.#running.get(id);
    const ended = this.#view(id);
    this.#running.delete(id);
    for (const listener of this.#listeners) listener(id);
    if (running !== undefined) this.#changed({ operator: running.operator, ended });
    await this.#options.records.delete(id);
  }

  async endAllOf(operator: OperatorKey, except: WebSessionId | null): Promise<void> {
    this.#moment += 1;
    this.#endedAt.set(operator, this.#moment);
    const theirs = [...this.#running.values()].filter((each) => each.operator === operator && each.id !== except);
    await Promise.all(theirs.map((each) => this.end(each.id)));
  }

  /** What kept the session from the rest is done. */
  async lift(id: WebSessionId): Promise<void> {
    const running = this.#running.get(id);
    const stored = this.#options.records.get(id);
    if (running === undefined || stored === undefined) return;
    this.#running.set(id, { ...running, restriction: null });
    await this.#options.records.put(id, { ...stored, restriction: null });
  }

  /** Called as soon as a session ended, whatever ended it. Returns what stops listening. */
  onEnd(listener: (id: WebSessionId) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Called when one began, was used (not more often than the store is told), or ended. */
  onChange(listener: (change: WebSessionChange) => void): void {
    this.#changeListeners.push(listener);
  }

  [Symbol.dispose](): void {
    this.#sweep?.cancel();
  }

  #changed(change: WebSessionChange): void {
    for (const listener of this.#changeListeners) listener(change);
  }

  #view(id: WebSessionId): WebSessionView | null {
    const stored = this.#options.records.get(id);
    if (stored === undefined) return null;
    const { startedAt, seenAt, from, agent } = stored;
    return { id, startedAt, seenAt, from, agent };
  }

  #resume(): void {
    const { clock, records } = this.#options;
    const now = clock.now();
    const wall = clock.wall().getTime();
    for (const [id, { value }] of records.entries()) {
      // Ages, not dates: a clock that was set back must not make a session younger than new.
      const ago = (date: number) => instant(now - Math.max(0, wall - date));
      const seenAt = ago(value.seenAt);
      this.#running.set(webSessionId(id), {
        id: webSessionId(id),
        operator: value.operator,
        restriction: value.restriction,
        startedAt: ago(value.startedAt),
        seenAt,
        storedAt: seenAt,
        confirmedAt: null,
      });
    }
  }

  #sweepLater(): void {
    this.#sweep = this.#options.clock.timer({
      name: 'web sessions that ran out',
      after: SWEEP_EVERY,
      fire: () => {
        for (const running of this.#running.values()) if (this.#isOver(running)) this.#end(running.id);
        this.#sweepLater();
      },
    });
  }

  #isOver({ seenAt, startedAt }: Running): boolean {
    const now = this.#options.clock.now();
    const over = (since: Instant, life: Duration) => between(since, now) >= life;
    return over(seenAt, IDLE_LIFE) || over(startedAt, WHOLE_LIFE);
  }

  #end(id: WebSessionId): void {
    // It is refused already; a record that stays is found too old at the next start.
    this.end(id).catch((thrown: unknown) => {
      this.#options.log.warn('a web session that ran out is still in the store', { thrown });
    });
  }
}

const webSessionId = (text: string): WebSessionId => text as WebSessionId;

const idOf = (token: string): WebSessionId => webSessionId(createHash('sha256').update(token).digest('hex'));
