import { foldName, type Operator, type OperatorKey, operatorKey } from '@seatmatrix/protocol/domain';
import { type Clock, type Duration, Fault } from '@seatmatrix/protocol/kernel';
import { type Act, auditEntry } from '../audit/index.ts';
import type { DirectorySnapshot } from '../directory/collection.ts';
import type { Actor, Directory } from '../directory/directory.ts';
import { hasAdministrator } from '../directory/law/administrator-law.ts';
import type { Journal } from '../store/index.ts';
import { type Account, accountOf, actorName } from './account.ts';
import { AttemptTable } from './attempt-table.ts';
import { Claim } from './claim.ts';
import type { OperatorCredentials, PasswordWeak } from './operator-credentials.ts';

export type ClaimRefused =
  | { readonly refusal: 'already-claimed' | 'claim-code-wrong' | 'claim-code-expired' }
  | { readonly refusal: 'throttled'; readonly wait: Duration }
  | PasswordWeak;

export interface SiteClaimOptions {
  readonly directory: Directory;
  readonly credentials: OperatorCredentials;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly newKey: () => string;
}

/** How a site that nobody can administer gets its first administrator: by the code that the manager's terminal shows. */
export class SiteClaim {
  readonly #options: SiteClaimOptions;
  readonly #attempts: AttemptTable;
  #claim: Claim | null;
  #claimedBy: DirectorySnapshot['operators'] | null = null;

  constructor(options: SiteClaimOptions) {
    this.#options = options;
    this.#attempts = new AttemptTable(options.clock);
    this.#claim = this.claimed ? null : new Claim(options);
  }

  /** False until an administrator can sign in: nothing but the claim page answers. */
  get claimed(): boolean {
    const { credentials, directory } = this.#options;
    // Asked at every request: nothing has changed as long as the people are the same.
    const { operators } = directory.snapshot;
    if (this.#claimedBy === operators) return true;
    const claimed = hasAdministrator(directory.snapshot, (key) => credentials.hasPassword(operatorKey(key)));
    // No password is ever taken away from somebody who stays.
    this.#claimedBy = claimed ? operators : null;
    return claimed;
  }

  /** Null once the site has an administrator. */
  get code(): string | null {
    return this.#claim?.code ?? null;
  }

  get expired(): boolean {
    return this.#claim?.expired ?? false;
  }

  async claim(wish: {
    readonly code: string;
    readonly name: string;
    readonly password: string;
    readonly from: string;
  }): Promise<Account | ClaimRefused> {
    const { code, name, password, from } = wish;
    const claim = this.#claim;
    if (claim === null) return { refusal: 'already-claimed' };
    const throttled = this.#attempts.admit({ account: 'claim', from });
    if (throttled !== null) {
      if (throttled.first) await this.#recordRefused(wish, 'throttled');
      return { refusal: 'throttled', wait: throttled.wait };
    }
    const verdict = claim.judge(code);
    if (verdict !== 'right') {
      const refusal = verdict === 'wrong' ? 'claim-code-wrong' : 'claim-code-expired';
      await this.#recordRefused(wish, refusal);
      return { refusal };
    }
    this.#attempts.succeeded({ account: 'claim', from });
    const weak = this.#options.credentials.weakness(password, { name, role: 'administrator' });
    if (weak !== null) return weak;
    // Used up before the hash is made: of two people at one time, one gets it.
    this.#claim = null;
    try {
      return await this.#make({ name, password, actor: { name: actorName({ role: 'administrator', name }), from } });
    } catch (thrown) {
      this.#claim = claim;
      throw thrown;
    }
  }

  /** The demonstration's administrator. Whoever calls this listens on loopback alone. */
  async seed({ name, password }: { readonly name: string; readonly password: string }): Promise<void> {
    if (this.claimed) return;
    await this.#make({ name, password, actor: { name: 'manager', from: 'demonstration' } });
    this.#claim = null;
  }

  async #make(wish: { readonly name: string; readonly password: string; readonly actor: Actor }): Promise<Account> {
    const { clock, credentials, directory, journal } = this.#options;
    const { name, password, actor } = wish;
    const present = namesake(directory, name);
    const key: OperatorKey = present?.value.key ?? operatorKey(this.#options.newKey());
    const value: Operator = { key, name, disabled: false, role: 'administrator', groups: present?.value.groups ?? [] };
    // The password first: cut off between the two, there is no administrator yet, and the next code makes one.
    await credentials.setFirstPassword({ operator: value, password, actor });
    const expected = present?.version ?? null;
    const changed = await directory.change([{ type: 'put', collection: 'operators', value, expected }], actor);
    if (!changed.done) {
      const message = `the first administrator is refused: ${JSON.stringify(changed.refusal)}`;
      throw new Fault({ code: 'invariant-broken', message });
    }
    const act = { actor: actor.name, from: actor.from, action: 'claim', object: name, outcome: 'done' } as const;
    await journal.commit([{ type: 'audit', entry: auditEntry(act, clock) }]);
    return accountOf(value);
  }

  async #recordRefused(wish: { readonly name: string; readonly from: string }, detail: string): Promise<void> {
    const { clock, journal } = this.#options;
    const actor = actorName({ role: 'administrator', name: foldName(wish.name) });
    const act: Act = { actor, from: wish.from, action: 'claim', object: wish.name, outcome: 'refused', detail };
    await journal.commit([{ type: 'audit', entry: auditEntry(act, clock) }]);
  }
}

/** Of a seeded site, or of a claim that was cut off half-way: whoever has the code may have that name. */
function namesake({ snapshot }: Directory, name: string) {
  return [...snapshot.operators.values()].find(({ value }) => foldName(value.name) === foldName(name));
}
