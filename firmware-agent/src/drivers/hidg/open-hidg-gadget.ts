import type { Clock, Log } from '@seatmatrix/protocol/kernel';
import type { HidGadget } from '../hid-gadget.ts';
import { holdDevice } from '../linux/device-hold.ts';
import { findController, readController, wakeComputer } from './controller.ts';
import { establishGadget, unbindGadget } from './gadget-folder.ts';
import { openHidgFile } from './hidg-file.ts';
import { HidgGadget } from './hidg-gadget.ts';

export interface OpenHidgGadgetOptions {
  /** What stands behind `hidg:`: a USB device controller, or nothing for the only one. */
  readonly url: string;
  readonly clock: Clock;
  readonly log: Log;
}

const ROOT = '/';

/**
 * `--gadget hidg:[CONTROLLER]` — the box's USB device port as keyboard, pointers and consumer keys. The gadget stays on the
 * bus when the agent ends, with everything up: an agent that starts anew takes it over, and the computer notices nothing.
 * Throws `configuration-invalid`, `device-absent`, `device-denied`, `device-busy`, `driver-unavailable`.
 */
export async function openHidgGadget({ url, clock, log }: OpenHidgGadgetOptions): Promise<HidGadget> {
  const controller = findController({ root: ROOT, name: url });
  const hold = await holdDevice(`USB device controller ${controller}`, clock);
  try {
    const paths = establishGadget({ root: ROOT, controller });
    const files = new Map([...paths].map(([name, path]) => [name, openHidgFile(path)] as const));
    log.info('USB gadget', { controller });
    return new HidgGadget({
      files,
      readController: () => readController({ root: ROOT, controller }),
      wake: () => wakeComputer({ root: ROOT, controller }),
      unbind: () => unbindGadget(ROOT),
      hold,
      clock,
      log,
    });
  } catch (error) {
    await hold[Symbol.asyncDispose]();
    throw error;
  }
}
