import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** In the environment of everything that is started, whoever its parent is by now. */
const MARK = 'BENCH_RUN';

/** Milliseconds from the polite signal to the other: an X server removes its socket meanwhile. */
const GRACE = 400;

/**
 * Makes this process the owner of all that it starts and of all temporary files of those: when it ends, they end and go,
 * also after Ctrl+C, and when a measurement failed.
 */
export function ownEverything(): void {
  const mark = randomUUID();
  process.env[MARK] = mark;
  const folder = mkdtempSync(join(tmpdir(), 'seatmatrix-bench-'));
  process.env.TMPDIR = folder;
  process.once('exit', () => {
    // Twice: what was just being started by one of them has the mark as well.
    for (let turn = 0; turn < 2; turn++) endAll(mark);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.once(signal, () => process.exit(code));
  }
}

function endAll(mark: string): void {
  if (!signalAll(mark, 'SIGTERM')) return;
  for (let waited = 0; waited < GRACE; waited += 50) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    if (marked(mark).length === 0) return;
  }
  signalAll(mark, 'SIGKILL');
}

function signalAll(mark: string, signal: NodeJS.Signals): boolean {
  const found = marked(mark);
  for (const pid of found) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }
  return found.length > 0;
}

function marked(mark: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => environmentOf(name).includes(`${MARK}=${mark}`))
    .map(Number);
}

/** Empty for a process that is gone or somebody else's. */
function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return '';
    throw error;
  }
}
