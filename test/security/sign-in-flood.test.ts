import { monitorEventLoopDelay } from 'node:perf_hooks';
import { systemClock } from '@seatmatrix/protocol/kernel';
import { expect, test } from 'vitest';
import { PasswordCheck } from '../../manager-server/src/people/password-check.ts';
import { argon2id, PRODUCTION_COST } from '../../manager-server/src/people/password-hash.ts';
import { tellFigure } from './scale.ts';

const GUESSES = 200;
const ACCOUNT = 'operator:hxfj';

test('A2 while 200 passwords are guessed over the network, a desk signs in within two seconds, and hashing takes one core of the network’s', async ({
  task,
}) => {
  const production = argon2id(PRODUCTION_COST);
  let hashing = 0;
  let most = 0;
  const check = await PasswordCheck.open({
    clock: systemClock,
    hash: {
      hash: (password) => production.hash(password),
      async verify(stored, password) {
        hashing += 1;
        most = Math.max(most, hashing);
        const matches = await production.verify(stored, password);
        hashing -= 1;
        return matches;
      },
    },
  });
  const hash = await check.hash('right-password', 'osd:rx-1');
  using stalls = timed();
  const guesses = Array.from({ length: GUESSES }, (_, index) =>
    check.judge({ account: ACCOUNT, password: `guess ${index}`, from: `192.0.2.${index}`, hash }),
  );
  const begun = performance.now();
  const desk = await check.judge({ account: ACCOUNT, password: 'right-password', from: 'osd:rx-1', hash });
  const took = performance.now() - begun;
  expect(desk).toEqual({ type: 'right' });
  expect((await Promise.all(guesses)).filter(({ type }) => type === 'right')).toEqual([]);
  expect(took).toBeLessThan(2000);
  // The network's one and the desk's.
  expect(most).toBe(2);
  tellFigure(task, `desk in after ${Math.round(took)} ms, longest stall ${Math.round(stalls.longest())} ms`);
});

function timed() {
  const monitor = monitorEventLoopDelay({ resolution: 5 });
  monitor.enable();
  return { longest: () => monitor.max / 1e6, [Symbol.dispose]: () => void monitor.disable() };
}
