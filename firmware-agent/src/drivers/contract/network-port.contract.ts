import { describe, expect, test } from 'vitest';
import type { NetworkPort, NetworkPortEvent } from '../network-port.ts';
import type { Bench } from './bench.ts';

export interface NetworkPortBench extends Bench<NetworkPort> {
  /** Plugs the cable in or pulls it. It is in when the bench opens. */
  setCarrier(up: boolean): void;
}

export function networkPortContract(implementation: string, openBench: () => Promise<NetworkPortBench>): void {
  describe(`${implementation} keeps the contract of a network port`, () => {
    test('listening first tells the state', async () => {
      await using bench = await openBench();
      bench.setCarrier(false);
      await bench.settle();

      const events = listen(bench.driver);
      await bench.settle();

      expect(events).toEqual([{ type: 'carrier', up: false }]);
    });

    test('a cable that is pulled and plugged in again is told, each once', async () => {
      await using bench = await openBench();
      const events = listen(bench.driver);
      await bench.settle();
      bench.setCarrier(false);
      await bench.settle();
      await bench.settle();
      bench.setCarrier(true);
      await bench.settle();
      await bench.settle();

      expect(events.map((event) => event.up)).toEqual([true, false, true]);
    });

    test('after disposing nothing more is told', async () => {
      await using bench = await openBench();
      const events = listen(bench.driver);
      await bench.settle();
      await bench.driver[Symbol.asyncDispose]();
      bench.setCarrier(false);
      await bench.settle();

      expect(events.map((event) => event.up)).toEqual([true]);
    });
  });
}

function listen(driver: NetworkPort): NetworkPortEvent[] {
  const events: NetworkPortEvent[] = [];
  driver.listen((event) => events.push(event));
  return events;
}
