import { parseArgs } from 'node:util';
import { type FuzzReport, runFuzz } from './fuzz-run.ts';

const help = `npm run fuzz -- [options]

Gives every decoder that reads what others sent broken input, and looks for anything but an answer or a refusal.

  --inputs N    how many, shared among the decoders (default 1,000,000)
  --seed N      of the inputs; the same seed makes the same ones (default 1)
  --target NAME one decoder alone
  --only N      input N of that decoder alone: to see a finding again
  --help        this text
`;

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    target: { type: 'string' },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) console.log(help);
else {
  const reports = await runFuzz({
    inputs: Number(values.inputs),
    seed: Number(values.seed),
    target: values.target ?? null,
    only: values.only === undefined ? null : Number(values.only),
    said: tell,
  });
  const inputs = reports.reduce((sum, each) => sum + each.inputs, 0);
  const failed = reports.filter(({ findings }) => findings.length > 0).length;
  console.log(`\n${inputs.toLocaleString('en')} inputs, seed ${values.seed}`);
  console.log(`${reports.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && reports.length > 0 ? 0 : 1;
}

function tell({ target, inputs, slowest, findings }: FuzzReport): void {
  const mark = findings.length === 0 ? '✓' : '✗';
  console.log(`${mark} ${target.padEnd(26)} ${String(inputs).padStart(8)} inputs, slowest ${slowest.toFixed(1)} ms`);
  for (const { number, input, what } of findings) {
    console.log(
      `    ${what}\n    --target '${target}' --seed ${values.seed} --only ${number}\n    ${input.slice(0, 2000)}`,
    );
  }
}
