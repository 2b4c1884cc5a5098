import { expect, test } from 'vitest';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { sleep } from './clock.ts';
import { milliseconds, seconds } from './duration.ts';

test('a sleep ends after its time', async () => {
  const clock = new VirtualClock();
  let awake = false;
  void sleep(clock, { name: 'nap', duration: seconds(1), signal: new AbortController().signal }).then(() => {
    awake = true;
  });
  await clock.advance(milliseconds(999));
  expect(awake).toBe(false);
  await clock.advance(milliseconds(1));
  expect(awake).toBe(true);
});

test('a sleep that is aborted rejects with the reason and leaves no timer', async () => {
  const clock = new VirtualClock();
  const abort = new AbortController();
  const sleeping = sleep(clock, { name: 'nap', duration: seconds(1), signal: abort.signal });
  const reason = new Error('enough');
  abort.abort(reason);
  await expect(sleeping).rejects.toBe(reason);
  await expect(sleep(clock, { name: 'nap', duration: seconds(1), signal: abort.signal })).rejects.toBe(reason);
  await expect(clock.until(() => false, { what: 'never', within: seconds(2) })).rejects.toThrow('timers: none');
});
