import { type Bench, type CaseResult, summarise } from './measurement.ts';
import { pause } from './pace.ts';
import { type BenchScreen, openBenchScreen } from './screens/bench-screen.ts';
import { openBenchSite } from './screens/bench-site.ts';
import { ColourWindow } from './screens/colour-window.ts';
import { measureFlips } from './screens/flips.ts';
import { LoopbackTraffic } from './screens/loopback-traffic.ts';
import { MotionWindow } from './screens/motion-window.ts';
import { RIVAL, requirePackages, SCREENS } from './screens/screen-programs.ts';
import { VncPair } from './screens/vnc-pair.ts';

export interface GlassSizes {
  /** Each product is measured in each, one after the other. */
  readonly rounds: number;
  /** Of a scene, in a round. */
  readonly flips: number;
}

const FULL: GlassSizes = { rounds: 5, flips: 20 };

export const glassBench: Bench = {
  name: 'glass',
  about: "a pixel of the computer's screen to the desk's, 1080p60, beside x11vnc and TigerVNC",
  quick: (say) => measureGlass({ rounds: 1, flips: 10 }, say),
  run: (say) => measureGlass(FULL, say),
};

/** What the computer shows while its probe flips. */
const SCENES = ['still', 'motion', 'clip'] as const;
type Scene = (typeof SCENES)[number];

const PROBE = { x: 40, y: 40, width: 320, height: 200 } as const;
const LOOKED_AT = { x: PROBE.x + PROBE.width / 2, y: PROBE.y + PROBE.height / 2 } as const;
/** Away from the probe; the pointer stands in it. */
const MOVING = { x: 600, y: 330, width: 1280, height: 720 } as const;

/** After motion begins: encoders and rivals find their pace. */
const SETTLE = 800;

/** A computer's screen and the one that follows it. */
interface Pair {
  readonly name: string;
  readonly motion: MotionWindow;
  flips(count: number): Promise<readonly number[]>;
}

/** Two pairs of screens that never work at the same time: the one that is not measured stands still. */
export async function measureGlass(sizes: GlassSizes, say: (line: string) => void): Promise<readonly CaseResult[]> {
  requirePackages('glass', { ...SCREENS, ...RIVAL });
  await using parts = new AsyncDisposableStack();
  say('glass: a manager, a transmitter and a receiver start …');
  const site = parts.use(await openBenchSite({ computers: 1 }));
  await site.connect(0);
  const ours = await preparePair('60fps', { source: site.computers[0], destination: site.desk, parts });
  say('glass: x11vnc and its viewer start …');
  const [source, destination] = [parts.use(await openBenchScreen()), parts.use(await openBenchScreen())];
  parts.use(await VncPair.open({ source: source.display, destination: destination.display }));
  const rival = await preparePair('vnc', { source, destination, parts });
  const times = new Map<string, number[]>();
  const rates = new Map<string, number[]>();
  for (let round = 0; round < sizes.rounds; round++) {
    for (const scene of SCENES) {
      for (const pair of [ours, rival]) {
        const name = `${pair.name}-${scene}`;
        say(`glass ${name}, round ${round + 1} of ${sizes.rounds} …`);
        const { samples, rate } = await measureScene(pair, { scene, flips: sizes.flips });
        times.set(name, [...(times.get(name) ?? []), ...samples]);
        rates.set(name, [...(rates.get(name) ?? []), rate]);
      }
    }
  }
  return SCENES.flatMap((scene) => results(scene, { times, rates }));
}

async function preparePair(
  name: string,
  options: {
    readonly source: BenchScreen | undefined;
    readonly destination: BenchScreen;
    readonly parts: AsyncDisposableStack;
  },
): Promise<Pair> {
  const { source, destination, parts } = options;
  if (source === undefined) throw new Error('a pair has a computer');
  const motion = parts.use(await MotionWindow.open(source.connection, MOVING));
  const window = new ColourWindow(source.connection, { area: PROBE, colour: 0 });
  const probe = { window, eye: destination.eye, place: LOOKED_AT, what: name };
  // The first flips show that the pair works, and are not counted.
  await measureFlips(4, probe);
  return { name, motion, flips: (count) => measureFlips(count, probe) };
}

async function measureScene(
  { motion, flips }: Pair,
  { scene, flips: count }: { readonly scene: Scene; readonly flips: number },
): Promise<{ readonly samples: readonly number[]; readonly rate: number }> {
  if (scene !== 'still') motion.play(scene === 'clip' ? 'clip' : 'scroll');
  await pause(SETTLE);
  const traffic = new LoopbackTraffic();
  const samples = await flips(count);
  const rate = traffic.rate();
  motion.stop();
  await pause(SETTLE / 2);
  return { samples, rate };
}

function results(
  scene: Scene,
  measured: {
    readonly times: ReadonlyMap<string, readonly number[]>;
    readonly rates: ReadonlyMap<string, readonly number[]>;
  },
): readonly CaseResult[] {
  const time = (name: string, goal: string | null) =>
    summarise({ case: name, unit: 'ms', goal, samples: measured.times.get(name) ?? [] });
  const rate = (name: string, goal: string | null) =>
    summarise({ case: `${name}-rate`, unit: 'kB/s', goal, samples: measured.rates.get(name) ?? [] });
  const [mine, theirs] = [`60fps-${scene}`, `vnc-${scene}`];
  const rival = time(theirs, null);
  const rivalRate = rate(theirs, null);
  const half = scene === 'clip' ? `p50 ≤ ${Number((rivalRate.p50 / 2).toPrecision(4))} kB/s, half of ${theirs}` : null;
  return [time(mine, `p50 ≤ 20, p95 ≤ ${rival.p95} ms, that of ${theirs}`), rival, rate(mine, half), rivalRate];
}
