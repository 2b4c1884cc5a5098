import { knownVulnerabilities } from './vulnerabilities.ts';

/** With --strict, as a release has it, not to know is a failure. */
const strict = process.argv.includes('--strict');
const found = knownVulnerabilities();
if (found.type === 'unknown') {
  console.log(`skipped: the package registry answers no audit (${found.why})`);
  process.exitCode = strict ? 1 : 0;
} else {
  console.log(`${found.critical} critical, ${found.high} high${found.packages.map((name) => `\n  ${name}`).join('')}`);
  process.exitCode = found.critical + found.high === 0 ? 0 : 1;
}
