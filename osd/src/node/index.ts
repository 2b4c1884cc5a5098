export { createFontBook } from './font-book.ts';
export { type PictureSize, pictureSize } from './picture-size.ts';
export { createScenePixels, type PixelArea, type ScenePixels } from './scene-pixels.ts';
export { createSurface, decodeImage, type Picture, type Placing, type Surface } from './surface.ts';
