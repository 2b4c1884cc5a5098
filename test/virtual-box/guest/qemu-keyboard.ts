import { readdirSync, readFileSync } from 'node:fs';

/** What QEMU's monitor plugs in. */
export const QEMU_KEYBOARD = { driver: 'usb-kbd', id: 'keyboard', bus: 'usb.0' };

/** Of each input device that the kernel made of a QEMU keyboard: whether it is kept from acting on it, `1` or `0`. */
export function qemuKeyboards(): readonly string[] {
  return readdirSync('/sys/class/input')
    .filter((name) => /^input\d+$/.test(name))
    .map((name) => `/sys/class/input/${name}`)
    .filter((folder) => readFileSync(`${folder}/name`, 'utf8').includes('QEMU USB Keyboard'))
    .map((folder) => readFileSync(`${folder}/inhibited`, 'utf8').trim());
}

/** Keys of QEMU's own names, for its monitor's `input-send-event`. */
export const keyEvents = (keys: readonly string[], down: boolean): object => ({
  events: keys.map((data) => ({ type: 'key', data: { down, key: { type: 'qcode', data } } })),
});
