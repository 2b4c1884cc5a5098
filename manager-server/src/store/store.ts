import type { AuditHead, ChainedEntry } from './audit-chain.ts';

/**
 * What the manager keeps through a power cut. The truth at run time is in memory, typed and validated when it is
 * loaded; the store is its durable form: records by collection and key, and the audit.
 *
 * Contract (store.contract.ts, the same for every implementation): `commit` is all or nothing and resolves only
 * when the writes survive kill -9; commits are applied in call order; `load` gives exactly what was committed, each
 * collection in the order in which its records first appeared. Texts are well-formed Unicode. Disposing waits for
 * the commits under way; afterwards every call rejects with `store-failed`.
 */
export interface Store extends AsyncDisposable {
  /** All records, by collection. Fails with `store-newer` when a later program wrote them. */
  load(): Promise<ReadonlyMap<string, readonly StoredRecord[]>>;
  commit(writes: readonly StoreWrite[]): Promise<void>;
  readAudit(query: AuditQuery): Promise<AuditPage>;
  /** The entries above this number as they follow each other in the chain, at most AUDIT_PAGE_MAX. */
  readAuditChain(after: number): Promise<readonly ChainedEntry[]>;
  /** The place of the last entry. */
  auditHead(): Promise<AuditHead>;
}

export interface StoredRecord {
  readonly key: string;
  /** Rises by one with every change: the resource's ETag. */
  readonly version: number;
  /** JSON. */
  readonly body: string;
}

export type StoreWrite =
  | { readonly type: 'put'; readonly collection: string; readonly record: StoredRecord }
  | { readonly type: 'delete'; readonly collection: string; readonly key: string }
  | { readonly type: 'audit'; readonly entry: AuditEntry };

export type AuditOutcome = 'done' | 'refused';

/** Who did what, when, from where, and whether it was done. Never a password, a key or a key press. */
export interface AuditEntry {
  /** Milliseconds since 1970 by the manager's clock. */
  readonly at: number;
  /** `operator:hxfj`, `administrator:admin`, `box:<fingerprint>`, `manager`. */
  readonly actor: string;
  /** Network address, or the seat's name for what was done at an OSD. */
  readonly from: string;
  /** `connect`, `sign-in`, `device.update`, … */
  readonly action: string;
  /** What it was done to, as people name it. */
  readonly object: string;
  readonly outcome: AuditOutcome;
  /** The refusal's code or what changed; empty when there is nothing to add. */
  readonly detail: string;
}

/** One page stays small enough to be copied between threads and sent to a browser in one piece. */
export const AUDIT_PAGE_MAX = 1000;

export interface AuditQuery {
  /** Entries below this number; null starts at the newest. */
  readonly before: number | null;
  /** Entries of the page, at most AUDIT_PAGE_MAX. */
  readonly limit: number;
  /** Whole texts, letter case counts. */
  readonly actor: string | null;
  readonly action: string | null;
  /** Milliseconds since 1970: from this moment on, and before that one. */
  readonly from: number | null;
  readonly until: number | null;
}

export interface AuditPage {
  /** Newest first. Numbers begin at 1 and rise by one with every entry. */
  readonly entries: readonly (AuditEntry & { readonly number: number })[];
  /** The `before` of the next page; null when this one was the last. */
  readonly next: number | null;
}
