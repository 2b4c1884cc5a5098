import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Fault } from '@seatmatrix/protocol/kernel';
import { runVitest, type VitestRun } from '../run/vitest-run.ts';
import type { Mutation } from './mutation.ts';
import { mutations } from './mutations.ts';
import { rowResults } from './report.ts';
import { type ManualRow, manualRows } from './row.ts';
import { copyTree } from './tree-copy.ts';

export interface MutationResult {
  readonly row: string;
  /** `passed`: the row is green without its fault and red with it. */
  readonly result: 'passed' | 'failed';
}

/** Each copy runs a whole vitest; more of them than cores only wait for each other, and each takes 300 MB. */
const COPIES_MAX = 4;

/** Runs every row's scenarios under that row's fault, in copies of the tree. */
export async function runMutations(options: {
  readonly root: string;
  readonly rows: readonly string[];
  readonly say: (line: string) => void;
}): Promise<readonly MutationResult[]> {
  const { root, rows, say } = options;
  const wanted = manualRows.filter(({ number }) => rows.length === 0 || rows.includes(number));
  const copies = Array.from({ length: Math.min(COPIES_MAX, availableParallelism(), wanted.length) }, () =>
    copyTree(root),
  );
  try {
    const green = await greenRows({ copy: copies[0]?.root ?? root, wanted });
    const waiting = wanted.values();
    const results: MutationResult[] = [];
    const work = async (copy: string): Promise<void> => {
      for (const row of waiting) {
        const result = await tryRow({ copy, row, green: green.has(row.number), say });
        results.push({ row: row.number, result });
      }
    };
    await Promise.all(copies.map((copy) => work(copy.root)));
    return results;
  } finally {
    for (const copy of copies) copy.remove();
  }
}

async function tryRow({
  copy,
  row,
  green,
  say,
}: {
  readonly copy: string;
  readonly row: ManualRow;
  readonly green: boolean;
  readonly say: (line: string) => void;
}): Promise<MutationResult['result']> {
  const mutation = mutations.find((each) => each.row === row.number) ?? null;
  const word = await verdict({ copy, row, green, mutation });
  say(`${word.padEnd(8)} ${row.number.padEnd(5)} ${row.says}${mutation === null ? '' : ` — ${mutation.fault}`}`);
  return word === 'red' ? 'passed' : 'failed';
}

async function verdict({
  copy,
  row,
  green,
  mutation,
}: {
  readonly copy: string;
  readonly row: ManualRow;
  readonly green: boolean;
  readonly mutation: Mutation | null;
}): Promise<'red' | 'GREEN' | 'no fault' | 'broken'> {
  if (mutation === null) return 'no fault';
  // A row that fails by itself proves nothing when it fails under a fault.
  if (!green) return 'broken';
  return (await turnsRed(copy, { row, mutation })) ? 'red' : 'GREEN';
}

async function turnsRed(
  copy: string,
  { row, mutation }: { readonly row: ManualRow; readonly mutation: Mutation },
): Promise<boolean> {
  const path = join(copy, mutation.file);
  const text = readFileSync(path, 'utf8');
  if (text.split(mutation.find).length !== 2) {
    throw new Fault({
      code: 'invariant-broken',
      message: `the fault of ${mutation.row} does not stand exactly once in ${mutation.file}: ${mutation.find}`,
    });
  }
  writeFileSync(
    path,
    text.replace(mutation.find, () => mutation.replace),
  );
  try {
    const { outcomes } = await runRows(copy, [row]);
    // A file that no longer loads tells nothing about the row: only its own tests count.
    return rowResults(outcomes).some((each) => each.row.number === row.number && each.result === 'failed');
  } finally {
    writeFileSync(path, text);
  }
}

async function greenRows({
  copy,
  wanted,
}: {
  readonly copy: string;
  readonly wanted: readonly ManualRow[];
}): Promise<ReadonlySet<string>> {
  const { outcomes } = await runRows(copy, wanted);
  return new Set(rowResults(outcomes).flatMap(({ row, result }) => (result === 'passed' ? [row.number] : [])));
}

/** Only the files that have the rows: the others would be loaded for nothing. */
function runRows(copy: string, rows: readonly ManualRow[]): Promise<VitestRun> {
  const pattern = `\\b(${rows.map(({ number }) => number).join('|')})\\b`;
  const scenarios = readdirSync(join(copy, 'test/scenarios'))
    .map((name) => `test/scenarios/${name}`)
    .filter((name) => name.endsWith('.test.ts') && new RegExp(pattern).test(readFileSync(join(copy, name), 'utf8')));
  return runVitest({ cwd: copy, arguments: [...scenarios, '--testNamePattern', pattern], quiet: true });
}
