import { watch } from 'node:fs';
import { type Clock, Fault, type Log } from '@seatmatrix/protocol/kernel';
import type { HidHost } from '../hid-host.ts';
import { holdDevice } from '../linux/device-hold.ts';
import { openHidFile } from './hid-file.ts';
import { HidrawHost } from './hidraw-host.ts';

export interface OpenHidrawHostOptions {
  /** What stands behind `hidraw:`; nothing does. */
  readonly url: string;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * `--keyboard hidraw:` — every keyboard, mouse, tablet and row of media keys that is plugged into the box. Throws
 * `configuration-invalid`, `driver-unavailable`, `device-denied`, `device-busy`.
 */
export async function openHidrawHost({ url, clock, log }: OpenHidrawHostOptions): Promise<HidHost> {
  if (url !== '') {
    throw new Fault({
      code: 'configuration-invalid',
      message: `--keyboard hidraw: takes all keyboards and mice, and nothing behind the colon ("${url}")`,
    });
  }
  return HidrawHost.start({
    root: '/',
    clock,
    log,
    openFile: openHidFile,
    hold: (device) => holdDevice(device, clock),
    watch: watchFolder,
  });
}

/** The devices are looked through by the clock as well, so a folder that cannot be watched costs a second. */
function watchFolder(folder: string, changed: () => void): Disposable | null {
  try {
    const watcher = watch(folder, changed);
    watcher.on('error', () => watcher.close());
    return { [Symbol.dispose]: () => watcher.close() };
  } catch {
    return null;
  }
}
