import type { OperatorKey, PasswordRefusal } from '@seatmatrix/protocol/domain';
import type { Actor } from '../directory/directory.ts';

export interface SignInAttempt {
  readonly name: string;
  readonly password: string;
  /** `osd:<device key>` or a network address: guesses from one never slow down another. */
  readonly from: string;
}

export type OperatorSignIn =
  | { readonly ok: true; readonly operator: OperatorKey }
  | { readonly ok: false; readonly refusal: 'wrong-credentials' | 'throttled' };

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
  }): Promise<PasswordRefusal | null>;
  /** An administrator's: needs no old password. */
  setPassword(set: {
    readonly operator: OperatorKey;
    readonly password: string;
    readonly actor: Actor;
  }): Promise<PasswordRefusal | null>;
}
