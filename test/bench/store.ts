import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJournal, openSqliteStore, type StoreWrite } from '@seatmatrix/manager-server/testing';
import { silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { throughput } from './load.ts';
import { type Bench, type CaseResult, summarise } from './measurement.ts';

export interface StoreSizes {
  /** One after the other. */
  readonly commits: number;
  /** Each hands in its next change when the last one is durable. */
  readonly writers: number;
  readonly windows: number;
  readonly window: number;
}

const FULL: StoreSizes = { commits: 1_000, writers: 500, windows: 8, window: 1_000 };
const QUICK: StoreSizes = { commits: 50, writers: 20, windows: 2, window: 300 };

export const storeBench: Bench = {
  name: 'store',
  about: 'changes that survive a power cut, one by one and as many writers group them',
  quick: (say) => measureStore(QUICK, say),
  run: (say) => measureStore(FULL, say),
};

/** The SQLite store on the disk of the system's folder for temporary files, behind the manager's journal. */
export async function measureStore(sizes: StoreSizes, say: (line: string) => void): Promise<readonly CaseResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'seatmatrix-bench-'));
  try {
    await using store = await openSqliteStore({ path: join(folder, 'site.sqlite'), log: silentLog });
    const journal = createJournal(store, silentLog);
    const commit = async (writer: number, number: number): Promise<number> => {
      const started = performance.now();
      await journal.commit(change(writer, number));
      return performance.now() - started;
    };
    say('store: one commit after the other …');
    const alone: number[] = [];
    for (let number = 0; number < sizes.commits; number++) alone.push(await commit(0, number));
    say(`store: ${sizes.writers} writers …`);
    const together: number[] = [];
    const rate = await throughput('group-commit-throughput', {
      ...{ desks: sizes.writers, windows: sizes.windows, window: sizes.window, goal: null },
      ask: async (writer) => together.push(await commit(writer, together.length)) > 0,
    });
    return [
      summarise({ case: 'commit', unit: 'ms', goal: null, samples: alone }),
      summarise({ case: 'group-commit', unit: 'ms', goal: null, samples: together }),
      rate,
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What one step of a connect writes: a route, and a line of the audit. */
function change(writer: number, number: number): readonly StoreWrite[] {
  const at = systemClock.wall().getTime();
  const body = JSON.stringify({ id: `route-${number}`, generation: number, receiver: `device-${writer}`, crop: null });
  const entry = { at, actor: 'operator:bench', from: `Rx ${writer}`, action: 'connect', object: '1', detail: '' };
  return [
    { type: 'put', collection: 'routes', record: { key: `device-${writer}`, version: number, body } },
    { type: 'audit', entry: { ...entry, outcome: 'done' } },
  ];
}
