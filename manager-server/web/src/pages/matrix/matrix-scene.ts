import type { SiteView } from '../../site-view.ts';
import type { LabelSheet } from './label-sheet.ts';
import type { MatrixColumn, MatrixRow } from './matrix-axes.ts';
import type { Metrics, Place, View } from './matrix-geometry.ts';

/** What is dragged: a column's source, or what a row shows. */
export interface Dragged {
  readonly type: 'column' | 'row';
  readonly index: number;
  /** Of the view. */
  readonly x: number;
  readonly y: number;
}

export interface MatrixScene {
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
  /** By transmitter. */
  readonly columnOf: ReadonlyMap<string, number>;
  readonly site: SiteView;
  /** Under the pointer. */
  readonly hovered: Place | null;
  /** Where the keys are; null while they are elsewhere. */
  readonly focused: Place | null;
  readonly dragged: Dragged | null;
}

/** What every part of the painter needs. */
export interface Brush {
  readonly context: CanvasRenderingContext2D;
  readonly view: View;
  readonly metrics: Metrics;
  readonly colours: MatrixColours;
  readonly labels: LabelSheet;
  readonly x: (column: number) => number;
  readonly y: (row: number) => number;
}

export interface MatrixColours {
  readonly surface: string;
  readonly raised: string;
  readonly line: string;
  readonly text: string;
  readonly quiet: string;
  readonly accent: string;
  readonly soft: string;
  readonly good: string;
  readonly goodSoft: string;
  readonly warn: string;
  readonly warnSoft: string;
  readonly bad: string;
}

/** By the theme that holds now. */
export function matrixColours(element: Element): MatrixColours {
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return {
    surface: of('--surface'),
    raised: of('--surface-raised'),
    line: of('--line'),
    text: of('--text'),
    quiet: of('--quiet'),
    accent: of('--accent-text'),
    soft: of('--accent-soft'),
    good: of('--good'),
    goodSoft: of('--good-soft'),
    warn: of('--warn'),
    warnSoft: of('--warn-soft'),
    bad: of('--bad'),
  };
}
