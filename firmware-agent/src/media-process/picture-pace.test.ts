import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PicturePace, paceWait, pictureTaken, restedPace } from './picture-pace.ts';

/** Takes a picture at each of these times, or as soon after as it may. */
function taken(times: readonly number[]): readonly number[] {
  let pace: PicturePace = restedPace(0);
  return times.map((time) => {
    const now = Math.max(time, pace.at) + paceWait(pace, Math.max(time, pace.at));
    pace = pictureTaken(pace, now);
    return now;
  });
}

describe('the pace of pictures', () => {
  it('lets the first change be seen at once', () => {
    expect(paceWait(restedPace(0), 0)).toBe(0);
  });

  it('never makes a program wait that draws 60 times a second, a little early or late', () => {
    const times = Array.from({ length: 100 }, (_, index) => index * 16.7 + (index % 3) * 3);
    expect(taken(times)).toEqual(times);
  });

  it('takes no more than 60 pictures a second of a program that draws all the time', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 300, maxLength: 400 }), (gaps) => {
        let time = 0;
        const at = taken(gaps.map((gap) => (time += gap)));
        const first = at[0] ?? 0;
        const within = at.filter((each) => each < first + 1000).length;
        expect(within).toBeLessThanOrEqual(63);
      }),
    );
  });
});
