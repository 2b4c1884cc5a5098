import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryTicket } from '../testing/arbitraries/index.ts';
import { openTicket, signTicket, ticketKeyBytes } from './ticket-signature.ts';

const manager = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519');
const managerKey = ticketKeyBytes(manager.publicKey);
const refused = expect.objectContaining({ code: 'ticket-refused' });

describe('a ticket', () => {
  test('that the manager signed opens as what it said', () => {
    fc.assert(
      fc.property(arbitraryTicket, (ticket) => {
        expect(openTicket(signTicket(ticket, manager.privateKey), managerKey)).toEqual(ticket);
      }),
    );
  });

  test('that somebody else signed is refused', () => {
    fc.assert(
      fc.property(arbitraryTicket, (ticket) => {
        expect(() => openTicket(signTicket(ticket, other.privateKey), managerKey)).toThrow(refused);
      }),
      { numRuns: 20 },
    );
  });

  test('of which one bit was changed is refused', () => {
    fc.assert(
      fc.property(arbitraryTicket, fc.nat(), fc.nat(7), fc.boolean(), (ticket, at, bit, inBody) => {
        const signed = signTicket(ticket, manager.privateKey);
        const bytes = new Uint8Array(inBody ? signed.body : signed.signature);
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
        const forged = inBody ? { ...signed, body: bytes } : { ...signed, signature: bytes };
        expect(() => openTicket(forged, managerKey)).toThrow(refused);
      }),
      { numRuns: 50 },
    );
  });

  test('is refused where the manager’s key is not one', () => {
    const ticket = fc.sample(arbitraryTicket, 1)[0];
    if (ticket === undefined) throw new Error('a sample has one');
    const signed = signTicket(ticket, manager.privateKey);
    expect(() => openTicket(signed, new Uint8Array(31))).toThrow(refused);
  });
});

test('a key’s 32 bytes are the same from either half', () => {
  expect(managerKey).toHaveLength(32);
  expect(ticketKeyBytes(manager.privateKey)).toEqual(managerKey);
});

test('a key of another kind is refused', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  expect(() => ticketKeyBytes(privateKey)).toThrow(expect.objectContaining({ code: 'certificate-invalid' }));
});
