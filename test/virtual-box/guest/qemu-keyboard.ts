import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { hostPort } from './host.ts';
import { textOf } from './sysfs.ts';

/** What QEMU's monitor plugs in. */
export const QEMU_KEYBOARD = { driver: 'usb-kbd', id: 'keyboard', bus: 'usb.0' };

/** Of each input device that the kernel made of a QEMU keyboard: whether it is kept from acting on it, `1` or `0`. */
export function qemuKeyboards(): readonly string[] {
  return readdirSync('/sys/class/input')
    .filter((name) => /^input\d+$/.test(name))
    .filter((name) => textOf(`/sys/class/input/${name}/name`).includes('QEMU USB Keyboard'))
    .map((name) => textOf(`/sys/class/input/${name}/inhibited`))
    .filter((inhibited) => inhibited !== '');
}

/** QEMU's keyboard keeps few events: each waits for the one before to be fetched. */
const PACE = 100;

/** Presses the keys in this order, by QEMU's names, and lets them go in the other. */
export async function typeKeys(keys: readonly string[]): Promise<void> {
  const edges = [
    ...keys.map((data) => ({ data, down: true })),
    ...keys.toReversed().map((data) => ({ data, down: false })),
  ];
  for (const { data, down } of edges) {
    const key = { type: 'qcode', data };
    await hostPort.ask('input-send-event', { events: [{ type: 'key', data: { down, key } }] });
    await wait(PACE);
  }
}
