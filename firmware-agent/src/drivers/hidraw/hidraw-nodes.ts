import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';

/** One interface of a plugged-in HID device, as the kernel shows it. */
export interface HidrawNode {
  /** Of this plugging-in alone: the kernel counts up (`0003:046D:C52B.0007`), while hidraw0 is soon another device. */
  readonly key: string;
  /** What reports are read from. */
  readonly path: string;
  /** The kernel's folder of the device. */
  readonly folder: string;
}

export type HidrawScan =
  | { readonly type: 'nodes'; readonly nodes: readonly HidrawNode[] }
  | { readonly type: 'absent' };

/** Every HID interface there is, in the order of plugging in; absent where the kernel has no hidraw. */
export function scanHidraw(root: string): HidrawScan {
  const folder = join(root, 'sys/class/hidraw');
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return { type: 'absent' };
  }
  const nodes = names.flatMap((name): readonly HidrawNode[] => {
    try {
      const device = realpathSync(join(folder, name, 'device'));
      return [{ key: basename(device), path: join(root, 'dev', name), folder: device }];
    } catch {
      // Pulled between our two looks.
      return [];
    }
  });
  return { type: 'nodes', nodes: nodes.toSorted((one, other) => instance(one) - instance(other)) };
}

/** The hexadecimal number behind the point. */
const instance = ({ key }: HidrawNode): number => Number.parseInt(key.slice(key.lastIndexOf('.') + 1), 16) || 0;

/** Null when the device was pulled meanwhile. */
export function readNode({ folder }: HidrawNode): { readonly name: string; readonly descriptor: Uint8Array } | null {
  try {
    const uevent = readFileSync(join(folder, 'uevent'), 'utf8');
    const name = /^HID_NAME=(.*)$/m.exec(uevent)?.[1]?.trim().slice(0, NAME_MAX) ?? '';
    return { name: name === '' ? basename(folder) : name, descriptor: readFileSync(join(folder, 'report_descriptor')) };
  } catch {
    return null;
  }
}

/** The kernel's own limit for the name of a HID device. */
const NAME_MAX = 128;

/** The input devices that the kernel made of the interface. */
export function inputFolders({ folder }: HidrawNode): readonly string[] {
  try {
    return readdirSync(join(folder, 'input'))
      .filter((name) => /^input\d+$/.test(name))
      .map((name) => join(folder, 'input', name));
  } catch {
    return [];
  }
}
