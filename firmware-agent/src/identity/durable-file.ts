import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Fault } from '@seatmatrix/protocol/kernel';
import { makeFolder } from '@seatmatrix/protocol/program';

/** The file's text; null when there is none. Rejects with `folder-unwritable` when it cannot be read. */
export async function readDurable(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw new Fault({ code: 'folder-unwritable', message: `cannot read ${path}`, context: { path }, cause: thrown });
  }
}

/**
 * Replaces the file as a whole, readable by its owner alone, and resolves when it survives a power cut: the old text
 * or the new one is there, never half of either. Rejects with `folder-unwritable`.
 */
export async function writeDurable(path: string, text: string): Promise<void> {
  const temporary = `${path}.new`;
  try {
    makeFolder(dirname(path));
    const file = await open(temporary, 'w', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    // The rename itself is durable only once the folder is.
    const folder = await open(dirname(path), 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (thrown) {
    throw new Fault({ code: 'folder-unwritable', message: `cannot write ${path}`, context: { path }, cause: thrown });
  }
}

const isMissing = (thrown: unknown): boolean => isCode(thrown, 'ENOENT');

const isCode = (thrown: unknown, code: string): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === code;
