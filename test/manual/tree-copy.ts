import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = ['protocol', 'osd', 'firmware-agent', 'manager-server', 'hw-sim', 'test'] as const;
const files = ['package.json', 'tsconfig.json', 'vitest.config.ts'] as const;
const skipped = new Set(['node_modules', 'dist']);

export interface TreeCopy {
  readonly root: string;
  remove(): void;
}

/**
 * A copy of the working tree in which files may be changed. Packages of others are linked; our own workspaces are the
 * copy's, or a change would not be seen.
 */
export function copyTree(from: string): TreeCopy {
  const root = mkdtempSync(join(tmpdir(), 'seatmatrix-mutate-'));
  for (const folder of folders) {
    cpSync(join(from, folder), join(root, folder), {
      recursive: true,
      filter: (source) => !skipped.has(source.split('/').at(-1) ?? ''),
    });
  }
  for (const file of files) cpSync(join(from, file), join(root, file));
  mkdirSync(join(root, 'node_modules/@seatmatrix'), { recursive: true });
  for (const name of readdirSync(join(from, 'node_modules'))) {
    if (name !== '@seatmatrix' && !name.startsWith('.vite')) {
      symlinkSync(join(from, 'node_modules', name), join(root, 'node_modules', name));
    }
  }
  for (const folder of folders) symlinkSync(join(root, folder), join(root, 'node_modules/@seatmatrix', folder));
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
