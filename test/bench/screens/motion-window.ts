import type { X11Connection } from '../../../firmware-agent/src/drivers/x11/x11-connection.ts';

import { photograph, photoTexture } from './photo-texture.ts';
import type { Area } from './screen-eye.ts';

/** What a computer's screen may show that moves. */
export type Motion = 'scroll' | 'clip';

export interface MotionOptions {
  /** Pictures a second. */
  readonly rate: number;
  /** Without a clip the window can scroll alone. */
  readonly clip: boolean;
}

/** A film's, a video call's, and a scrolling page's of most programs. */
const USUAL: MotionOptions = { rate: 30, clip: true };
const SCROLL_STEP = 8;
const CLIP_PICTURES = 32;

const INPUT_OUTPUT = 1;
const Z_PIXMAP = 2;
const REQUEST_HEADER = 28;

/** A window that plays motion. All pictures lie in the X server beforehand, so that playing them costs nobody else anything. */
export class MotionWindow implements AsyncDisposable {
  readonly #connection: X11Connection;
  readonly #area: Area;
  readonly #rate: number;
  readonly #window: number;
  readonly #context: number;
  readonly #texture: number;
  readonly #clip: readonly number[];
  readonly #textureHeight: number;
  #timer: NodeJS.Timeout | null = null;

  /** Resolves when all pictures are in the server, the first of them on the screen. */
  static async open(connection: X11Connection, area: Area, options: MotionOptions = USUAL): Promise<MotionWindow> {
    const made = new MotionWindow(connection, area, options);
    await connection.sync();
    return made;
  }

  private constructor(connection: X11Connection, area: Area, { rate, clip }: MotionOptions) {
    const { client, screen } = connection;
    const { x, y, width, height } = area;
    this.#connection = connection;
    this.#area = area;
    this.#rate = rate;
    this.#window = client.AllocID();
    this.#context = client.AllocID();
    client.CreateWindow(this.#window, screen.root, x, y, width, height, 0, 0, INPUT_OUTPUT, 0, {
      overrideRedirect: true,
      backgroundPixmap: 0,
    });
    client.CreateGC(this.#context, this.#window, { graphicsExposures: 0 });
    const texture = photoTexture({ width, height: 2 * height });
    this.#textureHeight = texture.height;
    this.#texture = this.#upload(texture.pixels, { width, height: texture.height });
    this.#clip = Array.from({ length: clip ? CLIP_PICTURES : 0 }, (_, index) => {
      const way = index / (CLIP_PICTURES - 1);
      const look = { x: width * (0.4 + 0.25 * way), y: height * (0.9 + 0.2 * way), zoom: 1.1 + 0.35 * way };
      return this.#upload(photograph(texture, { ...look, width, height }), { width, height });
    });
    client.MapWindow(this.#window);
    this.#show('scroll', 0);
  }

  play(motion: Motion): void {
    this.stop();
    const started = performance.now();
    let shown = 0;
    const next = () => {
      // By the clock, so that a busy machine leaves out pictures as a player does.
      shown = Math.max(shown + 1, Math.round(((performance.now() - started) * this.#rate) / 1000));
      this.#show(motion, shown);
      const due = started + ((shown + 1) * 1000) / this.#rate;
      this.#timer = setTimeout(next, Math.max(0, due - performance.now()));
    };
    next();
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.stop();
    const { client } = this.#connection;
    client.DestroyWindow(this.#window);
    for (const pixmap of [this.#texture, ...this.#clip]) client.FreePixmap(pixmap);
  }

  #show(motion: Motion, number: number): void {
    const { height } = this.#area;
    if (motion === 'clip') {
      // There and back.
      const turn = number % (2 * CLIP_PICTURES - 2);
      const picture = this.#clip[Math.min(turn, 2 * CLIP_PICTURES - 2 - turn)] ?? 0;
      this.#copy(picture, { fromY: 0, toY: 0, rows: height });
      return;
    }
    const fromY = (number * SCROLL_STEP) % this.#textureHeight;
    const rows = Math.min(height, this.#textureHeight - fromY);
    this.#copy(this.#texture, { fromY, toY: 0, rows });
    if (rows < height) this.#copy(this.#texture, { fromY: 0, toY: rows, rows: height - rows });
  }

  #copy(
    picture: number,
    { fromY, toY, rows }: { readonly fromY: number; readonly toY: number; readonly rows: number },
  ) {
    const { client } = this.#connection;
    client.CopyArea(picture, this.#window, this.#context, 0, fromY, 0, toY, this.#area.width, rows);
  }

  #upload(pixels: Buffer, { width, height }: { readonly width: number; readonly height: number }): number {
    const { client, screen, requestMax } = this.#connection;
    const pixmap = client.AllocID();
    client.CreatePixmap(pixmap, screen.root, screen.depth, width, height);
    const rows = Math.floor((requestMax - REQUEST_HEADER) / (4 * width));
    for (let row = 0; row < height; row += rows) {
      const lines = Math.min(rows, height - row);
      const part = pixels.subarray(4 * width * row, 4 * width * (row + lines));
      client.PutImage(Z_PIXMAP, pixmap, this.#context, width, lines, 0, row, 0, screen.depth, part);
    }
    return pixmap;
  }
}
