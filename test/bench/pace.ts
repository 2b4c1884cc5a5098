import { milliseconds, seconds, sleep, systemClock } from '@seatmatrix/protocol/kernel';

/** Nobody asked for it to be stopped. */
const forever = new AbortController().signal;

export const pause = (duration: number): Promise<void> =>
  sleep(systemClock, { name: 'a benchmark', duration: milliseconds(duration), signal: forever });

/**
 * Begins something so often a second, whether or not what was begun before has ended, and gives what each one gave.
 * An operator does not wait for another's answer, so the load must not either.
 */
export async function openLoop<Value>(
  { count, rate }: { readonly count: number; readonly rate: number },
  begin: (number: number) => Promise<Value>,
): Promise<readonly Value[]> {
  const interval = seconds(1) / rate;
  const start = performance.now();
  const begun: Promise<Value>[] = [];
  for (let number = 0; number < count; number++) {
    const wait = start + number * interval - performance.now();
    // A timer is a millisecond at least: what is overdue goes at once.
    if (wait > 0) await pause(wait);
    begun.push(begin(number));
  }
  return Promise.all(begun);
}

/** Asks again and again until it is so; rejects after the limit with what was waited for. */
export async function until(isSo: () => boolean, { what, within }: { readonly what: string; readonly within: number }) {
  const end = performance.now() + within;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await pause(10);
  }
}
