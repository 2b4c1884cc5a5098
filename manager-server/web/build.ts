import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = new URL('.', import.meta.url).pathname;
const pages = ['index', 'sign-in', 'claim', 'console'] as const;

/** Where the built page is: what the manager serves. */
export const webDist = join(folder, 'dist');

/**
 * Builds the page when what it is made of changed since the last build, and says whether it did. Takes about a second.
 */
export async function buildWeb(): Promise<'built' | 'current'> {
  const stamp = sourcesHash();
  const stampFile = join(webDist, '.stamp');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return 'current';
  // Imported when it is needed: a manager whose page is current never loads the bundler.
  const { build } = await import('vite');
  await build({
    root: folder,
    configFile: false,
    logLevel: 'warn',
    publicDir: join(folder, 'public'),
    build: {
      outDir: webDist,
      emptyOutDir: true,
      // Data URLs would need a hole in the content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: Object.fromEntries(pages.map((page) => [page, join(folder, `${page}.html`)])) },
    },
  });
  writeFileSync(stampFile, stamp);
  return 'built';
}

/** Of every source that goes into the page, the OSD's painter and the protocol's codecs among them. */
function sourcesHash(): string {
  const hash = createHash('sha256');
  const roots = ['.', '../../osd/src', '../../protocol/src'].map((path) => join(folder, path));
  for (const root of roots) {
    for (const path of filesBelow(root)) hash.update(path.slice(root.length)).update(readFileSync(path));
  }
  return hash.digest('hex');
}

function filesBelow(root: string): readonly string[] {
  return readdirSync(root).flatMap((name) => {
    const path = join(root, name);
    if (name === 'dist' || name === 'node_modules' || name === '__snapshots__') return [];
    if (statSync(path).isDirectory()) return filesBelow(path);
    return /\.(ts|js|css|html|svg|json)$/.test(name) && !name.endsWith('.test.ts') ? [path] : [];
  });
}
