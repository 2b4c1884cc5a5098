import { type Clock, seconds } from '@seatmatrix/protocol/kernel';

/** Orderly stops take milliseconds; whoever asked for the end must not wait longer than this. */
const STOP_LIMIT = seconds(4);
/** How soon an orphan notices. */
const ORPHAN_CHECK = seconds(1);

/** What of Node's `process` this needs. */
export interface OwnProcess {
  readonly ppid: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** There while a supervisor has a channel to this process. */
  readonly channel?: object | null | undefined;
  on(event: 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'disconnect', listener: () => void): unknown;
  exit(code: number): never;
}

export interface ProcessLife {
  /** Resolves when somebody wants the end: a signal, the supervisor's going away, npm's going away. */
  readonly ended: Promise<void>;
  /** Runs the stop and leaves with this code; leaves anyway when it takes too long. */
  leave(stop: () => Promise<void>, code: number): Promise<never>;
}

/**
 * When this process has to end. A child with an IPC channel ends with its supervisor, also when that was killed; a
 * script of npm ends with npm.
 */
export function processLife(process: OwnProcess, clock: Clock): ProcessLife {
  const ended = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    if (process.channel !== undefined && process.channel !== null) process.on('disconnect', () => resolve());
    if (process.env.npm_lifecycle_event !== undefined) watchParent({ process, clock, gone: resolve });
  });
  return {
    ended,
    async leave(stop, code) {
      clock.timer({ name: 'leaving', after: STOP_LIMIT, fire: () => process.exit(code === 0 ? 1 : code) });
      await stop();
      return process.exit(code);
    },
  };
}

/** kill -9 of npm tells nobody: only the parent's number changes. */
function watchParent({ process, clock, gone }: { process: OwnProcess; clock: Clock; gone: () => void }): void {
  const parent = process.ppid;
  const check = () => {
    if (process.ppid !== parent) gone();
    else clock.timer({ name: 'orphan check', after: ORPHAN_CHECK, fire: check });
  };
  check();
}
