import { createPageFonts } from '../../console/page-fonts.ts';
import { LabelSheet } from './label-sheet.ts';
import {
  type Density,
  extentOf,
  type Metrics,
  metricsFor,
  type Place,
  placeAt,
  type Size,
  scrollTo,
  type View,
} from './matrix-geometry.ts';
import { paintMatrix } from './matrix-painter.ts';
import { type Dragged, type MatrixColours, type MatrixScene, matrixColours } from './matrix-scene.ts';

/** Of the scene what a page's state says; pointer and scrolling belong to the surface. */
export type MatrixContent = Omit<MatrixScene, 'hovered' | 'dragged'> & { readonly density: Density };

interface Elements {
  /** Scrolls. */
  readonly frame: HTMLElement;
  /** As large as the whole matrix. */
  readonly extent: HTMLElement;
  /** As large as the frame. */
  readonly canvas: HTMLCanvasElement;
}

/**
 * One canvas of the window's size over a scrolled extent of any: a thousand by a thousand costs what is in view. Paints
 * at most once a frame, and scrolling goes through no framework.
 */
export class MatrixSurface {
  readonly #elements: Elements;
  readonly #seen: (devices: readonly string[]) => void;
  readonly #labels: LabelSheet;
  readonly #observer: ResizeObserver;
  #content: MatrixContent | null = null;
  /** Looked up once for each content: the look-up makes the browser compute styles. */
  #colours: MatrixColours | null = null;
  #hovered: Place | null = null;
  #dragged: Dragged | null = null;
  #waiting = false;

  constructor(elements: Elements, seen: (devices: readonly string[]) => void) {
    this.#elements = elements;
    this.#seen = seen;
    const fonts = createPageFonts(() => {
      this.#labels.clear();
      this.paint();
    });
    this.#labels = new LabelSheet(fonts);
    this.#observer = new ResizeObserver(() => this.paint());
    this.#observer.observe(elements.frame);
  }

  close(): void {
    this.#observer.disconnect();
    this.#content = null;
  }

  show(content: MatrixContent): void {
    this.#content = content;
    this.#colours = null;
    this.paint();
  }

  point(hovered: Place | null, dragged: Dragged | null): void {
    this.#hovered = hovered;
    this.#dragged = dragged;
    this.paint();
  }

  /** At the next frame. */
  paint(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      this.#paintNow();
    });
  }

  /** What lies under this point of the canvas. */
  placeAt(point: { readonly x: number; readonly y: number }): Place | null {
    return placeAt(point, { view: this.#view, size: this.#size, metrics: this.metrics });
  }

  /** Scrolls until the place is seen whole. */
  reveal(place: Place): void {
    this.#elements.frame.scrollTo(scrollTo(place, this.#view, this.metrics));
  }

  get metrics(): Metrics {
    return metricsFor(this.#content?.density ?? 'dense', this.#view, this.#size);
  }

  get #size(): Size {
    return { rows: this.#content?.rows.length ?? 0, columns: this.#content?.columns.length ?? 0 };
  }

  get #view(): View {
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.#elements.frame;
    return { left: scrollLeft, top: scrollTop, width: clientWidth, height: clientHeight };
  }

  #paintNow(): void {
    const content = this.#content;
    const context = this.#elements.canvas.getContext('2d', { alpha: false });
    if (content === null || context === null) return;
    const { metrics } = this;
    const { width, height } = extentOf(metrics, this.#size);
    setSize(this.#elements.extent, width, height);
    // The extent may have scrolled the frame: what is in view is asked after it.
    const view = this.#view;
    fit(context, view);
    this.#colours ??= matrixColours(this.#elements.frame);
    const brush = {
      ...{ context, view, metrics, labels: this.#labels, colours: this.#colours },
      x: (column: number) => metrics.names + column * metrics.cellWidth - view.left,
      y: (row: number) => metrics.head + row * metrics.cellHeight - view.top,
    };
    this.#seen(paintMatrix(brush, { ...content, hovered: this.#hovered, dragged: this.#dragged }));
  }
}

function setSize({ style }: HTMLElement, width: number, height: number): void {
  const [wide, high] = [`${width}px`, `${height}px`];
  if (style.width !== wide) style.width = wide;
  if (style.height !== high) style.height = high;
}

/** As many pixels as the screen has. */
function fit(context: CanvasRenderingContext2D, { width, height }: View): void {
  const { canvas } = context;
  const scale = window.devicePixelRatio;
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
    setSize(canvas, width, height);
  }
  context.setTransform(scale, 0, 0, scale, 0, 0);
}
