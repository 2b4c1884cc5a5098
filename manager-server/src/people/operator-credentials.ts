import { foldName, type Operator, type OperatorKey, type PasswordRefusal } from '@seatmatrix/protocol/domain';
import type { Clock, Log } from '@seatmatrix/protocol/kernel';
import { z } from 'zod';
import { auditEntry, MANAGER_ACTOR, operatorActor } from '../audit/index.ts';
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
import type { Credentials, OperatorSignIn, SignInAttempt } from './credentials.ts';
import { PasswordCheck } from './password-check.ts';
import { argon2id, type PasswordHash, PRODUCTION_COST } from './password-hash.ts';
import { passwordWeakness } from './password-rules.ts';

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

/** Sign-ins are audited by whoever asked, who knows the seat; changes of passwords are audited here. */
export class OperatorCredentials implements Credentials {
  readonly #options: OperatorCredentialsOptions;
  #byName: { readonly from: DirectorySnapshot['operators']; readonly names: ReadonlyMap<string, Operator> };

  constructor(options: OperatorCredentialsOptions) {
    this.#options = options;
    this.#byName = indexByName(options.directory.snapshot.operators);
    options.directory.onChange((after, before) => this.#forgetDeleted(after, before));
  }

  async signIn({ name, password, from }: SignInAttempt): Promise<OperatorSignIn> {
    const operator = this.#operatorByName(name);
    const verdict = await this.#judge({ name, operator, password, from });
    switch (verdict) {
      case 'throttled':
      case 'wrong-credentials':
        return { ok: false, refusal: verdict };
      default:
        return { ok: true, operator: verdict.key };
    }
  }

  async changePassword(change: {
    readonly operator: OperatorKey;
    readonly current: string;
    readonly next: string;
    readonly from: string;
  }): Promise<PasswordRefusal | null> {
    const operator = this.#options.directory.snapshot.operators.get(change.operator)?.value;
    if (operator === undefined) return 'wrong-credentials';
    const { name } = operator;
    const verdict = await this.#judge({ name, operator, password: change.current, from: change.from });
    if (verdict === 'throttled' || verdict === 'wrong-credentials') return verdict;
    const actor = { name: operatorActor(name), from: change.from };
    return this.setPassword({ operator: operator.key, password: change.next, actor });
  }

  async setPassword(set: {
    readonly operator: OperatorKey;
    readonly password: string;
    readonly actor: Actor;
  }): Promise<PasswordRefusal | null> {
    const operator = this.#options.directory.snapshot.operators.get(set.operator)?.value;
    if (operator === undefined) return 'wrong-credentials';
    const weakness = passwordWeakness(set.password, operator.name);
    if (weakness !== null) return weakness;
    await this.#store({ operator, password: set.password, actor: set.actor });
    return null;
  }

  /**
   * A password that no rule would take, for the demonstration's operators. Whoever calls this has made sure that the
   * manager is bound to loopback.
   */
  async seedPassword({ operator, password }: { operator: Operator; password: string }): Promise<void> {
    await this.#store({ operator, password, actor: { name: MANAGER_ACTOR, from: 'demonstration' } });
  }

  hasPassword(operator: OperatorKey): boolean {
    return this.#options.records.get(operator) !== undefined;
  }

  async #judge(question: {
    readonly name: string;
    readonly operator: Operator | undefined;
    readonly password: string;
    readonly from: string;
  }): Promise<Operator | 'throttled' | 'wrong-credentials'> {
    const { name, operator, password, from } = question;
    const stored = operator === undefined || operator.disabled ? undefined : this.#options.records.get(operator.key);
    const hash = stored?.hash ?? null;
    const verdict = await this.#options.check.judge({ account: `operator:${foldName(name)}`, password, from, hash });
    if (verdict.type === 'throttled') return 'throttled';
    if (verdict.type === 'wrong' || operator === undefined) return 'wrong-credentials';
    // Hashing takes its time: the account may have been disabled, or its password replaced, in the meantime.
    const now = this.#options.directory.snapshot.operators.get(operator.key)?.value;
    const same = this.#options.records.get(operator.key)?.hash === hash;
    return now === undefined || now.disabled || !same ? 'wrong-credentials' : now;
  }

  async #store({ operator, password, actor }: { operator: Operator; password: string; actor: Actor }): Promise<void> {
    const { check, clock, journal, records } = this.#options;
    const hash = await check.hash(password, actor.from);
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

function indexByName(operators: DirectorySnapshot['operators']) {
  const names = new Map<string, Operator>();
  for (const { value } of operators.values()) names.set(foldName(value.name), value);
  return { from: operators, names };
}
