import { hash } from 'node:crypto';
import type { AuditEntry } from './store.ts';

/** Where a chain of entries stands: the number and hash of its last one. */
export interface AuditHead {
  readonly number: number;
  /** SHA-256, 64 hexadecimal digits. */
  readonly hash: string;
}

/** An entry at its place in the chain. */
export interface ChainedEntry extends AuditEntry, AuditHead {}

/** Before the first entry. */
export const EMPTY_CHAIN: AuditHead = { number: 0, hash: '0'.repeat(64) };

/**
 * The place of an entry that follows this head. What is hashed is UTF-8: the previous hash, a line feed, and the JSON
 * array `[number, at, actor, from, action, object, outcome, detail]` without spaces, characters beyond ASCII as they are
 * (RFC 8785's form). Nothing of it depends on the clock: a time that runs backwards is a value like any other.
 */
export function nextHead({ number: last, hash: previous }: AuditHead, entry: AuditEntry): AuditHead {
  const { at, actor, from, action, object, outcome, detail } = entry;
  const number = last + 1;
  const fields = JSON.stringify([number, at, actor, from, action, object, outcome, detail]);
  return { number, hash: hash('sha256', `${previous}\n${fields}`) };
}

export type ChainVerdict =
  | { readonly ok: true; readonly head: AuditHead }
  /** `number`: the first entry that does not follow from those before it. */
  | { readonly ok: false; readonly number: number; readonly why: 'missing' | 'altered' };

/** Whether these entries follow this head, and each other. */
export function checkChain(from: AuditHead, entries: Iterable<ChainedEntry>): ChainVerdict {
  let head = from;
  for (const entry of entries) {
    const wanted = nextHead(head, entry);
    if (entry.number !== wanted.number) return { ok: false, number: wanted.number, why: 'missing' };
    if (entry.hash !== wanted.hash) return { ok: false, number: wanted.number, why: 'altered' };
    head = wanted;
  }
  return { ok: true, head };
}
