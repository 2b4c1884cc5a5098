import type { Usage } from '@seatmatrix/protocol/domain';
import type { Log } from '@seatmatrix/protocol/kernel';
import { evdevCode, usageOfEvdevCode } from './evdev-codes.ts';
import type { X11Connection } from './x11-connection.ts';

/** Which key of an X server is which usage. It is about places on the keyboard: layouts and symbols play no part. */
export interface Keymap {
  /** Null where the server has no such key. */
  keycodeOf(key: Usage): number | null;
  usageOf(keycode: number): Usage | null;
}

/**
 * Servers with Linux's input devices, and Xvfb, use Linux's key codes and add 8. TigerVNC's and others use the PC/AT
 * scan codes, where the keys of the main block are the same and all others are found by the names that XKB gives them.
 */
export async function readKeymap(connection: X11Connection, log: Log): Promise<Keymap> {
  const xkb = await connection.extension('xkb');
  const names =
    xkb === null
      ? null
      : await connection.ask<Awaited<KeyNames>>((reply) => xkb.GetNames(USE_CORE_KEYBOARD, NAMES, reply));
  const model =
    names?.keycodesName === undefined
      ? 'evdev'
      : await connection.ask<string>((reply) => connection.client.GetAtomName(names.keycodesName ?? 0, reply));
  if (model.startsWith('evdev')) return evdevKeymap;
  log.info('the X server numbers keys otherwise than Linux: keys are found by their names', { keycodes: model });
  const first = names?.firstKey ?? 0;
  return keymapByName(new Map((names?.keyNames ?? []).map((name, index) => [name, first + index])));
}

type KeyNames = Promise<{
  readonly keycodesName?: number;
  readonly firstKey?: number;
  readonly keyNames?: readonly string[];
}>;

const EVDEV_OFFSET = 8;

export const evdevKeymap: Keymap = {
  keycodeOf: (key) => {
    const code = evdevCode(key);
    return code === null ? null : code + EVDEV_OFFSET;
  },
  usageOf: (keycode) => usageOfEvdevCode(keycode - EVDEV_OFFSET),
};

/** For servers with other codes: `places` is XKB's key names and their codes. */
export function keymapByName(places: ReadonlyMap<string, number>): Keymap {
  const keycodes = new Map<number, number>();
  for (let code = 1; code <= MAIN_BLOCK_END; code++) keycodes.set(code, code + EVDEV_OFFSET);
  for (const [name, code] of Object.entries(NAMES_OUTSIDE_MAIN_BLOCK)) {
    const keycode = places.get(name);
    if (keycode !== undefined) keycodes.set(code, keycode);
  }
  const codes = new Map([...keycodes].map(([code, keycode]) => [keycode, code]));
  return {
    keycodeOf: (key) => keycodes.get(evdevCode(key) ?? 0) ?? null,
    usageOf: (keycode) => usageOfEvdevCode(codes.get(keycode) ?? 0),
  };
}

const USE_CORE_KEYBOARD = 0x100;
/** XKB's name details: the key codes' own name, and each key's. */
const NAMES = 0x001 | 0x200;

/** Up to the dot of the number pad both kinds of codes are the keyboard's first PC/XT scan codes. */
const MAIN_BLOCK_END = 83;

/** XKB's names of keys, and Linux's codes of them. */
const NAMES_OUTSIDE_MAIN_BLOCK: Readonly<Record<string, number>> = {
  LSGT: 86,
  FK11: 87,
  FK12: 88,
  AB11: 89,
  HENK: 92,
  HKTG: 93,
  MUHE: 94,
  KPEN: 96,
  RCTL: 97,
  KPDV: 98,
  PRSC: 99,
  RALT: 100,
  HOME: 102,
  UP: 103,
  PGUP: 104,
  LEFT: 105,
  RGHT: 106,
  END: 107,
  DOWN: 108,
  PGDN: 109,
  INS: 110,
  DELE: 111,
  KPEQ: 117,
  PAUS: 119,
  HNGL: 122,
  HJCV: 123,
  AE13: 124,
  LWIN: 125,
  RWIN: 126,
  COMP: 127,
  MENU: 127,
};
