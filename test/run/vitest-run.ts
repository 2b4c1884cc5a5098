import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TestOutcome {
  /** Describe blocks and the test, joined by ' › '. */
  readonly name: string;
  readonly file: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  readonly messages: readonly string[];
  /** What it measured, if it said so in its task's meta. */
  readonly figure?: string | null;
}

export interface VitestRun {
  readonly outcomes: readonly TestOutcome[];
  readonly exitCode: number;
}

interface JsonReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly message?: string;
    readonly status: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
      readonly failureMessages: readonly string[] | null;
      readonly meta?: { readonly figure?: string };
    }[];
  }[];
}

/** Runs vitest in a process of its own and reads its report. A file that could not be loaded is a failed test. */
export async function runVitest(options: {
  readonly cwd: string;
  readonly arguments: readonly string[];
  readonly quiet: boolean;
  readonly env?: Readonly<Record<string, string>>;
}): Promise<VitestRun> {
  const folder = mkdtempSync(join(tmpdir(), 'seatmatrix-vitest-'));
  const report = join(folder, 'report.json');
  const reporters = options.quiet ? ['--reporter=json'] : ['--reporter=default', '--reporter=json'];
  try {
    const exitCode = await new Promise<number>((resolve, reject) => {
      const child = spawn(
        process.execPath,
        [
          join(options.cwd, 'node_modules/vitest/vitest.mjs'),
          'run',
          ...reporters,
          `--outputFile.json=${report}`,
          ...options.arguments,
        ],
        {
          cwd: options.cwd,
          env: { ...process.env, ...options.env },
          stdio: ['ignore', options.quiet ? 'ignore' : 'inherit', options.quiet ? 'ignore' : 'inherit'],
        },
      );
      child.once('error', reject);
      child.once('exit', (code) => resolve(code ?? 1));
    });
    return { outcomes: readOutcomes(report), exitCode };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** None when vitest ended before it could write its report. */
function readOutcomes(path: string): readonly TestOutcome[] {
  if (!existsSync(path)) return [];
  const report = JSON.parse(readFileSync(path, 'utf8')) as JsonReport;
  return report.testResults.flatMap((file) => {
    if (file.assertionResults.length === 0 && file.status === 'failed') {
      return [
        {
          name: 'the file loads',
          file: file.name,
          status: 'failed' as const,
          messages: [file.message ?? ''],
          figure: null,
        },
      ];
    }
    return file.assertionResults.map((test) => ({
      name: [...test.ancestorTitles, test.title].join(' › '),
      file: file.name,
      status: outcomeOf(test.status),
      messages: test.failureMessages ?? [],
      figure: test.meta?.figure ?? null,
    }));
  });
}

function outcomeOf(status: string): TestOutcome['status'] {
  if (status === 'passed' || status === 'failed') return status;
  return 'skipped';
}
