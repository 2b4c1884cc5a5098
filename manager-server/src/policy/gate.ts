import type { Role } from '@seatmatrix/protocol/domain';
import { unreachable } from '@seatmatrix/protocol/kernel';
import type { TokenScope } from '../people/api-tokens.ts';
import type { Restriction } from '../people/page-sign-in.ts';
import { type Audience, isOwnAccount, type PeopleAudience, peopleAudiences } from './audience.ts';

/** What is known of whoever asks. */
export interface Asker {
  /** Null for who is not signed in. */
  readonly role: Role | null;
  /** Of the token that it is asked with; null for a person himself. */
  readonly scopes: readonly TokenScope[] | null;
  readonly restriction: Restriction | null;
  /** A program on this machine, see isLocal. */
  readonly local: boolean;
}

export const NOBODY: Asker = { role: null, scopes: null, restriction: null, local: false };

export type GateRefusal =
  | 'not-claimed'
  | 'already-claimed'
  | 'not-signed-in'
  | 'forbidden'
  | 'second-factor-missing'
  | 'password-replaced-first';

/** Whether the asker belongs to the audience; null lets him through. */
export function judgeAudience(
  audience: Audience,
  { asker, claimed }: { readonly asker: Asker; readonly claimed: boolean },
): GateRefusal | null {
  if (audience === 'anonymous') return null;
  if (audience === 'claim') return claimed ? 'already-claimed' : null;
  if (!claimed) return 'not-claimed';
  switch (audience) {
    case 'visitor':
      return null;
    case 'local':
      return asker.local ? null : judgePerson('reader', asker);
    case 'box-stranger':
    case 'box':
    case 'none':
      return 'forbidden';
    case 'signed-in':
    case 'person':
    case 'reader':
    case 'auditor':
    case 'operation':
    case 'console':
    case 'administrator':
    case 'administrator-himself':
      return judgePerson(audience, asker);
    default:
      return unreachable(audience);
  }
}

function judgePerson(audience: PeopleAudience, { role, scopes, restriction }: Asker): GateRefusal | null {
  if (role === null) return 'not-signed-in';
  const { roles, scope }: { readonly roles: readonly Role[]; readonly scope: TokenScope | 'any' | null } =
    peopleAudiences[audience];
  if (!roles.includes(role)) return 'forbidden';
  if (scopes !== null && scope !== 'any' && (scope === null || !scopes.includes(scope))) return 'forbidden';
  if (isOwnAccount(audience)) return null;
  return restriction === 'password-too-short' ? 'password-replaced-first' : restriction;
}
