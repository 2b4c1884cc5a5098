import { once } from 'node:events';
import type { WebSocket } from 'ws';
import { dialBare, listenBare } from './bare-socket.ts';
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

const FULL: HidSizes = { count: 10_000, rate: 500, warmUp: 2_000 };
const QUICK: HidSizes = { count: 200, rate: 200, warmUp: 50 };

export const hidBench: Bench = {
  name: 'hid',
  about: "a desk's report to the computer's gadget, over a real peer link on loopback",
  quick: (say) => measureHid(QUICK, say),
  run: (say) => measureHid(FULL, say),
};

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
