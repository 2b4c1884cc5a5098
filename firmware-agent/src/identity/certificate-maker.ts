// The library resolves its parts by decorators: their metadata has to be there before it is loaded.
import 'reflect-metadata';
import { createPrivateKey, createPublicKey, type webcrypto } from 'node:crypto';
import { Pkcs10CertificateRequestGenerator, X509CertificateGenerator } from '@peculiar/x509';
import type { Fingerprint } from '@seatmatrix/protocol/domain';

/** PEM, for the key in PEM. */
export async function selfSigned(privateKey: string, print: Fingerprint): Promise<string> {
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${print}`,
    notBefore: SELF_SIGNED_FROM,
    notAfter: SELF_SIGNED_UNTIL,
    signingAlgorithm: ALGORITHM,
    keys: await keyPair(privateKey),
  });
  return `${certificate.toString('pem')}\n`;
}

/** PEM, for the key in PEM. */
export async function certificateRequest(privateKey: string, print: Fingerprint): Promise<string> {
  const request = await Pkcs10CertificateRequestGenerator.create({
    name: `CN=${print}`,
    signingAlgorithm: ALGORITHM,
    keys: await keyPair(privateKey),
  });
  return request.toString('pem');
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

// A box may start with its clock at 1970 or wherever its battery left it; only the key counts until it is adopted.
const SELF_SIGNED_FROM = new Date('2000-01-01T00:00:00Z');
const SELF_SIGNED_UNTIL = new Date('2099-12-31T00:00:00Z');

async function keyPair(privateKey: string): Promise<webcrypto.CryptoKeyPair> {
  const pkcs8 = createPrivateKey(privateKey).export({ type: 'pkcs8', format: 'der' });
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return {
    privateKey: await crypto.subtle.importKey('pkcs8', pkcs8, ALGORITHM, true, ['sign']),
    publicKey: await crypto.subtle.importKey('spki', spki, ALGORITHM, true, ['verify']),
  };
}
