import { seededRandom } from '@seatmatrix/protocol/kernel';
import { deviceTargets } from './device-targets.ts';
import { FuzzFinding, type FuzzShare, type OpenTarget } from './fuzz-target.ts';
import { httpTarget } from './http-target.ts';
import { mediaTargets } from './media-targets.ts';
import { frameTarget, upgradeTarget } from './socket-targets.ts';
import { wireTargets } from './wire-targets.ts';

export const fuzzShares: readonly FuzzShare[] = [
  ...wireTargets,
  ...mediaTargets,
  ...deviceTargets,
  httpTarget,
  upgradeTarget,
  frameTarget,
];

export interface FuzzReport {
  readonly target: string;
  readonly inputs: number;
  /** The slowest input, in milliseconds: one that blocks the process is a finding of its own kind. */
  readonly slowest: number;
  readonly findings: readonly { readonly number: number; readonly input: string; readonly what: string }[];
}

/** After so many findings of one target the rest says nothing new. */
const FINDINGS_MAX = 5;

/**
 * Gives each target its share of the inputs. Input N of a target is the same for the same seed, whatever ran before it:
 * `only` runs that one again.
 */
export async function runFuzz(options: {
  readonly inputs: number;
  readonly seed: number;
  readonly target: string | null;
  readonly only: number | null;
  readonly said?: (report: FuzzReport) => void;
}): Promise<readonly FuzzReport[]> {
  const reports: FuzzReport[] = [];
  const whole = fuzzShares.reduce((sum, { weight }) => sum + weight, 0);
  for (const share of fuzzShares) {
    await using target = await share.open();
    if (options.target !== null && options.target !== target.name) continue;
    const weight = options.target === null ? share.weight / whole : 1;
    const report = await runTarget(target, { ...options, count: Math.ceil(options.inputs * weight) });
    reports.push(report);
    options.said?.(report);
  }
  return reports;
}

async function runTarget(
  target: OpenTarget,
  { seed, only, count }: { readonly seed: number; readonly only: number | null; readonly count: number },
): Promise<FuzzReport> {
  const findings: FuzzReport['findings'][number][] = [];
  let slowest = 0;
  let inputs = 0;
  const strays: unknown[] = [];
  const stray = (thrown: unknown) => void strays.push(thrown);
  // A decoder that throws in a turn of its own takes the process along: that is what is looked for.
  process.on('uncaughtException', stray);
  process.on('unhandledRejection', stray);
  try {
    for (let number = only ?? 0; number < (only === null ? count : only + 1); number++) {
      const begun = performance.now();
      inputs++;
      try {
        await target.run(seededRandom(seed * 1_000_003 + number));
        const [thrown] = strays.splice(0);
        if (thrown !== undefined) throw new FuzzFinding('the one before, or this', thrown);
      } catch (thrown) {
        const input = thrown instanceof FuzzFinding ? thrown.input : '';
        findings.push({ number, input, what: thrown instanceof Error ? thrown.message : String(thrown) });
        if (findings.length >= FINDINGS_MAX) break;
      }
      slowest = Math.max(slowest, performance.now() - begun);
    }
  } finally {
    process.off('uncaughtException', stray);
    process.off('unhandledRejection', stray);
  }
  return { target: target.name, inputs, slowest, findings };
}
