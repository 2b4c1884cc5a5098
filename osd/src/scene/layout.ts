import type { TextSize } from '@seatmatrix/protocol/domain';
import type { Rectangle, Scene, SceneNode } from './scene.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Everything is laid out on a screen so high and at least so wide, and then scaled to the real one: larger texts are a
 * smaller screen. On a lower one than 600 the menu and its notices have no room above each other.
 */
const designs = {
  small: { height: 840, widthMin: 1120 },
  normal: { height: 720, widthMin: 960 },
  large: { height: 600, widthMin: 800 },
} as const satisfies Readonly<Record<TextSize, unknown>>;

/** Real pixels for one of the design's. A screen that is narrow for its height scales by its width. */
export function unitFor({ width, height }: Size, textSize: TextSize): number {
  const design = designs[textSize];
  return Math.min(height / design.height, width / design.widthMin);
}

/** The design's screen for this real one: as high as the texts' size says or, on a narrow screen, higher. */
export function designSize(size: Size, textSize: TextSize): Size {
  const unit = unitFor(size, textSize);
  return { width: size.width / unit, height: size.height / unit };
}

/** The scene in real pixels. Edges are rounded, not widths: what touched still touches, and nothing is blurred. */
export function scaleScene(
  nodes: readonly SceneNode[],
  { size, textSize }: { readonly size: Size; readonly textSize: TextSize },
): Scene {
  const unit = unitFor(size, textSize);
  return { width: size.width, height: size.height, nodes: nodes.map((node) => scaleNode(node, unit)) };
}

/** A rectangle of this size in the middle of the other. */
export const centred = (within: Rectangle, { width, height }: Size): Rectangle => ({
  x: within.x + (within.width - width) / 2,
  y: within.y + (within.height - height) / 2,
  width,
  height,
});

function scaleNode(node: SceneNode, unit: number): SceneNode {
  const box = scaleBox(node.box, unit);
  switch (node.type) {
    case 'text':
    case 'input':
      // Half pixels are enough, and keep the number of sizes that fonts are cached in small.
      return { ...node, box, size: Math.round(node.size * unit * 2) / 2 };
    case 'panel':
      return {
        ...node,
        box,
        radius: Math.round(node.radius * unit),
        strokeWidth: Math.max(1, Math.round(node.strokeWidth * unit)),
      };
    case 'mark':
      return { ...node, box };
  }
}

function scaleBox({ x, y, width, height }: Rectangle, unit: number): Rectangle {
  const left = Math.round(x * unit);
  const top = Math.round(y * unit);
  return {
    x: left,
    y: top,
    width: Math.max(1, Math.round((x + width) * unit) - left),
    height: Math.max(1, Math.round((y + height) * unit) - top),
  };
}
