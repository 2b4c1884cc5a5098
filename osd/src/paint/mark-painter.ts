import type { MarkNode, Rectangle } from '../scene/scene.ts';
import type { Canvas2D } from './canvas-2d.ts';

/** The shape fills its box's smaller side and is cut off at it. Coordinates below are fractions of that square. */
export function paintMark(context: Canvas2D, { box, shape, colour }: MarkNode): void {
  const side = Math.min(box.width, box.height);
  const x = box.x + (box.width - side) / 2;
  const y = box.y + (box.height - side) / 2;
  context.save();
  context.beginPath();
  context.rect(box.x, box.y, box.width, box.height);
  context.clip();
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineWidth = Math.max(1.5, side * 0.16);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  paintShape(context, shape, { x, y, width: side, height: side });
  context.restore();
}

type Point = readonly [x: number, y: number];

function paintShape(context: Canvas2D, shape: MarkNode['shape'], square: Rectangle): void {
  switch (shape) {
    case 'disc':
      disc(context, square, 0.42);
      break;
    case 'ring':
      ring(context, square);
      break;
    case 'triangle':
      warning(context, square);
      break;
    case 'cross':
      line(context, square, [
        [0.18, 0.18],
        [0.82, 0.82],
      ]);
      line(context, square, [
        [0.82, 0.18],
        [0.18, 0.82],
      ]);
      break;
    case 'bar':
      line(context, square, [
        [0.15, 0.5],
        [0.85, 0.5],
      ]);
      break;
    case 'tick':
      line(context, square, [
        [0.12, 0.54],
        [0.4, 0.82],
        [0.88, 0.22],
      ]);
      break;
    case 'chevron-up':
      line(context, square, [
        [0.15, 0.68],
        [0.5, 0.32],
        [0.85, 0.68],
      ]);
      break;
    case 'chevron-down':
      line(context, square, [
        [0.15, 0.32],
        [0.5, 0.68],
        [0.85, 0.32],
      ]);
      break;
    case 'lock':
      lock(context, square);
      break;
    case 'eye':
      eye(context, square);
      break;
  }
}

function line(context: Canvas2D, square: Rectangle, points: readonly Point[]): void {
  trace(context, square, points);
  context.stroke();
}

function trace(context: Canvas2D, { x, y, width }: Rectangle, points: readonly Point[]): void {
  context.beginPath();
  points.forEach(([across, down], index) => {
    if (index === 0) context.moveTo(x + across * width, y + down * width);
    else context.lineTo(x + across * width, y + down * width);
  });
}

function disc(context: Canvas2D, { x, y, width }: Rectangle, radius: number): void {
  context.beginPath();
  context.arc(x + width / 2, y + width / 2, width * radius, 0, 2 * Math.PI);
  context.fill();
}

function ring(context: Canvas2D, { x, y, width }: Rectangle): void {
  context.beginPath();
  context.arc(x + width / 2, y + width / 2, width * 0.36, 0, 2 * Math.PI);
  context.stroke();
}

/** An outlined triangle with an exclamation mark. */
function warning(context: Canvas2D, square: Rectangle): void {
  const { x, y, width } = square;
  context.lineWidth = Math.max(1.2, width * 0.1);
  trace(context, square, [
    [0.5, 0.13],
    [0.93, 0.87],
    [0.07, 0.87],
  ]);
  context.closePath();
  context.stroke();
  line(context, square, [
    [0.5, 0.4],
    [0.5, 0.6],
  ]);
  context.beginPath();
  context.arc(x + width * 0.5, y + width * 0.74, width * 0.06, 0, 2 * Math.PI);
  context.fill();
}

function lock(context: Canvas2D, { x, y, width }: Rectangle): void {
  context.beginPath();
  context.roundRect(x + width * 0.16, y + width * 0.44, width * 0.68, width * 0.5, width * 0.1);
  context.fill();
  context.lineWidth = Math.max(1.2, width * 0.12);
  context.beginPath();
  context.moveTo(x + width * 0.3, y + width * 0.48);
  context.lineTo(x + width * 0.3, y + width * 0.32);
  context.arc(x + width * 0.5, y + width * 0.32, width * 0.2, Math.PI, 2 * Math.PI);
  context.lineTo(x + width * 0.7, y + width * 0.48);
  context.stroke();
}

function eye(context: Canvas2D, square: Rectangle): void {
  const { x, y, width } = square;
  context.lineWidth = Math.max(1.2, width * 0.11);
  context.beginPath();
  context.ellipse(x + width / 2, y + width / 2, width * 0.46, width * 0.3, 0, 0, 2 * Math.PI);
  context.stroke();
  disc(context, square, 0.15);
}
