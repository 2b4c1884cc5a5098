import type { Place } from './matrix-geometry.ts';
import type { Dragged } from './matrix-scene.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What is pressed, and since when it is dragged. */
export interface PointerState {
  readonly pressed: (Point & { readonly place: Place }) | null;
  readonly dragged: Dragged | null;
}

export type PointerInput =
  | (Point & { readonly type: 'down' | 'move' | 'up'; readonly place: Place | null })
  | { readonly type: 'cancel' };

export type PointerOutcome =
  | { readonly type: 'clicked'; readonly place: Place }
  /** A source onto a receiver. */
  | { readonly type: 'connect'; readonly column: number; readonly row: number }
  /** What one receiver shows onto another. */
  | { readonly type: 'push'; readonly from: number; readonly row: number };

export const atRest: PointerState = { pressed: null, dragged: null };

/** Further than a hand trembles; CSS pixels. */
const DRAG_FROM = 5;

/** A press on a head or name that moves is a drag; a press and release on one place is a click. */
export function pointerStep(
  state: PointerState,
  input: PointerInput,
): { readonly state: PointerState; readonly out: PointerOutcome | null } {
  switch (input.type) {
    case 'down':
      return { state: { pressed: input.place && { ...input, place: input.place }, dragged: null }, out: null };
    case 'move':
      return { state: { ...state, dragged: draggedNow(state, input) }, out: null };
    case 'up':
      return { state: atRest, out: released(state, input.place) };
    case 'cancel':
      return { state: atRest, out: null };
  }
}

function draggedNow({ pressed, dragged }: PointerState, { x, y }: Point): Dragged | null {
  if (pressed === null) return null;
  const { place } = pressed;
  if (place.row >= 0 && place.column >= 0) return null;
  if (dragged === null && Math.hypot(x - pressed.x, y - pressed.y) < DRAG_FROM) return null;
  return place.row < 0 ? { type: 'column', index: place.column, x, y } : { type: 'row', index: place.row, x, y };
}

function released({ pressed, dragged }: PointerState, place: Place | null): PointerOutcome | null {
  if (pressed === null || place === null) return null;
  if (dragged === null) {
    const same = place.row === pressed.place.row && place.column === pressed.place.column;
    return same ? { type: 'clicked', place } : null;
  }
  if (place.row < 0) return null;
  if (dragged.type === 'column') return { type: 'connect', column: dragged.index, row: place.row };
  return place.row === dragged.index ? null : { type: 'push', from: dragged.index, row: place.row };
}
