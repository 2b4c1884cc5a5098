import { type Usage, usage } from '@seatmatrix/protocol/domain';
import { Fault, seconds } from '@seatmatrix/protocol/kernel';
import { evdevKeymap } from '../../firmware-agent/src/drivers/x11/keymap.ts';
import { eventMask, type X11Connection } from '../../firmware-agent/src/drivers/x11/x11-connection.ts';
import type { HidSizes } from './hid.ts';
import { openLoop, pause, until } from './pace.ts';
import { openBenchSite } from './screens/bench-site.ts';
import { requirePackages, SCREENS } from './screens/screen-programs.ts';

/** F13: no program, no desktop and no hotkey makes anything of it. */
const FIRST_KEY = 0x68;
const KEYS = 6;

const INPUT_OUTPUT = 1;
const REVERT_TO_PARENT = 1;

/** The menu says for so long that it worked, and has the keys until then: milliseconds. */
const MENU_CLOSES = seconds(10);

/**
 * A key pressed on the desk's X server as a hand presses it, until a program on the computer's X server has its event:
 * window, agent, peer link, agent and XTEST between them, all programs of their own.
 */
export async function measureX11Computer(sizes: HidSizes, say: (line: string) => void): Promise<readonly number[]> {
  requirePackages('hid', SCREENS);
  say('hid x11-computer: a manager, a transmitter and a receiver start …');
  await using site = await openBenchSite({ computers: 1 });
  const [computer] = site.computers;
  if (computer === undefined) throw new Fault({ code: 'invariant-broken', message: 'the site has a computer' });
  const typed = openTypist(computer.connection);
  await site.connect(0);
  const { desk } = site;
  await until(
    () => {
      desk.key(usage(FIRST_KEY), true);
      desk.key(usage(FIRST_KEY), false);
      return typed.seen > 0;
    },
    { what: 'the menu to leave the keys to the computer', within: MENU_CLOSES },
  );
  await pause(500);
  const { count, rate, warmUp } = sizes;
  say(`hid x11-computer: ${count} keys, ${rate} a second …`);
  const samples = await openLoop({ count: count + warmUp, rate }, (number) => {
    const key = usage(FIRST_KEY + (Math.floor(number / 2) % KEYS));
    const pressed = number % 2 === 0;
    return typed.next({ key, pressed }, () => desk.key(key, pressed));
  });
  return samples.slice(warmUp);
}

/** A program with the keyboard of the computer, and the time at which each of its events came. */
function openTypist({ client, screen, onEvent }: X11Connection) {
  const window = client.AllocID();
  const mask = (eventMask.KeyPress ?? 0) | (eventMask.KeyRelease ?? 0);
  client.CreateWindow(window, screen.root, 0, 0, 100, 100, 0, 0, INPUT_OUTPUT, 0, {
    overrideRedirect: true,
    eventMask: mask,
  });
  client.MapWindow(window);
  client.SetInputFocus(window, REVERT_TO_PARENT);
  const waiting: { readonly keycode: number; readonly name: string; readonly came: () => void }[] = [];
  const typed = { seen: 0 };
  onEvent(({ name, keycode }) => {
    if (name !== 'KeyPress' && name !== 'KeyRelease') return;
    typed.seen++;
    const next = waiting[0];
    if (next === undefined || next.keycode !== keycode || next.name !== name) return;
    waiting.shift();
    next.came();
  });
  return {
    get seen() {
      return typed.seen;
    },
    /** The milliseconds from the press to the event. Keys arrive in the order in which they were pressed. */
    next({ key, pressed }: { readonly key: Usage; readonly pressed: boolean }, press: () => number): Promise<number> {
      return new Promise((resolve, reject) => {
        const asked = press();
        const lost = () =>
          reject(new Fault({ code: 'deadline-passed', message: `key ${key} did not reach the computer` }));
        const limit = setTimeout(lost, seconds(5));
        const came = () => {
          clearTimeout(limit);
          resolve(performance.now() - asked);
        };
        const keycode = evdevKeymap.keycodeOf(key) ?? 0;
        waiting.push({ keycode, name: pressed ? 'KeyPress' : 'KeyRelease', came });
      });
    },
  };
}
