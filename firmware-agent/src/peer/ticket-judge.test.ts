import { generateKeyPairSync } from 'node:crypto';
import { fingerprint, generation, routeId, type Ticket } from '@seatmatrix/protocol/domain';
import { type PeerIdentity, signTicket, ticketKeyBytes } from '@seatmatrix/protocol/link';
import { describe, expect, it } from 'vitest';
import { judgeTicket, type TicketGround } from './ticket-judge.ts';

const KEYS = generateKeyPairSync('ed25519');
const STRANGE = generateKeyPairSync('ed25519');
const SELF = fingerprint('1'.repeat(64));
const PEER = fingerprint('2'.repeat(64));

const TICKET: Ticket = {
  purpose: 'route',
  route: routeId('r'),
  generation: generation(1),
  from: PEER,
  to: SELF,
  mode: 'shared',
  basis: null,
  expiresAt: 1000,
};
const BY: PeerIdentity = { fingerprint: PEER, standing: 'site', role: 'box', address: 'there' };
const GROUND: TicketGround = {
  self: SELF,
  trusted: { ticketKey: ticketKeyBytes(KEYS.publicKey), authority: '' },
  time: 1000,
  purpose: 'route',
};

describe('a ticket', () => {
  it('opens when it was signed for these two boxes and has not expired', () => {
    expect(judgeTicket({ signed: signTicket(TICKET, KEYS.privateKey), by: BY }, GROUND)).toEqual(TICKET);
  });

  it.each<[string, string, { ticket?: Partial<Ticket>; by?: Partial<PeerIdentity>; ground?: Partial<TicketGround> }]>([
    ['shown by a stranger', 'peer-unauthorised', { by: { standing: 'stranger', role: null } }],
    ['given to another box', 'peer-unauthorised', { ticket: { from: SELF } }],
    ['for another box', 'ticket-refused', { ticket: { to: PEER } }],
    ['for another purpose', 'ticket-refused', { ticket: { purpose: 'seat' } }],
    ['that has expired', 'ticket-refused', { ground: { time: 1001 } }],
    ['at a box that has not met the manager since its start', 'ticket-refused', { ground: { time: null } }],
    ['at a box that belongs to no site', 'ticket-refused', { ground: { trusted: null } }],
    [
      'of another site',
      'ticket-refused',
      { ground: { trusted: { ticketKey: ticketKeyBytes(STRANGE.publicKey), authority: '' } } },
    ],
  ])('%s is refused', (_name, code, { ticket, by, ground }) => {
    const signed = signTicket({ ...TICKET, ...ticket }, KEYS.privateKey);
    const judge = () => judgeTicket({ signed, by: { ...BY, ...by } }, { ...GROUND, ...ground });
    expect(judge).toThrow(expect.objectContaining({ code }));
  });
});
