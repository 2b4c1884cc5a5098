/** With live pictures, or as many crosspoints as fit. */
export type Density = 'pictures' | 'dense';

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The window over the matrix; CSS pixels. */
export interface View {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** How large everything is drawn; CSS pixels. */
export interface Metrics {
  readonly density: Density;
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Width of the names at the left. */
  readonly names: number;
  /** Height of the heads above. */
  readonly head: number;
}

/** Of a head in `pictures`: the line that joins a computer's heads, and ID with two lines of name. */
export const HEAD_GROUP = 22;
export const HEAD_TEXT = 54;
/** Around a head's picture. */
export const HEAD_GAP = 5;

/** Narrower than this the names would leave no room for crosspoints: a phone. */
const NARROW = 700;

const limits = {
  pictures: { width: [84, 220], height: [66, 104], names: 280, narrow: 170 },
  dense: { width: [28, 96], height: [28, 60], names: 250, narrow: 150 },
} as const;

const DENSE_HEAD = 172;

/** Few devices fill the window, many are scrolled: cells grow between limits of their density. */
export function metricsFor(
  density: Density,
  room: { readonly width: number; readonly height: number },
  size: Size,
): Metrics {
  const { width, height, names, narrow } = limits[density];
  const left = room.width < NARROW ? narrow : names;
  const cellWidth = within((room.width - left) / Math.max(1, size.columns), width);
  const head =
    density === 'dense' ? DENSE_HEAD : HEAD_GROUP + Math.round(pictureHeight(cellWidth - 2 * HEAD_GAP)) + HEAD_TEXT;
  const cellHeight = within((room.height - head) / Math.max(1, size.rows), height);
  return { density, cellWidth, cellHeight, names: left, head };
}

/** Pictures are 16:9. */
export const pictureHeight = (width: number): number => (width * 9) / 16;

/** The whole matrix. */
export const extentOf = ({ cellWidth, cellHeight, names, head }: Metrics, { rows, columns }: Size) => ({
  width: names + columns * cellWidth,
  height: head + rows * cellHeight,
});

/** Which rows and columns are in view: the last is the one after it. */
export function inView(
  view: View,
  size: Size,
  metrics: Metrics,
): { readonly rows: readonly [number, number]; readonly columns: readonly [number, number] } {
  const { cellWidth, cellHeight, names, head } = metrics;
  return {
    rows: range({ scroll: view.top, room: view.height - head, count: size.rows, cell: cellHeight }),
    columns: range({ scroll: view.left, room: view.width - names, count: size.columns, cell: cellWidth }),
  };
}

/** What lies under a point of the view. −1 stands for the head, or for the names; null for the corner and for nothing. */
export function placeAt(
  point: { readonly x: number; readonly y: number },
  { view, size, metrics }: { readonly view: View; readonly size: Size; readonly metrics: Metrics },
): Place | null {
  const { cellWidth, cellHeight, names, head } = metrics;
  const row = point.y < head ? -1 : Math.floor((point.y - head + view.top) / cellHeight);
  const column = point.x < names ? -1 : Math.floor((point.x - names + view.left) / cellWidth);
  if (row === -1 && column === -1) return null;
  return row < size.rows && column < size.columns ? { row, column } : null;
}

/** Where to scroll so that the place is seen whole. */
export function scrollTo(
  { row, column }: Place,
  view: View,
  { cellWidth, cellHeight, names, head }: Metrics,
): { readonly left: number; readonly top: number } {
  return {
    left: shownFrom(column * cellWidth, { scroll: view.left, room: view.width - names, cell: cellWidth }),
    top: shownFrom(row * cellHeight, { scroll: view.top, room: view.height - head, cell: cellHeight }),
  };
}

interface Along {
  readonly scroll: number;
  readonly room: number;
  readonly cell: number;
}

function shownFrom(start: number, { scroll, room, cell }: Along): number {
  if (start < scroll) return start;
  return start + cell > scroll + room ? start + cell - room : scroll;
}

function range({ scroll, room, cell, count }: Along & { readonly count: number }): readonly [number, number] {
  const first = Math.min(count, Math.max(0, Math.floor(scroll / cell)));
  const end = Math.ceil((scroll + Math.max(0, room)) / cell);
  return [first, Math.max(first, Math.min(count, end))];
}

const within = (value: number, [least, most]: readonly [number, number]): number =>
  Math.max(least, Math.min(most, Math.floor(value)));
