/** When the next picture may be taken. Times in milliseconds. */
export interface PicturePace {
  /** Pictures that may still be taken at once. */
  readonly credit: number;
  readonly at: number;
}

/** A second. */
const RATE = 60;

/** A program that draws every 16.7 ms draws now a little early, now a little late: neither may wait. */
const CREDIT_MAX = 2;

/** Two pictures of one drawing in several requests: the second waits until more of it has been drawn. */
const GAP = 4;

export const restedPace = (now: number): PicturePace => ({ credit: CREDIT_MAX, at: now - GAP });

/** Milliseconds until a picture may be taken; 0 is now. */
export function paceWait(pace: PicturePace, now: number): number {
  const credit = creditAt(pace, now);
  const forCredit = credit >= 1 ? 0 : ((1 - credit) * 1000) / RATE;
  return Math.max(0, forCredit, pace.at + GAP - now);
}

export const pictureTaken = (pace: PicturePace, now: number): PicturePace => ({
  credit: Math.max(0, creditAt(pace, now) - 1),
  at: now,
});

const creditAt = ({ credit, at }: PicturePace, now: number): number =>
  Math.min(CREDIT_MAX, credit + ((now - at) * RATE) / 1000);
