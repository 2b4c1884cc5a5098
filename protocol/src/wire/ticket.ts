import { generation, routeId, type Ticket } from '../domain/index.ts';
import { frameBytes, readFrame } from './frame-bytes.ts';
import { readFingerprint, readKey, writeFingerprint } from './identity.ts';
import { TICKET_MAX } from './limits.ts';
import { optional, readWhole } from './reading.ts';
import { readBasis, writeBasis } from './route.ts';
import { type generated, schema } from './schema.ts';
import { accessModes, ticketPurposes } from './words.ts';

/** The bytes that are signed (link/ticket-signature.ts). */
export function encodeTicket(ticket: Ticket): Uint8Array {
  const encoded = schema.Ticket.encode({
    purpose: ticketPurposes.write(ticket.purpose),
    route: ticket.route,
    generation: ticket.generation,
    from: writeFingerprint(ticket.from),
    to: writeFingerprint(ticket.to),
    mode: accessModes.write(ticket.mode),
    basis: optional(ticket.basis, writeBasis),
    expiresAt: ticket.expiresAt,
  });
  return frameBytes(encoded, { what: 'ticket', max: TICKET_MAX });
}

/** Says nothing about who wrote the bytes: that is openTicket's answer. */
export function decodeTicket(body: Uint8Array): Ticket {
  return readFrame(body, { what: 'ticket', max: TICKET_MAX, decode: schema.Ticket.decode, read: readTicket });
}

function readTicket(raw: generated.v1.Ticket.$Properties): Ticket {
  return {
    purpose: ticketPurposes.read(raw.purpose),
    route: readKey(raw.route, { field: 'ticket route', make: routeId }),
    generation: generation(readWhole(raw.generation, { field: 'ticket generation' })),
    from: readFingerprint(raw.from, 'ticket from'),
    to: readFingerprint(raw.to, 'ticket to'),
    mode: accessModes.read(raw.mode),
    basis: optional(raw.basis, readBasis),
    expiresAt: readWhole(raw.expiresAt, { field: 'ticket expiry' }),
  };
}
