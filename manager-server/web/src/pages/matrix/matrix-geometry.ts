/** CSS pixels. */
export const CELL = 30;
export const NAMES = 210;
export const HEAD = 140;

export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface View {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Which rows and columns are in view: the last is the one after it. */
export function inView(
  view: View,
  size: { readonly rows: number; readonly columns: number },
): { readonly rows: readonly [number, number]; readonly columns: readonly [number, number] } {
  return {
    rows: range({ scroll: view.top, room: view.height - HEAD, count: size.rows }),
    columns: range({ scroll: view.left, room: view.width - NAMES, count: size.columns }),
  };
}

/** What lies under a point of the view. −1 stands for the head, or for the names; null for the corner and for nothing. */
export function placeAt(
  point: { readonly x: number; readonly y: number },
  { view, size }: { readonly view: View; readonly size: { readonly rows: number; readonly columns: number } },
): Place | null {
  const row = point.y < HEAD ? -1 : Math.floor((point.y - HEAD + view.top) / CELL);
  const column = point.x < NAMES ? -1 : Math.floor((point.x - NAMES + view.left) / CELL);
  if (row === -1 && column === -1) return null;
  return row < size.rows && column < size.columns ? { row, column } : null;
}

/** Where to scroll so that the place is seen whole. */
export function scrollTo({ row, column }: Place, view: View): { readonly left: number; readonly top: number } {
  return {
    left: within(column * CELL, { scroll: view.left, room: view.width - NAMES }),
    top: within(row * CELL, { scroll: view.top, room: view.height - HEAD }),
  };
}

function within(start: number, { scroll, room }: { readonly scroll: number; readonly room: number }): number {
  if (start < scroll) return start;
  return start + CELL > scroll + room ? start + CELL - room : scroll;
}

function range(of: {
  readonly scroll: number;
  readonly room: number;
  readonly count: number;
}): readonly [number, number] {
  const first = Math.min(of.count, Math.max(0, Math.floor(of.scroll / CELL)));
  const end = Math.ceil((of.scroll + Math.max(0, of.room)) / CELL);
  return [first, Math.max(first, Math.min(of.count, end))];
}
