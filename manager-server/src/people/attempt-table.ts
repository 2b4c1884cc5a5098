import { isIPv6 } from 'node:net';
import type { Clock, Duration } from '@seatmatrix/protocol/kernel';
import { type Attempts, throttleStep } from './throttle.ts';

/** Who tries to be whom. */
export interface AttemptOrigin {
  readonly account: string;
  /** `osd:<device key>` or a network address. */
  readonly from: string;
}

/** About 200 bytes each: a flood of made-up names costs four megabytes and pushes out the oldest alone. */
const TABLE_MAX = 20_000;

/** The throttle's memory, for each pair of account and source by itself. */
export class AttemptTable {
  readonly #clock: Clock;
  readonly #attempts = new Map<string, Attempts>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Null when the attempt may go on; else how long this origin has to wait, and whether it is told so for the first time. */
  admit(origin: AttemptOrigin): { readonly wait: Duration; readonly first: boolean } | null {
    const key = keyOf(origin);
    const { state, out } = throttleStep(this.#attempts.get(key) ?? null, { type: 'attempt', at: this.#clock.now() });
    this.#attempts.delete(key);
    if (state !== null) this.#attempts.set(key, state);
    this.#shrink();
    const refused = out.find((each) => each.type === 'refused');
    return refused === undefined ? null : { wait: refused.wait, first: refused.first };
  }

  succeeded(origin: AttemptOrigin): void {
    this.#attempts.delete(keyOf(origin));
  }

  #shrink(): void {
    if (this.#attempts.size <= TABLE_MAX) return;
    // A Map remembers the order of insertion: the first one was tried longest ago.
    for (const oldest of this.#attempts.keys()) {
      this.#attempts.delete(oldest);
      return;
    }
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
