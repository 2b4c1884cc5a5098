import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { runVitest } from '../run/vitest-run.ts';
import { runMutations } from './mutate.ts';
import { closingLine, printRows, rowResults } from './report.ts';

const help = `npm run manual [-- OPTIONS] [ROW …]

Runs the operation manual row by row on simulated boxes: a line a row, then "N passed, N failed".

  --mutate   switch one fault on for each row and show the row turning red
  --help     this text
`;

const root = new URL('../..', import.meta.url).pathname;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { mutate: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.help) console.log(help);
  else process.exitCode = values.mutate ? await mutate(positionals) : await manual(positionals);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function manual(rows: readonly string[]): Promise<number> {
  const pattern = rows.length === 0 ? [] : ['--testNamePattern', `\\b(${rows.join('|')})\\b`];
  // Vitest leaves a core free by itself; nobody types while the manual is proved.
  const workers = `--maxWorkers=${availableParallelism()}`;
  const run = await runVitest({ cwd: root, arguments: ['test/scenarios', workers, ...pattern], quiet: true });
  const results = rowResults(run.outcomes).filter(({ row }) => rows.length === 0 || rows.includes(row.number));
  printRows(results, (line) => console.log(line));
  console.log(closingLine(results));
  return results.every(({ result }) => result === 'passed') ? 0 : 1;
}

async function mutate(rows: readonly string[]): Promise<number> {
  const results = await runMutations({ root, rows, say: (line) => console.log(line) });
  console.log(closingLine(results));
  return results.every(({ result }) => result === 'passed') ? 0 : 1;
}
