import { createSurface, type Surface } from '@seatmatrix/osd/node';
import { paintBackdrop, paintLive, type ScreenContent } from './screen-paint.ts';

/** A head's picture. What never changes (background, name, pixel codes) is painted once a size. */
export class ComputerScreen {
  readonly #content: () => ScreenContent;
  #backdrop: Surface | null = null;
  #surface: Surface | null = null;
  #painted = 0;

  constructor(content: () => ScreenContent) {
    this.#content = content;
  }

  /** The picture of this size and version, painted unless it is the one of the last call, whose surface it uses again. */
  picture({ width, height }: { readonly width: number; readonly height: number }, version: number): Surface {
    if (this.#surface?.width !== width || this.#surface.height !== height || this.#backdrop === null) {
      this.#surface = createSurface(width, height);
      this.#backdrop = createSurface(width, height);
      paintBackdrop(this.#backdrop, this.#content());
      this.#painted = 0;
    }
    if (this.#painted !== version) {
      this.#surface.draw(this.#backdrop.picture, { target: { x: 0, y: 0, width, height } });
      paintLive(this.#surface, this.#content());
      this.#painted = version;
    }
    return this.#surface;
  }
}
