import { presentOsd } from '@seatmatrix/osd';
import { createFontBook, createScenePixels } from '@seatmatrix/osd/node';
import { createDesk } from '@seatmatrix/osd/testing';
import { Fault } from '@seatmatrix/protocol/kernel';
import type { Pixels } from '../../harness/screenshot.ts';
import { alike, colourAt } from './screen-pixels.ts';

/** Edges of letters are mixed with what is around them. */
const SOLID = 250;

/** Reads from a screen's pixels whether the OSD tells at the top that keys were dropped. */
export function keysDroppedReader(size: {
  readonly width: number;
  readonly height: number;
}): (pixels: Pixels) => boolean {
  const desk = createDesk({ operator: 'wang', source: SOURCE });
  desk.feed({ type: 'keys-dropped' });
  const scene = presentOsd(desk.state, size);
  const [words] = (scene?.nodes ?? []).filter((node) => node.type === 'text');
  if (scene === null || words === undefined) throw new Fault({ code: 'invariant-broken', message: 'no banner' });
  const { x, y, width, height } = words.box;
  const box = { x: Math.floor(x), y: Math.floor(y), width: Math.ceil(width), height: Math.ceil(height) };
  const painted = createScenePixels(createFontBook())({ ...scene, nodes: [words] }, [box]);
  const letters = painted.flatMap(({ area, pixels }) =>
    Array.from({ length: area.width * area.height }, (_, index) => index)
      .filter((index) => (pixels[index * 4 + 3] ?? 0) > SOLID)
      .map((index) => ({
        x: area.x + (index % area.width),
        y: area.y + Math.floor(index / area.width),
        index,
        pixels,
      })),
  );
  return (pixels) => {
    const right = letters.filter(({ index, pixels: own, ...place }) =>
      alike(colourAt(pixels, place), [own[index * 4] ?? 0, own[index * 4 + 1] ?? 0, own[index * 4 + 2] ?? 0]),
    );
    return letters.length > 100 && right.length > 0.95 * letters.length;
  };
}

const SOURCE = {
  id: '0001',
  name: 'Tx 0001',
  picture: 'live',
  mode: 'shared',
} as const;
