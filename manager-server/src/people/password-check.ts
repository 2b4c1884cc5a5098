import { PASSWORD_LENGTH_MAX } from '@seatmatrix/protocol/domain';
import { type Clock, type Duration, seconds } from '@seatmatrix/protocol/kernel';
import { AttemptTable } from './attempt-table.ts';
import { HashQueue } from './hash-queue.ts';
import type { PasswordHash } from './password-hash.ts';

export type PasswordVerdict =
  | { readonly type: 'right' }
  | { readonly type: 'wrong' }
  /** `first`: of those since the last that was admitted, so that a flood of them is recorded once. */
  | { readonly type: 'throttled'; readonly wait: Duration; readonly first: boolean };

export interface PasswordQuestion {
  /** What the throttle counts by: `operator:hxfj`. */
  readonly account: string;
  readonly password: string;
  readonly from: string;
  /** Null when there is no such account, or nobody may sign in to it: takes the same time and is wrong. */
  readonly hash: string | null;
}

/** Throttle, queue and hash together: the only way in which a password is ever compared. */
export class PasswordCheck {
  readonly #hash: PasswordHash;
  readonly #attempts: AttemptTable;
  readonly #queue: HashQueue;
  readonly #dummy: string;

  /** Makes the dummy that unknown accounts are compared with, at the same cost as real ones. */
  static async open(options: { readonly hash: PasswordHash; readonly clock: Clock }): Promise<PasswordCheck> {
    return new PasswordCheck({ ...options, dummy: await options.hash.hash('nobody has this password') });
  }

  private constructor(options: { readonly hash: PasswordHash; readonly clock: Clock; readonly dummy: string }) {
    this.#hash = options.hash;
    this.#dummy = options.dummy;
    this.#attempts = new AttemptTable(options.clock);
    this.#queue = new HashQueue(options.clock);
  }

  async judge({ account, password, from, hash }: PasswordQuestion): Promise<PasswordVerdict> {
    if (!this.#queue.hasRoom(from)) return { type: 'throttled', wait: seconds(1), first: false };
    const throttled = this.#attempts.admit({ account, from });
    if (throttled !== null) return { type: 'throttled', ...throttled };
    // Nobody's password is longer, and the time to hash grows with it.
    const possible = [...password].length <= PASSWORD_LENGTH_MAX;
    const matches = await this.#queue.run(from, () => this.#hash.verify(hash ?? this.#dummy, possible ? password : ''));
    if (!matches || !possible || hash === null) return { type: 'wrong' };
    this.#attempts.succeeded({ account, from });
    return { type: 'right' };
  }

  waitOf(account: string): Duration | null {
    return this.#attempts.waitOf(account);
  }

  forgive(account: string): void {
    this.#attempts.forgive(account);
  }

  /** A hash to store. Waits its turn among the sign-ins from the same side. */
  hash(password: string, from: string): Promise<string> {
    return this.#queue.run(from, () => this.#hash.hash(password));
  }
}
