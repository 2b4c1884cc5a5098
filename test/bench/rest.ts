import { type Bench, type CaseResult, summarise } from './measurement.ts';
import { pause } from './pace.ts';
import { type AgentProcesses, agentProcesses, memoryOf, processorTime } from './screens/agent-process.ts';
import type { BenchScreen } from './screens/bench-screen.ts';
import { openBenchSite } from './screens/bench-site.ts';
import { MotionWindow } from './screens/motion-window.ts';
import { rest } from './screens/screen-eye.ts';
import { requirePackages, SCREENS } from './screens/screen-programs.ts';

export interface RestSizes {
  /** Each so many milliseconds: processor time is counted by the system in hundredths of a second. */
  readonly windows: number;
  readonly window: number;
}

const FULL: RestSizes = { windows: 3, window: 5_000 };

export const restBench: Bench = {
  name: 'rest',
  about: "the agents' processor time and memory, at rest and at 1080p60 moving",
  quick: (say) => measureRest({ windows: 2, window: 1_500 }, say),
  run: (say) => measureRest(FULL, say),
};

/** After a switch, and after motion begins: milliseconds. */
const SETTLE = 3_000;

/** Of each window in which pictures are counted: milliseconds. */
const COUNTED = 2_000;

const CPU_GOAL = 'p50 ≤ 1 %';
const MEMORY_GOAL = 'max ≤ 120 MB';

/** The state from which `h264-warm` of the switch starts, and the same with the whole screen in motion. */
export async function measureRest(sizes: RestSizes, say: (line: string) => void): Promise<readonly CaseResult[]> {
  requirePackages('rest', SCREENS);
  say('rest: a manager, two transmitters and a receiver start …');
  await using site = await openBenchSite({ computers: 2 });
  await site.connect(0);
  await site.connect(1);
  await site.connect(0);
  const [watched, other] = site.computers;
  if (watched === undefined || other === undefined) throw new Error('the site has two computers');
  const agents = {
    'transmitter-watched': agentProcesses(watched.display),
    'transmitter-unwatched': agentProcesses(other.display),
    receiver: agentProcesses(site.desk.display),
  };
  await pause(SETTLE);
  say('rest: nothing moves …');
  const still = await measureAgents('rest', { agents, sizes, goals: true });
  const { width, height } = watched.connection.screen;
  const area = { x: 0, y: 0, width, height };
  await using motion = await MotionWindow.open(watched.connection, area, { rate: 60, clip: false });
  say('rest: the whole screen moves at 60 Hz …');
  motion.play('scroll');
  await pause(SETTLE);
  const busy = await measureAgents('moving', { agents, sizes, goals: false });
  const pictures = await countPictures(site.desk, sizes);
  return [...still, ...busy, summarise({ case: 'moving-pictures', unit: '1/s', goal: null, samples: pictures })];
}

/** Different pictures a second on the desk, by a column of its screen; looking costs processor time, so by itself. */
async function countPictures({ eye, connection }: BenchScreen, { windows }: RestSizes): Promise<readonly number[]> {
  const rates: number[] = [];
  const column = Math.floor(connection.screen.width / 3);
  for (let window = 0; window < windows; window++) {
    const started = performance.now();
    let pictures = 0;
    let last = '';
    while (performance.now() < started + COUNTED) {
      const now = (await eye.column(column)).join();
      if (now !== last) pictures++;
      last = now;
      rest();
    }
    rates.push((1000 * pictures) / (performance.now() - started));
  }
  return rates;
}

async function measureAgents(
  state: string,
  options: {
    readonly agents: Readonly<Record<string, AgentProcesses>>;
    readonly sizes: RestSizes;
    readonly goals: boolean;
  },
): Promise<readonly CaseResult[]> {
  const { sizes, goals } = options;
  const agents = Object.entries(options.agents);
  const used = new Map(agents.map(([name]) => [name, [] as Shares[]]));
  for (let window = 0; window < sizes.windows; window++) {
    const before = agents.map(([, processes]) => timesOf(processes));
    const started = performance.now();
    await pause(sizes.window);
    const passed = performance.now() - started;
    for (const [index, [name, processes]] of agents.entries()) {
      const [then, now] = [before[index] ?? { agent: 0, media: 0 }, timesOf(processes)];
      const share = (part: keyof Shares) => (100 * (now[part] - then[part])) / passed;
      used.get(name)?.push({ agent: share('agent'), media: share('media') });
    }
  }
  return agents.flatMap(([name, processes]) => {
    const shares = used.get(name) ?? [];
    const cpu = (part: string, goal: string | null, of: (shares: Shares) => number) =>
      summarise({ case: `${state}-${name}-cpu${part}`, unit: '%', goal, samples: shares.map(of) });
    return [
      cpu('', goals ? CPU_GOAL : null, ({ agent, media }) => agent + media),
      cpu('-agent', null, ({ agent }) => agent),
      cpu('-media', null, ({ media }) => media),
      ...memoryCases(`${state}-${name}`, { processes, goal: goals ? MEMORY_GOAL : null }),
    ];
  });
}

/** Milliseconds, or % of a core. */
interface Shares {
  readonly agent: number;
  readonly media: number;
}

const timesOf = ({ agent, media }: AgentProcesses): Shares => ({
  agent: processorTime(agent),
  media: media.reduce((sum, pid) => sum + processorTime(pid), 0),
});

/** Resident pages by process, and summed; and what the sum would be without pages that others share (PSS). */
function memoryCases(
  name: string,
  { processes, goal }: { readonly processes: AgentProcesses; readonly goal: string | null },
): readonly CaseResult[] {
  const agent = memoryOf(processes.agent);
  const media = processes.media.map(memoryOf);
  const all = [agent, ...media];
  const one = (part: string, amount: number, wanted: string | null = null) =>
    summarise({ case: `${name}-${part}`, unit: 'MB', goal: wanted, samples: [amount] });
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  return [
    one('rss', sum(all.map(({ resident }) => resident)), goal),
    one('rss-agent', agent.resident),
    one('rss-media', sum(media.map(({ resident }) => resident))),
    one('pss', sum(all.map(({ share }) => share))),
  ];
}
