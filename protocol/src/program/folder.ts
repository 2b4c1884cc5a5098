import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Fault } from '../kernel/index.ts';

/**
 * Makes a folder and those above it, for nobody but this program's user: keys and password hashes go there. Throws what
 * the system says.
 *
 * One by one, not by mkdir's own `recursive`: that never ends where a parent exists and takes no folders (Node 26,
 * `/proc`).
 */
export function makeFolder(path: string): void {
  const folder = resolve(path);
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/** As `makeFolder`, and sure that files can be written there; else a Fault `folder-unwritable` that names the option. */
export function makeWritableFolder(path: string, option: string): void {
  try {
    makeFolder(path);
    // The dot asks whether it is a folder at all.
    accessSync(`${path}/.`, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new Fault({ code: 'folder-unwritable', message: `${option} ${path} cannot be written`, cause });
  }
}
