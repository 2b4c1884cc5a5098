import { createHash } from 'node:crypto';
import { type OperatorKey, operatorKey } from '@seatmatrix/protocol/domain';
import {
  after,
  type Brand,
  type Clock,
  type Instant,
  type Log,
  milliseconds,
  minutes,
  type Timer,
} from '@seatmatrix/protocol/kernel';
import { z } from 'zod';
import { auditEntry } from '../audit/index.ts';
import type { Actor } from '../directory/directory.ts';
import { commitStaged, type Journal, jsonCodec, type RecordCollection } from '../store/index.ts';

/** What a token may be used for; see the policy table. */
export const tokenScopes = ['read', 'operate', 'administer', 'audit'] as const;
export type TokenScope = (typeof tokenScopes)[number];

export type ApiTokenId = Brand<string, 'ApiTokenId'>;

export interface ApiToken {
  readonly id: ApiTokenId;
  readonly name: string;
  /** Whose right it is; it ends with it. */
  readonly owner: OperatorKey;
  readonly scopes: readonly TokenScope[];
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly lastUsedAt: number | null;
}

/** Keyed by the SHA-256 of the token. */
type StoredApiToken = ApiToken;

export const apiTokenCodec = jsonCodec<StoredApiToken>(
  z.object({
    id: z.string().transform((text) => text as ApiTokenId),
    name: z.string(),
    owner: z.string().transform(operatorKey),
    scopes: z.array(z.enum(tokenScopes)),
    createdAt: z.number(),
    expiresAt: z.number(),
    lastUsedAt: z.number().nullable(),
  }),
);

/** Told apart from other secrets at a glance, and by scanners of repositories. */
const PREFIX = 'smx_';
const TOKEN_BYTES = 32;
/** A write for every request would be waste. */
const USED_PRECISION = minutes(1);
/** How soon a socket ends whose token ran out. */
const SWEEP_EVERY = milliseconds(500);
/** More at one time are a mistake of a script. */
export const TOKENS_MAX = 200;
export const TOKEN_DAYS_MAX = 366;
const DAY = 86_400_000;

export interface ApiTokensOptions {
  readonly records: RecordCollection<StoredApiToken>;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly newKey: () => string;
}

/** Programs' keys to the API. The text is told once; the store has its hash. */
export class ApiTokens implements Disposable {
  readonly #options: ApiTokensOptions;
  readonly #listeners = new Set<(id: ApiTokenId) => void>();
  /** By the manager's own time: a clock that is set back lengthens no token's life while it runs. */
  readonly #ends = new Map<string, Instant>();
  #sweep: Timer | null = null;

  constructor(options: ApiTokensOptions) {
    this.#options = options;
    const { clock, records } = options;
    for (const [hash, { value }] of records.entries()) this.#ends.set(hash, this.#endOf(value, clock.wall().getTime()));
    this.#sweepLater();
  }

  list(): readonly ApiToken[] {
    return [...this.#options.records.values()];
  }

  async create(wish: {
    readonly name: string;
    readonly scopes: readonly TokenScope[];
    readonly days: number;
    readonly owner: OperatorKey;
    readonly actor: Actor;
  }): Promise<{ readonly text: string; readonly token: ApiToken } | 'too-many'> {
    const { clock, journal, newKey, randomBytes, records } = this.#options;
    if (records.size >= TOKENS_MAX) return 'too-many';
    const { name, scopes, days, owner, actor } = wish;
    const text = PREFIX + Buffer.from(randomBytes(TOKEN_BYTES)).toString('base64url');
    const createdAt = clock.wall().getTime();
    const id = newKey() as ApiTokenId;
    const token: ApiToken = { id, name, owner, scopes, createdAt, expiresAt: createdAt + days * DAY, lastUsedAt: null };
    const hash = hashOf(text);
    const detail = `${scopes.join(', ')}; ${days} days`;
    const act = { actor: actor.name, from: actor.from, action: 'token.create', object: name, detail };
    const entry = auditEntry({ ...act, outcome: 'done' }, clock);
    await commitStaged(journal, { staged: [records.stagePut(hash, token)], audit: [entry] });
    this.#ends.set(hash, this.#endOf(token, createdAt));
    return { text, token };
  }

  /** The token of this text, if it still is one. Notes that it was used. */
  use(text: string): ApiToken | null {
    const { clock, log, records } = this.#options;
    const hash = hashOf(text);
    const token = records.get(hash);
    if (token === undefined || this.#isOver(hash)) return null;
    const now = clock.wall().getTime();
    if (token.lastUsedAt === null || Math.abs(now - token.lastUsedAt) >= USED_PRECISION) {
      records.put(hash, { ...token, lastUsedAt: now }).catch((thrown: unknown) => {
        log.warn('the last use of a token is not stored', { thrown });
      });
    }
    return token;
  }

  /** It opens nothing from this moment on; resolves when that is durable. */
  async revoke({ id, actor }: { readonly id: string; readonly actor: Actor }): Promise<'not-found' | null> {
    const { clock, journal, records } = this.#options;
    const found = [...records.entries()].find(([, { value }]) => value.id === id);
    if (found === undefined) return 'not-found';
    const [hash, { value }] = found;
    const act = {
      actor: actor.name,
      from: actor.from,
      action: 'token.revoke',
      object: value.name,
      outcome: 'done',
    } as const;
    const staged = [records.stageDelete(hash)];
    this.#tell(value.id);
    await commitStaged(journal, { staged, audit: [auditEntry(act, clock)] });
    this.#ends.delete(hash);
    return null;
  }

  /** All of an operator who may not have any more. */
  async revokeAllOf(owner: OperatorKey, actor: Actor): Promise<void> {
    const theirs = this.list().filter((each) => each.owner === owner);
    await Promise.all(theirs.map(({ id }) => this.revoke({ id, actor })));
  }

  /** Called as soon as a token opens nothing any more. Returns what stops listening. */
  onEnd(listener: (id: ApiTokenId) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  [Symbol.dispose](): void {
    this.#sweep?.cancel();
  }

  #tell(id: ApiTokenId): void {
    for (const listener of this.#listeners) listener(id);
  }

  #endOf({ expiresAt }: ApiToken, wall: number): Instant {
    return after(this.#options.clock.now(), milliseconds(expiresAt - wall));
  }

  #isOver(hash: string): boolean {
    const end = this.#ends.get(hash);
    return end === undefined || this.#options.clock.now() >= end;
  }

  #sweepLater(): void {
    const { clock, log, records } = this.#options;
    const fire = () => {
      for (const [hash, { value }] of [...records.entries()]) {
        if (!this.#isOver(hash)) continue;
        this.#tell(value.id);
        this.#ends.delete(hash);
        records.delete(hash).catch((thrown: unknown) => log.warn('an ended token is still in the store', { thrown }));
      }
      this.#sweepLater();
    };
    this.#sweep = clock.timer({ name: 'tokens that ran out', after: SWEEP_EVERY, fire });
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
