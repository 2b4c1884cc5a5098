import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mutations } from './mutations.ts';
import { manualRows } from './row.ts';

const root = new URL('../..', import.meta.url).pathname;

describe('the faults of the manual’s proof', () => {
  it('are one for each row', () => {
    expect(mutations.map(({ row }) => row).toSorted()).toEqual(manualRows.map(({ number }) => number).toSorted());
  });

  it.each(mutations.map((each) => [each.row, each] as const))(
    'of %s stands at one place of the product and changes it',
    (_, { file, find, replace }) => {
      expect(readFileSync(join(root, file), 'utf8').split(find)).toHaveLength(2);
      expect(replace).not.toBe(find);
      expect(file).not.toMatch(/\.test\.ts$|^test\/|^hw-sim\//);
    },
  );
});
