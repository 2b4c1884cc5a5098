import type { StoreWrite } from './store.ts';

/**
 * Group commit: writes handed in while a commit is under way wait and go together in the next one, in order. So a slow
 * disk costs delay, not throughput. The promise resolves when these writes are durable, and rejects with
 * `store-failed` when they are not.
 */
export interface Journal {
  commit(writes: readonly StoreWrite[]): Promise<void>;
}
