import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { seconds } from './duration.ts';
import { endWanted } from './process-end.ts';

class SampleProcess extends EventEmitter {
  ppid = 4711;
  env: Record<string, string> = {};
  channel: object | null = null;
}

function start(process: SampleProcess) {
  const clock = new VirtualClock();
  let ended = false;
  void endWanted(process, clock).then(() => {
    ended = true;
  });
  return {
    async after(duration: number) {
      await clock.advance(seconds(duration));
      return ended;
    },
  };
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('%s ends it', async (signal) => {
  const process = new SampleProcess();
  const life = start(process);
  expect(await life.after(60)).toBe(false);
  process.emit(signal);
  expect(await life.after(0)).toBe(true);
});

test('a supervisor that goes away ends it', async () => {
  const process = new SampleProcess();
  process.channel = {};
  const life = start(process);
  process.emit('disconnect');
  expect(await life.after(0)).toBe(true);
});

test('npm that was killed ends it within two seconds; another parent that was does not', async () => {
  const byNpm = new SampleProcess();
  byNpm.env = { npm_lifecycle_event: 'manager' };
  const byShell = new SampleProcess();
  const [one, other] = [start(byNpm), start(byShell)];
  byNpm.ppid = 1;
  byShell.ppid = 1;
  expect(await one.after(2)).toBe(true);
  expect(await other.after(60)).toBe(false);
});
