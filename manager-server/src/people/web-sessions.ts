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
const TOKEN_BYTES = 32;

export type WebSessionId = Brand<string, 'WebSessionId'>;

export interface WebSession {
  /** SHA-256 of the cookie's token: knowing it lets nobody in. */
  readonly id: WebSessionId;
  readonly operator: OperatorKey;
  readonly restriction: Restriction | null;
}

export interface StoredWebSession {
  readonly operator: OperatorKey;
  readonly restriction: Restriction | null;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly seenAt: number;
}

export const webSessionCodec = jsonCodec<StoredWebSession>(
  z.object({
    operator: z.string().transform(operatorKey),
    restriction: z.enum(['password-too-short', 'second-factor-missing']).nullable(),
    startedAt: z.number(),
    seenAt: z.number(),
  }),
);

interface Running extends WebSession {
  readonly startedAt: Instant;
  readonly seenAt: Instant;
  readonly storedAt: Instant;
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
  async start(operator: OperatorKey, restriction: Restriction | null = null): Promise<string> {
    const { clock, randomBytes, records } = this.#options;
    const token = Buffer.from(randomBytes(TOKEN_BYTES)).toString('base64url');
    const id = idOf(token);
    const wall = clock.wall().getTime();
    const now = clock.now();
    // Before the disk has answered: what ends all sessions of somebody meanwhile ends this one too.
    this.#running.set(id, { id, operator, restriction, startedAt: now, seenAt: now, storedAt: now });
    try {
      await records.put(id, { operator, restriction, startedAt: wall, seenAt: wall });
    } catch (thrown) {
      this.#running.delete(id);
      throw thrown;
    }
    return token;
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
  }

  /** Resolves when it is ended for good; it is refused from this moment on. */
  async end(id: WebSessionId): Promise<void> {
    this.#running.delete(id);
    for (const listener of this.#listeners) listener(id);
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

  [Symbol.dispose](): void {
    this.#sweep?.cancel();
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
