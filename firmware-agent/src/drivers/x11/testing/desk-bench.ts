import type { Usage } from '@seatmatrix/protocol/domain';
import { silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import type { WindowHidHostBench } from '../../contract/index.ts';
import type { HidHost } from '../../hid-host.ts';
import { openX11Desk, type X11Desk } from '../desk.ts';
import { evdevKeymap } from '../keymap.ts';
import { openLockLeds } from '../lock-leds.ts';
import { openX11Connection, type X11Connection } from '../x11-connection.ts';
import { eventually, startXvfb, type Xvfb } from './xvfb.ts';

export interface DeskBench extends WindowHidHostBench {
  readonly desk: X11Desk;
  readonly hand: X11Connection;
  readonly xvfb: Xvfb;
}

/**
 * A desk on an Xvfb of its own, where a second client has the hand at keyboard and mouse. `before` prepares the desktop.
 */
export async function openDeskBench(
  query = '',
  before: (desktop: { readonly display: string; readonly hand: X11Connection }) => Promise<void> = async () =>
    undefined,
): Promise<DeskBench> {
  await using parts = new AsyncDisposableStack();
  const xvfb = parts.use(await startXvfb({ width: 1280, height: 720 }));
  const hand = parts.use(await openX11Connection(xvfb.display, silentLog));
  const xtest = await hand.extension('xtest');
  const lights = await openLockLeds(hand, evdevKeymap);
  const other = hand.client.AllocID();
  hand.client.CreateWindow(other, hand.screen.root, 0, 0, 10, 10, 0, 0, 1, 0, { overrideRedirect: true });
  hand.client.MapWindow(other);
  await hand.sync();
  await before({ display: xvfb.display, hand });
  const desk = parts.use(
    await openX11Desk({
      url: `//${xvfb.display}${query}`,
      clock: systemClock,
      log: silentLog,
      environment: {},
    }),
  );
  const host: HidHost = parts.use(await desk.hidHost());
  await eventually(async () => {
    await desk.window.connection.sync();
    if (!desk.window.focused) throw new Error('the desk has no focus');
  });
  const fake = (type: number, detail: number, place = { x: 0, y: 0 }) =>
    xtest?.FakeInput(type, detail, 0, 0, place.x, place.y);
  let shown = await lights.read();
  const click = (button: number) => {
    fake(4, button);
    fake(5, button);
  };
  const size = () => desk.window.size;
  const kept = parts.move();
  return {
    desk,
    hand,
    xvfb,
    driver: host,
    press: (key: Usage) => fake(2, evdevKeymap.keycodeOf(key) ?? 0),
    release: (key: Usage) => fake(3, evdevKeymap.keycodeOf(key) ?? 0),
    point: ({ x, y }) => fake(6, 0, { x: Math.round(x * (size().width - 1)), y: Math.round(y * (size().height - 1)) }),
    button: (bit, pressed) => fake(pressed ? 4 : 5, [1, 3, 2, 8, 9][bit] ?? 0),
    turn: ({ wheel, tilt }) => {
      for (let notch = 0; notch < Math.abs(wheel); notch++) click(wheel > 0 ? 4 : 5);
      for (let notch = 0; notch < Math.abs(tilt); notch++) click(tilt > 0 ? 7 : 6);
    },
    leds: () => shown,
    focus: (here) => hand.client.SetInputFocus(here ? desk.window.xid : other, 1),
    settle: async () => {
      // What the hand did, what the desk did for it, and what followed from that.
      for (let turn = 0; turn < 4; turn++) {
        await hand.sync();
        await desk.window.connection.sync();
      }
      shown = await lights.read();
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}
