import type { Rectangle, Scene } from '@seatmatrix/osd';
import { describe, expect, test } from 'vitest';
import type { Overlay, OverlaySize } from '../overlay.ts';
import { type Bench, sameColour } from './bench.ts';

export interface OverlayBench extends Bench<Overlay> {
  /** The screen behind the plane changes its mode. */
  resize(size: OverlaySize): void;
  /** The plane's own colour at this pixel, `#rrggbb`; null where the video shows through. */
  colourAt(pixel: { readonly x: number; readonly y: number }): Promise<string | null>;
}

const RED = '#d01010';
const GREEN = '#10c010';

export function overlayContract(implementation: string, openBench: () => Promise<OverlayBench>): void {
  describe(`${implementation} keeps the contract of an overlay`, () => {
    test('listening first tells the size, and later every change of it', async () => {
      await using bench = await openBench();
      const sizes = listen(bench.driver);
      await bench.settle();
      expect(sizes).toHaveLength(1);

      bench.resize({ width: 1280, height: 720 });
      await bench.settle();
      bench.resize({ width: 1920, height: 1080 });
      await bench.settle();

      expect(sizes.slice(1)).toEqual([
        { width: 1280, height: 720 },
        { width: 1920, height: 1080 },
      ]);
    });

    test('a scene covers the video where it has nodes and nowhere else', async () => {
      await using bench = await openBench();
      const scene = panelScene(await sizeOf(bench), RED);
      bench.driver.present(scene, [whole(scene)]);
      await bench.settle();

      expect(sameColour(await bench.colourAt({ x: 60, y: 60 }), RED)).toBe(true);
      expect(await bench.colourAt({ x: 300, y: 300 })).toBeNull();
    });

    test('the damaged rectangle takes the next scene over', async () => {
      await using bench = await openBench();
      const size = await sizeOf(bench);
      const scene = panelScene(size, RED);
      bench.driver.present(scene, [whole(scene)]);
      await bench.settle();
      bench.driver.present(panelScene(size, GREEN), [PANEL]);
      await bench.settle();

      expect(sameColour(await bench.colourAt({ x: 60, y: 60 }), GREEN)).toBe(true);
      expect(await bench.colourAt({ x: 300, y: 300 })).toBeNull();
    });

    test('a node that is gone leaves the video visible where it was', async () => {
      await using bench = await openBench();
      const scene = panelScene(await sizeOf(bench), RED);
      bench.driver.present(scene, [whole(scene)]);
      await bench.settle();
      bench.driver.present({ ...scene, nodes: [] }, [PANEL]);
      await bench.settle();

      expect(await bench.colourAt({ x: 60, y: 60 })).toBeNull();
    });

    test('no scene hides the plane, and the next one shows it again', async () => {
      await using bench = await openBench();
      const scene = panelScene(await sizeOf(bench), RED);
      bench.driver.present(scene, [whole(scene)]);
      await bench.settle();
      bench.driver.present(null, []);
      await bench.settle();
      expect(await bench.colourAt({ x: 60, y: 60 })).toBeNull();

      bench.driver.present(scene, [whole(scene)]);
      await bench.settle();
      expect(sameColour(await bench.colourAt({ x: 60, y: 60 }), RED)).toBe(true);
    });

    test('of scenes that come faster than they can be painted the last one stays', async () => {
      await using bench = await openBench();
      const size = await sizeOf(bench);
      for (const colour of [RED, GREEN, RED, GREEN]) {
        const scene = panelScene(size, colour);
        bench.driver.present(scene, [whole(scene)]);
      }
      await bench.settle();

      expect(sameColour(await bench.colourAt({ x: 60, y: 60 }), GREEN)).toBe(true);
    });
  });
}

const PANEL: Rectangle = { x: 50, y: 50, width: 100, height: 100 };

function panelScene({ width, height }: OverlaySize, fill: string): Scene {
  return { width, height, nodes: [{ type: 'panel', box: PANEL, fill, stroke: null, strokeWidth: 0, radius: 0 }] };
}

const whole = ({ width, height }: Scene): Rectangle => ({ x: 0, y: 0, width, height });

function listen(driver: Overlay): OverlaySize[] {
  const sizes: OverlaySize[] = [];
  driver.listen((event) => sizes.push(event.size));
  return sizes;
}

async function sizeOf(bench: OverlayBench): Promise<OverlaySize> {
  const sizes = listen(bench.driver);
  await bench.settle();
  const size = sizes.at(-1);
  expect(size).toBeDefined();
  return size ?? { width: 0, height: 0 };
}
