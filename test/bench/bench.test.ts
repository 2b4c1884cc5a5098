import { describe, expect, test } from 'vitest';
import { measureHid } from './hid.ts';
import { measureMatrix } from './matrix.ts';
import type { CaseResult } from './measurement.ts';
import { measureOsd } from './osd.ts';
import { measureReports } from './reports.ts';
import { measureStore } from './store.ts';

// Whether the benchmarks work, never how fast anything is.

const names = (results: readonly CaseResult[]) => results.map((each) => each.case);
const quiet = () => undefined;

function expectFigures(results: readonly CaseResult[]): void {
  for (const each of results) {
    const figures = [each.p50, each.p95, each.p99, each.max];
    expect(figures, each.case).toEqual([...figures].sort((one, other) => one - other));
    expect(each.p50, each.case).toBeGreaterThan(0);
    expect(each.max, each.case).toBeLessThan(Number.POSITIVE_INFINITY);
  }
}

describe.concurrent('a benchmark runs to its end and has figures:', () => {
  test('osd', async () => {
    const results = await measureOsd(2, quiet);
    expect(names(results).filter((name) => !name.includes('open'))).toEqual(['720p', '1080p', '4k']);
    expect(results[0]).toMatchObject({ n: 36, unit: 'ms' });
    expectFigures(results);
  });

  test('hid', async () => {
    const results = await measureHid({ count: 40, rate: 200, warmUp: 10 }, quiet);
    expect(results).toMatchObject([
      { case: 'peer-link', n: 40 },
      { case: 'ws-one-way', n: 40 },
    ]);
    expectFigures(results);
  });

  test('reports', async () => {
    const results = await measureReports({ boxes: 6, rate: 20, windows: 1, window: 200 }, quiet);
    expect(results).toMatchObject([{ case: 'reports-rest' }, { case: 'reports' }]);
    expectFigures(results);
  });

  test('store', async () => {
    const results = await measureStore({ commits: 5, writers: 3, windows: 1, window: 200 }, quiet);
    expect(names(results)).toEqual(['commit', 'group-commit', 'group-commit-throughput']);
    expectFigures(results);
  });

  test('matrix', async () => {
    // Every desk once: one that is asked again before its answer takes its own attempt away.
    const load = { connects: 6, rate: 20, windows: 1, window: 500 };
    const results = await measureMatrix(
      {
        ...{ receivers: 6, transmitters: 2, bare: load },
        stores: [
          { ...load, delay: 0, suffix: '' },
          { ...load, delay: 5, suffix: '-5ms' },
        ],
      },
      quiet,
    );
    expect(names(results)).toEqual([
      ...['decide', 'decide-plan', 'throughput', 'cost-loop', 'cost-all'],
      ...['decide-5ms', 'decide-plan-5ms', 'throughput-5ms', 'cost-5ms-loop', 'cost-5ms-all'],
      ...['ws-echo', 'ws-echo-throughput', 'ws-connect', 'ws-connect-throughput'],
      ...['ws-connect-cost-loop', 'ws-connect-cost-all'],
    ]);
    expect(results.find((each) => each.case === 'decide')).toMatchObject({ n: 6 });
    expectFigures(results);
  });
});
