import { setTimeout as wait } from 'node:timers/promises';

/** Waits until the condition holds; false when it does not within the limit, and the test then says what is wrong. */
export async function until(condition: () => boolean, limit = 5000): Promise<boolean> {
  const end = performance.now() + limit;
  while (!condition()) {
    if (performance.now() > end) return false;
    await wait(5);
  }
  return true;
}
