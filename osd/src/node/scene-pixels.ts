import type { FontPicker } from '../paint/font-picker.ts';
import { paintScene } from '../paint/painter.ts';
import type { Rectangle, Scene } from '../scene/scene.ts';
import { createSurface } from './surface.ts';

/** Straight RGBA, row by row, of a part of the overlay. */
export interface PixelArea {
  readonly area: Rectangle;
  readonly pixels: Uint8Array;
}

/** What the damage looks like now. Null is an overlay that shows nothing. */
export type ScenePixels = (scene: Scene | null, damage: readonly Rectangle[]) => PixelArea[];

/**
 * Reading back makes Skia copy the whole surface before the next stroke: 10 ms for every key at 4K. The damage is
 * painted whole anyway, so a sheet of a line's size is enough, moved over the scene.
 */
const SHEET = { width: 1024, height: 256 };

/** For overlays that put pixels on a screen: keeps no picture of its own. */
export function createScenePixels(fonts: FontPicker): ScenePixels {
  const sheet = createSurface(SHEET.width, SHEET.height);
  return (scene, damage) =>
    damage.flatMap(tiles).map((area) => {
      sheet.context.save();
      sheet.context.translate(-area.x, -area.y);
      paintScene(sheet.context, scene, [area], fonts);
      sheet.context.restore();
      return { area, pixels: sheet.readPixels({ x: 0, y: 0, width: area.width, height: area.height }) };
    });
}

function tiles({ x, y, width, height }: Rectangle): Rectangle[] {
  const result: Rectangle[] = [];
  for (let top = 0; top < height; top += SHEET.height) {
    for (let left = 0; left < width; left += SHEET.width) {
      result.push({
        x: x + left,
        y: y + top,
        width: Math.min(SHEET.width, width - left),
        height: Math.min(SHEET.height, height - top),
      });
    }
  }
  return result;
}
