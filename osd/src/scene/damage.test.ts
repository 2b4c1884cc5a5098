import { Usages } from '@seatmatrix/protocol/domain';
import { describe, expect, it } from 'vitest';
import { samplePage } from '../testing/samples.ts';
import { createDesk, type Desk } from '../testing/typist.ts';
import { sceneDamage } from './damage.ts';
import { presentOsd } from './present.ts';
import type { PanelNode, Rectangle, Scene } from './scene.ts';

const size = { width: 1280, height: 720 };

const panel = (x: number, fill = '#ffffff'): PanelNode => ({
  type: 'panel',
  box: { x, y: 0, width: 200, height: 200 },
  fill,
  stroke: null,
  strokeWidth: 1,
  radius: 0,
});
const scene = (...nodes: Scene['nodes'][number][]): Scene => ({ ...size, nodes });

const area = (rectangles: readonly Rectangle[]): number =>
  rectangles.reduce((sum, { width, height }) => sum + width * height, 0);

function damageOf(desk: Desk, change: () => void): Rectangle[] {
  const before = presentOsd(desk.state, size);
  change();
  return sceneDamage(before, presentOsd(desk.state, size));
}

function openMenu(): Desk {
  const desk = createDesk({ operator: 'hxfj', source: { id: '0001', name: 'x', picture: 'live', mode: 'shared' } });
  desk.wait(3000);
  desk.feed({ type: 'open', function: 'connect' });
  desk.feed({ type: 'list', page: samplePage });
  return desk;
}

describe('damage between two scenes', () => {
  it('is nothing when nothing changed', () => {
    expect(sceneDamage(scene(panel(0)), scene(panel(0)))).toEqual([]);
    expect(sceneDamage(null, null)).toEqual([]);
  });

  it('is every node when the overlay appears or goes', () => {
    const box = { x: 0, y: 0, width: 200, height: 200 };
    expect(sceneDamage(null, scene(panel(0)))).toEqual([box]);
    expect(sceneDamage(scene(panel(0)), null)).toEqual([box]);
  });

  it('is where a node was and where it is', () => {
    expect(sceneDamage(scene(panel(0)), scene(panel(900)))).toEqual([
      { x: 0, y: 0, width: 200, height: 200 },
      { x: 900, y: 0, width: 200, height: 200 },
    ]);
  });

  it('joins what overlaps and never reaches over the edge', () => {
    expect(sceneDamage(scene(), scene(panel(1000), panel(1150)))).toEqual([{ x: 1000, y: 0, width: 280, height: 200 }]);
  });

  it('counts a changed order and a doubled node', () => {
    const [red, blue] = [panel(0, '#ff000080'), panel(100, '#0000ff80')];
    expect(area(sceneDamage(scene(red, blue), scene(blue, red)))).toBe(300 * 200);
    expect(area(sceneDamage(scene(red), scene(red, red)))).toBe(200 * 200);
  });

  it('is the whole screen when its size changed', () => {
    const larger: Scene = { width: 1920, height: 1080, nodes: [panel(0)] };
    expect(sceneDamage(scene(panel(0)), larger)).toEqual([{ x: 0, y: 0, width: 1920, height: 1080 }]);
  });
});

describe('damage of what an operator does', () => {
  it('is the input line alone when a character is typed', () => {
    const desk = openMenu();
    const damage = damageOf(desk, () => desk.type('1'));
    expect(damage).toHaveLength(1);
    expect(area(damage)).toBeLessThan(0.02 * size.width * size.height);
  });

  it('is the input line and the feedback when Enter asks', () => {
    const desk = openMenu();
    desk.type('1');
    const damage = damageOf(desk, () => desk.press(Usages.Enter));
    expect(area(damage)).toBeLessThan(0.04 * size.width * size.height);
  });

  it('is the field alone when a password is typed', () => {
    const desk = createDesk();
    desk.press(Usages.Tab);
    const damage = damageOf(desk, () => desk.type('s'));
    expect(area(damage)).toBeLessThan(0.02 * size.width * size.height);
  });

  it('is one row when one device comes up', () => {
    const desk = openMenu();
    const rows = samplePage.rows.map((row) => (row.id === '0004' ? { ...row, state: 'online' as const } : row));
    const damage = damageOf(desk, () => desk.feed({ type: 'list', page: { ...samplePage, rows } }));
    expect(area(damage)).toBeLessThan(0.02 * size.width * size.height);
  });
});
