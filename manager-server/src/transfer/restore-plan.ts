import { isDeepStrictEqual } from 'node:util';
import type { OperatorKey } from '@seatmatrix/protocol/domain';
import {
  collectionNames,
  collectionSchemas,
  type DirectoryChange,
  type DirectorySnapshot,
} from '../directory/index.ts';
import type { Restoring } from '../people/credentials.ts';
import { decodeRecords, jsonCodec } from '../store/index.ts';
import type { StoredRecords } from './backup-content.ts';
import type { PreviewChange } from './preview.ts';

const CHUNK = 100;

/** The directory of stored records, step by step. Throws `store-corrupt`, as `decodeSnapshot` does. */
export function* snapshotOf(records: StoredRecords): Generator<undefined, DirectorySnapshot> {
  const collections: [string, Map<string, unknown>][] = [];
  for (const name of collectionNames) {
    const all = records.get(name) ?? [];
    const held = new Map<string, unknown>();
    const codec = jsonCodec<unknown>(collectionSchemas[name]);
    for (let from = 0; from < all.length; from += CHUNK) {
      const chunk = new Map([[name, all.slice(from, from + CHUNK)]]);
      for (const [key, record] of decodeRecords(name, { codec, records: chunk })) held.set(key, record);
      yield;
    }
    collections.push([name, held]);
  }
  // Each collection was decoded by its own schema.
  return Object.fromEntries(collections) as unknown as DirectorySnapshot;
}

/** What makes the directory what the backup says it was: record by record, by their keys. */
export function* restoreChanges(
  site: DirectorySnapshot,
  backup: DirectorySnapshot,
): Generator<undefined, readonly DirectoryChange[]> {
  const changes: DirectoryChange[] = [];
  for (const collection of collectionNames) {
    for (const [key, { value }] of backup[collection]) {
      const current = site[collection].get(key);
      if (current === undefined || !isDeepStrictEqual(current.value, value)) {
        // Both were read by the schema of the collection of this name.
        changes.push({ type: 'put', collection, value, expected: current?.version ?? null } as DirectoryChange);
      }
      yield;
    }
    for (const [key, { version }] of site[collection]) {
      if (!backup[collection].has(key)) changes.push({ type: 'delete', collection, key, expected: version });
      yield;
    }
  }
  return changes;
}

/** Of people whom the backup has: who goes away takes his secrets along without a word. */
export function secretChanges(
  collection: 'passwords' | 'second-factors',
  { changed }: Restoring,
  { operators }: DirectorySnapshot,
): readonly PreviewChange[] {
  return changed.flatMap(({ operator, action }) => {
    const name = operators.get(operator)?.value.name;
    return name === undefined ? [] : [{ action, collection, name, line: null, with: null, fields: [] }];
  });
}

/** Whose sessions end: what they signed in with is another. */
export function changedPeople(...secrets: readonly Restoring[]): ReadonlySet<OperatorKey> {
  return new Set(secrets.flatMap(({ changed }) => changed.map(({ operator }) => operator)));
}
