import { relative } from 'node:path';
import { runVitest, type TestOutcome } from '../run/vitest-run.ts';
import { type Row, type RowTest, rows } from './rows.ts';

const root = new URL('../../', import.meta.url).pathname;

if (process.argv.includes('--help')) {
  console.log('npm run security\n\nEach attack of the table with its figure, at full scale. Takes some minutes.');
} else {
  const files = [...new Set(rows.flatMap(({ tests }) => tests.map(({ file }) => file)))];
  const { outcomes } = await runVitest({
    cwd: root,
    arguments: ['--testTimeout=900000', ...files],
    quiet: true,
    env: { SECURITY_SCALE: 'whole' },
  });
  let failed = 0;
  for (const row of rows) if (!tell(row, outcomes)) failed++;
  console.log(`\n${rows.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** Prints the row; false when one of its tests failed, was skipped, or is not there. */
function tell({ id, attack, tests }: Row, outcomes: readonly TestOutcome[]): boolean {
  const judged = tests.map((test) => ({ test, found: outcomes.filter((outcome) => belongs(outcome, test)) }));
  const all = judged.flatMap(({ found }) => found);
  const wrong = judged.flatMap(({ test, found }) => {
    if (found.length === 0) return [`no test: ${test.file} › ${test.name}`];
    return found
      .filter(({ status }) => status !== 'passed')
      .map(({ status, name, file }) => `${status}: ${relative(root, file)} › ${name}`);
  });
  const figures = all.flatMap(({ figure }) => figure ?? []);
  const good = wrong.length === 0;
  const count = `${all.filter(({ status }) => status === 'passed').length} of ${all.length} tests`;
  console.log(`${good ? '✓' : '✗'} ${id.padEnd(4)} ${attack}: ${good ? 'pass' : 'FAIL'} (${count})`);
  for (const figure of new Set(figures)) console.log(`       ${figure}`);
  for (const each of wrong) console.log(`       ${each}`);
  return good;
}

function belongs(outcome: TestOutcome, { file, name }: RowTest): boolean {
  return relative(root, outcome.file) === file && outcome.name.includes(name);
}
