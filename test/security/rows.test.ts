import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rows } from './rows.ts';

const root = new URL('../../', import.meta.url).pathname;

test('the table has every row but that of the updates, which there are none of yet', () => {
  const numbers = [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17];
  expect(rows.map(({ id }) => id)).toEqual(numbers.map((number) => `A${number}`));
});

test.each(rows.flatMap(({ id, tests }) => tests.map(({ file, name }) => [id, file, name] as const)))(
  '%s rests on a test that is there: %s › %s',
  (_id, file, name) => {
    expect(existsSync(`${root}${file}`)).toBe(true);
    expect(readFileSync(`${root}${file}`, 'utf8')).toContain(name);
  },
);
