import { createHash } from 'node:crypto';
import type { OperatorKey } from '@seatmatrix/protocol/domain';
import { after, type Clock, type Duration, type Instant, minutes } from '@seatmatrix/protocol/kernel';
import { encode } from 'uqr';
import { z } from 'zod';
import { type Act, auditEntry } from '../audit/index.ts';
import type { Actor } from '../directory/directory.ts';
import { commitStaged, type Journal, jsonCodec, type RecordCollection, type StoredRecord } from '../store/index.ts';
import type { Account } from './account.ts';
import { AttemptTable } from './attempt-table.ts';
import { canonicalCode, writtenCode } from './claim-code.ts';
import type { Restoring } from './credentials.ts';
import { restoringOf } from './restoring.ts';
import { newTotpSecret, totpStep, totpUri } from './totp.ts';

/** For a lost phone: enough for some, few enough to be printed. */
const RECOVERY_CODES = 8;
/** 120 bits: above the 112 from which NIST SP 800-63B-4 §3.1.2.2 takes a plain hash. */
const RECOVERY_BYTES = 15;
/** Between the QR code and the first code from the phone. */
const ENROLMENT_LIFE = minutes(10);
/** The last ones that were used, remembered by themselves: no code opens anything twice, also when the clock was set back. */
const USED_MAX = 60;

/** Keyed by the operator's key. */
export interface StoredSecondFactor {
  readonly secret: string;
  readonly used: readonly number[];
  /** SHA-256 of those that are left. */
  readonly recovery: readonly string[];
  readonly enrolledAt: number;
}

export const secondFactorCodec = jsonCodec<StoredSecondFactor>(
  z.object({
    secret: z.string(),
    used: z.array(z.number()),
    recovery: z.array(z.string()),
    enrolledAt: z.number(),
  }),
);

export interface SecondFactorsOptions {
  readonly records: RecordCollection<StoredSecondFactor>;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly randomBytes: (count: number) => Uint8Array;
}

export interface Enrolment {
  readonly secret: string;
  readonly uri: string;
  /** The QR code of the URI by rows, `1` for dark. */
  readonly modules: readonly string[];
}

export type SecondFactorRefused =
  | { readonly refusal: 'wrong-code' }
  | { readonly refusal: 'throttled'; readonly wait: Duration; readonly first: boolean };

/** Codes of authenticators (TOTP, RFC 6238), beside the password, on the pages. */
export class SecondFactors {
  readonly #options: SecondFactorsOptions;
  /** Counted by account alone: whoever guesses here has the password already, and may have many addresses. */
  readonly #attempts: AttemptTable;
  readonly #listeners: ((operator: OperatorKey) => void)[] = [];
  readonly #pending = new Map<OperatorKey, { readonly secret: string; readonly until: Instant }>();

  constructor(options: SecondFactorsOptions) {
    this.#options = options;
    this.#attempts = new AttemptTable(options.clock);
  }

  /** Called when somebody has another second factor, or none any more. */
  onChange(listener: (operator: OperatorKey) => void): void {
    this.#listeners.push(listener);
  }

  has(operator: OperatorKey): boolean {
    return this.#options.records.get(operator) !== undefined;
  }

  /** How many recovery codes are left. */
  recoveryLeft(operator: OperatorKey): number {
    return this.#options.records.get(operator)?.recovery.length ?? 0;
  }

  /** A new secret, told this once; nothing changes until `confirm`. */
  begin({ key, name }: Account, site: string): Enrolment {
    const secret = newTotpSecret();
    this.#pending.set(key, { secret, until: after(this.#options.clock.now(), ENROLMENT_LIFE) });
    const uri = totpUri({ secret, name, site });
    const modules = encode(uri, { border: 2 }).data.map((row) => row.map((dark) => (dark ? '1' : '0')).join(''));
    return { secret, uri, modules };
  }

  /** The first code from the phone; gives the recovery codes, told this once. `none-begun`: begin again. */
  async confirm(answer: {
    readonly account: Account;
    readonly code: string;
    readonly actor: Actor;
  }): Promise<readonly string[] | SecondFactorRefused | { readonly refusal: 'none-begun' }> {
    const { clock, randomBytes, records } = this.#options;
    const { account, code, actor } = answer;
    const pending = this.#pending.get(account.key);
    if (pending === undefined || clock.now() >= pending.until) return { refusal: 'none-begun' };
    const throttled = this.#admit(account.key);
    if (throttled !== null) return throttled;
    const step = totpStep({ secret: pending.secret, code, now: clock.wall() });
    if (step === null) return { refusal: 'wrong-code' };
    this.#succeeded(account.key);
    this.#pending.delete(account.key);
    const codes = recoveryCodes(randomBytes);
    const enrolledAt = clock.wall().getTime();
    const stored = { secret: pending.secret, used: [step], recovery: codes.map(hashOf), enrolledAt };
    const act = { actor: actor.name, from: actor.from, action: 'second-factor.enrol', object: account.name };
    const staged = [records.stagePut(account.key, stored)];
    await commitStaged(this.#options.journal, { staged, audit: [this.#entry(act)] });
    this.#changed(account.key);
    return codes;
  }

  /** A code from the phone or a recovery code; either works once. */
  async judge(answer: {
    readonly account: Account;
    readonly code: string;
    readonly actor: Actor;
  }): Promise<SecondFactorRefused | null> {
    const { clock, records } = this.#options;
    const { account, code, actor } = answer;
    const stored = records.get(account.key);
    if (stored === undefined) return null;
    const throttled = this.#admit(account.key);
    if (throttled !== null) return throttled;
    const step = totpStep({ secret: stored.secret, code: code.replaceAll(' ', ''), now: clock.wall() });
    if (step !== null && !stored.used.includes(step)) {
      this.#succeeded(account.key);
      await records.put(account.key, { ...stored, used: [...stored.used, step].slice(-USED_MAX) });
      return null;
    }
    const hash = hashOf(canonicalCode(code));
    if (!stored.recovery.includes(hash)) return { refusal: 'wrong-code' };
    this.#succeeded(account.key);
    const recovery = stored.recovery.filter((each) => each !== hash);
    const act = { actor: actor.name, from: actor.from, action: 'second-factor.recover', object: account.name };
    const entry = this.#entry({ ...act, detail: `${recovery.length} recovery codes are left` });
    const staged = [records.stagePut(account.key, { ...stored, recovery })];
    await commitStaged(this.#options.journal, { staged, audit: [entry] });
    return null;
  }

  /** New recovery codes, told this once; the former ones are worth nothing any more. Null without a second factor. */
  async renewRecovery({
    account,
    actor,
  }: {
    readonly account: Account;
    readonly actor: Actor;
  }): Promise<readonly string[] | null> {
    const { randomBytes, records } = this.#options;
    const stored = records.get(account.key);
    if (stored === undefined) return null;
    const codes = recoveryCodes(randomBytes);
    const act = { actor: actor.name, from: actor.from, action: 'second-factor.recovery-codes', object: account.name };
    const staged = [records.stagePut(account.key, { ...stored, recovery: codes.map(hashOf) })];
    await commitStaged(this.#options.journal, { staged, audit: [this.#entry(act)] });
    return codes;
  }

  /** How long codes are not looked at, after too many wrong ones; null when they are. */
  waitOf(operator: OperatorKey): Duration | null {
    return this.#attempts.waitOf(operator);
  }

  forgive(operator: OperatorKey): void {
    this.#attempts.forgive(operator);
  }

  /** Takes it away: from oneself, or by an administrator from somebody who lost phone and codes. */
  async remove({
    account,
    actor,
  }: {
    readonly account: Pick<Account, 'key' | 'name'>;
    readonly actor: Actor;
  }): Promise<void> {
    if (!this.has(account.key)) return;
    const act = { actor: actor.name, from: actor.from, action: 'second-factor.remove', object: account.name };
    const staged = [this.#options.records.stageDelete(account.key)];
    await commitStaged(this.#options.journal, { staged, audit: [this.#entry(act)] });
    this.#changed(account.key);
  }

  /** Second factors as they stood in the backup's records. One that is the same keeps what of it is used up. */
  restoring(records: ReadonlyMap<string, readonly StoredRecord[]>): Restoring {
    return restoringOf(this.#options.records, { records, codec: secondFactorCodec, secretOf: ({ secret }) => secret });
  }

  /** Of an operator who is gone. */
  forget(operator: OperatorKey): Promise<void> {
    return this.#options.records.delete(operator);
  }

  #changed(operator: OperatorKey): void {
    for (const listener of this.#listeners) listener(operator);
  }

  #admit(account: OperatorKey): Extract<SecondFactorRefused, { refusal: 'throttled' }> | null {
    const throttled = this.#attempts.admit({ account, from: 'anywhere' });
    return throttled === null ? null : { refusal: 'throttled', ...throttled };
  }

  #succeeded(account: OperatorKey): void {
    this.#attempts.succeeded({ account, from: 'anywhere' });
  }

  #entry(act: Omit<Act, 'outcome'>) {
    return auditEntry({ ...act, outcome: 'done' }, this.#options.clock);
  }
}

const recoveryCodes = (randomBytes: SecondFactorsOptions['randomBytes']): readonly string[] =>
  Array.from({ length: RECOVERY_CODES }, () => writtenCode(randomBytes(RECOVERY_BYTES)));

const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex');
