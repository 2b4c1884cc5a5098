export { createFontBook } from './font-book.ts';
export { createSurface, decodeImage, type Picture, type Placing, type Surface } from './surface.ts';
