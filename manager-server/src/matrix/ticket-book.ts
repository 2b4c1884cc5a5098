import { OFFLINE_GRACE_MAX, type SignedTicket, type Ticket } from '@seatmatrix/protocol/domain';
import type { Clock } from '@seatmatrix/protocol/kernel';
import type { SignTicket } from './plan.ts';

/** Tickets outlast every grace that a site can set: the transmitter ends that by its own clock. */
const HALF_LIFE_MS: number = OFFLINE_GRACE_MAX;

/** A signature costs some 50 µs and a plan is made often: tickets of 10,000 receivers with their neighbours are kept. */
const KEPT_MAX = 65_536;

interface Kept {
  readonly signed: SignedTicket;
  readonly expiresAt: number;
}

/** Signs tickets, and gives the same one again until half its time is over, so that a plan that did not change is the same. */
export function ticketBook({
  sign,
  clock,
}: {
  readonly sign: (ticket: Ticket) => SignedTicket;
  readonly clock: Clock;
}): SignTicket {
  const kept = new Map<string, Kept>();
  return (ticket) => {
    const now = clock.wall().getTime();
    const key = `${ticket.purpose} ${ticket.route} ${ticket.generation} ${ticket.from} ${ticket.to} ${ticket.mode}`;
    const found = kept.get(key);
    if (found !== undefined && found.expiresAt - now > HALF_LIFE_MS) return found.signed;
    const expiresAt = now + 2 * HALF_LIFE_MS;
    const signed = sign({ ...ticket, expiresAt });
    kept.delete(key);
    kept.set(key, { signed, expiresAt });
    if (kept.size > KEPT_MAX)
      for (const oldest of kept.keys()) {
        kept.delete(oldest);
        break;
      }
    return signed;
  };
}
