import { Fault, type FaultCode } from '@seatmatrix/protocol/kernel';
import type { AuditHead, ChainedEntry } from './audit-chain.ts';
import type { AuditPage, AuditQuery, StoredRecord, StoreWrite } from './store.ts';

/** What the store asks of its worker thread, one answer each, in order. */
export type SqliteRequest =
  | { readonly type: 'load' }
  | { readonly type: 'commit'; readonly writes: readonly StoreWrite[] }
  | { readonly type: 'audit'; readonly query: AuditQuery }
  | { readonly type: 'chain'; readonly after: number }
  | { readonly type: 'head' }
  | { readonly type: 'close' };

export interface SqliteResults {
  readonly load: ReadonlyMap<string, readonly StoredRecord[]>;
  readonly commit: undefined;
  readonly audit: AuditPage;
  readonly chain: readonly ChainedEntry[];
  readonly head: AuditHead;
  readonly close: undefined;
}

/** The first answer says that the file is open, or why it is not. */
export type SqliteAnswer =
  | { readonly ok: true; readonly result: SqliteResults[keyof SqliteResults] }
  | { readonly ok: false; readonly fault: SentFault };

export interface SqliteWorkerData {
  readonly path: string;
  readonly busyTimeout: number;
}

/** A Fault between threads: structured clone keeps an Error's message, not its class or fields. */
export interface SentFault {
  readonly code: FaultCode;
  readonly message: string;
  readonly context: Fault['context'];
}

export const sentFault = ({ code, message, context }: Fault): SentFault => ({ code, message, context });
export const receivedFault = (sent: SentFault): Fault => new Fault(sent);
