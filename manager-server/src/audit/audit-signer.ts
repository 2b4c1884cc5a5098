import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { z } from 'zod';
import type { AuditHead } from '../store/audit-chain.ts';
import type { Journal } from '../store/journal.ts';
import { jsonCodec } from '../store/record-codec.ts';
import { recordCollection } from '../store/record-collection.ts';
import type { StoredRecord } from '../store/store.ts';

/** Where the chain stood at a moment, vouched for by the site's audit key. */
export interface SignedHead extends AuditHead {
  /** Milliseconds since 1970. */
  readonly signedAt: number;
  /** Ed25519 of `seatmatrix audit NUMBER HASH SIGNED-AT`, base64. */
  readonly signature: string;
  /** SPKI, base64. */
  readonly publicKey: string;
}

/** Signs heads of the audit's chain. A head that was written elsewhere shows that a chain was cut or made anew. */
export interface AuditSigner {
  readonly publicKey: string;
  sign(head: AuditHead, signedAt: number): SignedHead;
}

const codec = jsonCodec(z.object({ key: z.string() }));

/** Makes the site's audit key at the first start: Ed25519, for nothing but this. */
export async function openAuditSigner(sources: {
  readonly records: ReadonlyMap<string, readonly StoredRecord[]>;
  readonly journal: Journal;
}): Promise<AuditSigner> {
  const keys = recordCollection({ name: 'audit-key', codec, ...sources });
  const stored = keys.get('site');
  const key = stored?.key ?? newKey();
  if (stored === undefined) await keys.put('site', { key });
  const privateKey = createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const publicKey = spki.toString('base64');
  return {
    publicKey,
    sign(head, signedAt) {
      const signature = sign(null, signedText({ ...head, signedAt }), privateKey).toString('base64');
      return { number: head.number, hash: head.hash, signedAt, signature, publicKey };
    },
  };
}

/** Whether the key that the head names has signed it. Whose key that is, the reader knows from elsewhere. */
export function isSigned(head: SignedHead): boolean {
  const key = createPublicKey({ key: Buffer.from(head.publicKey, 'base64'), format: 'der', type: 'spki' });
  return verify(null, signedText(head), key, Buffer.from(head.signature, 'base64'));
}

function signedText({ number, hash, signedAt }: Pick<SignedHead, 'number' | 'hash' | 'signedAt'>): Buffer {
  return Buffer.from(`seatmatrix audit ${number} ${hash} ${signedAt}`);
}

function newKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}
