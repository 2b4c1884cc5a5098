import { type KeyboardLeds, Usages } from '@seatmatrix/protocol/domain';
import type { Keymap } from './keymap.ts';
import type { X11Connection, XExtensions } from './x11-connection.ts';

/** The three LEDs of an X server's keyboard. */
export interface LockLeds {
  read(): Promise<KeyboardLeds>;
  /** Caps Lock and Num Lock are lit by locking their modifiers: X lights them for nothing else. */
  write(leds: KeyboardLeds): void;
}

/** Which indicator is which is asked of the server; 1, 2, 3 are Caps, Num and Scroll Lock on all that were seen. */
export async function openLockLeds(connection: X11Connection, keymap: Keymap): Promise<LockLeds> {
  const { client } = connection;
  const xkb = await connection.extension('xkb');
  const bits = await indicatorBits(connection, xkb);
  const numLock = await modifierOf(connection, keymap.keycodeOf(Usages.NumLock));
  // LEDs 1 to 32 of the core protocol are the indicators' bits.
  const light = (bit: number, lit: boolean) => client.ChangeKeyboardControl({ led: bit + 1, ledMode: lit ? 1 : 0 });
  return {
    async read() {
      const { ledMask } = await connection.ask<{ readonly ledMask: number }>((reply) =>
        client.GetKeyboardControl(reply),
      );
      const lit = (bit: number) => ((ledMask >>> bit) & 1) === 1;
      return { numLock: lit(bits.numLock), capsLock: lit(bits.capsLock), scrollLock: lit(bits.scrollLock) };
    },
    write(leds) {
      const locks = (leds.capsLock ? LOCK : 0) | (leds.numLock ? numLock : 0);
      if (xkb === null) {
        light(bits.capsLock, leds.capsLock);
        light(bits.numLock, leds.numLock);
      } else {
        xkb.LatchLockState(USE_CORE_KEYBOARD, LOCK | numLock, locks, 0, 0, 0, 0, 0, 0);
      }
      light(bits.scrollLock, leds.scrollLock);
    },
  };
}

/** Sends an event to `connection` whenever an indicator or a lock changes. */
export async function watchLocks(connection: X11Connection): Promise<void> {
  const xkb = await connection.extension('xkb');
  xkb?.SelectEvents(USE_CORE_KEYBOARD, INDICATOR_STATE, 0, INDICATOR_STATE, 0, 0);
}

export const sameLeds = (one: KeyboardLeds, other: KeyboardLeds): boolean =>
  one.numLock === other.numLock && one.capsLock === other.capsLock && one.scrollLock === other.scrollLock;

const USE_CORE_KEYBOARD = 0x100;
const INDICATOR_STATE = 1 << 4;
const INDICATOR_NAMES = 1 << 8;
/** The core protocol's modifier of Caps Lock. */
const LOCK = 1 << 1;

type IndicatorBits = Readonly<Record<keyof KeyboardLeds, number>>;

const names: Readonly<Record<string, keyof KeyboardLeds>> = {
  'Caps Lock': 'capsLock',
  'Num Lock': 'numLock',
  'Scroll Lock': 'scrollLock',
};

async function indicatorBits(connection: X11Connection, xkb: XExtensions['xkb'] | null): Promise<IndicatorBits> {
  const bits: Record<keyof KeyboardLeds, number> = { capsLock: 0, numLock: 1, scrollLock: 2 };
  if (xkb === null) return bits;
  const { indicators, indicatorNames = [] } = await connection.ask<{
    readonly indicators: number;
    readonly indicatorNames?: readonly number[];
  }>((reply) => xkb.GetNames(USE_CORE_KEYBOARD, INDICATOR_NAMES, reply));
  let next = 0;
  for (let bit = 0; bit < 32; bit++) {
    if (((indicators >>> bit) & 1) === 0) continue;
    const atom = indicatorNames[next++] ?? 0;
    const name = await connection.ask<string>((reply) => connection.client.GetAtomName(atom, reply));
    const led = names[name];
    if (led !== undefined) bits[led] = bit;
  }
  return bits;
}

/** The modifier that a key belongs to, as a mask; 0 for none. */
async function modifierOf({ ask, client }: X11Connection, keycode: number | null): Promise<number> {
  const rows = await ask<readonly (readonly number[])[]>((reply) => client.GetModifierMapping(reply));
  const index = rows.findIndex((row) => keycode !== null && row.includes(keycode));
  return index < 0 ? 0 : 1 << index;
}
