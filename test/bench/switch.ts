import { Usages } from '@seatmatrix/protocol/domain';
import { Fault } from '@seatmatrix/protocol/kernel';
import { type Bench, type CaseResult, summarise } from './measurement.ts';
import { pause } from './pace.ts';
import { agentProcesses } from './screens/agent-process.ts';
import type { BenchScreen } from './screens/bench-screen.ts';
import { type BenchSite, openBenchSite } from './screens/bench-site.ts';
import { ColourWindow } from './screens/colour-window.ts';
import { MotionWindow } from './screens/motion-window.ts';
import { type Colour, isNear, rest } from './screens/screen-eye.ts';
import { requirePackages, SCREENS } from './screens/screen-programs.ts';

export interface SwitchSizes {
  /** Between two sources that both have been seen before. */
  readonly warm: number;
  /** To a source whose transmitter nobody has watched since it started. */
  readonly cold: number;
  /** To a source that plays a clip. */
  readonly moving: number;
}

const FULL: SwitchSizes = { warm: 32, cold: 5, moving: 12 };

export const switchBench: Bench = {
  name: 'switch',
  about: 'Enter in the OSD to the new source on the screen, 1080p60, manager included',
  quick: (say) => measureSwitch({ warm: 6, cold: 1, moving: 2 }, say),
  run: (say) => measureSwitch(FULL, say),
};

/** What each computer shows, in a colour of its own. */
const COLOURS: readonly Colour[] = [0x8a3a2a, 0x2a4f8f, 0x3f7a33, 0x7a6a2a, 0x6a3a7a, 0x2a7a7a, 0x9a5a6a, 0x5a5a9a];

/** Left of the OSD and of whatever moves. */
const COLUMN = 40;
const MOVING = { x: 600, y: 330, width: 1280, height: 720 } as const;

/** Far more than any switch takes. */
const LIMIT = 20_000;

/** The screen is still looked at for so long after the new picture: nothing may come behind it. */
const AFTERMATH = 200;

/** A hand looks at what it typed before it presses Enter, and at what came of it. */
const LOOK = 150;

/** A transmitter that has just come is given the time to have nothing else to do. */
const COLD_PAUSE = 1_500;

interface Switched {
  /** From the press of Enter. */
  readonly time: number;
  /** Looks at the screen, and those that saw neither the old picture nor the new one. */
  readonly looks: number;
  readonly strange: number;
}

/** A site of programs, keys by XTEST, eyes on the pixels. */
export async function measureSwitch(sizes: SwitchSizes, say: (line: string) => void): Promise<readonly CaseResult[]> {
  requirePackages('switch', SCREENS);
  say('switch: a manager, two transmitters and a receiver start …');
  await using parts = new AsyncDisposableStack();
  const site = parts.use(await openBenchSite({ computers: 2 }));
  for (const [index, computer] of site.computers.entries()) paintWhole(computer, index);
  await site.connect(0);
  await switchTo(site, { from: 0, to: 1 });
  await switchTo(site, { from: 1, to: 0 });
  say(`switch h264-warm: ${sizes.warm} switches …`);
  const warm: Switched[] = [];
  for (let turn = 0; turn < sizes.warm; turn++) {
    warm.push(await switchTo(site, turn % 2 === 0 ? { from: 0, to: 1 } : { from: 1, to: 0 }));
  }
  let shown = sizes.warm % 2;
  if (shown === 1) await switchTo(site, { from: 1, to: 0 });
  say(`switch h264-moving-source: ${sizes.moving} switches …`);
  const moving = await measureMoving(site, { count: sizes.moving, parts });
  say(`switch h264-cold: ${sizes.cold} transmitters start …`);
  const cold: Switched[] = [];
  shown = 0;
  for (let turn = 0; turn < sizes.cold; turn++) {
    const next = site.computers.length;
    paintWhole(await site.add(), next);
    await pause(COLD_PAUSE);
    cold.push(await switchTo(site, { from: shown, to: next }));
    // Those that were seen have no part in what follows.
    if (shown !== 0) process.kill(agentProcesses(computerOf(site, shown).display).agent, 'SIGTERM');
    shown = next;
  }
  const times = (switched: readonly Switched[]) => switched.map(({ time }) => time);
  const all = [...warm, ...moving, ...cold];
  return [
    summarise({ case: 'h264-warm', unit: 'ms', goal: 'p50 ≤ 45, p95 ≤ 80 ms', samples: times(warm) }),
    summarise({ case: 'h264-moving-source', unit: 'ms', goal: null, samples: times(moving) }),
    summarise({ case: 'h264-cold', unit: 'ms', goal: null, samples: times(cold) }),
    summarise({ case: 'black_frames', unit: 'samples', goal: 'max = 0', samples: all.map(({ strange }) => strange) }),
    summarise({ case: 'looks', unit: 'samples', goal: null, samples: all.map(({ looks }) => looks) }),
  ];
}

async function measureMoving(
  site: BenchSite,
  { count, parts }: { readonly count: number; readonly parts: AsyncDisposableStack },
): Promise<readonly Switched[]> {
  const motion = parts.use(await MotionWindow.open(computerOf(site, 1).connection, MOVING));
  motion.play('clip');
  const switched: Switched[] = [];
  for (let turn = 0; turn < count; turn++) {
    switched.push(await switchTo(site, { from: 0, to: 1 }));
    await switchTo(site, { from: 1, to: 0 });
  }
  motion.stop();
  return switched;
}

async function switchTo(
  site: BenchSite,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Switched> {
  const { desk } = site;
  await site.openMenu();
  await desk.type(String(to + 1));
  await pause(LOOK);
  const [old, wanted] = [colourOf(from), colourOf(to)];
  const pressed = desk.key(Usages.Enter, true);
  desk.key(Usages.Enter, false);
  let [looks, strange] = [0, 0];
  let seen: number | null = null;
  for (;;) {
    const column = await desk.eye.column(COLUMN);
    const now = performance.now();
    looks++;
    const isNew = column.every((colour) => isNear(colour, wanted));
    if (isNew) seen ??= now;
    else if (seen !== null || !column.every((colour) => isNear(colour, old))) strange++;
    if (seen !== null && now > seen + AFTERMATH) break;
    if (seen === null && now > pressed + LIMIT) {
      const message = `computer ${to + 1} was not on the screen ${LIMIT} ms after Enter\n${site.site.said}`;
      throw new Fault({ code: 'deadline-passed', message });
    }
    rest();
  }
  await pause(LOOK);
  return { time: seen - pressed, looks, strange };
}

function paintWhole(computer: BenchScreen, index: number): void {
  const { width, height } = computer.connection.screen;
  void new ColourWindow(computer.connection, { area: { x: 0, y: 0, width, height }, colour: colourOf(index) });
}

const colourOf = (computer: number): Colour => COLOURS[computer % COLOURS.length] ?? 0;

function computerOf({ computers }: BenchSite, index: number): BenchScreen {
  const computer = computers[index];
  if (computer === undefined) throw new Fault({ code: 'invariant-broken', message: `there is no computer ${index}` });
  return computer;
}
