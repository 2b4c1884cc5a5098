import { describe, expect, test } from 'vitest';
import type { BoxInfo } from '../box-info.ts';

/** A box whose case has a lamp. */
export interface BoxInfoBench extends AsyncDisposable {
  readonly driver: BoxInfo;
  /** What the box's only sensor measures from now on, degrees Celsius; null takes it out. */
  heat(degrees: number | null): void;
  readonly lampBlinks: boolean;
}

export function boxInfoContract(implementation: string, openBench: () => Promise<BoxInfoBench>): void {
  describe(`${implementation} keeps the contract of a box's body`, () => {
    test('the temperature is measured anew each time, and unknown without a sensor', async () => {
      await using bench = await openBench();
      bench.heat(41.5);
      expect(bench.driver.health().temperature).toBe(41.5);
      bench.heat(60);
      expect(bench.driver.health().temperature).toBe(60);
      bench.heat(null);
      expect(bench.driver.health()).toMatchObject({ temperature: null, temperatureLimit: null });
    });

    test('the lamp blinks from one order until the other', async () => {
      await using bench = await openBench();
      expect(bench.driver.lamp).toBe(true);
      bench.driver.identify(true);
      bench.driver.identify(true);
      expect(bench.lampBlinks).toBe(true);
      bench.driver.identify(false);
      expect(bench.lampBlinks).toBe(false);
      bench.driver.identify(false);
      expect(bench.lampBlinks).toBe(false);
    });

    test('disposing ends the blinking', async () => {
      await using bench = await openBench();
      bench.driver.identify(true);
      await bench.driver[Symbol.asyncDispose]();
      expect(bench.lampBlinks).toBe(false);
    });
  });
}
