import { createSurface, type Surface } from '@seatmatrix/osd/node';
import type { Computer } from './computer.ts';
import type { ComputerHead } from './computer-head.ts';
import { paintBackdrop, paintLive, type ScreenContent } from './screen-paint.ts';

/**
 * What a head shows, painted when it is asked for and only when it changed. What never changes (background, name,
 * pixel codes) is painted once a mode.
 */
export class ComputerScreen {
  readonly #computer: Computer;
  readonly #head: ComputerHead;
  #backdrop: Surface | null = null;
  #surface: Surface | null = null;
  #painted = 0;

  constructor(computer: Computer, head: ComputerHead) {
    this.#computer = computer;
    this.#head = head;
  }

  /** The surface is the screen's own: it shows the next picture after the next call. */
  picture(): Surface {
    const { width, height } = this.#head.mode;
    if (this.#surface?.width !== width || this.#surface.height !== height || this.#backdrop === null) {
      this.#surface = createSurface(width, height);
      this.#backdrop = createSurface(width, height);
      paintBackdrop(this.#backdrop, this.#content());
      this.#painted = 0;
    }
    if (this.#painted !== this.#head.version) {
      this.#surface.draw(this.#backdrop.picture, { target: { x: 0, y: 0, width, height } });
      paintLive(this.#surface, this.#content());
      this.#painted = this.#head.version;
    }
    return this.#surface;
  }

  #content(): ScreenContent {
    const { options, console, leds, heldKeys, pointer, status } = this.#computer;
    const { number: head } = this.#head;
    return { options, head, console, leds, heldKeys, pointer: pointer?.head === head ? pointer : null, status };
  }
}
