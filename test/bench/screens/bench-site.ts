import { Usages } from '@seatmatrix/protocol/domain';
import { DesktopSite, OPERATOR } from '../../e2e/desktop/desktop-site.ts';
import { eventually } from '../../e2e/eventually.ts';
import { pause } from '../pace.ts';
import { type BenchScreen, openBenchScreen } from './bench-screen.ts';

export const RECEIVER = '5001';

/** Two taps of an earlier gesture must not count for the next one: milliseconds. */
const GESTURE_PAUSE = 700;

/**
 * A whole site as a user starts it: a manager, a transmitter for each computer and a receiver at a desk, all programs of
 * their own, each screen an X server; the operator is signed in by the keys of the desk.
 */
export interface BenchSite extends AsyncDisposable {
  readonly site: DesktopSite;
  readonly computers: readonly BenchScreen[];
  readonly desk: BenchScreen;
  /** Shows the computer (0 is the first) on the desk, by the OSD. Resolves when the route is live. */
  connect(computer: number): Promise<void>;
  /** Opens the OSD by its hotkey, and waits until it is on the screen. */
  openMenu(): Promise<void>;
  /** One computer more, with a transmitter that nobody has watched yet. */
  add(): Promise<BenchScreen>;
}

/** The lit key of the function Connect, and its colour on a full-HD screen: the menu is open where it is seen. */
const MENU_PLACE = { x: 558, y: 841 };
const MENU_COLOUR = 0xffe83d;

const transmitterId = (computer: number): string => String(computer + 1).padStart(4, '0');

export async function openBenchSite({ computers: count }: { readonly computers: number }): Promise<BenchSite> {
  await using parts = new AsyncDisposableStack();
  const site = parts.use(await DesktopSite.start());
  const computers: BenchScreen[] = [];
  const add = async (stack: AsyncDisposableStack) => {
    const screen = stack.use(await openBenchScreen());
    computers.push(screen);
    await site.agent(transmitterId(computers.length - 1), transmitterArguments(screen));
    return screen;
  };
  while (computers.length < count) await add(parts);
  const desk = parts.use(await openBenchScreen());
  await site.agent(RECEIVER, ['receiver', '--display', `x11://${desk.display}`]);
  await signIn(site, desk);
  const kept = parts.move();
  return {
    site,
    computers,
    desk,
    openMenu: () => openMenu(desk),
    add: () => add(kept),
    async connect(computer) {
      await openMenu(desk);
      await desk.type(`${computer + 1}\n`);
      await eventually(
        'the route is live',
        async () => {
          const route = await site.route(RECEIVER);
          return JSON.stringify(route?.status) === JSON.stringify({ type: 'live', picture: true });
        },
        { seen: () => site.said },
      );
      await closeMenu(desk);
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

const transmitterArguments = ({ display }: BenchScreen): readonly string[] => [
  'transmitter',
  ...['--capture', `x11://${display}`, '--gadget', `x11://${display}`],
];

async function signIn(site: DesktopSite, desk: BenchScreen): Promise<void> {
  await desk.type(`${OPERATOR.name}\t${OPERATOR.password}\n`);
  await eventually('the operator is signed in', async () => (await site.client.list('sessions')).length > 0, {
    seen: () => site.said,
  });
  // It opens by itself after the sign-in.
  await menuIs(desk, true);
}

/** Anew: what was typed into it before is gone. */
async function openMenu(desk: BenchScreen): Promise<void> {
  await closeMenu(desk);
  await pause(GESTURE_PAUSE);
  await desk.tap(Usages.LeftShift, Usages.LeftShift, Usages.O);
  await menuIs(desk, true);
}

async function closeMenu(desk: BenchScreen): Promise<void> {
  if ((await desk.eye.colour(MENU_PLACE)) === MENU_COLOUR) await desk.tap(Usages.Escape);
  await menuIs(desk, false);
}

async function menuIs(desk: BenchScreen, open: boolean): Promise<void> {
  const what = open ? 'the menu, which does not open,' : 'the menu, which does not close,';
  await desk.eye.until(MENU_PLACE, (colour) => (colour === MENU_COLOUR) === open, { what });
}
