import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HidrawNode, inputFolders } from './hidraw-nodes.ts';

/**
 * Whether the box's own kernel acts on a device. It does so until it is told not to: Ctrl+Alt+Del on the desk would
 * reboot the box, Alt+F2 change its console, and its shell would read every password. `inhibited` (Linux 5.11) takes the
 * device from every one of the kernel's input handlers, SysRq among them; hidraw still gets the reports.
 */
export type KernelInput = 'inhibited' | { readonly acts: string };

/** Keeps the kernel from acting on the device, or says why it still does. */
export function inhibitKernel(node: HidrawNode): KernelInput {
  let kernel: KernelInput = 'inhibited';
  for (const folder of inputFolders(node)) {
    const file = join(folder, 'inhibited');
    try {
      // A killed agent may have left it: writing what is there already changes nothing.
      if (readFileSync(file, 'utf8').trim() !== '1') writeFileSync(file, '1');
    } catch (error) {
      kernel = { acts: reason(file, error) };
    }
  }
  return kernel;
}

/** Gives the device back. Nothing is done about one that was pulled: it took its folder along. */
export function releaseKernel(node: HidrawNode): KernelInput {
  let kernel: KernelInput = 'inhibited';
  for (const folder of inputFolders(node)) {
    const file = join(folder, 'inhibited');
    try {
      writeFileSync(file, '0');
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENODEV') kernel = { acts: reason(file, error) };
    }
  }
  return kernel;
}

function reason(file: string, error: unknown): string {
  const code = codeOf(error);
  if (code === 'ENOENT') return `${file} is not there (it needs Linux 5.11)`;
  if (code === 'EACCES' || code === 'EPERM')
    return `${file} may not be written (docs/udev/70-seatmatrix.rules lets it)`;
  if (code === 'EROFS') return `${file} is read-only (systemd's ProtectKernelTunables; see docs/box-builders.md)`;
  return `${file}: ${error instanceof Error ? error.message : String(error)}`;
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
