import { describe, expect, it } from 'vitest';
import type { TestOutcome } from '../run/vitest-run.ts';
import { closingLine, printRows, type RowResult, rowResults } from './report.ts';
import { manualRows } from './row.ts';

describe('the manual’s report', () => {
  it('has a result for each row, in the manual’s order', () => {
    expect(rowResults([]).map(({ row }) => row.number)).toEqual(manualRows.map(({ number }) => number));
  });

  it('a row passes when every test of it passed', () => {
    expect(resultOf('M14', [outcome('M14 one'), outcome('M14 two')])).toBe('passed');
  });

  it('a row fails when one test of it failed', () => {
    expect(resultOf('M14', [outcome('M14 one'), outcome('M14 two', 'failed')])).toBe('failed');
  });

  it('a row without a test is missing', () => {
    expect(resultOf('M15', [outcome('M14 one')])).toBe('missing');
  });

  it('a skipped test is a missing one, and hides no failure of another', () => {
    expect(resultOf('M14', [outcome('M14 one', 'skipped')])).toBe('missing');
    expect(resultOf('M14', [outcome('M14 one', 'skipped'), outcome('M14 two', 'failed')])).toBe('failed');
  });

  it('a test counts for its own row alone', () => {
    const outcomes = [outcome('M34b single', 'failed'), outcome('M34 spliced')];
    expect(resultOf('M34', outcomes)).toBe('passed');
    expect(resultOf('M34b', outcomes)).toBe('failed');
  });

  it('closes with how many passed; what is missing has failed', () => {
    expect(closingLine([{ result: 'passed' }, { result: 'missing' }, { result: 'failed' }])).toBe('1 passed, 2 failed');
    expect(closingLine([])).toBe('0 passed, 0 failed');
    const all = manualRows.map(({ number }) => outcome(`${number} works`));
    expect(closingLine(rowResults(all))).toBe(`${manualRows.length} passed, 0 failed`);
  });

  it('prints a line a row, and under a failed one which test and why', () => {
    const lines: string[] = [];
    const outcomes = [outcome('menu › M06 one'), outcome('menu › M06 two', 'failed', 'expected 1\nreceived 2')];
    const shown = rowResults(outcomes).filter(({ row }) => row.number === 'M06' || row.number === 'M07');

    printRows(shown, (line) => lines.push(line));

    expect(lines.map((line) => line.trim())).toEqual([
      'failed  M06   version, name (Rx ID), list, input, feedback, key line (2 tests)',
      'menu › M06 two',
      'expected 1',
      'received 2',
      'missing M07   brown fixed, white live, yellow prompts',
    ]);
  });
});

function outcome(name: string, status: TestOutcome['status'] = 'passed', message?: string): TestOutcome {
  return { name, file: 'menu.test.ts', status, messages: message === undefined ? [] : [message] };
}

function resultOf(number: string, outcomes: readonly TestOutcome[]): RowResult['result'] | undefined {
  return rowResults(outcomes).find(({ row }) => row.number === number)?.result;
}
