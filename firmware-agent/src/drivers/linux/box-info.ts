import { join } from 'node:path';
import type { BoxInfo } from '../box-info.ts';
import { linuxHealth } from './box-health.ts';
import type { Lamp } from './lamp.ts';
import { readText } from './system-file.ts';

export interface LinuxBoxInfoOptions {
  /** Where /proc and /sys are: `/` on a box. */
  readonly root: string;
  /** Null: the box has nothing to be found by, as any host. */
  readonly lamp: Lamp | null;
  readonly restart: () => void;
}

/** What the kernel tells of any machine: the model from the device tree or DMI, and how the machine feels. */
export function linuxBoxInfo({ root, lamp, restart }: LinuxBoxInfoOptions): BoxInfo {
  return {
    model: modelOf(root),
    lamp: lamp !== null,
    health: () => linuxHealth(root),
    identify: (on) => lamp?.blink(on),
    restart,
    [Symbol.asyncDispose]: async () => lamp?.blink(false),
  };
}

const UNKNOWN_MODEL = 'Linux';

/** What board makers leave in DMI when they fill nothing in. */
const PLACEHOLDER = /^(to be filled|default string|system product|not specified|none|o\.e\.m)/i;

function modelOf(root: string): string {
  const text = (path: string) => readText(join(root, path));
  // The device tree's strings end in a NUL.
  const board = text('proc/device-tree/model')?.replaceAll('\0', '').trim();
  if (board) return board;
  const named = ['sys/class/dmi/id/sys_vendor', 'sys/class/dmi/id/product_name']
    .map((path) => text(path)?.trim() ?? '')
    .filter((part) => part !== '' && !PLACEHOLDER.test(part));
  return named.length > 0 ? named.join(' ') : UNKNOWN_MODEL;
}
