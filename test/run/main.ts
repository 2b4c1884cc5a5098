import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { prepareDebianPackages } from './debian-packages.ts';
import { runVitest } from './vitest-run.ts';

const root = new URL('../..', import.meta.url).pathname;
const strict = process.env.CI === 'true';

/** Format, lint and types: each is one test of the run. */
const gates = [
  { name: 'format and lint', arguments: ['node_modules/.bin/biome', 'ci', '--error-on-warnings', '.'], node: false },
  { name: 'types', arguments: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], node: true },
  {
    name: 'types of the web page',
    arguments: ['node_modules/typescript/bin/tsc', '-p', 'manager-server/web'],
    node: true,
  },
] as const;

const begun = performance.now();
const prepared = prepareDebianPackages((line) => console.log(line));
if (prepared.type === 'missing') {
  console.log(`Tests that need ${prepared.names.join(', ')} are skipped. To run them: ${prepared.command}`);
}

let passed = 0;
const failures: string[] = [];
for (const gate of gates) {
  const [program = '', ...rest] = gate.node ? [process.execPath, ...gate.arguments] : gate.arguments;
  const run = spawnSync(gate.node ? program : join(root, program), rest, { cwd: root, stdio: 'inherit' });
  const good = run.status === 0;
  console.log(`${good ? '✓' : '✗'} ${gate.name}`);
  if (good) passed++;
  else failures.push(gate.name);
}

const tests = await runVitest({ cwd: root, arguments: [], quiet: false });
const skipped = tests.outcomes.filter((outcome) => outcome.status === 'skipped');
for (const { status, file, name } of tests.outcomes) {
  if (status === 'passed') passed++;
  if (status === 'failed') failures.push(`${relative(root, file)} › ${name}`);
}
// Vitest also exits with an error when no test failed: an unhandled rejection, for one.
if (tests.exitCode !== 0 && !tests.outcomes.some(({ status }) => status === 'failed')) {
  failures.push(`vitest itself, which ended with ${tests.exitCode}; what it said is above`);
}
if (!tests.outcomes.some(({ status }) => status === 'passed')) failures.push('not one test ran');
for (const { file, name } of skipped) {
  console.log(`skipped: ${relative(root, file)} › ${name}`);
  if (strict) failures.push(`${relative(root, file)} › ${name} (skipped, which is a failure with CI=true)`);
}

for (const failure of failures) console.log(`failed: ${failure}`);
console.log(`\n${Math.round((performance.now() - begun) / 1000)} s`);
const also = !strict && skipped.length > 0 ? `, ${skipped.length} skipped` : '';
console.log(`${passed} passed, ${failures.length} failed${also}`);
process.exitCode = failures.length === 0 ? 0 : 1;
