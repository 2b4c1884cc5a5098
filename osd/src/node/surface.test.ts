import { describe, expect, it } from 'vitest';
import { createSurface, decodeImage } from './surface.ts';

function checkered() {
  const surface = createSurface(16, 8);
  surface.context.fillStyle = '#ff0000';
  surface.context.fillRect(0, 0, 8, 8);
  surface.context.fillStyle = '#0000ff80';
  surface.context.fillRect(8, 0, 8, 8);
  return surface;
}

describe('a surface', () => {
  it('reads back straight RGBA of the area alone', () => {
    const pixels = checkered().readPixels({ x: 7, y: 0, width: 2, height: 1 });
    expect([...pixels]).toEqual([255, 0, 0, 255, 0, 0, 255, 128]);
  });

  it('comes back from its PNG', async () => {
    const picture = await decodeImage(checkered().png());
    expect(picture).toMatchObject({ width: 16, height: 8 });
    const copy = createSurface(16, 8);
    copy.draw(picture, { target: { x: 0, y: 0, width: 16, height: 8 } });
    expect([...copy.readPixels({ x: 7, y: 0, width: 2, height: 1 })]).toEqual([255, 0, 0, 255, 0, 0, 255, 128]);
  });

  it('encodes a JPEG that decodes to nearly the same', async () => {
    const surface = createSurface(64, 32);
    surface.context.fillStyle = '#20a040';
    surface.context.fillRect(0, 0, 64, 32);
    const encoded = surface.encodeJpeg(80);
    surface.context.fillStyle = '#ffffff';
    surface.context.fillRect(0, 0, 64, 32);
    const copy = createSurface(64, 32);
    copy.draw(await decodeImage(await encoded), { target: { x: 0, y: 0, width: 64, height: 32 } });
    const [red = 0, green = 0, blue = 0] = copy.readPixels({ x: 30, y: 15, width: 1, height: 1 });
    expect(Math.abs(red - 0x20) + Math.abs(green - 0xa0) + Math.abs(blue - 0x40)).toBeLessThan(12);
  });

  it('draws another surface’s part, scaled', () => {
    const target = createSurface(4, 4);
    target.draw(checkered().picture, {
      source: { x: 0, y: 0, width: 8, height: 8 },
      target: { x: 0, y: 0, width: 4, height: 4 },
    });
    expect([...target.readPixels({ x: 3, y: 3, width: 1, height: 1 })]).toEqual([255, 0, 0, 255]);
  });
});

describe('decoding', () => {
  const png = checkered().png();
  const claiming = (width: number): Uint8Array => {
    const bytes = Uint8Array.from(png);
    new DataView(bytes.buffer).setUint32(16, width);
    return bytes;
  };

  it.each([
    ['nothing', new Uint8Array()],
    ['noise', Uint8Array.from({ length: 64 }, (_, index) => index * 7)],
    ['an SVG, which could read files', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a header that claims gigabytes', claiming(2_000_000)],
    ['a picture that was cut off', png.subarray(0, 40)],
  ])('refuses %s', async (_, bytes) => {
    await expect(decodeImage(bytes)).rejects.toMatchObject({ code: 'picture-undecodable' });
  });
});
