import type { TestOutcome } from '../run/vitest-run.ts';
import { type ManualRow, manualRows, rowOf } from './row.ts';

export interface RowResult {
  readonly row: ManualRow;
  readonly result: 'passed' | 'failed' | 'missing';
  readonly tests: readonly TestOutcome[];
}

/** A row passes when it has a test and every test of it passed; a skipped test is a missing one. */
export function rowResults(outcomes: readonly TestOutcome[]): readonly RowResult[] {
  return manualRows.map((row) => {
    const tests = outcomes.filter((outcome) => rowOf(outcome.name) === row.number);
    const ran = tests.filter((test) => test.status !== 'skipped');
    if (ran.length === 0) return { row, result: 'missing', tests };
    return { row, result: ran.every((test) => test.status === 'passed') ? 'passed' : 'failed', tests };
  });
}

export function printRows(results: readonly RowResult[], say: (line: string) => void): void {
  for (const { row, result, tests } of results) {
    say(`${result.padEnd(7)} ${row.number.padEnd(5)} ${row.says}${tests.length > 1 ? ` (${tests.length} tests)` : ''}`);
    for (const test of tests.filter((each) => each.status === 'failed')) {
      say(`          ${test.name}`);
      for (const line of (test.messages[0] ?? '').split('\n').slice(0, 4)) say(`            ${line}`);
    }
  }
}

/** The closing line: a missing row counts as failed. */
export function closingLine(results: readonly { readonly result: string }[]): string {
  const passed = results.filter(({ result }) => result === 'passed').length;
  return `${passed} passed, ${results.length - passed} failed`;
}
