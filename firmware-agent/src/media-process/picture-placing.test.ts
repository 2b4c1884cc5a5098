import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropBox, placeIn } from './picture-placing.ts';

describe('where a picture stands', () => {
  it.each([
    ['fills a window of its size', { width: 1920, height: 1080 }, { x: 0, y: 0, width: 1920, height: 1080 }],
    ['has borders above and below', { width: 1920, height: 1200 }, { x: 0, y: 60, width: 1920, height: 1080 }],
    ['has borders at both sides', { width: 2000, height: 1080 }, { x: 40, y: 0, width: 1920, height: 1080 }],
    ['is made smaller', { width: 640, height: 400 }, { x: 0, y: 20, width: 640, height: 360 }],
  ])('%s', (_, window, place) => {
    expect(placeIn(window, { width: 1920, height: 1080 }, null)).toEqual(place);
  });

  it('fills a tile of a wall without borders', () => {
    const crop = { left: 0.5, top: 0, width: 0.5, height: 1 };
    const picture = cropBox({ width: 1920, height: 1080 }, crop);
    expect(picture).toEqual({ x: 960, y: 0, width: 960, height: 1080 });
    expect(placeIn({ width: 1280, height: 720 }, picture, crop)).toEqual({ x: 0, y: 0, width: 1280, height: 720 });
  });

  it('never crops beyond the picture, nor to nothing, and keeps shared colours together', () => {
    const fraction = fc.double({ min: 0, max: 1, noNaN: true });
    const crops = fc.record({ left: fraction, top: fraction, width: fraction, height: fraction });
    const sides = fc.integer({ min: 1, max: 4000 }).map((half) => half * 2);
    fc.assert(
      fc.property(crops, fc.record({ width: sides, height: sides }), (crop, picture) => {
        const box = cropBox(picture, crop);
        expect([box.x % 2, box.y % 2]).toEqual([0, 0]);
        expect(box.width).toBeGreaterThan(0);
        expect(box.height).toBeGreaterThan(0);
        expect(box.x + box.width).toBeLessThanOrEqual(picture.width);
        expect(box.y + box.height).toBeLessThanOrEqual(picture.height);
      }),
    );
  });
});
