import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const folder = new URL('.', import.meta.url).pathname;

/** In the built page's folder: what it was made of. */
const STAMP = '.stamp';

/** Where the built page is: what the manager serves. */
export const webDist = join(folder, 'dist');

/**
 * Builds the page when what it is made of changed since the last build, and says whether it did. Takes about a second.
 */
export async function buildWeb(): Promise<'built' | 'current'> {
  const stamp = sourcesHash();
  if (isCurrent(stamp)) return 'current';
  // Imported when it is needed: a manager whose page is current never loads the bundler.
  const { build } = await import('vite');
  const made = `${webDist}-${process.pid}`;
  await build({
    root: folder,
    configFile: false,
    logLevel: 'warn',
    publicDir: join(folder, 'public'),
    build: {
      outDir: made,
      emptyOutDir: true,
      // Data URLs would need a hole in the content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // What a person does not look at is not loaded: each page is a file of its own.
      rolldownOptions: {
        input: join(folder, 'index.html'),
        onwarn(warning, warn) {
          // React's "use client" in libraries: means something to a server that renders, and there is none.
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
      },
      chunkSizeWarningLimit: 700,
    },
  });
  compress(made);
  writeFileSync(join(made, STAMP), stamp);
  replaceDist(made, stamp);
  return 'built';
}

function isCurrent(stamp: string): boolean {
  const file = join(webDist, STAMP);
  return existsSync(file) && readFileSync(file, 'utf8') === stamp;
}

/** Beside each text, as small as it becomes: the manager compresses nothing while somebody waits for a page. */
function compress(folder: string): void {
  for (const path of filesBelow(folder)) {
    if (/\.(js|css|svg)$/.test(path)) writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
  }
}

/** Whole or not at all: a manager that starts meanwhile lists these files once, and would miss some for ever. */
function replaceDist(made: string, stamp: string): void {
  const old = `${made}-old`;
  // Another program that started at the same moment may have built the same.
  if (!isCurrent(stamp)) {
    if (existsSync(webDist)) renameSync(webDist, old);
    renameSync(made, webDist);
  }
  for (const folder of [made, old]) rmSync(folder, { recursive: true, force: true });
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
    if (name.startsWith('dist') || name === 'node_modules' || name === '__snapshots__') return [];
    if (statSync(path).isDirectory()) return filesBelow(path);
    return /\.(tsx?|js|css|html|svg|json)$/.test(name) && !/\.test\.tsx?$/.test(name) ? [path] : [];
  });
}
