import { setTimeout as later } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { ConsoleClient } from './console-client.ts';
import { demoClient, demoPlace, demoRuns, startDemo } from './demo.ts';
import { eventually } from './eventually.ts';
import { freePort } from './free-port.ts';
import { NpmProgram } from './npm-program.ts';
import { TemporaryFolder } from './temporary-folder.ts';

/** Whoever ends a program waits so long at most, and no process of it is left then. */
const END_LIMIT_MS = 5000;

type Ending = readonly [signal: NodeJS.Signals, to: 'npm' | 'group'];

const folder = new TemporaryFolder();
afterAll(() => folder[Symbol.dispose]());

/** Ends the program like this and waits until none of its processes is left; resolves to those that are too long. */
async function leftAfter(program: NpmProgram, [signal, to]: Ending): Promise<readonly string[]> {
  const begun = performance.now();
  program.signal(signal, to);
  while (program.processes().length > 0 && performance.now() - begun < END_LIMIT_MS) await later(100);
  return program.commands();
}

describe('the demonstration', { timeout: 240_000 }, () => {
  // One folder for all: each start also shows what the end before it left.
  const endings: readonly Ending[] = [
    ['SIGINT', 'npm'],
    ['SIGTERM', 'npm'],
    ['SIGINT', 'group'],
    ['SIGTERM', 'group'],
    ['SIGKILL', 'npm'],
  ];

  it.each(endings)('leaves no process after %s to %s', async (...ending) => {
    await using program = startDemo(await demoPlace(folder.at('demo')));
    await demoRuns(program);
    expect(program.processes().length).toBeGreaterThanOrEqual(4);
    expect(await leftAfter(program, ending)).toEqual([]);
  });

  it('leaves no process when it is told to end while it starts', async () => {
    await using program = startDemo(await demoPlace(folder.at('demo')));
    await eventually('its own processes are there', () => program.processes().length >= 3);
    expect(await leftAfter(program, ['SIGTERM', 'npm'])).toEqual([]);
  });

  it('keeps the site between starts, also when it was killed', async () => {
    const place = await demoPlace(folder.at('kept'));
    {
      await using first = startDemo(place);
      const site = await demoClient(await demoRuns(first));
      await site.change('devices', 'device-0002', { name: '备用调度' });
      // Whatever the answer said is kept: nobody may tidy up now.
      first.killAll();
    }
    await using second = startDemo(place);
    const site = await demoClient(await demoRuns(second));
    expect((await site.list('devices')).map(({ name }) => name)).toContain('备用调度');
    await eventually('every box is back', async () =>
      (await site.list('boxes')).every(({ online }) => online === true),
    );
    using desk = new ConsoleClient(site, '5004');
    await desk.reads('用户登录');
    await eventually('the desk is connected', () => desk.texts().includes('网络正常'));
    desk.type('hxfj\t123456\n');
    await desk.reads('备用调度');
    desk.type('2\n');
    await eventually('the computer’s picture is there', async () => (await desk.computer()) === 2);
  });
});

describe('the programs of a real site', { timeout: 240_000 }, () => {
  const manager = async () => {
    const ports = ['--port', String(await freePort()), '--box-port', String(await freePort())];
    return new NpmProgram({ script: 'manager', argv: ['--data', folder.at('manager'), ...ports] });
  };
  // Nobody is there whom they could find: boxes go on looking.
  const sim = async () =>
    new NpmProgram({
      script: 'sim',
      argv: ['--manager', '127.0.0.1:1', '--data', folder.at('sim'), '--tx', '1', '--rx', '1'],
    });
  const agent = async () =>
    new NpmProgram({
      script: 'agent',
      argv: ['receiver', '--manager', '127.0.0.1:1', '--data', folder.at('agent'), '--peer-port', '0'],
    });
  const programs = [
    ['manager', manager, /Boxes/],
    ['sim', sim, /simulated boxes run/],
    ['agent', agent, /receiver started/],
  ] as const;
  const endings: readonly Ending[] = [
    ['SIGTERM', 'npm'],
    ['SIGINT', 'group'],
    ['SIGKILL', 'npm'],
  ];

  it.each(programs.flatMap(([name, start, runs]) => endings.map((ending) => ({ name, start, runs, ending }))))(
    '$name leaves no process after $ending',
    async ({ start, runs, ending }) => {
      await using program = await start();
      await program.says(runs);
      expect(await leftAfter(program, ending)).toEqual([]);
    },
  );
});
