import type { Fingerprint, SignedTicket, Ticket } from '@seatmatrix/protocol/domain';
import { Fault } from '@seatmatrix/protocol/kernel';
import { openTicket, type PeerIdentity } from '@seatmatrix/protocol/link';
import type { TrustedSite } from '../agent-memory.ts';

/** What a box knows when somebody shows it a ticket. */
export interface TicketGround {
  readonly self: Fingerprint;
  readonly trusted: TrustedSite | null;
  /**
   * Milliseconds since 1970 by the manager's clock. Null when this box has not met the manager since it started: then no
   * expiry can be judged, and a right that was withdrawn must not come back by pulling a plug, so nothing opens.
   */
  readonly time: number | null;
  readonly purpose: Ticket['purpose'];
}

/** The ticket, if the manager gave it to this very peer for this very box. Throws `ticket-refused` or `peer-unauthorised`. */
export function judgeTicket(
  shown: { readonly signed: SignedTicket; readonly by: PeerIdentity },
  ground: TicketGround,
): Ticket {
  const { signed, by } = shown;
  const { self, trusted, time, purpose } = ground;
  if (by.standing !== 'site') throw unauthorised('a stranger shows a ticket');
  if (trusted === null) throw refused('this box belongs to no site');
  const ticket = openTicket(signed, trusted.ticketKey);
  if (ticket.to !== self) throw refused('it is for another box');
  if (ticket.from !== by.fingerprint) throw unauthorised('it was given to another box');
  if (ticket.purpose !== purpose) throw refused(`it is for a ${ticket.purpose}`);
  if (time === null) throw refused("the manager's time is not known");
  if (time > ticket.expiresAt) throw refused('it has expired');
  return ticket;
}

const refused = (reason: string): Fault =>
  new Fault({ code: 'ticket-refused', message: `a ticket is refused: ${reason}` });

const unauthorised = (reason: string): Fault =>
  new Fault({ code: 'peer-unauthorised', message: `a ticket is refused: ${reason}` });
