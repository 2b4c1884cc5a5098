import { describe, expect, test } from 'vitest';
import { atRest, type PointerInput, type PointerOutcome, pointerStep } from './matrix-pointer.ts';

const at = (row: number, column: number, x: number) => ({ place: { row, column }, x, y: 0 });

function outcome(...inputs: readonly PointerInput[]): PointerOutcome | null {
  let [state, last]: [typeof atRest, PointerOutcome | null] = [atRest, null];
  for (const input of inputs) ({ state, out: last } = pointerStep(state, input));
  return last;
}

describe('a press', () => {
  test('that is released where it began is a click, also when the hand trembles', () => {
    const click = outcome(
      { type: 'down', ...at(2, 3, 0) },
      { type: 'move', ...at(2, 3, 3) },
      { type: 'up', ...at(2, 3, 3) },
    );
    expect(click).toEqual({ type: 'clicked', place: { row: 2, column: 3 } });
  });

  test('on a source that is dragged to a row connects there, wherever in the row', () => {
    const drag = [
      { type: 'down', ...at(-1, 4, 0) },
      { type: 'move', ...at(0, 4, 30) },
    ] as const;
    expect(outcome(...drag, { type: 'up', ...at(2, -1, 60) })).toEqual({ type: 'connect', column: 4, row: 2 });
    expect(outcome(...drag, { type: 'up', ...at(2, 7, 60) })).toEqual({ type: 'connect', column: 4, row: 2 });
    expect(outcome(...drag, { type: 'up', ...at(-1, 7, 60) })).toBeNull();
    expect(outcome(...drag, { type: 'up', place: null, x: 9, y: 9 })).toBeNull();
  });

  test('on a receiver that is dragged to another pushes, and to itself does nothing', () => {
    const drag = [
      { type: 'down', ...at(1, -1, 0) },
      { type: 'move', ...at(2, -1, 30) },
    ] as const;
    expect(outcome(...drag, { type: 'up', ...at(2, -1, 30) })).toEqual({ type: 'push', from: 1, row: 2 });
    expect(outcome(...drag, { type: 'up', ...at(1, -1, 30) })).toBeNull();
  });

  test('on a crosspoint that leaves it does nothing', () => {
    expect(outcome({ type: 'down', ...at(1, 1, 0) }, { type: 'up', ...at(1, 2, 40) })).toBeNull();
  });

  test('that is cancelled does nothing at its release', () => {
    const drag = [{ type: 'down', ...at(-1, 4, 0) }, { type: 'move', ...at(0, 4, 30) }, { type: 'cancel' }] as const;
    expect(outcome(...drag, { type: 'up', ...at(2, 4, 60) })).toBeNull();
  });
});
