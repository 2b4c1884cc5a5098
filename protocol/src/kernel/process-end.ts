import type { Clock } from './clock.ts';
import { seconds } from './duration.ts';

/** How soon a process notices that npm, which started it, was killed. */
const ORPHAN_CHECK = seconds(1);

/** What of Node's `process` this needs. */
export interface OwnProcess {
  readonly ppid: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** There while a supervisor has a channel to this process. */
  readonly channel?: object | null | undefined;
  on(event: 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'disconnect', listener: () => void): unknown;
}

/** Resolves when somebody wants this process to end: a signal, its supervisor's going away, npm's going away. */
export function endWanted(process: OwnProcess, clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    if (process.channel !== undefined && process.channel !== null) process.on('disconnect', () => resolve());
    if (process.env.npm_lifecycle_event !== undefined) watchParent(process, { clock, gone: resolve });
  });
}

/** kill -9 of npm tells nobody: only the parent's number changes. */
function watchParent(process: OwnProcess, { clock, gone }: { readonly clock: Clock; readonly gone: () => void }): void {
  const parent = process.ppid;
  const check = () => {
    if (process.ppid !== parent) gone();
    else clock.timer({ name: 'orphan check', after: ORPHAN_CHECK, fire: check });
  };
  check();
}
