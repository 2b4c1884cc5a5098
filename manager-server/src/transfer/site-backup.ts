import type { Clock } from '@seatmatrix/protocol/kernel';
import { auditEntry } from '../audit/index.ts';
import { type Actor, inSlices } from '../directory/index.ts';
import type { Journal, Store } from '../store/index.ts';
import { Turns } from '../turns.ts';
import { contentLines } from './backup-content.ts';
import { factsOf } from './backup-facts.ts';
import { BACKUP_COST, type BackupFacts, sealBackup } from './backup-file.ts';

export interface SiteBackupOptions {
  readonly store: Pick<Store, 'load' | 'auditHead'>;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly cost?: typeof BACKUP_COST;
}

/** The whole site in one file that nobody reads without its passphrase. */
export class SiteBackup {
  readonly #options: SiteBackupOptions;
  readonly #turns = new Turns();

  constructor(options: SiteBackupOptions) {
    this.#options = options;
  }

  /** One at a time: each needs memory for itself. */
  make(wish: {
    readonly passphrase: string;
    readonly actor: Actor;
  }): Promise<{ readonly file: Buffer; readonly facts: BackupFacts }> {
    return this.#turns.take(() => this.#make(wish));
  }

  async #make({ passphrase, actor }: { readonly passphrase: string; readonly actor: Actor }) {
    const { store, journal, clock, randomBytes, cost = BACKUP_COST } = this.#options;
    // The store answers between two commits: what it loads is one state of the site, durable and whole.
    const records = await store.load();
    const audit = await store.auditHead();
    const facts = factsOf(records, clock.wall());
    const content = await inSlices(contentLines({ records, audit }), clock);
    const file = await sealBackup(content, { facts, passphrase, randomBytes, clock, cost });
    const detail = `${file.length} bytes; the audit stands at ${audit.number} ${audit.hash}`;
    const act = { actor: actor.name, from: actor.from, action: 'backup', object: facts.site, detail };
    await journal.commit([{ type: 'audit', entry: auditEntry({ ...act, outcome: 'done' }, clock) }]);
    return { file, facts };
  }
}

/** `seatmatrix-NAME-2026-11-22.smxbackup`, for any file system. */
export function backupName({ site, madeAt }: BackupFacts): string {
  const name = site.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '');
  return `seatmatrix-${name === '' ? 'site' : name}-${new Date(madeAt).toISOString().slice(0, 10)}.smxbackup`;
}
