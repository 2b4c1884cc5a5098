import type { StagedWrite } from '../store/record-collection.ts';
import type { AuditEntry } from '../store/store.ts';
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

/** What becomes durable together with a change of the directory, or not at all. */
export interface Beside {
  readonly staged: readonly StagedWrite[];
  readonly audit: readonly AuditEntry[];
}

/** Changes that were made of a whole snapshot: an import, a restore. */
export interface WholeChange {
  readonly base: DirectorySnapshot;
  readonly changes: readonly DirectoryChange[];
  /** Made once the changes are judged and lawful, right before they are written; null: something else has moved. */
  readonly beside?: () => Beside | null;
  /** Who has a password after it, when that is to become another. */
  readonly canSignIn?: (operator: string) => boolean;
}

/** The directory at run time: reads are synchronous, a change resolves when it is durable. */
export interface Directory {
  readonly snapshot: DirectorySnapshot;
  /** All or nothing, with one audit entry a change. */
  change(changes: readonly DirectoryChange[], actor: Actor): Promise<Changed<unknown>>;
  /** The same, where nothing of the whole directory was changed since the base; else `moved`, and nothing is done. */
  changeWhole(change: WholeChange, actor: Actor): Promise<Changed<unknown> | 'moved'>;
  /** Called after each durable change, with the snapshots before and after. */
  onChange(listener: (after: DirectorySnapshot, before: DirectorySnapshot) => void): void;
}
