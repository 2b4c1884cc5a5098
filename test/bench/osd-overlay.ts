import { Usages, usage } from '@seatmatrix/protocol/domain';
import { Fault } from '@seatmatrix/protocol/kernel';
import { pause } from './pace.ts';
import type { BenchScreen } from './screens/bench-screen.ts';
import { openBenchSite } from './screens/bench-site.ts';
import type { Colour, Place } from './screens/screen-eye.ts';
import { requirePackages, SCREENS } from './screens/screen-programs.ts';

/** Where the menu's entry is on a full-HD screen, from before what is typed to behind it. */
const ENTRY = { x: 640, y: 630, width: 200, height: 60 } as const;

const KEY = usage(Usages.Digit1 + 7);

/** Keys before those that count. */
const WARM_UP = 20;

/** A hand that types fast: milliseconds, never in step with anything. */
const PAUSE = { least: 30, spread: 15 } as const;
const GOLDEN = 0.618_033_988_75;

/** A menu that has just opened still gets its list. */
const SETTLE = 1_000;

/**
 * A key pressed on the desk's X server, until the digit stands in the OSD's pixels on the same server: window, agent,
 * OSD, overlay. The picture of a computer lies under it.
 */
export async function measureOverlay(count: number, say: (line: string) => void): Promise<readonly number[]> {
  requirePackages('osd', SCREENS);
  say('osd x11-1080p: a manager, a transmitter and a receiver start …');
  await using site = await openBenchSite({ computers: 1 });
  const { desk } = site;
  await site.connect(0);
  await site.openMenu();
  await pause(SETTLE);
  const mark = await findMark(desk);
  say(`osd x11-1080p: ${count} keys …`);
  const samples: number[] = [];
  for (let turn = 0; turn < count + WARM_UP; turn++) {
    await pause(PAUSE.least + PAUSE.spread * ((turn * GOLDEN) % 1));
    const typed = turn % 2 === 0;
    const [key, wanted] = typed ? [KEY, mark.typed] : [Usages.Backspace, mark.empty];
    const pressed = desk.key(key, true);
    desk.key(key, false);
    const seen = await desk.eye.until(mark.place, (colour) => colour === wanted, { what: 'the entry of the OSD' });
    samples.push(seen - pressed);
  }
  return samples.slice(WARM_UP);
}

interface Mark {
  readonly place: Place;
  readonly empty: Colour;
  readonly typed: Colour;
}

/** A pixel of the digit that is none of the cursor's, wherever the font puts it: the strongest of those that differ. */
async function findMark(desk: BenchScreen): Promise<Mark> {
  const empty = await desk.eye.area(ENTRY);
  await desk.tap(KEY);
  await pause(SETTLE);
  const typed = await desk.eye.area(ENTRY);
  await desk.tap(Usages.Digit1);
  await pause(SETTLE);
  const more = await desk.eye.area(ENTRY);
  await desk.tap(Usages.Backspace, Usages.Backspace);
  await pause(SETTLE);
  let best = { at: -1, difference: 0 };
  for (const [at, colour] of typed.entries()) {
    // The cursor stands behind what is typed: only the digit itself stays when another one follows.
    if (colour !== more[at]) continue;
    const difference = Math.abs((colour & 0xff) - ((empty[at] ?? 0) & 0xff));
    if (difference > best.difference) best = { at, difference };
  }
  const [before, after] = [empty[best.at], typed[best.at]];
  if (before === undefined || after === undefined) {
    throw new Fault({ code: 'invariant-broken', message: 'nothing was typed into the OSD, or it stands elsewhere' });
  }
  const place = { x: ENTRY.x + (best.at % ENTRY.width), y: ENTRY.y + Math.floor(best.at / ENTRY.width) };
  return { place, empty: before, typed: after };
}
