import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The files of these modules and of all they need, each after what it needs: the order to load them in. */
export function moduleOrder(folder: string, wanted: readonly string[]): readonly string[] {
  const files = new Map(moduleFiles(folder).map((path) => [moduleName(basename(path, '.ko')), path]));
  const order: string[] = [];
  const visit = (name: string) => {
    const path = files.get(moduleName(name));
    // What is no file of its own is part of the kernel.
    if (path === undefined || order.includes(path)) return;
    for (const needed of dependencies(path)) visit(needed);
    order.push(path);
  };
  for (const name of wanted) visit(name);
  return order;
}

/** Files are named with either, and the kernel takes them for the same. */
const moduleName = (name: string): string => name.replaceAll('-', '_');

const moduleFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ko'))
    .map((path) => join(folder, path));

/** A module says in its .modinfo section what it needs; there it is the only string that begins so. */
function dependencies(path: string): readonly string[] {
  const text = readFileSync(path).toString('latin1');
  const names = /\0depends=([^\0]*)\0/.exec(text)?.[1] ?? '';
  return names.split(',').filter((name) => name !== '');
}
