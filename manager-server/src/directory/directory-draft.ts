import type { ChangedRecord } from './change-directory.ts';
import type { CollectionName, Collections, DirectorySnapshot, Versioned } from './collection.ts';
import type { RecordName } from './record-name.ts';

type AnyValue = Collections[CollectionName];

interface Touched extends RecordName {
  readonly with: RecordName | null;
}

/** A snapshot in the making: copies a collection at the first change to it, and remembers what was touched. */
export class DirectoryDraft {
  readonly base: DirectorySnapshot;
  readonly #copies = new Map<CollectionName, Map<string, Versioned<AnyValue>>>();
  readonly #touched = new Map<string, Touched>();

  constructor(base: DirectorySnapshot) {
    this.base = base;
  }

  get({ collection, key }: RecordName): Versioned<AnyValue> | null {
    return (this.#copies.get(collection) ?? this.base[collection]).get(key) ?? null;
  }

  /** The collection as it stands in the draft. */
  collection<Name extends CollectionName>(name: Name): DirectorySnapshot[Name] {
    return (this.#copies.get(name) ?? this.base[name]) as DirectorySnapshot[Name];
  }

  isTouched(name: RecordName): boolean {
    return this.#touched.has(idOf(name));
  }

  /** What was asked to be deleted, and is. */
  deletions(): readonly RecordName[] {
    return [...this.#touched.values()]
      .filter((touched) => touched.with === null && this.get(touched) === null)
      .map(({ collection, key }) => ({ collection, key }));
  }

  /** `with`: the deletion that it follows from; null when it was asked for. */
  put(name: RecordName, put: { readonly value: AnyValue; readonly with: RecordName | null }): void {
    // Also of a record that the same change deleted and makes anew: a version is never used twice.
    const held = this.get(name) ?? this.base[name.collection].get(name.key);
    const version = (held?.version ?? 0) + 1;
    this.#touch({ ...name, with: put.with }).set(name.key, { value: put.value, version });
  }

  delete(name: RecordName, deletion: { readonly with: RecordName | null }): void {
    this.#touch({ ...name, with: deletion.with }).delete(name.key);
  }

  changed(): readonly ChangedRecord[] {
    return [...this.#touched.values()]
      .map((touched) => ({
        ...touched,
        before: this.base[touched.collection].get(touched.key) ?? null,
        after: this.get(touched),
      }))
      .filter(({ before, after }) => before !== null || after !== null);
  }

  snapshot(): DirectorySnapshot {
    // Every copy was made from the collection of the same name, so the values are of that collection.
    return { ...this.base, ...Object.fromEntries(this.#copies) } as DirectorySnapshot;
  }

  #touch(touched: Touched): Map<string, Versioned<AnyValue>> {
    const id = idOf(touched);
    if (!this.#touched.has(id)) this.#touched.set(id, touched);
    const { collection } = touched;
    const copy = this.#copies.get(collection) ?? new Map<string, Versioned<AnyValue>>(this.base[collection]);
    this.#copies.set(collection, copy);
    return copy;
  }
}

const idOf = ({ collection, key }: RecordName) => `${collection}/${key}`;
