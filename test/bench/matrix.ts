import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '@seatmatrix/protocol/kernel';
import { BareBox } from './bare-exchange.ts';
import { bareIdentityOf } from './bare-socket.ts';
import type { Connected } from './light-box.ts';
import { forEach, makeSite, type SiteSize, startSite } from './light-site.ts';
import { throughput } from './load.ts';
import { ManagerChild } from './manager-child.ts';
import { type Bench, type CaseResult, summarise } from './measurement.ts';
import { openLoop } from './pace.ts';

export interface MatrixSizes extends SiteSize {
  /** Cases with the store as it is, and with slower ones. */
  readonly stores: readonly StoreCase[];
  readonly bare: Load;
}

/** `decide` asks so often, at a steady rate; `throughput` counts so many windows of so many milliseconds. */
interface Load {
  readonly connects: number;
  readonly rate: number;
  readonly windows: number;
  readonly window: number;
}

interface StoreCase extends Load {
  /** Milliseconds that every commit takes longer. */
  readonly delay: number;
  /** Behind the cases' names. */
  readonly suffix: string;
}

const LOAD: Load = { connects: 1_000, rate: 100, windows: 8, window: 1_000 };

const FULL: MatrixSizes = {
  receivers: 500,
  transmitters: 500,
  stores: [
    { ...LOAD, delay: 0, suffix: '' },
    { ...LOAD, delay: 5, suffix: '-5ms' },
    // A connect takes two commits, each behind another's: below 500 desks may be under way, and answers come in waves.
    { delay: 2_000, suffix: '-2s', connects: 300, rate: 50, windows: 4, window: 4_000 },
  ],
  bare: LOAD,
};

const QUICK: MatrixSizes = {
  receivers: 20,
  transmitters: 20,
  stores: [{ connects: 40, rate: 40, windows: 2, window: 300, delay: 0, suffix: '' }],
  bare: { connects: 40, rate: 40, windows: 2, window: 300 },
};

export const matrixBench: Bench = {
  name: 'matrix',
  about: 'connects decided by a manager with 1,000 boxes on mutual TLS, and how many a second',
  quick: (say) => measureMatrix(QUICK, say),
  run: (say) => measureMatrix(FULL, say),
};

/** The manager has a process of its own and its store on a real disk; all boxes are in this process. */
export async function measureMatrix(sizes: MatrixSizes, say: (line: string) => void): Promise<readonly CaseResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'seatmatrix-bench-'));
  try {
    say(`matrix: ${sizes.receivers + sizes.transmitters} boxes are made, adopted and connected …`);
    const made = await makeSite(sizes, folder);
    await using manager = new ManagerChild();
    const { boxes, bare } = await manager.ask<'begin'>({ type: 'begin', folder, seed: made.seed });
    await using site = await startSite(made, boxes);
    const desks = site.receivers.map((box, index) => connecting(box, { first: index, of: sizes.transmitters }));
    const results: CaseResult[] = [];
    for (const store of sizes.stores) {
      await manager.ask<'delay'>({ type: 'delay', milliseconds: store.delay });
      say(`matrix: connects, the store ${store.delay} ms slower …`);
      results.push(...(await measureDecide(desks, store)));
      results.push(...(await measureThroughput(desks, { store, manager })));
    }
    await manager.ask<'delay'>({ type: 'delay', milliseconds: 0 });
    say('matrix: bare WebSockets between the same processes …');
    await using opened = new AsyncDisposableStack();
    const sockets: BareBox[] = [];
    await forEach(made.receivers, async (identity) => {
      sockets.push(opened.use(await BareBox.dial(bare, bareIdentityOf(identity.credentials()))));
    });
    results.push(...(await measureBare(sockets, { load: sizes.bare, manager })));
    return results;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Desk = () => Promise<Connected>;

/** Connects to another transmitter every time: the same one again would be refused. */
function connecting(
  box: { connect(text: string): Promise<Connected> },
  { first, of: count }: { readonly first: number; readonly of: number },
): Desk {
  let source = first;
  return () => {
    source = (source + 1) % count;
    return box.connect(String(source + 1));
  };
}

async function measureDecide(desks: readonly Desk[], store: StoreCase): Promise<readonly CaseResult[]> {
  const { connects: count, rate, suffix, delay } = store;
  const connected = await openLoop({ count, rate }, (number) => ask(desks, number));
  const done = connected.filter(({ refusal }) => refusal === null);
  const goal = delay === 0 ? 'p50 ≤ 1, p99 ≤ 5 ms' : null;
  return [
    summarise({ case: `decide${suffix}`, unit: 'ms', goal, samples: done.map(({ answer }) => answer) }),
    summarise({
      case: `decide-plan${suffix}`,
      unit: 'ms',
      goal: null,
      samples: done.flatMap(({ plan }) => plan ?? []),
    }),
  ];
}

async function measureThroughput(
  desks: readonly Desk[],
  { store, manager }: { readonly store: StoreCase; readonly manager: ManagerChild },
): Promise<readonly CaseResult[]> {
  const { suffix, windows, window } = store;
  const cost = new Cost(manager);
  const rate = await throughput(`throughput${suffix}`, {
    ...{ desks: desks.length, windows, window, goal: '≥ 3,000 /s' },
    ask: async (desk) => (await ask(desks, desk)).refusal === null,
    counting: (counted) => cost.count(counted),
  });
  return [rate, ...cost.results(`cost${suffix}`)];
}

async function measureBare(
  sockets: readonly BareBox[],
  { load, manager }: { readonly load: Load; readonly manager: ManagerChild },
): Promise<readonly CaseResult[]> {
  const { connects: count, rate, windows, window } = load;
  const asks = { echo: sockets.map((each) => () => each.echo()), connect: sockets.map((each) => () => each.connect()) };
  const cost = new Cost(manager);
  const results: CaseResult[] = [];
  for (const [name, boxes] of Object.entries(asks)) {
    const samples = await openLoop({ count, rate }, (number) => ask(boxes, number));
    const closed = throughput(`ws-${name}-throughput`, {
      ...{ desks: boxes.length, windows, window, goal: null },
      ask: async (desk) => (await ask(boxes, desk)) > 0,
      counting: (counted) => cost.count(counted),
    });
    results.push(summarise({ case: `ws-${name}`, unit: 'ms', goal: null, samples }), await closed);
  }
  return [...results, ...cost.results('ws-connect-cost')];
}

function ask<Answer>(all: readonly (() => Promise<Answer>)[], number: number): Promise<Answer> {
  const one = all[number % all.length];
  if (one === undefined) throw new Fault({ code: 'invariant-broken', message: 'there is nobody to ask' });
  return one();
}

/** The manager's processor time for one connect, in milliseconds: of its event loop, and of all its threads. */
class Cost {
  readonly #manager: ManagerChild;
  #before = { loop: 0, all: 0 };
  #each = { loop: Number.NaN, all: Number.NaN };

  constructor(manager: ManagerChild) {
    this.#manager = manager;
  }

  async count(counted: number | null): Promise<void> {
    const now = await this.#manager.ask<'usage'>({ type: 'usage' });
    if (counted === null) this.#before = now;
    else {
      this.#each = { loop: (now.loop - this.#before.loop) / counted, all: (now.all - this.#before.all) / counted };
    }
  }

  results(name: string): readonly CaseResult[] {
    return [
      summarise({ case: `${name}-loop`, unit: 'ms', goal: null, samples: [this.#each.loop] }),
      summarise({ case: `${name}-all`, unit: 'ms', goal: null, samples: [this.#each.all] }),
    ];
  }
}
