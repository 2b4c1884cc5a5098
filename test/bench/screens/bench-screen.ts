import type { Usage } from '@seatmatrix/protocol/domain';
import { Usages } from '@seatmatrix/protocol/domain';
import { Fault, silentLog } from '@seatmatrix/protocol/kernel';
import { evdevKeymap } from '../../../firmware-agent/src/drivers/x11/keymap.ts';
import { startXvfb } from '../../../firmware-agent/src/drivers/x11/testing/xvfb.ts';
import { openX11Connection, type X11Connection } from '../../../firmware-agent/src/drivers/x11/x11-connection.ts';
import { keyFor } from '../../../hw-sim/src/physical/us-layout.ts';
import { pause } from '../pace.ts';
import { ScreenEye } from './screen-eye.ts';

const SIZE = { width: 1920, height: 1080 } as const;

const KEY_PRESS = 2;
const KEY_RELEASE = 3;

/** A hand that types fast. */
const KEY_PAUSE = 25;

/** A full-HD X server of its own, with an eye on its screen and a hand at its keyboard. */
export interface BenchScreen extends AsyncDisposable {
  readonly display: string;
  readonly connection: X11Connection;
  readonly eye: ScreenEye;
  /** Presses or lets go. Returns the time (of `performance.now`) before it was asked for. */
  key(key: Usage, pressed: boolean): number;
  tap(...keys: readonly Usage[]): Promise<void>;
  type(text: string): Promise<void>;
}

export async function openBenchScreen(): Promise<BenchScreen> {
  await using parts = new AsyncDisposableStack();
  const xvfb = parts.use(await startXvfb(SIZE));
  const connection = parts.use(await openX11Connection(xvfb.display, silentLog));
  const xtest = await connection.extension('xtest');
  if (xtest === null) throw new Fault({ code: 'driver-unavailable', message: 'Xvfb has no XTEST' });
  const key = (usage: Usage, pressed: boolean): number => {
    const keycode = evdevKeymap.keycodeOf(usage);
    if (keycode === null) throw new Fault({ code: 'invariant-broken', message: `X has no key ${usage}` });
    const asked = performance.now();
    xtest.FakeInput(pressed ? KEY_PRESS : KEY_RELEASE, keycode, 0, 0, 0, 0);
    return asked;
  };
  const tap = async (...keys: readonly Usage[]) => {
    for (const each of keys) {
      key(each, true);
      key(each, false);
      await pause(KEY_PAUSE);
    }
  };
  const type = async (text: string) => {
    for (const character of text) {
      const found = keyFor(character);
      if (found === null) throw new Fault({ code: 'invariant-broken', message: `no key writes ${character}` });
      if (found.shift) key(Usages.LeftShift, true);
      await tap(found.key);
      if (found.shift) key(Usages.LeftShift, false);
    }
  };
  const kept = parts.move();
  const screen = { display: xvfb.display, connection, eye: new ScreenEye(connection), key, tap, type };
  return { ...screen, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}
