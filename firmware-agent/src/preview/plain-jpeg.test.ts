import { createSurface, decodeImage } from '@seatmatrix/osd/node';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainJpeg } from './plain-jpeg.ts';

test('a jpeg loses what its encoder says of itself, and stays the same picture', async () => {
  const surface = createSurface(320, 180);
  surface.context.fillStyle = '#3060c0';
  surface.context.fillRect(0, 0, 320, 180);
  const jpeg = await surface.encodeJpeg(70);
  expect(Buffer.from(jpeg).includes('ICC_PROFILE')).toBe(true);
  const plain = plainJpeg(jpeg);
  expect(Buffer.from(plain).includes('ICC_PROFILE')).toBe(false);
  expect(plain.length).toBe(jpeg.length - 474);
  const pixelOf = async (bytes: Uint8Array) => {
    const shown = createSurface(320, 180);
    shown.draw(await decodeImage(bytes), { target: { x: 0, y: 0, width: 320, height: 180 } });
    return [...shown.readPixels({ x: 100, y: 100, width: 1, height: 1 })];
  };
  expect(await pixelOf(plain)).toEqual(await pixelOf(jpeg));
  expect(plainJpeg(plain)).toEqual(plain);
});

test('other bytes stay as they are, or at least end', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(plainJpeg(bytes).length).toBeLessThanOrEqual(bytes.length);
    }),
  );
  expect(plainJpeg(Uint8Array.of(1))).toEqual(Buffer.of(1));
});
