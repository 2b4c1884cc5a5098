import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { SignedTicket, Ticket } from '../domain/index.ts';
import { Fault } from '../kernel/index.ts';
import { decodeTicket, encodeTicket } from '../wire/index.ts';

/** Signs with an Ed25519 private key. */
export function signTicket(ticket: Ticket, privateKey: KeyObject): SignedTicket {
  const body = encodeTicket(ticket);
  return { body, signature: new Uint8Array(sign(null, body, privateKey)) };
}

/**
 * What the manager said, if it was the manager: `publicKey` is its raw 32-byte Ed25519 key. Throws `ticket-refused`.
 * Whether the ticket is still valid, and for these two boxes, is the caller's to judge.
 */
export function openTicket(signed: SignedTicket, publicKey: Uint8Array): Ticket {
  if (!verify(null, signed.body, ed25519(publicKey), signed.signature)) {
    throw new Fault({ code: 'ticket-refused', message: 'not signed by the manager' });
  }
  try {
    return decodeTicket(signed.body);
  } catch (cause) {
    throw new Fault({ code: 'ticket-refused', message: 'signed, but not readable', cause });
  }
}

/** The raw 32 bytes of an Ed25519 key, private or public: what a welcome carries. */
export function ticketKeyBytes(key: KeyObject): Uint8Array {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  const { x } = publicKey.export({ format: 'jwk' });
  if (x === undefined || publicKey.asymmetricKeyType !== 'ed25519') {
    throw new Fault({ code: 'certificate-invalid', message: 'not an Ed25519 key' });
  }
  return new Uint8Array(Buffer.from(x, 'base64url'));
}

function ed25519(raw: Uint8Array): KeyObject {
  if (raw.length !== 32) throw new Fault({ code: 'ticket-refused', message: 'the manager’s key is not 32 bytes' });
  return createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(raw).toString('base64url') },
    format: 'jwk',
  });
}
