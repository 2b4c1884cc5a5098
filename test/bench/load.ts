import { type CaseResult, summarise } from './measurement.ts';
import { pause } from './pace.ts';

/** Desks that ask again as soon as they have their answer. False is an answer that does not count. */
export type Ask = (desk: number) => Promise<boolean>;

/** What the closed loop is at: nothing that comes before is counted. */
const WARM_UP_WINDOWS = 1;

/**
 * A closed loop: every desk has one question under way. Each sample is the answers a second of one window. Rejects with
 * what a question was rejected with.
 */
export async function throughput(
  name: string,
  options: {
    readonly desks: number;
    readonly ask: Ask;
    readonly windows: number;
    /** Milliseconds. */
    readonly window: number;
    readonly goal: string | null;
    /** Called when counting begins, and when it ends with how many were counted. */
    readonly counting?: (counted: number | null) => Promise<void>;
  },
): Promise<CaseResult> {
  const { desks, ask, windows, window, goal, counting = async () => undefined } = options;
  let going = true;
  let answered = 0;
  const loop = async (desk: number) => {
    while (going) if (await ask(desk)) answered += 1;
  };
  const loops = Promise.all(Array.from({ length: desks }, (_, desk) => loop(desk)));
  const failure = loops.then(() => undefined);
  const samples: number[] = [];
  const measure = async () => {
    await pause(WARM_UP_WINDOWS * window);
    await counting(null);
    const first = answered;
    for (let count = 0; count < windows; count++) {
      const started = performance.now();
      const before = answered;
      await pause(window);
      samples.push(((answered - before) * 1000) / (performance.now() - started));
    }
    await counting(answered - first);
  };
  try {
    await Promise.race([measure(), failure]);
  } finally {
    going = false;
  }
  await loops;
  return summarise({ case: name, unit: '1/s', goal, samples });
}
