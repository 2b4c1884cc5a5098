import { PROTOCOL_VERSION, type Welcome } from '@seatmatrix/protocol/domain';
import type { Clock } from '@seatmatrix/protocol/kernel';
import type { SiteAuthority } from '../authority/site-authority.ts';

/** Who this manager is, what time it is there, and how the box stands with it. */
export function welcomeOf(
  { authority, clock }: { readonly authority: Pick<SiteAuthority, 'identity' | 'ticketKey'>; readonly clock: Clock },
  { state, certificate }: Pick<Welcome, 'state' | 'certificate'>,
): Welcome {
  return {
    type: 'welcome',
    version: PROTOCOL_VERSION,
    state,
    certificate,
    authority: authority.identity.authority,
    ticketKey: authority.ticketKey,
    time: clock.wall().getTime(),
    manager: authority.identity.fingerprint,
  };
}
