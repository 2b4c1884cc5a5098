import type { Place, Size } from './matrix-geometry.ts';

export type KeyAction =
  | { readonly type: 'move'; readonly to: Place }
  /** Connects, or disconnects what is connected. */
  | { readonly type: 'toggle' }
  | { readonly type: 'disconnect' }
  | { readonly type: 'push' }
  /** To the search fields. */
  | { readonly type: 'search' }
  /** A letter or digit of what is looked for. */
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'cancel' };

const PAGE = 8;

/** What a key means on the matrix; null: nothing, it is the browser's. `searching`: letters have just been typed. */
export function keyAction(
  pressed: { readonly key: string; readonly command: boolean },
  { at, size, searching }: { readonly at: Place; readonly size: Size; readonly searching: boolean },
): KeyAction | null {
  const { key, command } = pressed;
  const move = steps[key];
  if (move !== undefined) return { type: 'move', to: moved(at, command ? far(move) : move, size) };
  if (command) return null;
  switch (key) {
    case 'Enter':
    case ' ':
      return { type: 'toggle' };
    case 'Delete':
    case 'Backspace':
      return { type: 'disconnect' };
    case 'Escape':
      return { type: 'cancel' };
    case '/':
      return { type: 'search' };
  }
  // Inside a word P is a letter like any other.
  if (!searching && key.toLowerCase() === 'p') return { type: 'push' };
  return [...key].length === 1 ? { type: 'typed', text: key } : null;
}

const steps: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  PageUp: { row: -PAGE, column: 0 },
  PageDown: { row: PAGE, column: 0 },
  Home: { row: 0, column: Number.NEGATIVE_INFINITY },
  End: { row: 0, column: Number.POSITIVE_INFINITY },
};

/** With Ctrl: Home and End lead to the corners, an arrow to the edge. */
function far({ row, column }: Place): Place {
  const [up, left] = [row * Number.MAX_SAFE_INTEGER, column * Number.MAX_SAFE_INTEGER];
  return Math.abs(column) === Number.POSITIVE_INFINITY ? { row: column, column } : { row: up, column: left };
}

const moved = (at: Place, by: Place, size: Size): Place => ({
  row: Math.max(0, Math.min(size.rows - 1, at.row + by.row)),
  column: Math.max(0, Math.min(size.columns - 1, at.column + by.column)),
});
