import { type AuditHead, type ChainVerdict, checkChain, EMPTY_CHAIN } from '../store/audit-chain.ts';
import type { Store } from '../store/store.ts';

type Chain = Pick<Store, 'readAuditChain'>;

export type AuditVerdict =
  | { readonly ok: true; readonly head: AuditHead }
  | { readonly ok: false; readonly number: number; readonly why: 'missing' | 'altered' | 'other-head' };

/**
 * Looks through the whole audit, page by page, so that a manager that runs does so meanwhile. `known`: a head from
 * elsewhere (the log, syslog, an export), which must be a place of this chain: a tail that was cut shows by nothing else.
 */
export async function verifyAudit(store: Chain, known: AuditHead | null): Promise<AuditVerdict> {
  let head = EMPTY_CHAIN;
  let met = known === null || known.number === 0;
  for (let page = await store.readAuditChain(0); page.length > 0; page = await store.readAuditChain(head.number)) {
    const verdict: ChainVerdict = checkChain(head, page);
    if (!verdict.ok) return verdict;
    head = verdict.head;
    const place = page.find(({ number }) => number === known?.number);
    if (place === undefined) continue;
    if (place.hash !== known?.hash) return { ok: false, number: place.number, why: 'other-head' };
    met = true;
  }
  return met ? { ok: true, head } : { ok: false, number: head.number + 1, why: 'missing' };
}
