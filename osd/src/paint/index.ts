export type { Canvas2D } from './canvas-2d.ts';
export { cssFontPicker, type FontPicker } from './font-picker.ts';
export { paintScene } from './painter.ts';
