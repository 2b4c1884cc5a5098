import type { CollectionName, Collections, DirectorySnapshot, Versioned } from './collection.ts';

/** Who changes something, for the audit. */
export interface Actor {
  readonly name: string;
  readonly from: string;
}

export type DirectoryChange = {
  readonly [Name in CollectionName]:
    | {
        readonly type: 'put';
        readonly collection: Name;
        readonly value: Collections[Name];
        /** The version that the editor saw; null creates. */
        readonly expected: number | null;
      }
    | { readonly type: 'delete'; readonly collection: Name; readonly key: string; readonly expected: number };
}[CollectionName];

/** Why a change may not be: in words for people, with the field it is about (JSON pointer) where there is one. */
export type ChangeRefusal =
  | { readonly type: 'not-found' }
  /** Somebody else changed it meanwhile: what it is now. */
  | { readonly type: 'version-conflict'; readonly current: Versioned<unknown> }
  | { readonly type: 'already-exists' }
  | { readonly type: 'invalid'; readonly pointer: string; readonly message: string }
  /** Nobody would be left who may change anything. */
  | { readonly type: 'last-administrator' }
  /** Something else still needs it, or already has the name, ID or text. */
  | { readonly type: 'conflict'; readonly pointer: string; readonly message: string };

export type Changed<Value> =
  | { readonly done: true; readonly value: Versioned<Value> | null }
  | { readonly done: false; readonly refusal: ChangeRefusal };

/** The directory at run time: reads are synchronous, a change resolves when it is durable. */
export interface Directory {
  readonly snapshot: DirectorySnapshot;
  /** All or nothing, with one audit entry a change. */
  change(changes: readonly DirectoryChange[], actor: Actor): Promise<Changed<unknown>>;
  /** Called after each durable change, with the snapshots before and after. */
  onChange(listener: (after: DirectorySnapshot, before: DirectorySnapshot) => void): void;
}
