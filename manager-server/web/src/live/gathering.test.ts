import { expect, test } from 'vitest';
import { createGathering } from './gathering.ts';

test('keys that come together are handed over together, each once and by kind', () => {
  const ready: (readonly [string, readonly string[]])[] = [];
  const waiting: (() => void)[] = [];
  const gathering = createGathering(
    (kind, keys) => ready.push([kind, [...keys]]),
    (then) => waiting.push(then),
  );
  for (const key of ['a', 'b', 'a']) gathering.add('routes', key);
  gathering.add('boxes', 'a');
  expect(ready).toEqual([]);
  for (const then of waiting.splice(0)) then();
  gathering.add('routes', 'c');
  for (const then of waiting.splice(0)) then();
  expect(ready).toEqual([
    ['routes', ['a', 'b']],
    ['boxes', ['a']],
    ['routes', ['c']],
  ]);
});
