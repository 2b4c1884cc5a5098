import { isIPv6 } from 'node:net';
import { between, type Clock, type Duration } from '@seatmatrix/protocol/kernel';
import { type Attempts, throttleStep } from './throttle.ts';

/** Who tries to be whom. */
export interface AttemptOrigin {
  readonly account: string;
  /** `osd:<device key>` or a network address. */
  readonly from: string;
}

/** About 200 bytes each, in two tables: a flood of made-up names costs eight megabytes and pushes out the oldest alone. */
const TABLE_MAX = 20_000;

/** The throttle's memory, for each pair of account and source by itself. */
export class AttemptTable {
  readonly #clock: Clock;
  readonly #once = new Map<string, Attempts>();
  /** Not pushed out by who tried once: a guesser would make names up to be forgotten. */
  readonly #again = new Map<string, Attempts>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Null when the attempt may go on; else how long this origin has to wait, and whether it is told so for the first time. */
  admit(origin: AttemptOrigin): { readonly wait: Duration; readonly first: boolean } | null {
    const key = keyOf(origin);
    const known = this.#once.get(key) ?? this.#again.get(key) ?? null;
    const { state, out } = throttleStep(known, { type: 'attempt', at: this.#clock.now() });
    this.#forget(key);
    if (state !== null) remember(state.count === 1 ? this.#once : this.#again, { key, state });
    const refused = out.find((each) => each.type === 'refused');
    return refused === undefined ? null : { wait: refused.wait, first: refused.first };
  }

  succeeded(origin: AttemptOrigin): void {
    this.#forget(keyOf(origin));
  }

  /** How long the account is kept waiting from where it has to wait longest; null when it is not. */
  waitOf(account: string): Duration | null {
    const now = this.#clock.now();
    let longest: Duration | null = null;
    for (const { blockedUntil } of this.#of(account).values()) {
      const wait = between(now, blockedUntil);
      if (blockedUntil > now && (longest === null || wait > longest)) longest = wait;
    }
    return longest;
  }

  /** Lets the account try anew from everywhere. */
  forgive(account: string): void {
    for (const key of this.#of(account).keys()) this.#forget(key);
  }

  /** Both tables hold some ten thousand at most, and nobody asks this more often than an administrator looks. */
  #of(account: string): ReadonlyMap<string, Attempts> {
    const begins = `[${JSON.stringify(account)},`;
    return new Map([...this.#once, ...this.#again].filter(([key]) => key.startsWith(begins)));
  }

  #forget(key: string): void {
    this.#once.delete(key);
    this.#again.delete(key);
  }
}

function remember(
  table: Map<string, Attempts>,
  { key, state }: { readonly key: string; readonly state: Attempts },
): void {
  table.set(key, state);
  if (table.size <= TABLE_MAX) return;
  // A Map remembers the order of insertion: the first one was tried longest ago.
  for (const oldest of table.keys()) {
    table.delete(oldest);
    return;
  }
}

/**
 * The part of an address that one guesser cannot choose freely: an IPv6 subscriber has a whole /64 to himself
 * (RFC 6177).
 */
export function sourceOf(from: string): string {
  if (!isIPv6(from)) return from;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(from);
  if (mapped?.[1] !== undefined) return mapped[1];
  const [bare = ''] = from.split('%');
  const [head = '', tail] = bare.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const words = [...left, ...gap, ...right].slice(0, 4).map((word) => Number.parseInt(word, 16).toString(16));
  return `${words.join(':')}::/64`;
}

function keyOf({ account, from }: AttemptOrigin): string {
  return JSON.stringify([account, sourceOf(from)]);
}
