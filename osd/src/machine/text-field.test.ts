import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyField, insert, moveCaret, removeAfter, removeBefore, selectAll, type TextField } from './text-field.ts';

const field: TextField = { text: 'abc', caret: 1, selected: false };

describe('a text field', () => {
  it('inserts at the caret and deletes on either side of it', () => {
    expect(insert(field, { character: 'X', longest: 9 })).toEqual({ text: 'aXbc', caret: 2, selected: false });
    expect(removeBefore(field)).toEqual({ text: 'bc', caret: 0, selected: false });
    expect(removeAfter(field)).toEqual({ text: 'ac', caret: 1, selected: false });
  });

  it('replaces what is selected, and deletes it whole', () => {
    const selected = selectAll(field);
    expect(insert(selected, { character: 'X', longest: 9 }).text).toBe('X');
    expect(removeBefore(selected)).toEqual(emptyField);
    expect(removeAfter(selected)).toEqual(emptyField);
    expect(moveCaret(selected, 3)).toEqual({ text: 'abc', caret: 3, selected: false });
  });

  it('takes no more when it is full, unless all of it is replaced', () => {
    expect(insert(field, { character: 'X', longest: 3 })).toBe(field);
    expect(insert(selectAll(field), { character: 'X', longest: 3 }).text).toBe('X');
  });

  it('keeps its caret inside whatever is done', () => {
    const actions = fc.array(
      fc.constantFrom<(each: TextField) => TextField>(
        (each) => insert(each, { character: 'x', longest: 5 }),
        removeBefore,
        removeAfter,
        selectAll,
        (each) => moveCaret(each, each.caret - 1),
        (each) => moveCaret(each, each.caret + 1),
      ),
    );
    fc.assert(
      fc.property(actions, (all) => {
        const end = all.reduce((each, action) => action(each), emptyField);
        expect(end.caret).toBeGreaterThanOrEqual(0);
        expect(end.caret).toBeLessThanOrEqual(end.text.length);
        expect(end.text.length).toBeLessThanOrEqual(5);
      }),
    );
  });
});
