import { PROTOCOL_VERSION, type Welcome } from '@seatmatrix/protocol/domain';
import { type Clock, Fault, type Log } from '@seatmatrix/protocol/kernel';
import { CloseCode, type ControlSession } from '@seatmatrix/protocol/link';
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

/** Sends an adopted box off with its certificate: it comes back as one of the site's. */
export async function giveCertificate(
  session: ControlSession,
  {
    authority,
    clock,
    log,
  }: {
    readonly authority: Pick<SiteAuthority, 'identity' | 'ticketKey' | 'issue'>;
    readonly clock: Clock;
    readonly log: Log;
  },
): Promise<void> {
  const { fingerprint } = session.peer;
  const { certificateRequest } = session.hello;
  try {
    if (certificateRequest === null) {
      // It missed a change of the CA, and asks for a certificate once it knows; one of another site does not listen.
      session.notify(welcomeOf({ authority, clock }, { state: 'adopted', certificate: null }));
      throw new Fault({ code: 'certificate-invalid', message: 'the box has another CA’s certificate' });
    }
    const certificate = await authority.issue({ request: certificateRequest, holder: fingerprint });
    session.notify(welcomeOf({ authority, clock }, { state: 'adopted', certificate }));
    session.close({ code: CloseCode.adopted, reason: 'come back with the certificate' });
  } catch (thrown) {
    log.error('an adopted box cannot get its certificate', { box: fingerprint, reason: String(thrown) });
    session.close({ code: CloseCode.unauthorised, reason: 'no certificate can be given' });
  }
}
