import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Fault } from '@seatmatrix/protocol/kernel';
import type { FontPicker } from '../paint/font-picker.ts';
import { type FontCoverage, readFontCoverage } from './font-coverage.ts';
import { registerFontFile } from './surface.ts';

interface Subset {
  readonly family: string;
  readonly path: string;
  readonly script: Script;
}

type Script = 'general' | 'chinese' | 'japanese' | 'korean';

/** One line of the overlay rarely differs from what it was: this many distinct texts are kept. */
const TEXTS_MAX = 2000;

const packages: readonly { readonly name: string; readonly script: Script }[] = [
  { name: 'noto-sans', script: 'general' },
  { name: 'noto-sans-sc', script: 'chinese' },
  { name: 'noto-sans-jp', script: 'japanese' },
  { name: 'noto-sans-kr', script: 'korean' },
];

/** Han characters look different in each language: a text that has kana or Hangul is drawn with those fonts first. */
const preferences: Readonly<Record<'chinese' | 'japanese' | 'korean', readonly Script[]>> = {
  chinese: ['general', 'chinese', 'japanese', 'korean'],
  japanese: ['general', 'japanese', 'chinese', 'korean'],
  korean: ['general', 'korean', 'chinese', 'japanese'],
};

/**
 * The Noto Sans fonts that come with the install, 350 subsets in woff2. A subset is read when the first text needs
 * it. Throws `driver-unavailable` when a font file cannot be read.
 */
export function createFontBook(): FontPicker {
  const subsetsByPage = indexByPage(readSubsets());
  const registered = new Set<Subset>();
  const coverages = new Map<Subset, FontCoverage>();
  const byCodePoint = new Map<number, readonly Subset[]>();
  const byText = new Map<string, string>();

  function covers(subset: Subset, codePoint: number): boolean {
    const coverage = coverages.get(subset) ?? readFontCoverage(subset.path);
    coverages.set(subset, coverage);
    return coverage(codePoint);
  }

  function subsetsOf(codePoint: number): readonly Subset[] {
    const cached = byCodePoint.get(codePoint);
    if (cached !== undefined) return cached;
    const found = (subsetsByPage.get(codePoint >> 8) ?? [])
      .filter((each) => each.ranges.some(([first, last]) => codePoint >= first && codePoint <= last))
      .map((each) => each.subset)
      .filter((subset) => covers(subset, codePoint));
    byCodePoint.set(codePoint, found);
    return found;
  }

  function register(subset: Subset): void {
    if (registered.has(subset)) return;
    if (!registerFontFile(subset.path, subset.family)) {
      throw new Fault({
        code: 'driver-unavailable',
        message: 'a font file cannot be read',
        context: { path: subset.path },
      });
    }
    registered.add(subset);
  }

  function choose(text: string): string {
    const order = preferences[languageOf(text)];
    const chosen = new Set<Subset>();
    for (const character of text) {
      const candidates = subsetsOf(character.codePointAt(0) ?? 0);
      const best = order.map((script) => candidates.find((each) => each.script === script)).find((each) => each);
      if (best !== undefined) chosen.add(best);
    }
    // Skia takes the first family that has the character, so the preferred scripts stand first.
    const sorted = [...chosen].sort((one, other) => order.indexOf(one.script) - order.indexOf(other.script));
    for (const subset of sorted) register(subset);
    return sorted.map((subset) => `"${subset.family}"`).join(', ') || 'sans-serif';
  }

  return {
    has: (codePoint) => subsetsOf(codePoint).length > 0,
    families(text) {
      const cached = byText.get(text);
      if (cached !== undefined) return cached;
      if (byText.size >= TEXTS_MAX) byText.clear();
      const families = choose(text);
      byText.set(text, families);
      return families;
    },
  };
}

function languageOf(text: string): keyof typeof preferences {
  if (/[\u3040-\u30ff\u31f0-\u31ff]/u.test(text)) return 'japanese';
  if (/[\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff]/u.test(text)) return 'korean';
  return 'chinese';
}

type Range = readonly [first: number, last: number];

interface RangedSubset {
  readonly subset: Subset;
  readonly ranges: readonly Range[];
}

function readSubsets(): RangedSubset[] {
  const require = createRequire(import.meta.url);
  const subsets: RangedSubset[] = [];
  for (const { name, script } of packages) {
    const file = require.resolve(`@fontsource-variable/${name}/unicode.json`);
    const unicode: Readonly<Record<string, string>> = JSON.parse(readFileSync(file, 'utf8'));
    for (const [key, ranges] of Object.entries(unicode)) {
      const subset = key.replace(/[[\]]/g, '');
      const family = `${name}-${subset}`;
      const path = join(dirname(file), 'files', `${family}-wght-normal.woff2`);
      subsets.push({ subset: { family, path, script }, ranges: ranges.split(',').map(parseRange) });
    }
  }
  return subsets;
}

/** `U+0100-02BA` or `U+2116`. */
function parseRange(text: string): Range {
  const [first = 0, last = first] = text
    .slice(2)
    .split('-')
    .map((part) => Number.parseInt(part, 16));
  return [first, last];
}

function indexByPage(subsets: readonly RangedSubset[]): ReadonlyMap<number, readonly RangedSubset[]> {
  const pages = new Map<number, RangedSubset[]>();
  for (const subset of subsets) {
    const own = new Set<number>();
    for (const [first, last] of subset.ranges) for (let page = first >> 8; page <= last >> 8; page++) own.add(page);
    for (const page of own) pages.set(page, [...(pages.get(page) ?? []), subset]);
  }
  return pages;
}
