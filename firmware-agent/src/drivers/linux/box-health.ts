import { join } from 'node:path';
import type { BoxHealth } from '../box-info.ts';
import { worstTemperature } from './sensors.ts';
import { readText } from './system-file.ts';

/** What the kernel tells of any machine. `root`: where /proc and /sys are. Some twenty small reads, below a millisecond. */
export function linuxHealth(root: string): BoxHealth {
  const temperature = worstTemperature(root);
  return {
    temperature: temperature?.degrees ?? null,
    temperatureLimit: temperature?.limit ?? null,
    load: loadOf(root),
    memory: memoryOf(readText(join(root, 'proc/meminfo'))),
    uptime: firstNumber(readText(join(root, 'proc/uptime'))),
  };
}

function loadOf(root: string): number | null {
  const load = firstFraction(readText(join(root, 'proc/loadavg')));
  const processors = readText(join(root, 'proc/stat'))?.match(/^cpu\d+ /gm)?.length ?? 0;
  return load === null || processors === 0 ? null : load / processors;
}

/** MemAvailable is what programs can still have, files that are cached included (Linux 3.14). */
function memoryOf(text: string | null): BoxHealth['memory'] {
  const bytes = (name: string) => {
    const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text ?? '')?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  };
  const [total, available] = [bytes('MemTotal'), bytes('MemAvailable')];
  return total === null || available === null || available > total ? null : { used: total - available, total };
}

function firstFraction(text: string | null): number | null {
  const number = /^\d+(\.\d+)?/.exec(text ?? '')?.[0];
  return number === undefined ? null : Number(number);
}

function firstNumber(text: string | null): number | null {
  const number = firstFraction(text);
  return number === null ? null : Math.trunc(number);
}
