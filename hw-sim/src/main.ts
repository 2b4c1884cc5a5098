import { processLog } from '@seatmatrix/firmware-agent';
import { Fault, systemClock } from '@seatmatrix/protocol/kernel';
import { processLife } from './site/process-life.ts';
import { runBoxes } from './site/run-boxes.ts';
import { codeOf, parseSimOptions, SIM_HELP } from './site/sim-options.ts';
import { boxNames, plainSite } from './site/site-description.ts';

try {
  const command = parseSimOptions(process.argv.slice(2));
  if (command.type === 'help') {
    console.log(SIM_HELP);
    process.exit(0);
  }
  const life = processLife(process, systemClock);
  const { options } = command;
  const description = plainSite({ ...options, mode: { ...options.size, rate: 60 } });
  const names = boxNames(description);
  const codes = new Map(names.map((name, index) => [name, codeOf(options.codes, index)]));
  const site = await runBoxes({
    ...options,
    description,
    enrolmentCode: (box) => codes.get(box) ?? null,
    log: processLog('info'),
  });
  console.log(`${names.length} simulated boxes run; manager ${options.manager.host}:${options.manager.port}`);
  await life.ended;
  await life.leave(() => site.stop(), 0);
} catch (thrown) {
  if (!(thrown instanceof Fault)) throw thrown;
  console.error(thrown.message);
  // As the other programs: 2 for what was asked for wrongly.
  process.exit(thrown.code === 'option-unknown' || thrown.code === 'configuration-invalid' ? 2 : 1);
}
