import { POINTER_MAX, type Usage } from '@seatmatrix/protocol/domain';
import { silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import type { HidGadgetBench } from '../../contract/index.ts';
import { openX11HidGadget, type X11HidGadget } from '../hid-gadget.ts';
import { evdevKeymap } from '../keymap.ts';
import { openLockLeds } from '../lock-leds.ts';
import { eventMask, openX11Connection, type X11Connection } from '../x11-connection.ts';
import { startXvfb } from './xvfb.ts';

/** A computer whose screen and keyboard are an Xvfb of its own, looked at by a second client. */
export async function openGadgetBench(): Promise<HidGadgetBench & { readonly gadget: X11HidGadget }> {
  await using parts = new AsyncDisposableStack();
  const xvfb = parts.use(await startXvfb());
  const eye = parts.use(await openX11Connection(xvfb.display, silentLog));
  const leds = await openLockLeds(eye, evdevKeymap);
  const saver = await eye.extension('screen-saver');
  saver?.SelectInput(eye.screen.root, 1);
  const turned = watchWheel(eye);
  await eye.sync();
  const gadget = parts.use(
    await openX11HidGadget({ url: `//${xvfb.display}`, clock: systemClock, log: silentLog, environment: {} }),
  );
  let [reading, plugged, jumped] = [true, true, false];
  let seen = await look(eye);
  const travelled = { dx: 0, dy: 0 };
  const settle = async () => {
    if (!plugged) return eye.gone.then(() => gadget.quiet());
    if (!reading) return;
    await eye.sync();
    await gadget.quiet();
    await eye.sync();
    const now = await look(eye);
    if (!jumped) {
      travelled.dx += now.x - seen.x;
      travelled.dy += now.y - seen.y;
    }
    [seen, jumped] = [now, false];
  };
  const { width, height } = eye.screen;
  const kept = parts.move();
  return {
    gadget,
    driver: {
      listen: (listener) => gadget.listen(listener),
      writeKeyboard: (report) => gadget.writeKeyboard(report),
      writeConsumer: (report) => gadget.writeConsumer(report),
      writeAbsolutePointer: (report) => {
        // X knows one pointer: what this one moves is nothing that the other travelled.
        jumped = true;
        gadget.writeAbsolutePointer(report);
      },
      writeRelativePointer: (report) => gadget.writeRelativePointer(report),
      [Symbol.asyncDispose]: () => gadget[Symbol.asyncDispose](),
    },
    capabilities: { consumer: true, tilt: true, places: height },
    settle,
    computer: {
      keys: () => seen.keys,
      buttons: () => seen.buttons,
      position: () => ({
        x: Math.round((seen.x / (width - 1)) * POINTER_MAX),
        y: Math.round((seen.y / (height - 1)) * POINTER_MAX),
      }),
      travelled: () => ({ ...travelled }),
      turned: () => ({ ...turned }),
      setLeds: (lit) => leds.write(lit),
      setState: (state) => {
        if (state === 'unplugged') {
          plugged = false;
          xvfb.child.kill('SIGKILL');
        } else {
          eye.client.ForceScreenSaver(state === 'asleep' ? 1 : 0);
        }
      },
      setReading: (wanted) => {
        reading = wanted;
        xvfb.child.kill(wanted ? 'SIGCONT' : 'SIGSTOP');
      },
    },
    [Symbol.asyncDispose]: async () => {
      xvfb.child.kill('SIGCONT');
      await kept.disposeAsync();
    },
  };
}

interface Seen {
  readonly keys: ReadonlySet<Usage>;
  readonly buttons: number;
  readonly x: number;
  readonly y: number;
}

async function look(eye: X11Connection): Promise<Seen> {
  const { client, screen } = eye;
  const keymap = await eye.ask<Buffer>((reply) => client.QueryKeymap(reply));
  const keys = new Set<Usage>();
  for (let keycode = 8; keycode < 256; keycode++) {
    const key = ((keymap[keycode >> 3] ?? 0) & (1 << (keycode & 7))) === 0 ? null : evdevKeymap.usageOf(keycode);
    if (key !== null) keys.add(key);
  }
  const pointer = await eye.ask<{ readonly rootX: number; readonly rootY: number; readonly keyMask: number }>((reply) =>
    client.QueryPointer(screen.root, reply),
  );
  // Bits 8 to 12 are X's buttons 1 to 5: left, middle, right, and the wheel.
  const [left, middle, right] = [8, 9, 10].map((bit) => (pointer.keyMask >> bit) & 1);
  const buttons = (left ?? 0) | ((right ?? 0) << 1) | ((middle ?? 0) << 2);
  return { keys, buttons, x: pointer.rootX, y: pointer.rootY };
}

/** Counts notches by the clicks that a window over the whole screen gets. */
function watchWheel({ client, screen, onEvent }: X11Connection): { wheel: number; tilt: number } {
  const turned = { wheel: 0, tilt: 0 };
  const window = client.AllocID();
  client.CreateWindow(window, screen.root, 0, 0, screen.width, screen.height, 0, 0, 1, 0, {
    overrideRedirect: true,
    eventMask: eventMask.ButtonPress ?? 0,
  });
  client.MapWindow(window);
  onEvent(({ name, keycode }) => {
    if (name !== 'ButtonPress') return;
    if (keycode === 4) turned.wheel++;
    if (keycode === 5) turned.wheel--;
    if (keycode === 6) turned.tilt--;
    if (keycode === 7) turned.tilt++;
  });
  return turned;
}
