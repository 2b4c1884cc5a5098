/**
 * The part of a 2D canvas context that Seatmatrix draws with. Both @napi-rs/canvas and the browser's
 * CanvasRenderingContext2D satisfy it: the two agree on these members, and on little beyond them.
 */
export interface Canvas2D {
  get fillStyle(): unknown;
  set fillStyle(style: string);
  get strokeStyle(): unknown;
  set strokeStyle(style: string);
  lineWidth: number;
  lineCap: 'butt' | 'round' | 'square';
  lineJoin: 'bevel' | 'miter' | 'round';
  globalAlpha: number;
  /** CSS shorthand: `700 16px "Family", "Family"`. */
  font: string;
  save(): void;
  restore(): void;
  translate(x: number, y: number): void;
  scale(x: number, y: number): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, startAngle: number, endAngle: number): void;
  ellipse(
    x: number,
    y: number,
    radiusX: number,
    radiusY: number,
    rotation: number,
    startAngle: number,
    endAngle: number,
  ): void;
  rect(x: number, y: number, width: number, height: number): void;
  roundRect(x: number, y: number, width: number, height: number, radius: number): void;
  clip(): void;
  fill(): void;
  stroke(): void;
  clearRect(x: number, y: number, width: number, height: number): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  /** Left-aligned, y is the alphabetic baseline: the context's defaults, which nobody changes. */
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): { readonly width: number };
}
