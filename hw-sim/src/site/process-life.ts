import { type Clock, endWanted, type OwnProcess, seconds } from '@seatmatrix/protocol/kernel';

/** Orderly stops take milliseconds; whoever asked for the end must not wait longer than this. */
const STOP_LIMIT = seconds(4);

export interface ProcessLife {
  /** Resolves when somebody wants the end: a signal, the supervisor's going away, npm's going away. */
  readonly ended: Promise<void>;
  /** Runs the stop and leaves with this code; leaves anyway when it takes too long. */
  leave(stop: () => Promise<void>, code: number): Promise<never>;
}

/** From a process's start to its end, which never takes long. */
export function processLife(process: OwnProcess & { exit(code: number): never }, clock: Clock): ProcessLife {
  return {
    ended: endWanted(process, clock),
    async leave(stop, code) {
      clock.timer({ name: 'leaving', after: STOP_LIMIT, fire: () => process.exit(code === 0 ? 1 : code) });
      await stop();
      return process.exit(code);
    },
  };
}
