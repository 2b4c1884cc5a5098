import type { Fingerprint } from '@seatmatrix/protocol/domain';
import type { Clock } from '@seatmatrix/protocol/kernel';
import { auditEntry } from '../audit/index.ts';
import type { EnrolmentCodes } from '../authority/enrolment-codes.ts';
import type { RotationPhase, SiteAuthority } from '../authority/site-authority.ts';
import type { Actor } from '../directory/directory.ts';
import type { Journal } from '../store/journal.ts';
import { commitStaged } from '../store/record-collection.ts';
import type { BoxRegister } from './box-register.ts';

export type RotationStep = 'prepare' | 'switch' | 'drop';

export interface RotationStatus {
  readonly phase: RotationPhase;
  /** SHA-256 of the public key of the CA that issues. */
  readonly current: Fingerprint;
  /** Of the next or the former one. */
  readonly other: Fingerprint | null;
  /** Adopted boxes that would be lost by the next step: they have not learnt the next CA, or not left the former. */
  readonly waiting: readonly Fingerprint[];
}

/** `wrong-step`: another one is due. `boxes-waiting`: some box would not find back. */
export type RotationRefusal = 'wrong-step' | 'boxes-waiting';

export interface AuthorityRotationOptions {
  readonly authority: SiteAuthority;
  readonly register: Pick<BoxRegister, 'entries'>;
  readonly codes: Pick<EnrolmentCodes, 'entries' | 'stageCancel'>;
  readonly journal: Journal;
  readonly clock: Clock;
  /** The CAs that count have changed: boxes that are connected have to be told. */
  readonly told: () => void;
}

/**
 * Changes the site's CA without touching a box: every box trusts the next one before anything is issued from it, gets its
 * certificate from it, and only then the former one is dropped.
 */
export class AuthorityRotation {
  readonly #options: AuthorityRotationOptions;
  #running: Promise<unknown> = Promise.resolve();

  constructor(options: AuthorityRotationOptions) {
    this.#options = options;
  }

  status(): RotationStatus {
    const { authority, register } = this.#options;
    const { phase, authorityFingerprint: current, otherFingerprint: other } = authority;
    const waiting: Fingerprint[] = [];
    for (const [box, { authorities = [] }] of register.entries()) {
      const ready =
        phase === 'settled' ||
        (phase === 'prepared' ? other !== null && authorities.includes(other) : authorities[0] === current);
      if (!ready) waiting.push(box);
    }
    return { phase, current, other, waiting };
  }

  /** `without` goes on although boxes wait: they have to be adopted anew. One step after the other. */
  advance(wish: {
    readonly step: RotationStep;
    readonly without: boolean;
    readonly actor: Actor;
  }): Promise<RotationRefusal | null> {
    const done = this.#running.then(() => this.#advance(wish));
    this.#running = done.catch(() => undefined);
    return done;
  }

  async #advance({
    step,
    without,
    actor,
  }: {
    readonly step: RotationStep;
    readonly without: boolean;
    readonly actor: Actor;
  }): Promise<RotationRefusal | null> {
    const { authority, codes, journal, clock, told } = this.#options;
    const { phase, waiting } = this.status();
    if (step !== DUE[phase]) return 'wrong-step';
    if (waiting.length > 0 && !without) return 'boxes-waiting';
    const detail = waiting.length === 0 ? '' : `without ${waiting.length} boxes`;
    const act = { actor: actor.name, from: actor.from, action: `authority.${step}`, object: '', detail } as const;
    await authority.advance([auditEntry({ ...act, outcome: 'done' }, clock)]);
    // A code tells a box the CA that it was made under.
    const staged = step === 'switch' ? codes.entries().map(({ key }) => codes.stageCancel(key)) : [];
    if (staged.length > 0) await commitStaged(journal, { staged });
    told();
    return null;
  }
}

const DUE: Readonly<Record<RotationPhase, RotationStep>> = { settled: 'prepare', prepared: 'switch', switched: 'drop' };
