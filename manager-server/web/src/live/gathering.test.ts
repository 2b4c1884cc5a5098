import { expect, test } from 'vitest';
import { createGathering } from './gathering.ts';

test('keys that come together are handed over together, each once and by kind', async () => {
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
  await Promise.resolve();
  gathering.add('routes', 'c');
  for (const then of waiting.splice(0)) then();
  expect(ready).toEqual([
    ['routes', ['a', 'b']],
    ['boxes', ['a']],
    ['routes', ['c']],
  ]);
});

test('what comes while others of its kind are seen to waits for them, and other kinds do not', async () => {
  const ready: (readonly [string, readonly string[]])[] = [];
  const waiting: (() => void)[] = [];
  const reading = Promise.withResolvers<void>();
  const gathering = createGathering(
    (kind, keys) => {
      ready.push([kind, [...keys]]);
      return kind === 'boxes' ? reading.promise : undefined;
    },
    (then) => waiting.push(then),
  );
  const passes = async () => {
    for (const then of waiting.splice(0)) then();
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  };
  gathering.add('boxes', 'a');
  await passes();
  for (const key of ['b', 'c', 'b']) gathering.add('boxes', key);
  gathering.add('routes', 'r');
  await passes();
  expect(ready).toEqual([
    ['boxes', ['a']],
    ['routes', ['r']],
  ]);
  reading.reject(new Error('the manager is away'));
  await passes();
  await passes();
  expect(ready.at(-1)).toEqual(['boxes', ['b', 'c']]);
});
