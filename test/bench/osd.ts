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
import { type Bench, summarise } from './measurement.ts';

const sizes = [
  { case: '720p', width: 1280, height: 720, goal: 'p99 ≤ 16 ms' },
  { case: '1080p', width: 1920, height: 1080, goal: 'p99 ≤ 16 ms' },
  { case: '4k', width: 3840, height: 2160, goal: 'p99 ≤ 33 ms' },
] as const;

const ROUNDS = 60;

/** A key's way to the overlay: machine, scene, damage, paint, and the changed pixels read back for the plane. */
export const osdBench: Bench = {
  name: 'osd',
  about: 'key to overlay pixels, at 720p, 1080p and 4K',
  async run(say) {
    const results = [];
    for (const size of sizes) {
      say(`osd ${size.case} …`);
      // A warm-up: fonts register at their first use, and the first call of anything compiles it.
      measure(size);
      results.push(summarise({ case: size.case, unit: 'ms', goal: size.goal, samples: measure(size) }));
    }
    return results;
  },
};

interface Desk {
  state: OsdState;
  scene: Scene | null;
}

function measure(size: { readonly width: number; readonly height: number }): readonly number[] {
  const pixels = createScenePixels(createFontBook());
  const desk: Desk = { state: createOsd(instant(0)), scene: null };
  let now = 0;
  const feed = (input: OsdInput) => {
    desk.state = osdStep(desk.state, input).state;
    const before = desk.scene;
    desk.scene = presentOsd(desk.state, size);
    pixels(desk.scene, sceneDamage(before, desk.scene));
  };
  const at = (): Instant => {
    now += 40;
    return instant(now);
  };
  feed(signedIn(at()));
  feed({ type: 'open', function: 'connect', at: at() });
  feed({ type: 'list', page: listPage(0), at: at() });
  if (!osdCapturesKeys(desk.state)) {
    throw new Fault({ code: 'invariant-broken', message: 'the menu did not open: there is nothing to measure' });
  }

  const samples: number[] = [];
  const key = (pressed: Usage) => {
    const started = performance.now();
    feed({ type: 'key', key: pressed, pressed: true, held: new Set([pressed]), at: at() });
    samples.push(performance.now() - started);
    feed({ type: 'key', key: pressed, pressed: false, held: new Set(), at: at() });
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (let digit = 0; digit < 8; digit++) key(usage(Usages.Digit1 + ((round + digit) % 9)));
    for (let digit = 0; digit < 8; digit++) key(Usages.Backspace);
    key([Usages.F1, Usages.F2, Usages.F3][round % 3] ?? Usages.F1);
    feed({ type: 'list', page: listPage(round), at: at() });
    key(Usages.F4);
  }
  return samples;
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
