import { intersects, nodeBounds } from '../scene/damage.ts';
import type { InputNode, PanelNode, Rectangle, Scene, SceneNode, TextNode } from '../scene/scene.ts';
import type { Canvas2D } from './canvas-2d.ts';
import type { FontPicker } from './font-picker.ts';
import { paintMark } from './mark-painter.ts';
import { drawRun, fitted, measureRun } from './text-run.ts';

/**
 * Paints what of the scene lies in the damage, and nothing outside. The damage is cleared first: the overlay is
 * transparent where the scene has no node. Null shows nothing.
 */
export function paintScene(
  context: Canvas2D,
  scene: Scene | null,
  damage: readonly Rectangle[],
  fonts: FontPicker,
): void {
  for (const area of damage) {
    context.save();
    // Whole pixels: the clip has hard edges, and what is painted in parts equals what is painted whole.
    clipTo(context, area);
    context.clearRect(area.x, area.y, area.width, area.height);
    for (const node of scene?.nodes ?? []) {
      if (intersects(nodeBounds(node), area)) paintNode(context, node, fonts);
    }
    context.restore();
  }
}

function paintNode(context: Canvas2D, node: SceneNode, fonts: FontPicker): void {
  switch (node.type) {
    case 'panel':
      paintPanel(context, node);
      break;
    case 'mark':
      paintMark(context, node);
      break;
    case 'text':
      paintText(context, node, fonts);
      break;
    case 'input':
      paintInput(context, node, fonts);
      break;
  }
}

/** The stroke lies inside the box. */
function paintPanel(context: Canvas2D, { box, fill, stroke, strokeWidth, radius }: PanelNode): void {
  context.fillStyle = fill;
  if (radius === 0) {
    context.fillRect(box.x, box.y, box.width, box.height);
  } else {
    context.beginPath();
    context.roundRect(box.x, box.y, box.width, box.height, Math.min(radius, box.width / 2, box.height / 2));
    context.fill();
  }
  if (stroke === null) return;
  context.beginPath();
  context.roundRect(
    box.x + strokeWidth / 2,
    box.y + strokeWidth / 2,
    box.width - strokeWidth,
    box.height - strokeWidth,
    Math.max(0, Math.min(radius, box.width / 2, box.height / 2) - strokeWidth / 2),
  );
  context.strokeStyle = stroke;
  context.lineWidth = strokeWidth;
  context.stroke();
}

function paintText(context: Canvas2D, node: TextNode, fonts: FontPicker): void {
  const { box, size, weight, colour } = node;
  context.save();
  clipTo(context, nodeBounds(node));
  const run = { fonts, size, weight };
  const text = fitted(context, node.text, { ...run, width: box.width });
  const spare = box.width - measureRun(context, text, run);
  const indent = node.align === 'left' ? 0 : node.align === 'centre' ? spare / 2 : spare;
  context.fillStyle = colour;
  drawRun(context, text, { ...run, x: box.x + Math.round(indent), y: baseline(node) });
  context.restore();
}

/** Scrolled so that the caret is seen; the selection's ground has the accent's colour and the text stays readable. */
function paintInput(context: Canvas2D, node: InputNode, fonts: FontPicker): void {
  const { box, size, weight, colour, caret, accent } = node;
  context.save();
  clipTo(context, nodeBounds(node));
  const run = { fonts, size, weight };
  const width = measureRun(context, node.text, run);
  const before = caret === null ? 0 : measureRun(context, node.text.slice(0, caret), run);
  const thickness = Math.max(1, Math.round(size / 10));
  const scroll = Math.max(0, Math.ceil(before + thickness - box.width));
  const x = box.x - scroll;
  const height = Math.round(Math.min(size * 1.24, box.height * 0.66));
  const top = Math.round(box.y + (box.height - height) / 2);
  if (node.selected) {
    context.globalAlpha = SELECTION_ALPHA;
    context.fillStyle = accent;
    context.fillRect(x, top, Math.ceil(width), height);
    context.globalAlpha = 1;
  }
  context.fillStyle = colour;
  drawRun(context, node.text, { ...run, x, y: baseline(node) });
  if (caret !== null) {
    context.fillStyle = accent;
    context.fillRect(Math.round(x + before), top, thickness, height);
  }
  context.restore();
}

const SELECTION_ALPHA = 0.35;

/**
 * Centres by the size, never by a font's own metrics: capitals stand 0.71 of it high, Han characters reach 0.12 below
 * the baseline, and lines of either must not jump.
 */
const baseline = ({ box, size }: TextNode | InputNode): number => Math.round(box.y + box.height / 2 + size * 0.365);

function clipTo(context: Canvas2D, area: Rectangle): void {
  context.beginPath();
  context.rect(area.x, area.y, area.width, area.height);
  context.clip();
}
