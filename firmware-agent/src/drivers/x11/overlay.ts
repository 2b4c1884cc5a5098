import type { Rectangle, Scene } from '@seatmatrix/osd';
import type { ScenePixels } from '@seatmatrix/osd/node';
import type { Log } from '@seatmatrix/protocol/kernel';
import type { Overlay, OverlaySize } from '../overlay.ts';
import type { DeskWindow } from './desk-window.ts';
import { type ImageSender, openImageSender } from './image-sender.ts';
import { pixelKeeper } from './raw-requests.ts';
import { sceneShape } from './scene-shape.ts';
import type { XExtensions } from './x11-connection.ts';

/**
 * The OSD in a window of its own above the video's, cut to the shape of what the scene covers, so that it costs the
 * video nothing; it is there only while there is a scene. Its pixels lie in a pixmap of the server's that is the window's
 * background: what was covered comes back without us, and a menu appears whole. While it is there, the server keeps the
 * video's pixels as well (Composite, which costs a copy a frame): a picture that stands still is back at once where the
 * OSD was. What was presented in one turn of the event loop is painted once, at its end.
 */
export class X11Overlay implements Overlay {
  readonly #window: DeskWindow;
  readonly #pixels: ScenePixels;
  readonly #sender: ImageSender;
  readonly #shape: XExtensions['shape'] | null;
  readonly #keepPixels: ((window: number, kept: boolean) => void) | null;
  #listener: ((event: { readonly type: 'size'; readonly size: OverlaySize }) => void) | null = null;
  readonly #unsubscribe: () => void;
  #scene: Scene | null = null;
  #damage: Rectangle[] = [];
  #painting = false;
  #shown: readonly Rectangle[] | null = null;
  #plane: Plane | null = null;
  #disposed = false;

  private constructor(
    window: DeskWindow,
    made: {
      readonly pixels: ScenePixels;
      readonly sender: ImageSender;
      readonly shape: XExtensions['shape'] | null;
      readonly keepPixels: ((window: number, kept: boolean) => void) | null;
    },
  ) {
    this.#window = window;
    this.#pixels = made.pixels;
    this.#sender = made.sender;
    this.#shape = made.shape;
    this.#keepPixels = made.keepPixels;
    this.#unsubscribe = this.#window.subscribe((event) => {
      if (event.type === 'size') this.#listener?.({ type: 'size', size: event.size });
    });
    this.#window.ended.then(() => {
      this.#disposed = true;
    });
  }

  static async open(
    window: DeskWindow,
    { pixels, log }: { readonly pixels: ScenePixels; readonly log: Log },
  ): Promise<X11Overlay> {
    const shape = await window.connection.extension('shape');
    if (shape === null) log.warn('the X server has no SHAPE extension: the OSD covers the whole picture');
    const sender = await openImageSender(window.connection, log);
    const keepPixels = await pixelKeeper(window.connection);
    return new X11Overlay(window, { pixels, sender, shape, keepPixels });
  }

  listen(listener: (event: { readonly type: 'size'; readonly size: OverlaySize }) => void): void {
    this.#listener = listener;
    listener({ type: 'size', size: this.#window.size });
  }

  present(scene: Scene | null, damage: readonly Rectangle[]): void {
    if (this.#disposed) return;
    this.#scene = scene;
    this.#damage.push(...damage);
    if (this.#painting) return;
    this.#painting = true;
    queueMicrotask(() => {
      this.#painting = false;
      if (!this.#disposed) this.#paint();
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#disposed = true;
    this.#listener = null;
    this.#unsubscribe();
    this.#hide();
  }

  #paint(): void {
    const [scene, damage] = [this.#scene, this.#damage.splice(0)];
    if (scene === null) {
      this.#hide();
      return;
    }
    const { client } = this.#window.connection;
    const window = this.#window.overlayWindow;
    const plane = this.#planeFor(scene);
    for (const area of this.#pixels(scene, damage)) this.#sender.send(plane.pixmap, area);
    // Set anew, since a server need not notice that its background was drawn on.
    client.ChangeWindowAttributes(window, { backgroundPixmap: plane.pixmap });
    const hidden = this.#shown === null;
    this.#cut(sceneShape(scene));
    if (hidden) {
      this.#keepPixels?.(this.#window.videoWindow, true);
      client.MapWindow(window);
      return;
    }
    for (const { x, y, width, height } of damage) client.ClearArea(window, x, y, width, height, 0);
  }

  #planeFor({ width, height }: Scene): Plane {
    if (this.#plane?.width === width && this.#plane.height === height) return this.#plane;
    this.#freePlane();
    const { client, screen } = this.#window.connection;
    const plane = { pixmap: client.AllocID(), width, height };
    client.CreatePixmap(plane.pixmap, screen.root, screen.depth, width, height);
    this.#plane = plane;
    return plane;
  }

  #freePlane(): void {
    if (this.#plane !== null) this.#window.connection.client.FreePixmap(this.#plane.pixmap);
    this.#plane = null;
  }

  #cut(shape: readonly Rectangle[]): void {
    if (this.#shown !== null && JSON.stringify(this.#shown) === JSON.stringify(shape)) return;
    this.#shown = shape;
    const rectangles = shape.map(({ x, y, width, height }) => [x, y, width, height] as const);
    this.#shape?.Rectangles(SET, BOUNDING, this.#window.overlayWindow, 0, 0, rectangles);
  }

  #hide(): void {
    if (this.#shown === null) return;
    this.#shown = null;
    this.#window.connection.client.UnmapWindow(this.#window.overlayWindow);
    this.#keepPixels?.(this.#window.videoWindow, false);
    this.#freePlane();
  }
}

/** As large as the scene. */
interface Plane extends OverlaySize {
  readonly pixmap: number;
}

const SET = 0;
const BOUNDING = 0;
