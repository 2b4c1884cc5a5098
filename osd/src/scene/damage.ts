import type { Rectangle, Scene, SceneNode } from './scene.ts';

/** Reading one more rectangle back costs less than so many pixels of a larger one. */
const WORTH_SPLITTING = 10_000;

/**
 * What has to be painted again to get from one scene to the other, in rectangles that do not overlap. Null is an
 * overlay that shows nothing. Empty when nothing changed.
 */
export function sceneDamage(before: Scene | null, after: Scene | null): Rectangle[] {
  const whole = after ?? before;
  if (whole === null) return [];
  const resized = before !== null && after !== null && (before.width !== after.width || before.height !== after.height);
  if (resized) return [{ x: 0, y: 0, width: whole.width, height: whole.height }];
  return merged(changedNodes(before?.nodes ?? [], after?.nodes ?? []).map((node) => clipped(nodeBounds(node), whole)));
}

/** Where a node can leave ink. A glyph may be higher than its line's box; the painter cuts it off at this. */
export function nodeBounds(node: SceneNode): Rectangle {
  if (node.type !== 'text' && node.type !== 'input') return node.box;
  const over = Math.max(0, Math.ceil((node.size * LINE_HEIGHT - node.box.height) / 2));
  return { x: node.box.x, y: node.box.y - over, width: node.box.width, height: node.box.height + 2 * over };
}

export function intersects(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** Noto's tallest scripts need about so much of the size; Latin and Chinese less. */
const LINE_HEIGHT = 1.5;

/**
 * Nodes that only one of the two has. Nodes that both have count as unchanged only while they are in the same order:
 * where they are not, what lies above what may have changed, and both scenes count whole.
 */
function changedNodes(before: readonly SceneNode[], after: readonly SceneNode[]): readonly SceneNode[] {
  const old = new Map(before.map((node) => [identity(node), node]));
  const young = new Map(after.map((node) => [identity(node), node]));
  const kept = [...old.keys()].filter((key) => young.has(key));
  const keptAfter = [...young.keys()].filter((key) => old.has(key));
  if (kept.some((key, index) => key !== keptAfter[index])) return [...before, ...after];
  if (old.size !== before.length || young.size !== after.length) {
    // The same node twice in one place: translucent paint would add up, so the pair is painted again.
    const doubled = [...repeated(before), ...repeated(after)];
    return [...doubled, ...difference(old, young), ...difference(young, old)];
  }
  return [...difference(old, young), ...difference(young, old)];
}

const difference = (from: ReadonlyMap<string, SceneNode>, without: ReadonlyMap<string, SceneNode>): SceneNode[] =>
  [...from].filter(([key]) => !without.has(key)).map(([, node]) => node);

function repeated(nodes: readonly SceneNode[]): SceneNode[] {
  const seen = new Set<string>();
  return nodes.filter((node) => {
    const key = identity(node);
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}

const identities = new WeakMap<SceneNode, string>();

function identity(node: SceneNode): string {
  const known = identities.get(node);
  if (known !== undefined) return known;
  const made = JSON.stringify(node);
  identities.set(node, made);
  return made;
}

function clipped({ x, y, width, height }: Rectangle, scene: Scene): Rectangle {
  const left = Math.max(0, x);
  const top = Math.max(0, y);
  return {
    x: left,
    y: top,
    width: Math.min(scene.width, x + width) - left,
    height: Math.min(scene.height, y + height) - top,
  };
}

/** Joins what overlaps, and what is so near that one rectangle is cheaper than two. */
function merged(rectangles: readonly Rectangle[]): Rectangle[] {
  const result: Rectangle[] = [];
  for (const rectangle of rectangles) {
    if (rectangle.width <= 0 || rectangle.height <= 0) continue;
    let grown = rectangle;
    let index = result.findIndex((other) => belongTogether(grown, other));
    while (index >= 0) {
      for (const other of result.splice(index, 1)) grown = union(grown, other);
      index = result.findIndex((other) => belongTogether(grown, other));
    }
    result.push(grown);
  }
  return result;
}

const belongTogether = (one: Rectangle, other: Rectangle): boolean =>
  intersects(one, other) || area(union(one, other)) - area(one) - area(other) < WORTH_SPLITTING;

const area = ({ width, height }: Rectangle): number => width * height;

function union(one: Rectangle, other: Rectangle): Rectangle {
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  };
}
