import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmdirSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Fault, unreachable } from '@seatmatrix/protocol/kernel';
import { GADGET_FUNCTIONS, type GadgetFunctionName } from './gadget-functions.ts';
import { type GadgetEntry, type GadgetState, type GadgetStep, planGadget } from './gadget-tree.ts';
import { functionFolder, GADGET_NAME, wantedGadget } from './wanted-gadget.ts';

const USB_GADGET = 'sys/kernel/config/usb_gadget';

/**
 * Makes the gadget in configfs what it should be and puts it on the bus of this controller. What is right already stays,
 * and the computer notices nothing. Gives the files that reports are written to. Throws `driver-unavailable`,
 * `device-denied`, and `device-busy` naming the gadget that has the controller.
 */
export function establishGadget({
  root,
  controller,
}: {
  readonly root: string;
  readonly controller: string;
}): ReadonlyMap<GadgetFunctionName, string> {
  const gadgets = join(root, USB_GADGET);
  if (!existsSync(gadgets)) {
    throw new Fault({
      code: 'driver-unavailable',
      message: `--gadget hidg: /${USB_GADGET} is not there (modprobe libcomposite, and mount configfs on /sys/kernel/config)`,
    });
  }
  refuseOther({ gadgets, controller });
  const folder = join(gadgets, GADGET_NAME);
  const wanted = wantedGadget(controller);
  try {
    if (!existsSync(folder)) mkdirSync(folder);
    for (const step of planGadget(readGadget(folder, wanted), wanted)) take(folder, step);
  } catch (error) {
    throw faultOf(error, controller);
  }
  return new Map(GADGET_FUNCTIONS.map(({ name }) => [name, devicePath({ root, folder, name })]));
}

/** Off the bus: to the computer as if the cable were pulled. */
export function unbindGadget(root: string): void {
  take(join(root, USB_GADGET, GADGET_NAME), { type: 'unbind' });
}

function refuseOther({ gadgets, controller }: { readonly gadgets: string; readonly controller: string }): void {
  const other = readdirSync(gadgets).find(
    (name) => name !== GADGET_NAME && boundTo(join(gadgets, name)) === controller,
  );
  if (other === undefined) return;
  throw new Fault({
    code: 'device-busy',
    message: `--gadget hidg: ${controller} is used by the gadget "${other}" (/${USB_GADGET}/${other}); take it down first`,
    context: { device: controller, gadget: other },
  });
}

function boundTo(folder: string): string | null {
  const controller = readAttribute(join(folder, 'UDC'))?.toString('latin1').trim() ?? '';
  return controller === '' ? null : controller;
}

/** Of what is there, what a gadget of ours can have: not what the kernel puts beside it. */
function readGadget(folder: string, wanted: GadgetState): GadgetState {
  const tree = new Map<string, GadgetEntry>();
  for (const [path, entry] of wanted.tree) {
    if (entry.type !== 'attribute') continue;
    const value = readAttribute(join(folder, path));
    if (value !== null) tree.set(path, { type: 'attribute', value, optional: entry.optional });
  }
  for (const path of ['functions', 'configs', 'strings']) {
    for (const name of namesIn(join(folder, path))) tree.set(`${path}/${name}`, { type: 'folder' });
  }
  for (const configuration of namesIn(join(folder, 'configs'))) {
    const path = `configs/${configuration}`;
    for (const name of namesIn(join(folder, path, 'strings'))) tree.set(`${path}/strings/${name}`, { type: 'folder' });
    for (const name of namesIn(join(folder, path))) {
      const target = linkTarget(join(folder, path, name));
      if (target !== null) tree.set(`${path}/${name}`, { type: 'link', target: `functions/${basename(target)}` });
    }
  }
  return { tree, controller: boundTo(folder) };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Not made yet.
    return [];
  }
}

function linkTarget(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}

function readAttribute(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

function take(folder: string, step: GadgetStep): void {
  switch (step.type) {
    case 'bind':
      writeFileSync(join(folder, 'UDC'), `${step.controller}\n`);
      return;
    case 'unbind':
      writeFileSync(join(folder, 'UDC'), '\n');
      return;
    case 'make-folder':
      mkdirSync(join(folder, step.path));
      return;
    case 'remove-folder':
      rmdirSync(join(folder, step.path));
      return;
    case 'write':
      // Where the kernel has just made the folder, it has the attribute by now if it has it at all.
      if (!step.optional || existsSync(join(folder, step.path))) writeFileSync(join(folder, step.path), step.value);
      return;
    case 'link':
      symlinkSync(join(folder, step.target), join(folder, step.path));
      return;
    case 'unlink':
      unlinkSync(join(folder, step.path));
      return;
    default:
      unreachable(step);
  }
}

/** The kernel tells the device's number; udev or devtmpfs names the file by it. */
function devicePath({
  root,
  folder,
  name,
}: {
  readonly root: string;
  readonly folder: string;
  readonly name: GadgetFunctionName;
}): string {
  const number =
    readAttribute(join(folder, functionFolder(name), 'dev'))
      ?.toString('latin1')
      .trim() ?? '';
  const minor = /^\d+:(\d+)$/.exec(number)?.[1];
  if (minor === undefined) {
    throw new Fault({
      code: 'driver-unavailable',
      message: `--gadget hidg: the kernel gave ${functionFolder(name)} no device`,
    });
  }
  return join(root, 'dev', `hidg${minor}`);
}

function faultOf(error: unknown, controller: string): Fault {
  const { code, path } = errorFields(error);
  const where = `${basename(dirname(path))}/${basename(path)}`;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Fault({
        code: 'device-denied',
        message: `--gadget hidg: ${path} may not be written: configfs belongs to root`,
        context: { device: controller },
        cause: error,
      });
    case 'ENOENT':
      return new Fault({
        code: 'driver-unavailable',
        message: `--gadget hidg: the kernel does not know ${where} (modprobe usb_f_hid)`,
        cause: error,
      });
    case 'EBUSY':
    case 'ENODEV':
      return new Fault({
        code: 'device-busy',
        message: `--gadget hidg: ${where} is in use: ${controller} has another gadget, or all four HID devices are taken`,
        context: { device: controller },
        cause: error,
      });
    default:
      return new Fault({ code: 'driver-unavailable', message: `--gadget hidg: ${String(error)}`, cause: error });
  }
}

/** What Node's errors of the file system carry. */
function errorFields(error: unknown): { readonly code: string; readonly path: string } {
  const field = (name: string): string => {
    const value: unknown = error instanceof Error ? Reflect.get(error, name) : undefined;
    return typeof value === 'string' ? value : '';
  };
  return { code: field('code'), path: field('path') };
}
