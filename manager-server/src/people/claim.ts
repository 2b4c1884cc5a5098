import { timingSafeEqual } from 'node:crypto';
import { after, type Clock, type Instant, minutes } from '@seatmatrix/protocol/kernel';
import { canonicalCode, claimCode } from './claim-code.ts';

/** Long enough to walk from the console to a browser; a forgotten terminal window must not open the site tomorrow. */
export const CLAIM_CODE_LIFE = minutes(30);

export type ClaimCodeVerdict = 'right' | 'wrong' | 'expired';

/** The single-use code with which the first administrator is made. Held in memory alone: each start makes a new one. */
export class Claim {
  readonly code: string;
  readonly #clock: Clock;
  readonly #expiresAt: Instant;

  constructor({ clock, randomBytes }: { clock: Clock; randomBytes: (count: number) => Uint8Array }) {
    this.code = claimCode(randomBytes);
    this.#clock = clock;
    this.#expiresAt = after(clock.now(), CLAIM_CODE_LIFE);
  }

  get expired(): boolean {
    return this.#clock.now() >= this.#expiresAt;
  }

  judge(typed: string): ClaimCodeVerdict {
    const given = Buffer.from(canonicalCode(typed));
    const wanted = Buffer.from(this.code);
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return 'wrong';
    return this.expired ? 'expired' : 'right';
  }
}
