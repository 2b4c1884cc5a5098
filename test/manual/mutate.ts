import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '@seatmatrix/protocol/kernel';
import { runVitest } from '../run/vitest-run.ts';
import { type Mutation, mutations } from './mutation.ts';
import { manualRows } from './row.ts';

export interface MutationResult {
  readonly row: string;
  readonly mutation: Mutation | null;
  /** `passed`: the row turned red under its fault. */
  readonly result: 'passed' | 'failed';
}

const folders = ['protocol', 'osd', 'firmware-agent', 'manager-server', 'hw-sim', 'test'] as const;
const files = ['package.json', 'tsconfig.json', 'vitest.config.ts'] as const;

/** Runs every row's scenarios under that row's fault, one after the other, in a copy of the tree. */
export async function runMutations(options: {
  readonly root: string;
  readonly rows: readonly string[];
  readonly say: (line: string) => void;
}): Promise<readonly MutationResult[]> {
  const copy = copyTree(options.root);
  try {
    const results: MutationResult[] = [];
    for (const { number, says } of manualRows) {
      if (options.rows.length > 0 && !options.rows.includes(number)) continue;
      const mutation = mutations.find((each) => each.row === number) ?? null;
      const red = mutation !== null && (await turnsRed(copy, mutation));
      results.push({ row: number, mutation, result: red ? 'passed' : 'failed' });
      const word = mutation === null ? 'no fault' : red ? 'red' : 'GREEN';
      options.say(`${word.padEnd(8)} ${number.padEnd(5)} ${says}${mutation === null ? '' : ` — ${mutation.file}`}`);
    }
    return results;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function turnsRed(copy: string, mutation: Mutation): Promise<boolean> {
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
    const run = await runVitest({
      cwd: copy,
      arguments: ['test/scenarios', '--testNamePattern', `\\b${mutation.row}\\b`],
      quiet: true,
    });
    return run.outcomes.some((outcome) => outcome.status === 'failed');
  } finally {
    writeFileSync(path, text);
  }
}

/** Packages of others are linked; our own workspaces are the copy's, or the fault would not be seen. */
function copyTree(root: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'seatmatrix-mutate-'));
  const skipped = new Set(['node_modules', 'dist']);
  for (const folder of folders) {
    cpSync(join(root, folder), join(copy, folder), {
      recursive: true,
      filter: (source) => !skipped.has(source.split('/').at(-1) ?? ''),
    });
  }
  for (const file of files) cpSync(join(root, file), join(copy, file));
  mkdirSync(join(copy, 'node_modules/@seatmatrix'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== '@seatmatrix' && name !== '.vite') {
      symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
    }
  }
  for (const folder of folders) symlinkSync(join(copy, folder), join(copy, 'node_modules/@seatmatrix', folder));
  return copy;
}
