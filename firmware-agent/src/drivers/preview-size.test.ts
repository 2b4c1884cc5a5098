import fc from 'fast-check';
import { expect, test } from 'vitest';
import { previewSize } from './preview-size.ts';

test.each([
  { screen: [1920, 1080], size: [320, 180] },
  { screen: [1280, 1024], size: [224, 180] },
  { screen: [1080, 1920], size: [100, 180] },
  { screen: [5120, 1440], size: [320, 90] },
  { screen: [160, 90], size: [160, 90] },
] as const)('a screen of $screen is shown as $size', ({ screen: [width, height], size }) => {
  expect(Object.values(previewSize({ width, height }, 320))).toEqual(size);
});

test('every screen fits, and is even', () => {
  const pixels = fc.integer({ min: 1, max: 16_384 });
  fc.assert(
    fc.property(pixels, pixels, (width, height) => {
      const size = previewSize({ width, height }, 320);
      expect(size.width).toBeLessThanOrEqual(320);
      expect(size.height).toBeLessThanOrEqual(180);
      expect([size.width % 2, size.height % 2]).toEqual([0, 0]);
      expect(Math.min(size.width, size.height)).toBeGreaterThan(0);
    }),
  );
});
