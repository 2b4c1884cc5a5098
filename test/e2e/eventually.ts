import { setTimeout as later } from 'node:timers/promises';
import { type Duration, Fault, milliseconds, seconds } from '@seatmatrix/protocol/kernel';

/** Long enough for a machine with two cores that does much else. */
const LIMIT = seconds(60);
const LOOK_EVERY = milliseconds(100);

/** Looks until there is something to see. Rejects with `deadline-passed` and the last that was seen. */
export async function eventually<Value>(
  what: string,
  look: () => Promise<Value | null | false> | Value | null | false,
  {
    limit = LIMIT,
    every = LOOK_EVERY,
    seen = () => '',
  }: { readonly limit?: Duration; readonly every?: Duration; readonly seen?: () => unknown } = {},
): Promise<Value> {
  const end = performance.now() + limit;
  for (;;) {
    const value = await look();
    if (value !== null && value !== false) return value;
    if (performance.now() > end) {
      throw new Fault({ code: 'deadline-passed', message: `${what}: not within ${limit} ms. ${await seen()}` });
    }
    await later(every);
  }
}
