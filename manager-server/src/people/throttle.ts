import {
  after,
  between,
  type Duration,
  type Instant,
  milliseconds,
  minutes,
  seconds,
} from '@seatmatrix/protocol/kernel';

/** Wrong passwords that cost nothing: people mistype. */
export const FREE_ATTEMPTS = 5;
const FIRST_DELAY = seconds(1);
/** At this delay a guesser gets 96 a day, below the hundred in a row that NIST SP 800-63B-4 §3.2.2 allows. */
const LONGEST_DELAY = minutes(15);
/** Forgetting sooner would give a patient guesser more free attempts than the longest delay gives him guesses. */
const FORGET_AFTER = minutes(24 * 60);

/** How one account fared from one source since the last right password. */
export interface Attempts {
  readonly count: number;
  readonly lastAt: Instant;
  readonly blockedUntil: Instant;
  /** That it is blocked has been said since the last attempt. */
  readonly told: boolean;
}

export type ThrottleInput =
  | { readonly type: 'attempt'; readonly at: Instant }
  | { readonly type: 'succeeded'; readonly at: Instant };

export type ThrottleOut =
  | { readonly type: 'admitted' }
  | { readonly type: 'refused'; readonly wait: Duration; readonly first: boolean };

/**
 * An attempt counts as wrong when it is admitted and until it succeeds, so that many at one time get no more guesses
 * than one after the other. A refused one does not count: leaning on Enter makes nothing worse.
 */
export function throttleStep(
  state: Attempts | null,
  input: ThrottleInput,
): { readonly state: Attempts | null; readonly out: readonly ThrottleOut[] } {
  if (input.type === 'succeeded') return { state: null, out: [] };
  const { at } = input;
  const known = state !== null && between(state.lastAt, at) < FORGET_AFTER ? state : null;
  if (known !== null && at < known.blockedUntil) {
    const refused = { type: 'refused', wait: between(at, known.blockedUntil), first: !known.told } as const;
    return { state: { ...known, told: true }, out: [refused] };
  }
  const count = (known?.count ?? 0) + 1;
  const blockedUntil = after(at, delayAfter(count));
  return { state: { count, lastAt: at, blockedUntil, told: false }, out: [{ type: 'admitted' }] };
}

function delayAfter(count: number): Duration {
  if (count < FREE_ATTEMPTS) return milliseconds(0);
  return milliseconds(Math.min(FIRST_DELAY * 2 ** (count - FREE_ATTEMPTS), LONGEST_DELAY));
}
