import { foldName, type Operator, type OperatorKey, type Role } from '@seatmatrix/protocol/domain';
import type { Clock, Duration, Log } from '@seatmatrix/protocol/kernel';
import { z } from 'zod';
import { auditEntry, MANAGER_ACTOR } from '../audit/index.ts';
import type { DirectorySnapshot } from '../directory/collection.ts';
import type { Actor, Directory } from '../directory/directory.ts';
import {
  commitStaged,
  type Journal,
  jsonCodec,
  type RecordCollection,
  recordCollection,
  type StoredRecord,
} from '../store/index.ts';
import { actorName } from './account.ts';
import type {
  Credentials,
  OperatorSignIn,
  PasswordChanged,
  PasswordRefused,
  Restoring,
  SignInAttempt,
} from './credentials.ts';
import { PasswordCheck } from './password-check.ts';
import { argon2id, type PasswordHash, PRODUCTION_COST } from './password-hash.ts';
import { leastLength, passwordWeakness, type Weak } from './password-rules.ts';
import { restoringOf } from './restoring.ts';
import type { WebSessionId } from './web-sessions.ts';

export type PasswordWeak = Weak;

/** Keyed by the operator's key. */
export interface StoredCredential {
  readonly hash: string;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

const credentialCodec = jsonCodec<StoredCredential>(z.object({ hash: z.string(), changedAt: z.number() }));

export interface CredentialSources {
  readonly directory: Directory;
  /** What the store's `load` gave. */
  readonly records: ReadonlyMap<string, readonly StoredRecord[]>;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  /** argon2id at its production cost unless a test says otherwise. */
  readonly hash?: PasswordHash;
}

export async function openOperatorCredentials(sources: CredentialSources): Promise<OperatorCredentials> {
  const { directory, records, journal, clock, log, hash = argon2id(PRODUCTION_COST) } = sources;
  return new OperatorCredentials({
    directory,
    records: recordCollection({ name: 'operator-credentials', codec: credentialCodec, records, journal }),
    journal,
    clock,
    log,
    check: await PasswordCheck.open({ hash, clock }),
  });
}

interface OperatorCredentialsOptions {
  readonly directory: Directory;
  readonly records: RecordCollection<StoredCredential>;
  readonly journal: Journal;
  readonly check: PasswordCheck;
  readonly clock: Clock;
  readonly log: Log;
}

type Judged = { readonly ok: true; readonly operator: Operator } | Exclude<OperatorSignIn, { readonly ok: true }>;

/** Sign-ins are audited by whoever asked, who knows the seat; changes of passwords are audited here. */
export class OperatorCredentials implements Credentials {
  readonly #options: OperatorCredentialsOptions;
  readonly #listeners: ((change: PasswordChanged) => void)[] = [];
  readonly #attemptListeners: ((operator: OperatorKey) => void)[] = [];
  #byName: { readonly from: DirectorySnapshot['operators']; readonly names: ReadonlyMap<string, Operator> };

  constructor(options: OperatorCredentialsOptions) {
    this.#options = options;
    this.#byName = indexByName(options.directory.snapshot.operators);
    options.directory.onChange((after, before) => this.#forgetDeleted(after, before));
  }

  /** Called after each change of a password, when it is durable. */
  onChange(listener: (change: PasswordChanged) => void): void {
    this.#listeners.push(listener);
  }

  /** Called after tries with the name of an operator that exists, whatever came of them; once while he has to wait. */
  onAttempt(listener: (operator: OperatorKey) => void): void {
    this.#attemptListeners.push(listener);
  }

  async signIn({ name, password, from }: SignInAttempt): Promise<OperatorSignIn> {
    const judged = await this.#judge({ name, operator: this.#operatorByName(name), password, from });
    return judged.ok ? { ok: true, operator: judged.operator.key } : judged;
  }

  /** Whether this is the operator's password; counts as a sign-in for the throttle. */
  async confirm(question: {
    readonly operator: OperatorKey;
    readonly password: string;
    readonly from: string;
  }): Promise<OperatorSignIn> {
    const operator = this.#options.directory.snapshot.operators.get(question.operator)?.value;
    if (operator === undefined) return WRONG;
    const judged = await this.#judge({ ...question, name: operator.name, operator });
    return judged.ok ? { ok: true, operator: judged.operator.key } : judged;
  }

  async changePassword(change: {
    readonly operator: OperatorKey;
    readonly current: string;
    readonly next: string;
    readonly from: string;
    readonly keep?: WebSessionId;
    readonly least?: Role;
  }): Promise<PasswordRefused | null> {
    const { operator: key, current, next, from, ...rest } = change;
    const confirmed = await this.confirm({ operator: key, password: current, from });
    if (!confirmed.ok) return confirmed;
    const operator = this.#options.directory.snapshot.operators.get(key)?.value;
    if (operator === undefined) return WRONG;
    return this.setPassword({ operator: key, password: next, actor: { name: actorName(operator), from }, ...rest });
  }

  async setPassword(set: {
    readonly operator: OperatorKey;
    readonly password: string;
    readonly actor: Actor;
    readonly keep?: WebSessionId;
    readonly least?: Role;
  }): Promise<PasswordRefused | null> {
    const operator = this.#options.directory.snapshot.operators.get(set.operator)?.value;
    if (operator === undefined) return WRONG;
    const weak = this.weakness(set.password, { name: operator.name, role: set.least ?? operator.role });
    if (weak !== null) return weak;
    await this.#store({ operator, password: set.password, actor: set.actor });
    const change = { operator: operator.key, actor: set.actor, keep: set.keep ?? null };
    for (const listener of this.#listeners) listener(change);
    return null;
  }

  /** Why somebody of this name and role may not have the password. */
  weakness(password: string, { name, role }: { readonly name: string; readonly role: Role }): PasswordWeak | null {
    const site = this.#options.directory.snapshot.settings.get('site')?.value.name ?? '';
    return passwordWeakness(password, { least: leastLength(role), context: [name, site, 'seatmatrix'] });
  }

  /** Of an operator who comes to the directory next. The caller has judged the password. */
  setFirstPassword(set: {
    readonly operator: Pick<Operator, 'key' | 'name'>;
    readonly password: string;
    readonly actor: Actor;
  }): Promise<void> {
    return this.#store(set);
  }

  /**
   * A password that no rule would take, for the demonstration's operators. Whoever calls this has made sure that the
   * manager is bound to loopback.
   */
  async seedPassword({ operator, password }: { operator: Operator; password: string }): Promise<void> {
    await this.#store({ operator, password, actor: { name: MANAGER_ACTOR, from: 'demonstration' } });
  }

  /** Passwords as they stood in the backup's records. Whoever applies it tells `restored` when it is durable. */
  restoring(records: ReadonlyMap<string, readonly StoredRecord[]>): Restoring {
    return restoringOf(this.#options.records, { records, codec: credentialCodec, secretOf: ({ hash }) => hash });
  }

  /** These people's passwords, or second factors, are others now. */
  restored(operators: Iterable<OperatorKey>, actor: Actor): void {
    for (const operator of operators) {
      for (const listener of this.#listeners) listener({ operator, actor, keep: null });
    }
  }

  /** Milliseconds since 1970; null without a password. */
  changedAt(operator: OperatorKey): number | null {
    return this.#options.records.get(operator)?.changedAt ?? null;
  }

  /** How long the operator is kept from trying, after too many wrong passwords; null when he is not. */
  waitOf({ name }: Pick<Operator, 'name'>): Duration | null {
    return this.#options.check.waitOf(accountName(name));
  }

  /** Lets the operator try anew at once, from everywhere. */
  async forgive({
    operator,
    actor,
  }: {
    readonly operator: Pick<Operator, 'key' | 'name'>;
    readonly actor: Actor;
  }): Promise<void> {
    const { check, clock, journal } = this.#options;
    check.forgive(accountName(operator.name));
    this.#tried(operator.key);
    const act = { actor: actor.name, from: actor.from, action: 'operator.unlock', object: operator.name } as const;
    await journal.commit([{ type: 'audit', entry: auditEntry({ ...act, outcome: 'done' }, clock) }]);
  }

  hasPassword(operator: OperatorKey): boolean {
    return this.#options.records.get(operator) !== undefined;
  }

  async #judge(question: {
    readonly name: string;
    readonly operator: Operator | undefined;
    readonly password: string;
    readonly from: string;
  }): Promise<Judged> {
    const { name, operator, password, from } = question;
    const stored = operator === undefined || operator.disabled ? undefined : this.#options.records.get(operator.key);
    const hash = stored?.hash ?? null;
    const verdict = await this.#options.check.judge({ account: accountName(name), password, from, hash });
    const news = verdict.type !== 'throttled' || verdict.first;
    if (operator !== undefined && news) this.#tried(operator.key);
    if (verdict.type === 'throttled') {
      return { ok: false, refusal: 'throttled', wait: verdict.wait, first: verdict.first };
    }
    if (verdict.type === 'wrong' || operator === undefined) return WRONG;
    // Hashing takes its time: the account may have been disabled, or its password replaced, in the meantime.
    const now = this.#options.directory.snapshot.operators.get(operator.key)?.value;
    const same = this.#options.records.get(operator.key)?.hash === hash;
    return now === undefined || now.disabled || !same ? WRONG : { ok: true, operator: now };
  }

  #tried(operator: OperatorKey): void {
    for (const listener of this.#attemptListeners) listener(operator);
  }

  async #store(set: {
    readonly operator: Pick<Operator, 'key' | 'name'>;
    readonly password: string;
    readonly actor: Actor;
  }): Promise<void> {
    const { check, clock, journal, records } = this.#options;
    const { operator, actor } = set;
    const hash = await check.hash(set.password, actor.from);
    const act = {
      actor: actor.name,
      from: actor.from,
      action: 'operator.password',
      object: operator.name,
      outcome: 'done',
    } as const;
    const staged = [records.stagePut(operator.key, { hash, changedAt: clock.wall().getTime() })];
    await commitStaged(journal, { staged, audit: [auditEntry(act, clock)] });
  }

  #operatorByName(name: string): Operator | undefined {
    const { operators } = this.#options.directory.snapshot;
    if (this.#byName.from !== operators) this.#byName = indexByName(operators);
    return this.#byName.names.get(foldName(name));
  }

  #forgetDeleted(after: DirectorySnapshot, before: DirectorySnapshot): void {
    if (after.operators === before.operators) return;
    for (const key of before.operators.keys()) {
      if (after.operators.has(key)) continue;
      // A hash that stays behind opens nothing: its account is gone, and keys are never used twice.
      this.#options.records.delete(key).catch((thrown: unknown) => {
        this.#options.log.warn('the password of a deleted operator is still in the store', { key, thrown });
      });
    }
  }
}

const accountName = (name: string): string => `operator:${foldName(name)}`;

const WRONG = { ok: false, refusal: 'wrong-credentials' } as const;

function indexByName(operators: DirectorySnapshot['operators']) {
  const names = new Map<string, Operator>();
  for (const { value } of operators.values()) names.set(foldName(value.name), value);
  return { from: operators, names };
}
