import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '@seatmatrix/protocol/kernel';

const CLASS = 'sys/class/udc';

/**
 * The USB device controller that was named, or the only one. Throws `device-absent` where there is none, and
 * `configuration-invalid` where one has to be named.
 */
export function findController({ root, name }: { readonly root: string; readonly name: string }): string {
  const found = controllersIn(root);
  if (found.length === 0) {
    throw new Fault({
      code: 'device-absent',
      message: `--gadget hidg: this box has no USB device controller (/${CLASS} is empty; see docs/box-builders.md)`,
    });
  }
  if (name !== '') {
    if (found.includes(name)) return name;
    throw new Fault({
      code: 'device-absent',
      message: `--gadget hidg:${name}: there is no such USB device controller; there is ${found.join(' and ')}`,
      context: { device: name },
    });
  }
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  throw new Fault({
    code: 'configuration-invalid',
    message: `--gadget hidg: says not which of ${found.join(' and ')} (--gadget hidg:${found[0]})`,
  });
}

/** What the kernel tells of the bus. */
export interface ControllerState {
  /** `configured`, `suspended`, `not attached`, … (Linux, drivers/usb/common/common.c); null when it cannot be read. */
  readonly state: string | null;
  /** The gadget was told that the bus sleeps; some controllers say it here alone (dummy_hcd). */
  readonly suspended: boolean;
}

export function readController({
  root,
  controller,
}: {
  readonly root: string;
  readonly controller: string;
}): ControllerState {
  const folder = join(root, CLASS, controller);
  const suspended = gadgetsIn(join(folder, 'device')).some(
    (gadget) => readText(join(folder, 'device', gadget, 'suspended')) === '1',
  );
  return { state: readText(join(folder, 'state')), suspended };
}

/** Asks a sleeping computer to wake; it may have forbidden it. Null when it was asked, else why not. */
export function wakeComputer({
  root,
  controller,
}: {
  readonly root: string;
  readonly controller: string;
}): string | null {
  try {
    // The attribute is named after a protocol of USB OTG and does remote wake-up (Linux, usb_gadget_wakeup).
    writeFileSync(join(root, CLASS, controller, 'srp'), '1');
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function controllersIn(root: string): readonly string[] {
  try {
    return readdirSync(join(root, CLASS)).toSorted();
  } catch {
    return [];
  }
}

/** `gadget`, or `gadget.0` since Linux 5.17. */
function gadgetsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name === 'gadget' || name.startsWith('gadget.'));
  } catch {
    return [];
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'latin1').trim();
  } catch {
    // The controller is being unbound.
    return null;
  }
}
