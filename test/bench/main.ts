import { parseArgs } from 'node:util';
import { Fault } from '@seatmatrix/protocol/kernel';
import { ownEverything } from './bench-run.ts';
import { glassBench } from './glass.ts';
import { hidBench } from './hid.ts';
import { matrixBench } from './matrix.ts';
import { type Bench, type BenchResult, type CaseResult, machineName } from './measurement.ts';
import { osdBench } from './osd.ts';
import { pageBench } from './page.ts';
import { reportsBench } from './reports.ts';
import { restBench } from './rest.ts';
import { storeBench } from './store.ts';
import { switchBench } from './switch.ts';

const benches: readonly Bench[] = [
  ...[osdBench, hidBench, storeBench, matrixBench, reportsBench],
  ...[pageBench, glassBench, switchBench, restBench],
];

const help = `npm run bench -- [NAME …] [--json] [--quick]

Measures, and prints what it measured. Never a test: nothing fails by being slow.

${benches.map((bench) => `  ${bench.name.padEnd(8)} ${bench.about}`).join('\n')}

  --json   the last line printed for each benchmark is its result as JSON, and nothing else goes to standard output
  --quick  few samples, to see that it works
  --help   this text
`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.find((name) => !benches.some((bench) => bench.name === name));
  if (values.help) console.log(help);
  else if (unknown !== undefined) {
    console.error(`There is no benchmark called ${unknown}. There are: ${benches.map(({ name }) => name).join(', ')}`);
    process.exitCode = 2;
  } else {
    ownEverything();
    for (const bench of benches.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
      await measure(bench, values);
    }
  }
} catch (error) {
  const isOption = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  const isMissing = error instanceof Fault && error.code === 'driver-unavailable';
  console.error(isOption || isMissing ? error.message : error);
  process.exitCode = isOption || isMissing ? 2 : 1;
}

async function measure(
  bench: Bench,
  { json, quick }: { readonly json: boolean; readonly quick: boolean },
): Promise<void> {
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const results = await (quick ? bench.quick(say) : bench.run(say));
  const result: BenchResult = { bench: bench.name, machine: machineName(), date: new Date().toISOString(), results };
  if (!json) for (const each of results) console.log(line(each));
  console.log(JSON.stringify(result));
}

function line({ case: name, unit, n, p50, p95, p99, max, goal }: CaseResult): string {
  const figures = `p50 ${p50}  p95 ${p95}  p99 ${p99}  max ${max} ${unit}`;
  return `${name.padEnd(24)} ${figures}  (n ${n})${goal === null ? '' : `  goal: ${goal}`}`;
}
