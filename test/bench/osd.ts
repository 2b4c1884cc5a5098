import { setImmediate as turn } from 'node:timers/promises';
import {
  createOsd,
  type OsdInput,
  type OsdState,
  osdCapturesKeys,
  osdStep,
  presentOsd,
  type Scene,
  sceneDamage,
} from '@seatmatrix/osd';
import { createFontBook, createScenePixels } from '@seatmatrix/osd/node';
import { type ListPage, type Usage, Usages, usage } from '@seatmatrix/protocol/domain';
import { Fault, type Instant, instant } from '@seatmatrix/protocol/kernel';
import { type Bench, type CaseResult, summarise } from './measurement.ts';
import { measureOverlay } from './osd-overlay.ts';

const sizes = [
  { case: '720p', width: 1280, height: 720, goal: 'p99 ≤ 16 ms' },
  { case: '1080p', width: 1920, height: 1080, goal: 'p99 ≤ 16 ms' },
  { case: '4k', width: 3840, height: 2160, goal: 'p99 ≤ 33 ms' },
] as const;

const ROUNDS = 60;

/** On the X server. */
const KEYS = 300;

/** A key's way to the overlay: machine, scene, damage, paint, and the changed pixels read back for the plane. */
export const osdBench: Bench = {
  name: 'osd',
  about: "key to overlay pixels, at 720p, 1080p and 4K, and on an X server's screen",
  quick: (say) => measureAllOsd({ rounds: 4, keys: 20 }, say),
  run: (say) => measureAllOsd({ rounds: ROUNDS, keys: KEYS }, say),
};

async function measureAllOsd(
  { rounds, keys }: { readonly rounds: number; readonly keys: number },
  say: (line: string) => void,
): Promise<readonly CaseResult[]> {
  const painted = await measureOsd(rounds, say);
  const shown = await measureOverlay(keys, say);
  return [...painted, summarise({ case: 'x11-1080p', unit: 'ms', goal: 'p99 ≤ 16 ms', samples: shown })];
}

/** A round is 18 keys in the open menu, and one that opens it. */
export async function measureOsd(rounds: number, say: (line: string) => void): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = [];
  for (const { case: name, goal, ...size } of sizes) {
    say(`osd ${name} …`);
    // A warm-up: the first call of anything compiles it.
    await measure(size, Math.ceil(rounds / 4));
    const { keys, openings, first } = await measure(size, rounds);
    results.push(
      summarise({ case: name, unit: 'ms', goal, samples: keys }),
      summarise({ case: `${name}-open`, unit: 'ms', goal: null, samples: openings }),
      summarise({ case: `${name}-first-open`, unit: 'ms', goal: null, samples: first }),
    );
  }
  return results;
}

interface Samples {
  /** Keys in the open menu: what is typed, deleted, and the change to another function with its list. */
  readonly keys: readonly number[];
  /** The whole menu, where nothing was. */
  readonly openings: readonly number[];
  /** The first of these: fonts are read when a text needs them. */
  readonly first: readonly number[];
}

interface Desk {
  state: OsdState;
  scene: Scene | null;
}

async function measure(size: { readonly width: number; readonly height: number }, rounds: number): Promise<Samples> {
  const pixels = createScenePixels(createFontBook());
  const desk: Desk = { state: createOsd(instant(0)), scene: null };
  let now = 0;
  /** Gives the milliseconds. */
  const feed = (input: OsdInput): number => {
    const started = performance.now();
    desk.state = osdStep(desk.state, input).state;
    const before = desk.scene;
    desk.scene = presentOsd(desk.state, size);
    pixels(desk.scene, sceneDamage(before, desk.scene));
    return performance.now() - started;
  };
  const at = (): Instant => {
    now += 40;
    return instant(now);
  };
  const key = async (pressed: Usage): Promise<number> => {
    // As with the keys of a hand: what a native library leaves for between two turns is done there.
    await turn();
    const passed = feed({ type: 'key', key: pressed, pressed: true, held: new Set([pressed]), at: at() });
    feed({ type: 'key', key: pressed, pressed: false, held: new Set(), at: at() });
    return passed;
  };
  feed(signedIn(at()));
  const keys: number[] = [];
  const openings: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await turn();
    openings.push(feed({ type: 'open', function: 'connect', at: at() }));
    feed({ type: 'list', page: listPage(0), at: at() });
    if (!osdCapturesKeys(desk.state)) {
      throw new Fault({ code: 'invariant-broken', message: 'the menu did not open: there is nothing to measure' });
    }
    for (let digit = 0; digit < 8; digit++) keys.push(await key(usage(Usages.Digit1 + ((round + digit) % 9))));
    for (let digit = 0; digit < 8; digit++) keys.push(await key(Usages.Backspace));
    keys.push(await key([Usages.F2, Usages.F3][round % 2] ?? Usages.F2));
    feed({ type: 'list', page: listPage(1 + (round % 2)), at: at() });
    keys.push(await key(Usages.F4));
    await key(Usages.Escape);
    if (osdCapturesKeys(desk.state)) {
      throw new Fault({ code: 'invariant-broken', message: 'the menu did not close: nothing opens it' });
    }
  }
  return { keys, openings: openings.slice(1), first: openings.slice(0, 1) };
}

function signedIn(at: Instant): OsdInput {
  return {
    type: 'situation',
    at,
    situation: {
      version: '1.0.0',
      device: { id: '5004', name: '调度一席', receiverKind: 'desk' },
      carrier: true,
      manager: 'live',
      pending: null,
      operator: 'hxfj',
      focused: true,
      display: { number: 1, count: 1 },
      source: { id: '0001', name: '电力调度主机', picture: 'live', mode: 'shared' },
    },
  };
}

function listPage(round: number): ListPage {
  const names = [
    '电力调度主机',
    '城市运行中心',
    '应急指挥',
    '视频会议',
    '气象云图',
    '交通监控',
    'EMS 工作站',
    'SCADA 前置机',
  ];
  return {
    function: (['connect', 'push', 'fetch'] as const)[round % 3] ?? 'connect',
    page: 0,
    pages: 5,
    total: 40,
    rows: names.map((name, index) => ({
      id: String(1 + index + ((round * 8) % 40)).padStart(4, '0'),
      name,
      state: (['online', 'connected', 'offline'] as const)[(index + round) % 3] ?? 'online',
    })),
  };
}
