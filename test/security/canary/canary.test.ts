import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { namespacesMissing } from '../../e2e/loss/network-namespaces.ts';
import { tellFigure } from '../scale.ts';
import type { CanaryReport } from './canary-program.ts';

const NAMESPACE = `smcanary${process.pid}`;
const missing = namespacesMissing();

describe.skipIf(missing !== null)(`A6 a tap on every packet${missing === null ? '' : ` (${missing})`}`, () => {
  let report: CanaryReport;

  beforeAll(() => {
    spawnSync('ip', ['netns', 'add', NAMESPACE]);
    const program = new URL('./canary-program.ts', import.meta.url).pathname;
    const run = spawnSync('ip', ['netns', 'exec', NAMESPACE, process.execPath, program], {
      encoding: 'utf8',
      timeout: 100_000,
      env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_)/.test(name))),
    });
    if (run.status !== 0) throw new Error(`the site did not run: ${run.stderr}`);
    report = JSON.parse(run.stdout);
  }, 120_000);

  afterAll(() => {
    spawnSync('ip', ['netns', 'delete', NAMESPACE]);
  });

  test('finds a password and key reports that are sent in clear', () => {
    expect(report.control).toEqual(
      expect.arrayContaining(['tcp text', 'udp boot reports', 'udp boot report 0', 'udp bitmap reports']),
    );
  });

  test('finds nothing of a password that is typed at a desk: neither on its way to the manager nor to the computer', ({
    task,
  }) => {
    expect(report.arrived).toBe('wxnqjkv8h3z');
    expect(report.flows).toBeGreaterThanOrEqual(8);
    expect(report.hits).toEqual([]);
    tellFigure(task, `0 hits in ${report.bytes.toLocaleString('en')} bytes of ${report.flows} flows`);
  });

  test('sees no byte of any connection that is not TLS', () => {
    expect(report.clear).toEqual([]);
  });
});
