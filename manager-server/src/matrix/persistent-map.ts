/**
 * A map whose changes make a new one that shares what stayed. A step of the matrix changes a handful of 10,000 entries;
 * copying a plain Map of that size costs a millisecond, a bucket of this one about a microsecond. Iteration order is that of
 * the keys' hashes: stable, and meaningless.
 */
export class PersistentMap<Key extends string, Value> {
  readonly #buckets: readonly (ReadonlyMap<Key, Value> | undefined)[];
  readonly size: number;

  private constructor(buckets: readonly (ReadonlyMap<Key, Value> | undefined)[], size: number) {
    this.#buckets = buckets;
    this.size = size;
  }

  static from<Key extends string, Value>(entries: Iterable<readonly [Key, Value]>): PersistentMap<Key, Value> {
    const buckets: (Map<Key, Value> | undefined)[] = new Array(BUCKETS).fill(undefined);
    let size = 0;
    for (const [key, value] of entries) {
      const index = bucketOf(key);
      const bucket = buckets[index] ?? new Map<Key, Value>();
      if (!bucket.has(key)) size++;
      bucket.set(key, value);
      buckets[index] = bucket;
    }
    return new PersistentMap(buckets, size);
  }

  static empty<Key extends string, Value>(): PersistentMap<Key, Value> {
    return PersistentMap.from<Key, Value>([]);
  }

  get(key: Key): Value | undefined {
    return this.#buckets[bucketOf(key)]?.get(key);
  }

  has(key: Key): boolean {
    return this.#buckets[bucketOf(key)]?.has(key) ?? false;
  }

  set(key: Key, value: Value): PersistentMap<Key, Value> {
    const index = bucketOf(key);
    const bucket = new Map(this.#buckets[index]);
    const size = this.size + (bucket.has(key) ? 0 : 1);
    bucket.set(key, value);
    return new PersistentMap(this.#buckets.with(index, bucket), size);
  }

  delete(key: Key): PersistentMap<Key, Value> {
    if (!this.has(key)) return this;
    const index = bucketOf(key);
    const bucket = new Map(this.#buckets[index]);
    bucket.delete(key);
    return new PersistentMap(this.#buckets.with(index, bucket.size === 0 ? undefined : bucket), this.size - 1);
  }

  *[Symbol.iterator](): IterableIterator<readonly [Key, Value]> {
    for (const bucket of this.#buckets) if (bucket !== undefined) yield* bucket;
  }

  *keys(): IterableIterator<Key> {
    for (const [key] of this) yield key;
  }

  *values(): IterableIterator<Value> {
    for (const [, value] of this) yield value;
  }
}

/** 10,000 entries make buckets of 40: copying one and this array cost about the same. */
const BUCKETS = 256;

/** FNV-1a, folded: spreads keys that differ in their last character alone. */
function bucketOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return ((hash >>> 16) ^ hash) & (BUCKETS - 1);
}
