import { createHash } from 'node:crypto';
import { collectionNames, type DirectorySnapshot } from '../directory/index.ts';

/** Another for every other state of the directory: versions rise with every change. */
export function revisionOf(site: DirectorySnapshot): string {
  const known = revisions.get(site);
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  for (const collection of collectionNames) {
    hash.update(`${collection}\n`);
    for (const [key, { version }] of site[collection]) hash.update(`${key} ${version}\n`);
  }
  const revision = hash.digest('hex');
  revisions.set(site, revision);
  return revision;
}

const revisions = new WeakMap<DirectorySnapshot, string>();
