import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
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

const prepared = prepareDebianPackages((line) => console.log(line));
if (prepared.type === 'missing') {
  console.log(`Tests that need ${prepared.names.join(', ')} are skipped. To run them: ${prepared.command}`);
}

let passed = 0;
let failed = 0;
for (const gate of gates) {
  const [program = '', ...rest] = gate.node ? [process.execPath, ...gate.arguments] : gate.arguments;
  const run = spawnSync(gate.node ? program : join(root, program), rest, { cwd: root, stdio: 'inherit' });
  const good = run.status === 0;
  console.log(`${good ? '✓' : '✗'} ${gate.name}`);
  if (good) passed++;
  else failed++;
}

const tests = await runVitest({ cwd: root, arguments: [], quiet: false });
const skipped = tests.outcomes.filter((outcome) => outcome.status === 'skipped');
passed += tests.outcomes.filter((outcome) => outcome.status === 'passed').length;
failed += tests.outcomes.filter((outcome) => outcome.status === 'failed').length;

// Vitest also exits with an error when no test failed: an unhandled rejection, for one.
if (tests.exitCode !== 0 && !tests.outcomes.some((outcome) => outcome.status === 'failed')) failed++;
for (const test of skipped) console.log(`skipped: ${test.name}`);
if (strict && skipped.length > 0) {
  console.log('With CI=true a skipped test is a failure.');
  failed += skipped.length;
}

console.log(
  `\n${passed} passed, ${failed} failed${!strict && skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`,
);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
