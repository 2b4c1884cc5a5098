import type { Versioned } from './collection.ts';

export type MultiMap<Value> = ReadonlyMap<string, readonly Value[]>;

type Collection<Value> = ReadonlyMap<string, Versioned<Value>>;

/** Sorts a collection's values under each of their keys, in the collection's order. */
export function groupBy<Value>(keysOf: (value: Value) => Iterable<string>) {
  return (collection: Collection<Value>): MultiMap<Value> => {
    const grouped = new Map<string, Value[]>();
    for (const { value } of collection.values()) {
      for (const key of keysOf(value)) {
        const found = grouped.get(key);
        if (found === undefined) grouped.set(key, [value]);
        else found.push(value);
      }
    }
    return grouped;
  };
}

/** Built at the first question about a collection, and kept as long as some snapshot has that collection. */
export function perCollection<Source extends object, Index>(build: (source: Source) => Index) {
  const known = new WeakMap<Source, Index>();
  return (source: Source): Index => {
    const found = known.get(source);
    if (found !== undefined) return found;
    const index = build(source);
    known.set(source, index);
    return index;
  };
}
