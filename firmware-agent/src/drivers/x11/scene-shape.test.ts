import { presentOsd, type Rectangle, type Scene, type SceneNode } from '@seatmatrix/osd';
import { sample } from '@seatmatrix/osd/testing';
import { describe, expect, it } from 'vitest';
import { sceneShape } from './scene-shape.ts';

const scene = (...nodes: readonly SceneNode[]): Scene => ({ width: 1000, height: 500, nodes });

const panel = (box: Rectangle, radius = 0): SceneNode => ({
  type: 'panel',
  box,
  fill: '#10141b',
  stroke: null,
  strokeWidth: 0,
  radius,
});

const covers = (shape: readonly Rectangle[], x: number, y: number): boolean =>
  shape.some((each) => x >= each.x && y >= each.y && x < each.x + each.width && y < each.y + each.height);

describe('the shape of a scene', () => {
  it('is its panels’ boxes, and what lies on a panel adds nothing', () => {
    const box = { x: 10, y: 20, width: 300, height: 100 };
    const inside = { x: 20, y: 30, width: 50, height: 20 };
    expect(sceneShape(scene(panel(box), panel(inside)))).toEqual([box]);
  });

  it('leaves the corners of a rounded panel to the picture', () => {
    const shape = sceneShape(scene(panel({ x: 100, y: 100, width: 200, height: 100 }, 20)));
    for (const [x, y] of [
      [100, 100],
      [299, 100],
      [100, 199],
      [299, 199],
      [103, 103],
    ] as const) {
      expect(covers(shape, x, y)).toBe(false);
    }
    for (const [x, y] of [
      [120, 100],
      [100, 120],
      [107, 107],
      [200, 150],
      [299, 150],
      [200, 199],
    ] as const) {
      expect(covers(shape, x, y)).toBe(true);
    }
  });

  it('has a text that stands on no panel', () => {
    const box = { x: 400, y: 300, width: 100, height: 30 };
    const text: SceneNode = { type: 'text', box, text: 'Rx', size: 20, weight: 400, colour: '#ffffff', align: 'left' };
    expect(covers(sceneShape(scene(text)), 450, 310)).toBe(true);
  });

  it('ends at the screen’s edge', () => {
    expect(sceneShape(scene(panel({ x: -50, y: 450, width: 2000, height: 100 })))).toEqual([
      { x: 0, y: 450, width: 1000, height: 50 },
    ]);
  });

  it('takes whole pixels of a box that lies between them', () => {
    expect(sceneShape(scene(panel({ x: 10.4, y: 0, width: 20.2, height: 10 })))).toEqual([
      { x: 10, y: 0, width: 21, height: 10 },
    ]);
  });

  it('of an open menu is one card, of a few dozen rectangles', () => {
    const open = presentOsd(sample('menu-connect', 'zh'), { width: 1920, height: 1080 });
    expect(open).not.toBeNull();
    if (open === null) return;
    const shape = sceneShape(open);
    expect(shape.length).toBeLessThan(100);
    expect(covers(shape, 960, 540)).toBe(true);
    expect(covers(shape, 10, 10)).toBe(false);
  });
});
