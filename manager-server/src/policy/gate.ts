import { unreachable } from '@seatmatrix/protocol/kernel';
import type { Audience } from './policy-table.ts';

/** What is known of whoever asks. */
export interface Asker {
  readonly signedIn: boolean;
  /** A program on this machine, see isLocal. */
  readonly local: boolean;
}

export type GateRefusal = 'not-claimed' | 'already-claimed' | 'not-signed-in' | 'forbidden';

/** Whether the asker belongs to the audience; null lets him through. */
export function judgeAudience(
  audience: Audience,
  { asker, claimed }: { readonly asker: Asker; readonly claimed: boolean },
): GateRefusal | null {
  switch (audience) {
    case 'anonymous':
      return null;
    case 'claim':
      return claimed ? 'already-claimed' : null;
    case 'visitor':
      return claimed ? null : 'not-claimed';
    case 'administrator':
      if (!claimed) return 'not-claimed';
      return asker.signedIn ? null : 'not-signed-in';
    case 'local':
      if (!claimed) return 'not-claimed';
      return asker.signedIn || asker.local ? null : 'not-signed-in';
    case 'box-stranger':
    case 'box':
    case 'none':
      return claimed ? 'forbidden' : 'not-claimed';
    default:
      return unreachable(audience);
  }
}
