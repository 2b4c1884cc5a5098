import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LightBox } from './light-box.ts';
import { makeSite, startSite } from './light-site.ts';
import { ManagerChild } from './manager-child.ts';
import { type Bench, type CaseResult, summarise } from './measurement.ts';
import { openLoop, pause } from './pace.ts';

interface ReportSizes {
  readonly boxes: number;
  /** Reports a second. */
  readonly rate: number;
  readonly windows: number;
  /** Milliseconds. */
  readonly window: number;
}

/** Every box has news as often as it may: one in five seconds. */
const FULL: ReportSizes = { boxes: 1000, rate: 200, windows: 8, window: 5000 };
const QUICK: ReportSizes = { boxes: 10, rate: 20, windows: 2, window: 500 };

export const reportsBench: Bench = {
  name: 'reports',
  about: 'what 1,000 boxes that tell their figures cost a manager, whom a page listens to',
  quick: (say) => measureReports(QUICK, say),
  run: (say) => measureReports(FULL, say),
};

/** Processor time of the manager in percent of a core, at rest and with reports. */
export async function measureReports(
  { boxes, rate, windows, window }: ReportSizes,
  say: (line: string) => void,
): Promise<readonly CaseResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'seatmatrix-bench-'));
  try {
    say(`reports: ${boxes} boxes are made, adopted and connected …`);
    const made = await makeSite({ receivers: boxes, transmitters: 1 }, folder);
    await using manager = new ManagerChild();
    const { boxes: place } = await manager.ask<'begin'>({ type: 'begin', folder, seed: made.seed });
    await manager.ask<'listen'>({ type: 'listen' });
    await using site = await startSite(made, place);
    const rest: number[] = [];
    const busy: number[] = [];
    for (let number = 0; number < windows; number++) {
      say(`reports: window ${number + 1} of ${windows} …`);
      rest.push(await costOf(manager, () => pause(window)));
      busy.push(
        await costOf(manager, () => reportAll(site.receivers, { count: (rate * window) / 1000, rate, number })),
      );
    }
    return [
      summarise({ case: 'reports-rest', unit: '%', goal: null, samples: rest }),
      summarise({ case: 'reports', unit: '%', goal: null, samples: busy }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function reportAll(
  boxes: readonly LightBox[],
  { count, rate, number }: { readonly count: number; readonly rate: number; readonly number: number },
): Promise<void> {
  await openLoop({ count, rate }, async (index) => boxes[index % boxes.length]?.tellFigures(number + index));
}

async function costOf(manager: ManagerChild, work: () => Promise<void>): Promise<number> {
  const [before, begun] = [await manager.ask<'usage'>({ type: 'usage' }), performance.now()];
  await work();
  const after = await manager.ask<'usage'>({ type: 'usage' });
  return ((after.all - before.all) / (performance.now() - begun)) * 100;
}
