import type { Rectangle, Scene, SceneNode } from '@seatmatrix/osd';

/**
 * The pixels that the scene covers, as rectangles: X without a compositor knows covered and not covered and nothing
 * between. Panels cover their rounded boxes, also where they let some of the picture through; texts and marks that stand
 * on no panel cover their own.
 */
export function sceneShape(scene: Scene): readonly Rectangle[] {
  const panels: Rectangle[] = [];
  const shape: Rectangle[] = [];
  for (const node of scene.nodes) {
    if (panels.some((panel) => contains(panel, node.box))) continue;
    if (node.type === 'panel') panels.push(node.box);
    for (const rectangle of outline(node)) {
      const visible = clipped(rectangle, scene);
      if (visible.width > 0 && visible.height > 0) shape.push(visible);
    }
  }
  return shape;
}

/** Whole pixels, with those that the node covers in part. */
function outline(node: SceneNode): readonly Rectangle[] {
  const box = whole(node.box);
  const radius = node.type === 'panel' ? Math.min(node.radius, box.width / 2, box.height / 2) : 0;
  const rows = Math.ceil(radius);
  if (rows === 0) return [box];
  const result: Rectangle[] = [{ ...box, y: box.y + rows, height: box.height - 2 * rows }];
  for (let row = 0; row < rows; row++) {
    // Where the circle is at the middle of the row; a pixel that it covers less than half is left to the picture.
    const above = radius - row - 0.5;
    const inset = Math.round(radius - Math.sqrt(Math.max(0, radius * radius - above * above)));
    const line = { x: box.x + inset, width: box.width - 2 * inset, height: 1 };
    result.push({ ...line, y: box.y + row }, { ...line, y: box.y + box.height - 1 - row });
  }
  return result;
}

function whole({ x, y, width, height }: Rectangle): Rectangle {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return { x: left, y: top, width: Math.ceil(x + width) - left, height: Math.ceil(y + height) - top };
}

const contains = (outer: Rectangle, inner: Rectangle): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

function clipped({ x, y, width, height }: Rectangle, scene: Scene): Rectangle {
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  return {
    x: left,
    y: top,
    width: Math.min(scene.width, x + width) - left,
    height: Math.min(scene.height, y + height) - top,
  };
}
