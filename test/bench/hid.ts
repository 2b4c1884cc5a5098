import { once } from 'node:events';
import type { WebSocket } from 'ws';
import { dialBare, listenBare } from './bare-socket.ts';
import { measureChip } from './hid-chip.ts';
import { measureX11Computer } from './hid-computer.ts';
import { type HidDesk, openHidDesk } from './hid-desk.ts';
import { type Bench, type CaseResult, summarise } from './measurement.ts';
import { openLoop } from './pace.ts';

export interface HidSizes {
  /** Reports of each case. */
  readonly count: number;
  /** Reports a second. A hand at a keyboard makes 30, a mouse 125 to 1,000. */
  readonly rate: number;
  /** Reports before those that count: they compile what is on the way. */
  readonly warmUp: number;
}

export interface HidSuite {
  readonly link: HidSizes;
  /** Keys of a hand. */
  readonly computer: HidSizes;
  readonly chip: HidSizes;
}

const FULL: HidSuite = {
  link: { count: 6_000, rate: 500, warmUp: 1_000 },
  computer: { count: 800, rate: 100, warmUp: 200 },
  chip: { count: 1_000, rate: 100, warmUp: 100 },
};
const QUICK: HidSuite = {
  link: { count: 200, rate: 200, warmUp: 50 },
  computer: { count: 40, rate: 40, warmUp: 10 },
  chip: { count: 50, rate: 100, warmUp: 20 },
};

export const hidBench: Bench = {
  name: 'hid',
  about: "a desk's report to the computer's gadget, over a real peer link on loopback; X11; CH9329",
  quick: (say) => measureAllHid(QUICK, say),
  run: (say) => measureAllHid(FULL, say),
};

/** All ways of a key to a computer. */
async function measureAllHid(sizes: HidSuite, say: (line: string) => void): Promise<readonly CaseResult[]> {
  const link = await measureHid(sizes.link, say);
  const computer = await measureX11Computer(sizes.computer, say);
  const chip = await measureChip(sizes.chip, say);
  return [
    ...link,
    summarise({ case: 'x11-computer', unit: 'ms', goal: null, samples: computer }),
    summarise({ case: 'ch9329', unit: 'ms', goal: null, samples: chip }),
  ];
}

/** From the keyboard driver's event through router, peer link and key safety to the gadget's write. */
export async function measureHid(sizes: HidSizes, say: (line: string) => void): Promise<readonly CaseResult[]> {
  say('hid: a manager, a receiver and a transmitter start …');
  await using desk = await openHidDesk();
  const { count, rate, warmUp } = sizes;
  const measured = async (one: (number: number) => Promise<number>) =>
    (await openLoop({ count: count + warmUp, rate }, one)).slice(warmUp);
  say(`hid peer-link: ${count} reports, ${rate} a second …`);
  const linked = await measured(desk.report);
  say('hid ws-one-way: the same frames over a bare WebSocket with TLS …');
  const bare = await measureBare(desk, measured);
  return [
    summarise({ case: 'peer-link', unit: 'ms', goal: 'p50 ≤ 0.5, p99 ≤ 2 ms', samples: linked }),
    summarise({ case: 'ws-one-way', unit: 'ms', goal: null, samples: bare }),
  ];
}

async function measureBare(
  { frame, identity }: HidDesk,
  measured: (one: () => Promise<number>) => Promise<readonly number[]>,
): Promise<readonly number[]> {
  const accepted = Promise.withResolvers<WebSocket>();
  await using listener = await listenBare(identity, accepted.resolve);
  const socket = await dialBare(listener.port, identity);
  const arrivals: (() => void)[] = [];
  (await accepted.promise).on('message', () => arrivals.shift()?.());
  const samples = await measured(
    () =>
      new Promise((resolve) => {
        const started = performance.now();
        arrivals.push(() => resolve(performance.now() - started));
        socket.send(frame);
      }),
  );
  const closed = once(socket, 'close');
  socket.terminate();
  await closed;
  return samples;
}
