import type { Store } from '@seatmatrix/manager-server/testing';
import { pause } from './pace.ts';

/** A store whose disk takes its time, as long as it is told to. */
export interface DelayedStore {
  readonly store: Store;
  delay: number;
}

/** The journal has one commit under way at a time, so the order stays. */
export function delayStore(inner: Store): DelayedStore {
  const delayed: DelayedStore = {
    delay: 0,
    store: {
      load: () => inner.load(),
      readAudit: (query) => inner.readAudit(query),
      readAuditChain: (after) => inner.readAuditChain(after),
      auditHead: () => inner.auditHead(),
      async commit(writes) {
        if (delayed.delay > 0) await pause(delayed.delay);
        await inner.commit(writes);
      },
      [Symbol.asyncDispose]: () => inner[Symbol.asyncDispose](),
    },
  };
  return delayed;
}
