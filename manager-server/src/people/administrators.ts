import { foldName } from '@seatmatrix/protocol/domain';
import type { Clock, Duration } from '@seatmatrix/protocol/kernel';
import { type Act, auditEntry } from '../audit/index.ts';
import type { Actor } from '../directory/directory.ts';
import { type AuditEntry, commitStaged, type Journal, type RecordCollection } from '../store/index.ts';
import {
  type Administrator,
  type AdministratorKey,
  actorName,
  administratorKey,
  type StoredAdministrator,
} from './administrator.ts';
import { AttemptTable } from './attempt-table.ts';
import { Claim } from './claim.ts';
import type { PasswordCheck } from './password-check.ts';
import { type PasswordWeakness, passwordWeakness } from './password-rules.ts';

export type ClaimRefusal = 'already-claimed' | 'claim-code-wrong' | 'claim-code-expired' | PasswordWeakness;

export type Refused<Code extends string> = {
  readonly ok: false;
  readonly refusal: Code | 'throttled';
  /** How long to wait before the next try; null when waiting changes nothing. */
  readonly wait: Duration | null;
};

export type Done = { readonly ok: true; readonly administrator: Administrator };

export interface AdministratorsOptions {
  readonly records: RecordCollection<StoredAdministrator>;
  readonly journal: Journal;
  readonly check: PasswordCheck;
  readonly clock: Clock;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly newKey: () => string;
}

/** The people of the pages. On a fresh data folder there is none, and the claim code makes the first. */
export class Administrators {
  readonly #options: AdministratorsOptions;
  readonly #claimAttempts: AttemptTable;
  #claim: Claim | null;

  constructor(options: AdministratorsOptions) {
    this.#options = options;
    this.#claimAttempts = new AttemptTable(options.clock);
    this.#claim = options.records.size > 0 ? null : new Claim(options);
  }

  /** False until the first administrator exists: nothing but the claim page answers. */
  get claimed(): boolean {
    return this.#options.records.size > 0;
  }

  /** Null once the site has an administrator. */
  get claimCode(): string | null {
    return this.#claim?.code ?? null;
  }

  get claimExpired(): boolean {
    return this.#claim?.expired ?? false;
  }

  list(): readonly Administrator[] {
    return [...this.#options.records.values()].map(withoutHash);
  }

  get(key: AdministratorKey): Administrator | undefined {
    const stored = this.#options.records.get(key);
    return stored === undefined ? undefined : withoutHash(stored);
  }

  async claim(wish: {
    readonly code: string;
    readonly name: string;
    readonly password: string;
    readonly from: string;
  }): Promise<Done | Refused<ClaimRefusal>> {
    const { code, name, password, from } = wish;
    const claim = this.#claim;
    if (claim === null) return refused('already-claimed');
    const wait = this.#claimAttempts.admit({ account: 'claim', from });
    if (wait !== null) return { ok: false, refusal: 'throttled', wait };
    const verdict = claim.judge(code);
    if (verdict !== 'right') {
      const refusal = verdict === 'wrong' ? 'claim-code-wrong' : 'claim-code-expired';
      const actor = `administrator:${foldName(name)}`;
      await this.#record({ actor, from, action: 'claim', object: name, outcome: 'refused', detail: refusal });
      return refused(refusal);
    }
    this.#claimAttempts.succeeded({ account: 'claim', from });
    const weakness = passwordWeakness(password, name);
    if (weakness !== null) return refused(weakness);
    // Used up before the hash is made: of two people at one time, one gets it.
    this.#claim = null;
    try {
      const administrator = await this.#store({ name, password, action: 'claim', actor: null, from });
      return { ok: true, administrator };
    } catch (thrown) {
      this.#claim = claim;
      throw thrown;
    }
  }

  async signIn(attempt: {
    readonly name: string;
    readonly password: string;
    readonly from: string;
  }): Promise<Done | Refused<'wrong-credentials'>> {
    const { name, password, from } = attempt;
    const stored = this.#byName(name);
    const account = `administrator:${foldName(name)}`;
    const verdict = await this.#options.check.judge({ account, password, from, hash: stored?.hash ?? null });
    if (verdict.type === 'throttled') return { ok: false, refusal: 'throttled', wait: verdict.wait };
    // Hashing takes its time: the account may have gone, or got another password, in the meantime.
    const now = this.#byName(name);
    if (verdict.type === 'wrong' || now === undefined || now.hash !== stored?.hash) {
      await this.#record({ actor: account, from, action: 'sign-in', object: name, outcome: 'refused' });
      return refused('wrong-credentials');
    }
    await this.#record({ actor: actorName(now), from, action: 'sign-in', object: now.name, outcome: 'done' });
    return { ok: true, administrator: withoutHash(now) };
  }

  /** Audits that he left of his own accord; his session is the caller's to end. */
  async signOut(administrator: Administrator, from: string): Promise<void> {
    const actor = actorName(administrator);
    await this.#record({ actor, from, action: 'sign-out', object: administrator.name, outcome: 'done' });
  }

  async create(wish: {
    readonly name: string;
    readonly password: string;
    readonly actor: Actor;
  }): Promise<Done | Refused<PasswordWeakness | 'name-taken'>> {
    const { name, password, actor } = wish;
    if (this.#byName(name) !== undefined) return refused('name-taken');
    const weakness = passwordWeakness(password, name);
    if (weakness !== null) return refused(weakness);
    const action = 'administrator.create';
    return { ok: true, administrator: await this.#store({ name, password, action, actor, from: actor.from }) };
  }

  /** The demonstration's, whose password no rule would take. Whoever calls this listens on loopback alone. */
  async seed({ name, password }: { readonly name: string; readonly password: string }): Promise<void> {
    if (this.#byName(name) !== undefined) return;
    await this.#store({ name, password, action: 'administrator.create', actor: null, from: 'demonstration' });
    this.#claim = null;
  }

  async changePassword(change: {
    readonly administrator: AdministratorKey;
    readonly current: string;
    readonly next: string;
    readonly from: string;
  }): Promise<Done | Refused<PasswordWeakness | 'wrong-credentials'>> {
    const { check, journal, records } = this.#options;
    const stored = records.get(change.administrator);
    if (stored === undefined) return refused('wrong-credentials');
    const { name, hash } = stored;
    const { from, current, next } = change;
    const account = `administrator:${foldName(name)}`;
    const verdict = await check.judge({ account, password: current, from, hash });
    if (verdict.type === 'throttled') return { ok: false, refusal: 'throttled', wait: verdict.wait };
    if (verdict.type === 'wrong') {
      const actor = actorName(stored);
      await this.#record({ actor, from, action: 'administrator.password', object: name, outcome: 'refused' });
      return refused('wrong-credentials');
    }
    const weakness = passwordWeakness(next, name);
    if (weakness !== null) return refused(weakness);
    const nextHash = await check.hash(next, from);
    if (records.get(change.administrator)?.hash !== hash) return refused('wrong-credentials');
    const staged = records.stagePut(stored.key, { ...stored, hash: nextHash });
    const entry = this.#entry({ actor: actorName(stored), from, action: 'administrator.password', object: name });
    await commitStaged(journal, { staged: [staged], audit: [entry] });
    return { ok: true, administrator: withoutHash(stored) };
  }

  /** The last administrator stays: a site that nobody can administer would have to be claimed anew. */
  async delete(wish: {
    readonly administrator: AdministratorKey;
    readonly actor: Actor;
  }): Promise<'not-found' | 'last-administrator' | null> {
    const { journal, records } = this.#options;
    const stored = records.get(wish.administrator);
    if (stored === undefined) return 'not-found';
    if (records.size === 1) return 'last-administrator';
    const { name: actor, from } = wish.actor;
    const entry = this.#entry({ actor, from, action: 'administrator.delete', object: stored.name });
    await commitStaged(journal, { staged: [records.stageDelete(stored.key)], audit: [entry] });
    return null;
  }

  async #store(wish: {
    readonly name: string;
    readonly password: string;
    readonly action: string;
    /** Null: the new administrator himself, by the claim code. */
    readonly actor: Actor | null;
    readonly from: string;
  }): Promise<Administrator> {
    const { check, clock, journal, newKey, records } = this.#options;
    const { name, action, from } = wish;
    const key = administratorKey(newKey());
    const hash = await check.hash(wish.password, from);
    const stored = { key, name, createdAt: clock.wall().getTime(), hash };
    const entry = this.#entry({ actor: wish.actor?.name ?? actorName(stored), from, action, object: name });
    await commitStaged(journal, { staged: [records.stagePut(key, stored)], audit: [entry] });
    return withoutHash(stored);
  }

  #byName(name: string): StoredAdministrator | undefined {
    const folded = foldName(name);
    for (const stored of this.#options.records.values()) if (foldName(stored.name) === folded) return stored;
    return undefined;
  }

  async #record(act: Act): Promise<void> {
    await this.#options.journal.commit([{ type: 'audit', entry: this.#entry(act) }]);
  }

  #entry(act: Omit<Act, 'outcome'> & { readonly outcome?: Act['outcome'] }): AuditEntry {
    return auditEntry({ outcome: 'done', ...act }, this.#options.clock);
  }
}

function withoutHash({ key, name, createdAt }: StoredAdministrator): Administrator {
  return { key, name, createdAt };
}

function refused<Code extends string>(refusal: Code): Refused<Code> {
  return { ok: false, refusal, wait: null };
}
