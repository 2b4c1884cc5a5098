import { describe, expect, it } from 'vitest';
import { createFontBook } from '../node/font-book.ts';
import { createSurface } from '../node/surface.ts';
import { measureRun } from '../paint/text-run.ts';
import { sample, sampleNames } from '../testing/samples.ts';
import { nodeBounds } from './damage.ts';
import { presentOsd } from './present.ts';
import type { Scene } from './scene.ts';

const sizes = [
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
  { width: 3440, height: 1440 },
  { width: 3840, height: 2160 },
];

const surface = createSurface(8, 8);
const fonts = createFontBook();

/** Names are the site's and may be too long; our own words must fit. */
const longNames = ['图形工作站', '今晚 22:00'];

function overflowing(scene: Scene): string[] {
  return scene.nodes.flatMap((node) => {
    if (node.type !== 'text' || longNames.some((name) => node.text.startsWith(name))) return [];
    const width = measureRun(surface.context, node.text, { fonts, size: node.size, weight: node.weight });
    return width > node.box.width + 1 ? [`${node.text}: ${Math.ceil(width)} in ${node.box.width}`] : [];
  });
}

describe.each(['zh', 'en'] as const)('every text fits its place in %s', (language) => {
  it.each(sizes)('at $width × $height', (size) => {
    for (const name of sampleNames()) {
      const scene = presentOsd(sample(name, language), size);
      expect([name, scene === null ? ['nothing to see'] : overflowing(scene)]).toEqual([name, []]);
    }
  });

  it.each(sizes)('and every node lies on the screen at $width × $height', (size) => {
    for (const name of sampleNames()) {
      for (const node of presentOsd(sample(name, language), size)?.nodes ?? []) {
        const { x, y, width, height } = nodeBounds(node);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(size.width);
        expect(y + height).toBeLessThanOrEqual(size.height);
      }
    }
  });
});

describe('the layout', () => {
  it.each([1080, 2160])('at %i lines is that of 720, larger', (height) => {
    const boxes = (lines: number) =>
      presentOsd(sample('menu-connect', 'zh'), { width: (lines * 16) / 9, height: lines })?.nodes.map(
        ({ box }) => box,
      ) ?? [];
    const factor = height / 720;
    const small = boxes(720);
    expect(small.length).toBeGreaterThan(50);
    boxes(height).forEach((box, index) => {
      expect(Math.abs(box.x - (small[index]?.x ?? 0) * factor)).toBeLessThanOrEqual(factor);
      expect(Math.abs(box.y - (small[index]?.y ?? 0) * factor)).toBeLessThanOrEqual(factor);
    });
  });
});
