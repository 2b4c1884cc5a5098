import { describe, expect, test } from 'vitest';
import { keyAction } from './matrix-keys.ts';

const size = { rows: 20, columns: 30 };
const at = { row: 4, column: 5 };
const act = (key: string, more: { readonly command?: boolean; readonly searching?: boolean } = {}) =>
  keyAction({ key, command: more.command ?? false }, { at, size, searching: more.searching ?? false });
const to = (row: number, column: number) => ({ type: 'move', to: { row, column } });

describe('keys on the matrix', () => {
  test.each([
    ['ArrowUp', false, to(3, 5)],
    ['ArrowRight', false, to(4, 6)],
    ['PageUp', false, to(0, 5)],
    ['PageDown', false, to(12, 5)],
    ['Home', false, to(4, 0)],
    ['End', false, to(4, 29)],
    ['Home', true, to(0, 0)],
    ['End', true, to(19, 29)],
    ['ArrowDown', true, to(19, 5)],
    ['ArrowLeft', true, to(4, 0)],
  ])('%s with command %s moves', (key, command, action) => {
    expect(act(key, { command })).toEqual(action);
  });

  test.each([
    ['Enter', 'toggle'],
    [' ', 'toggle'],
    ['Delete', 'disconnect'],
    ['Backspace', 'disconnect'],
    ['p', 'push'],
    ['P', 'push'],
    ['/', 'search'],
    ['Escape', 'cancel'],
  ])('%s means %s', (key, type) => {
    expect(act(key)).toEqual({ type });
  });

  test('letters and digits are looked for, P inside a word too', () => {
    expect(act('5')).toEqual({ type: 'typed', text: '5' });
    expect(act('电')).toEqual({ type: 'typed', text: '电' });
    expect(act('p', { searching: true })).toEqual({ type: 'typed', text: 'p' });
  });

  test('what is the browser’s stays the browser’s', () => {
    for (const key of ['Tab', 'F5', 'Shift', 'Dead']) expect(act(key)).toBeNull();
    for (const key of ['p', 'r', 'Enter', 'Delete']) expect(act(key, { command: true })).toBeNull();
  });
});
