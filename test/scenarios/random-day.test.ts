import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { openLab } from '../harness/lab.ts';
import { RandomDay, randomDay, repairAll } from '../harness/random-day.ts';

/** Each day is a whole site: enough to meet what nobody thought of over many runs, few enough to wait for. */
const DAYS = 15;

describe('on any day', () => {
  it('no key goes astray and none stays down, whatever is typed, pulled, cut and restarted', async () => {
    await fc.assert(
      fc.asyncProperty(randomDay, async (happenings) => {
        const lab = await openLab();
        const day = new RandomDay(lab);
        try {
          await day.live(happenings);
          day.expectNoneAstray();
          await lab.lettingGo();
          await repairAll(lab, day);
          day.expectNoneAstray();
          lab.expectAllUp();
        } finally {
          await lab.close();
        }
        lab.expectAllUp();
        lab.expectNoAlarm();
      }),
      // Shrinking would live through hundreds of days: the seed and the day are told.
      { numRuns: DAYS, endOnFailure: true },
    );
  }, 120_000);
});
