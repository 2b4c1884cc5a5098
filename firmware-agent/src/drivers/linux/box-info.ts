import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BoxInfo } from '../box-info.ts';

export interface LinuxBoxInfoOptions {
  /** Where /proc and /sys are: `/` on a box. */
  readonly root: string;
  /** A host in general has nothing to be found by; what this program can do about it is its runner's to say. */
  readonly identify: () => void;
  readonly restart: () => void;
}

/** What the kernel tells of any machine: the model from the device tree or DMI, the temperature from its hottest zone. */
export function linuxBoxInfo({ root, identify, restart }: LinuxBoxInfoOptions): BoxInfo {
  return {
    model: modelOf(root),
    temperature: () => hottest(root),
    identify,
    restart,
    [Symbol.asyncDispose]: async () => undefined,
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

function hottest(root: string): number | null {
  const folder = join(root, 'sys/class/thermal');
  const degrees = zonesIn(folder)
    .map((zone) => readText(join(folder, zone, 'temp')))
    .filter((text) => text !== null && /^-?\d+\s*$/.test(text))
    .map((text) => Number(text) / 1000);
  return degrees.length > 0 ? Math.max(...degrees) : null;
}

function zonesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.startsWith('thermal_zone'));
  } catch {
    // A guest or a container has no thermal class: nothing measures it.
    return [];
  }
}

/** Null when there is no such file, or a sensor that sleeps refuses to be read (EAGAIN, ENODATA). */
function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
