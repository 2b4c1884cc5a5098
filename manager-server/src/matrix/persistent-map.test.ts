import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PersistentMap } from './persistent-map.ts';

const change = fc.oneof(
  fc.record({ type: fc.constant('set' as const), key: fc.string({ maxLength: 2 }), value: fc.nat() }),
  fc.record({ type: fc.constant('delete' as const), key: fc.string({ maxLength: 2 }) }),
);

test('a persistent map holds what a Map holds after the same changes', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 200 }), (changes) => {
      let map = PersistentMap.empty<string, number>();
      const model = new Map<string, number>();
      for (const each of changes) {
        map = each.type === 'set' ? map.set(each.key, each.value) : map.delete(each.key);
        if (each.type === 'set') model.set(each.key, each.value);
        else model.delete(each.key);
      }
      expect(new Map(map)).toEqual(model);
      expect(map.size).toBe(model.size);
      for (const key of model.keys()) expect(map.get(key)).toBe(model.get(key));
    }),
  );
});

test('a change leaves the map that it was made from as it was', () => {
  const before = PersistentMap.from<string, number>([
    ['a', 1],
    ['b', 2],
  ]);
  const after = before.set('a', 3).delete('b');
  expect([...before].sort()).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
  expect([...after]).toEqual([['a', 3]]);
});
