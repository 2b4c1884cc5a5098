import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Fault } from '@seatmatrix/protocol/kernel';
import { eventually } from './eventually.ts';

export const root = new URL('../../', import.meta.url).pathname;

export interface ProgramEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface ProgramOptions {
  readonly script: 'start' | 'manager' | 'agent' | 'sim' | 'manual' | 'bench';
  readonly argv: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly folder?: string;
}

/** Every process of a program has this in its environment, whoever its parent is by now. */
const MARK = 'E2E_PROGRAM';

/** One of the project's programs, started as a person starts it: by npm, in a process group of its own. */
export class NpmProgram implements AsyncDisposable {
  readonly #mark = randomUUID();
  readonly #npm: ChildProcess;
  readonly ended: Promise<ProgramEnd>;
  stdout = '';
  stderr = '';

  constructor({ script, argv, env = {}, folder = root }: ProgramOptions) {
    const command = script === 'start' ? ['start'] : ['run', script];
    this.#npm = spawn('npm', [...command, '--', ...argv], {
      cwd: folder,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...plainEnvironment(), ...env, [MARK]: this.#mark },
    });
    this.#npm.stdout?.on('data', (bytes: Buffer) => {
      this.stdout += bytes.toString();
    });
    this.#npm.stderr?.on('data', (bytes: Buffer) => {
      this.stderr += bytes.toString();
    });
    this.ended = new Promise((resolve, reject) => {
      this.#npm.once('error', reject);
      this.#npm.once('exit', (code, signal) => resolve({ code, signal }));
    });
  }

  /** Resolves with the match when the program has written it to its standard output; rejects when it ends before. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    let end: ProgramEnd | null = null;
    void this.ended.then((how) => {
      end = how;
    });
    return eventually(
      `${pattern}`,
      () => {
        const found = pattern.exec(this.stdout);
        if (found === null && end !== null) throw new Fault({ code: 'link-closed', message: `it ended: ${this.said}` });
        return found;
      },
      { seen: () => this.said },
    );
  }

  get said(): string {
    return `${this.stdout}\n${this.stderr}`;
  }

  /** Lines of the error output that are the program's own, and not npm's. */
  complaints(): readonly string[] {
    return this.stderr.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('npm '));
  }

  signal(signal: NodeJS.Signals, to: 'npm' | 'group'): void {
    const pid = this.#npm.pid;
    if (pid === undefined) throw new Fault({ code: 'invariant-broken', message: 'npm did not start' });
    process.kill(to === 'group' ? -pid : pid, signal);
  }

  /** Process ids of npm and everything that it started, however they were orphaned. */
  processes(): readonly number[] {
    return readdirSync('/proc').flatMap((name) => {
      if (!/^\d+$/.test(name)) return [];
      return readProcess(name, 'environ').includes(`${MARK}=${this.#mark}`) ? [Number(name)] : [];
    });
  }

  /** What its processes are called, for a failed test to say. */
  commands(): readonly string[] {
    return this.processes().map((pid) => `${pid} ${readProcess(pid, 'cmdline').replaceAll('\0', ' ')}`);
  }

  /** As a power cut does. */
  killAll(): void {
    for (const pid of this.processes()) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch (error) {
        // It ended by itself after it was listed.
        if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
      }
    }
  }

  /** For whoever a failed test leaves behind. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.killAll();
    await eventually('every process of the program is gone', () => this.processes().length === 0);
  }
}

/** Without what npm and vitest put there for the tests themselves. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_|VITEST|NODE_|TEST$|DEV$|PROD$|MODE$|SEATMATRIX_)/.test(name),
    ),
  );
}

/** Empty for a process that is gone, is a zombie, or belongs to somebody else. */
function readProcess(pid: string | number, file: 'environ' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return '';
    throw error;
  }
}
