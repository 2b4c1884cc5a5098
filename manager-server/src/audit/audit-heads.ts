import { type Clock, type Log, minutes, type Timer } from '@seatmatrix/protocol/kernel';
import type { Store } from '../store/store.ts';
import type { AuditSigner, SignedHead } from './audit-signer.ts';

/** Whoever cuts the audit's tail takes this much with him at most, unless he can reach the log as well. */
const EVERY = minutes(5);

export interface AuditHeadsOptions {
  readonly store: Pick<Store, 'auditHead'>;
  readonly signer: AuditSigner;
  readonly clock: Clock;
  readonly log: Log;
  /** Beside the log: syslog. */
  readonly onHead?: (head: SignedHead) => void;
}

/** Writes where the audit's chain stands to places outside the store: at the start, while it grows, and at the end. */
export class AuditHeads implements AsyncDisposable {
  readonly #options: AuditHeadsOptions;
  #timer: Timer | null = null;
  #last = -1;
  #stopped = false;

  constructor(options: AuditHeadsOptions) {
    this.#options = options;
    void this.#tell();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopped = true;
    this.#timer?.cancel();
    // What came since the last time could be cut from a stopped manager's file.
    await this.#tell();
  }

  async #tell(): Promise<void> {
    const { store, signer, clock, log, onHead } = this.#options;
    try {
      const head = await store.auditHead();
      if (head.number !== this.#last) {
        const signed = signer.sign(head, clock.wall().getTime());
        // Under one name, as `verify-audit --head` takes it: a field called hash is taken for a password's, and hidden.
        const { number, hash, ...rest } = signed;
        log.info('the audit stands at', { head: `${number}:${hash}`, ...rest });
        onHead?.(signed);
      }
      this.#last = head.number;
    } catch (thrown) {
      log.warn('where the audit stands is not known', { reason: String(thrown) });
    }
    if (!this.#stopped)
      this.#timer = clock.timer({ name: 'head of the audit', after: EVERY, fire: () => void this.#tell() });
  }
}
