import type { OperatorKey, PasswordRefusal, Role } from '@seatmatrix/protocol/domain';
import type { Duration } from '@seatmatrix/protocol/kernel';
import type { Actor } from '../directory/directory.ts';
import type { StagedWrite } from '../store/index.ts';
import type { WebSessionId } from './web-sessions.ts';

export interface SignInAttempt {
  readonly name: string;
  readonly password: string;
  /** `osd:<device key>` or a network address: guesses from one never slow down another. */
  readonly from: string;
}

export type OperatorSignIn =
  | { readonly ok: true; readonly operator: OperatorKey }
  | { readonly ok: false; readonly refusal: 'wrong-credentials' }
  | {
      readonly ok: false;
      readonly refusal: 'throttled';
      readonly wait: Duration;
      /** Of those since the last that was admitted. */
      readonly first: boolean;
    };

export interface PasswordRefused {
  readonly refusal: PasswordRefusal;
  /** Why it is too weak, for people. */
  readonly words?: string;
  readonly wait?: Duration;
}

export interface PasswordChanged {
  readonly operator: OperatorKey;
  readonly actor: Actor;
  /** The web session that goes on, since it is where the change was made. */
  readonly keep: WebSessionId | null;
}

/** Operators' passwords. No answer holds one, or its hash. */
export interface Credentials {
  /** Unknown names, wrong passwords and disabled accounts take the same time and get the same refusal. */
  signIn(attempt: SignInAttempt): Promise<OperatorSignIn>;
  /** The operator's own wish. Counts as a sign-in for the throttle. */
  changePassword(change: {
    readonly operator: OperatorKey;
    readonly current: string;
    readonly next: string;
    readonly from: string;
    readonly keep?: WebSessionId;
    /** As long as this role's has to be, whatever his own. */
    readonly least?: Role;
  }): Promise<PasswordRefused | null>;
  /** An administrator's: needs no old password. */
  setPassword(set: {
    readonly operator: OperatorKey;
    readonly password: string;
    readonly actor: Actor;
    readonly keep?: WebSessionId;
  }): Promise<PasswordRefused | null>;
}

/** What another state of the site, a backup's, would make of something that people have. */
export interface Restoring {
  readonly changed: readonly { readonly operator: OperatorKey; readonly action: 'add' | 'change' | 'remove' }[];
  /** Another for every other state of what would be replaced. */
  readonly revision: string;
  stage(): readonly StagedWrite[];
}
