import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { webDist } from '../../manager-server/web/build.ts';
import { type CaseResult, summarise } from './measurement.ts';

/** What a browser loads before the first page stands: the document's scripts and style sheets, compressed. */
export function firstPageSizes(): readonly CaseResult[] {
  const html = readFileSync(join(webDist, 'index.html'), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => join(webDist, path ?? ''));
  const compressed = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
  const plain = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const assets = join(webDist, 'assets');
  // The one for Latin letters, which every page has; of the others a page loads what its words need.
  const fonts = (existsSync(assets) ? readdirSync(assets) : []).filter((name) => /^noto-sans-latin-wght/.test(name));
  const font = fonts.reduce((sum, name) => sum + statSync(join(assets, name)).size, 0);
  return [
    size('first-page', { bytes: compressed, goal: '≤ 500 kB compressed' }),
    size('first-page-with-latin-font', { bytes: compressed + font, goal: null }),
    size('first-page-uncompressed', { bytes: plain, goal: null }),
  ];
}

const size = (name: string, { bytes, goal }: { readonly bytes: number; readonly goal: string | null }): CaseResult =>
  summarise({ case: name, unit: 'kB', goal, samples: [bytes / 1000] });
