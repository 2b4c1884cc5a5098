import { Fault, systemClock } from '@seatmatrix/protocol/kernel';
import { processLife } from '../site/process-life.ts';
import { DEMO_HELP, parseDemoOptions } from './demo-options.ts';
import { Supervisor } from './supervisor.ts';
import { welcomeText } from './welcome-text.ts';

try {
  const command = parseDemoOptions(process.argv.slice(2));
  if (command.type === 'help') console.log(DEMO_HELP);
  else await run(new Supervisor(command.options));
} catch (thrown) {
  if (!(thrown instanceof Fault)) throw thrown;
  console.error(thrown.message);
  process.exit(1);
}

async function run(supervisor: Supervisor): Promise<void> {
  const life = processLife(process, systemClock);
  const failed = supervisor.failed.then((why) => ({ type: 'failed', why }) as const);
  const ended = life.ended.then(() => ({ type: 'ended' }) as const);
  const started = supervisor.start().then(
    (demo) => ({ type: 'started', demo }) as const,
    (fault: unknown) => ({ type: 'refused', fault }) as const,
  );
  const first = await Promise.race([started, ended]);
  if (first.type === 'refused') {
    await supervisor.stop();
    throw first.fault;
  }
  if (first.type === 'started') {
    console.log(welcomeText(first.demo));
    const last = await Promise.race([ended, failed]);
    if (last.type === 'failed') {
      console.error(last.why);
      await life.leave(() => supervisor.stop(), 1);
    }
  }
  await life.leave(() => supervisor.stop(), 0);
}
