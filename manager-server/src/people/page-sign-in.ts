import { foldName, type OperatorKey } from '@seatmatrix/protocol/domain';
import type { Clock, Duration } from '@seatmatrix/protocol/kernel';
import { type Act, auditEntry } from '../audit/index.ts';
import type { Directory } from '../directory/directory.ts';
import type { Journal } from '../store/index.ts';
import { type Account, accountOf, actorName } from './account.ts';
import type { OperatorCredentials } from './operator-credentials.ts';
import { PAGE_PASSWORD_LENGTH_MIN } from './password-rules.ts';
import type { SecondFactors } from './second-factors.ts';

/** What keeps a person who is signed in from everything but his own account, until he has done something about it. */
export type Restriction = 'password-too-short' | 'second-factor-missing';

export type PageSignInRefused =
  | { readonly refusal: 'wrong-credentials' | 'code-wanted' | 'wrong-code' }
  | { readonly refusal: 'throttled'; readonly wait: Duration };

export interface SignedInAccount {
  readonly account: Account;
  readonly restriction: Restriction | null;
}

export interface PageSignInOptions {
  readonly directory: Directory;
  readonly credentials: OperatorCredentials;
  readonly secondFactors: SecondFactors;
  readonly journal: Journal;
  readonly clock: Clock;
  /** On loopback alone: passwords may be as short as they like. */
  readonly demonstration: boolean;
}

/** Signing in to the pages: the password, and a code where the account has a second factor. Every attempt is audited. */
export class PageSignIn {
  readonly #options: PageSignInOptions;

  constructor(options: PageSignInOptions) {
    this.#options = options;
  }

  async signIn(attempt: {
    readonly name: string;
    readonly password: string;
    readonly code: string | null;
    readonly from: string;
  }): Promise<SignedInAccount | PageSignInRefused> {
    const { name, password, code, from } = attempt;
    const signedIn = await this.#options.credentials.signIn({ name, password, from });
    if (!signedIn.ok) {
      if (signedIn.refusal === 'wrong-credentials' || signedIn.first) {
        await this.#record({ ...this.#stranger(name), from, outcome: 'refused', detail: signedIn.refusal });
      }
      return signedIn;
    }
    const account = this.#account(signedIn.operator);
    if (account === null) return { refusal: 'wrong-credentials' };
    const refused = await this.#judgeCode({ account, code, from });
    if (refused !== null) return refused;
    const restriction = this.#restriction(account, password) ?? this.missing(account);
    await this.#record({
      actor: actorName(account),
      object: account.name,
      from,
      outcome: 'done',
      detail: restriction ?? '',
    });
    return { account, restriction };
  }

  /** What the site's settings want of the account and it has not. Asked anew at each request. */
  missing(account: Account): Restriction | null {
    return this.wants(account) && !this.#options.secondFactors.has(account.key) ? 'second-factor-missing' : null;
  }

  /** Whether the site's settings want a second factor of the account. */
  wants({ role }: Account): boolean {
    const wanted = this.#options.directory.snapshot.settings.get('site')?.value.secondFactor ?? 'optional';
    return wanted === 'everybody' || (wanted === 'administrators' && role === 'administrator');
  }

  /** Audits that he left of his own accord; his session is the caller's to end. */
  async signOut(account: Account, from: string): Promise<void> {
    const act = { actor: actorName(account), from, action: 'sign-out', object: account.name, outcome: 'done' } as const;
    await this.#options.journal.commit([{ type: 'audit', entry: auditEntry(act, this.#options.clock) }]);
  }

  async #judgeCode(answer: {
    readonly account: Account;
    readonly code: string | null;
    readonly from: string;
  }): Promise<PageSignInRefused | null> {
    const { secondFactors } = this.#options;
    const { account, code, from } = answer;
    if (!secondFactors.has(account.key)) return null;
    if (code === null) return { refusal: 'code-wanted' };
    const actor = { name: actorName(account), from };
    const refused = await secondFactors.judge({ account, code, actor });
    if (refused === null) return null;
    if (refused.refusal === 'wrong-code' || refused.first) {
      await this.#record({
        actor: actor.name,
        object: account.name,
        from,
        outcome: 'refused',
        detail: refused.refusal,
      });
    }
    return refused;
  }

  #restriction(account: Account, password: string): Restriction | null {
    const { demonstration, secondFactors } = this.#options;
    if (demonstration || secondFactors.has(account.key)) return null;
    return [...password.normalize('NFC')].length < PAGE_PASSWORD_LENGTH_MIN ? 'password-too-short' : null;
  }

  #account(key: OperatorKey): Account | null {
    const operator = this.#options.directory.snapshot.operators.get(key)?.value;
    return operator === undefined || operator.disabled ? null : accountOf(operator);
  }

  /** Whoever tries: by the account that he wants to be, if there is one. */
  #stranger(name: string): Pick<Act, 'actor' | 'object'> {
    const folded = foldName(name);
    const operators = this.#options.directory.snapshot.operators.values();
    const found = [...operators].find(({ value }) => foldName(value.name) === folded)?.value;
    return { actor: actorName({ role: found?.role ?? 'operator', name: folded }), object: name };
  }

  async #record(act: Omit<Act, 'action'>): Promise<void> {
    const entry = auditEntry({ ...act, action: 'sign-in' }, this.#options.clock);
    await this.#options.journal.commit([{ type: 'audit', entry }]);
  }
}
