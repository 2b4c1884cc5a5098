import type { Overlay, OverlaySize } from '@seatmatrix/firmware-agent/drivers';
import type { Rectangle, Scene } from '@seatmatrix/osd';
import { createSurface, type Surface } from '@seatmatrix/osd/node';
import { paintScene } from '@seatmatrix/osd/paint';
import { screenFonts } from '../physical/brush.ts';
import type { Monitor, OverlayPlane } from '../physical/monitor.ts';

/** Rectangles that nobody looked at yet; beyond so many the whole plane is cheaper. */
const PENDING_MAX = 64;

/**
 * The OSD's plane on a simulated monitor. Painting waits until somebody looks, and then paints the newest scene in
 * what was damaged since: a damage that was told too small shows, as on a real plane.
 */
export class SimOverlay implements Overlay, OverlayPlane {
  readonly #monitor: Monitor;
  readonly #unsubscribe: () => void;
  #listener: ((event: { readonly type: 'size'; readonly size: OverlaySize }) => void) | null = null;
  #told: OverlaySize | null = null;
  #scene: Scene | null = null;
  #pending: Rectangle[] = [];
  #surface: Surface | null = null;
  #version = 0;

  constructor(monitor: Monitor) {
    this.#monitor = monitor;
    this.#unsubscribe = monitor.subscribe((event) => {
      if (event === 'exchanged') this.#tellSize();
    });
    monitor.setOverlay(this);
  }

  /** What was presented last; null hides the plane. */
  get scene(): Scene | null {
    return this.#scene;
  }

  /** Every text of the scene, in painting order. */
  get texts(): readonly string[] {
    return (this.#scene?.nodes ?? []).flatMap((node) => {
      return node.type === 'text' || node.type === 'input' ? [node.text] : [];
    });
  }

  /** How often something was presented. */
  get version(): number {
    return this.#version;
  }

  listen(listener: (event: { readonly type: 'size'; readonly size: OverlaySize }) => void): void {
    this.#listener = listener;
    this.#told = null;
    this.#tellSize();
  }

  present(scene: Scene | null, damage: readonly Rectangle[]): void {
    this.#version++;
    this.#scene = scene;
    if (scene === null) {
      // Hidden, and empty when it comes back: the damage of the next scene is its nodes alone.
      this.#surface = null;
      this.#pending = [];
      return;
    }
    this.#pending.push(...damage);
    if (this.#pending.length > PENDING_MAX) this.#pending = [enclosing(this.#pending)];
  }

  surface(): Surface | null {
    const scene = this.#scene;
    if (scene === null) return null;
    if (this.#surface?.width !== scene.width || this.#surface.height !== scene.height) {
      this.#surface = createSurface(scene.width, scene.height);
    }
    paintScene(this.#surface.context, scene, this.#pending, screenFonts());
    this.#pending = [];
    return this.#surface;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener = null;
    this.#unsubscribe();
    this.#monitor.setOverlay(null);
  }

  #tellSize(): void {
    const { width, height } = this.#monitor.mode;
    if (this.#told?.width === width && this.#told.height === height) return;
    this.#told = { width, height };
    this.#listener?.({ type: 'size', size: this.#told });
  }
}

function enclosing(rectangles: readonly Rectangle[]): Rectangle {
  const left = Math.min(...rectangles.map(({ x }) => x));
  const top = Math.min(...rectangles.map(({ y }) => y));
  const right = Math.max(...rectangles.map(({ x, width }) => x + width));
  const bottom = Math.max(...rectangles.map(({ y, height }) => y + height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}
