import { describe, expect, it } from 'vitest';
import { paintScene } from '../paint/painter.ts';
import { presentOsd } from '../scene/present.ts';
import { sample } from '../testing/samples.ts';
import { createFontBook } from './font-book.ts';
import { createScenePixels } from './scene-pixels.ts';
import { createSurface } from './surface.ts';

const fonts = createFontBook();
const size = { width: 1280, height: 720 };
const whole = { x: 0, y: 0, ...size };

describe('the pixels of a scene', () => {
  it('are those of the whole picture, also where the damage is larger than the sheet', () => {
    const scene = presentOsd(sample('menu-connect', 'zh'), size);
    const surface = createSurface(size.width, size.height);
    paintScene(surface.context, scene, [whole], fonts);
    const areas = createScenePixels(fonts)(scene, [whole]);
    expect(areas.length).toBeGreaterThan(1);
    let covered = 0;
    for (const { area, pixels } of areas) {
      covered += area.width * area.height;
      expect(Buffer.compare(pixels, surface.readPixels(area))).toBe(0);
    }
    expect(covered).toBe(size.width * size.height);
  });

  it('are clear where there is no scene', () => {
    const pixelsOf = createScenePixels(fonts);
    const scene = presentOsd(sample('identify', 'zh'), size);
    const damage = [{ x: 600, y: 300, width: 20, height: 20 }];
    const alpha = (areas: ReturnType<typeof pixelsOf>) => areas[0]?.pixels[3] ?? -1;
    expect(alpha(pixelsOf(scene, damage))).toBeGreaterThan(0);
    expect(alpha(pixelsOf(null, damage))).toBe(0);
  });
});
