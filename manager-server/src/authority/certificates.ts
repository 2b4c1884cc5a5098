// The library resolves its parts by decorators: their metadata has to be there before it is loaded.
import 'reflect-metadata';
import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, type webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Pkcs10CertificateRequest,
  type PublicKeyType,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { type Fingerprint, fingerprint } from '@seatmatrix/protocol/domain';
import { Fault, faultFrom } from '@seatmatrix/protocol/kernel';
import { CERTIFICATES_FROM } from '@seatmatrix/protocol/link';

/** A private key and the certificate for it, both PEM. */
export interface KeyAndCertificate {
  readonly key: string;
  readonly certificate: string;
}

/** The site's own CA: signs the manager's and the boxes' certificates, and nothing below it may sign. */
export async function makeAuthority(now: Date): Promise<KeyAndCertificate> {
  const pair = await makeKeyPair();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${await fingerprintOfKey(pair)}, OU=authority, O=Seatmatrix`,
    ...validity(now),
    signingAlgorithm: ALGORITHM,
    keys: pair,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  });
  return { key: await keyPem(pair.privateKey), certificate: pem(certificate) };
}

export async function makeManagerCertificate(authority: KeyAndCertificate, now: Date): Promise<KeyAndCertificate> {
  const pair = await makeKeyPair();
  const holder = await fingerprintOfKey(pair);
  const certificate = await sign(authority, { publicKey: pair.publicKey, holder, role: 'manager', now });
  return { key: await keyPem(pair.privateKey), certificate };
}

/** Another CA's certificate for the manager's key: to boxes it stays who it is. */
export function renewManagerCertificate(
  authority: KeyAndCertificate,
  { certificate, now }: { readonly certificate: string; readonly now: Date },
): Promise<string> {
  const { publicKey } = new X509Certificate(certificate);
  return sign(authority, { publicKey, holder: hashOf(publicKey.rawData), role: 'manager', now });
}

/**
 * The site's certificate for the key that a box asks for. Rejects with `certificate-invalid` when the request is not
 * one, not signed with its own key, or for another key than `holder`, which the box has proved on its connection.
 */
export async function issueForBox(
  authority: KeyAndCertificate,
  { request, holder, now }: { readonly request: string; readonly holder: Fingerprint; readonly now: Date },
): Promise<string> {
  try {
    const asked = new Pkcs10CertificateRequest(request);
    if (!(await asked.verify())) throw invalid('it is not signed with its own key');
    if (hashOf(asked.publicKey.rawData) !== holder) throw invalid('it is for another key than the box has');
    return await sign(authority, { publicKey: asked.publicKey, holder, role: 'box', now });
  } catch (thrown) {
    throw faultFrom(thrown, { code: 'certificate-invalid', message: 'the certificate request is not readable' });
  }
}

export const fingerprintOfPem = (certificate: string): Fingerprint =>
  hashOf(new X509Certificate(certificate).publicKey.rawData);

/** The Ed25519 key that signs tickets, PEM. */
export function makeTicketKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** Throws `certificate-invalid`. */
export function readPrivateKey(key: string): KeyObject {
  try {
    return createPrivateKey(key);
  } catch (thrown) {
    throw faultFrom(thrown, { code: 'certificate-invalid', message: 'a key of the site is not readable' });
  }
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

// Boxes hang on walls for decades and are not visited because of a date; a site that changes its CA gives new ones.
const VALID_YEARS = 30;

function validity(now: Date): { readonly notBefore: Date; readonly notAfter: Date } {
  const notAfter = new Date(now);
  notAfter.setUTCFullYear(now.getUTCFullYear() + VALID_YEARS);
  // Not from now on: a box's clock may be behind the manager's by minutes, or show the day when its program was made.
  return { notBefore: CERTIFICATES_FROM, notAfter };
}

async function sign(
  authority: KeyAndCertificate,
  leaf: {
    readonly publicKey: PublicKeyType;
    readonly holder: Fingerprint;
    readonly role: 'manager' | 'box';
    readonly now: Date;
  },
): Promise<string> {
  const issuer = new X509Certificate(authority.certificate);
  const certificate = await X509CertificateGenerator.create({
    subject: `CN=${leaf.holder}, OU=${leaf.role}`,
    issuer: issuer.subjectName,
    publicKey: leaf.publicKey,
    signingKey: await importKey(authority.key),
    ...validity(leaf.now),
    signingAlgorithm: ALGORITHM,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
    ],
  });
  return pem(certificate);
}

const makeKeyPair = (): Promise<webcrypto.CryptoKeyPair> =>
  crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);

function importKey(key: string): Promise<webcrypto.CryptoKey> {
  const der = createPrivateKey(key).export({ type: 'pkcs8', format: 'der' });
  return crypto.subtle.importKey('pkcs8', der, ALGORITHM, false, ['sign']);
}

async function keyPem(key: webcrypto.CryptoKey): Promise<string> {
  const der = await crypto.subtle.exportKey('pkcs8', key);
  return createPrivateKey({ key: Buffer.from(der), type: 'pkcs8', format: 'der' })
    .export({ type: 'pkcs8', format: 'pem' })
    .toString();
}

async function fingerprintOfKey({ publicKey }: webcrypto.CryptoKeyPair): Promise<Fingerprint> {
  return hashOf(await crypto.subtle.exportKey('spki', publicKey));
}

const hashOf = (spki: ArrayBuffer): Fingerprint =>
  fingerprint(createHash('sha256').update(new Uint8Array(spki)).digest('hex'));

const pem = (certificate: X509Certificate): string => `${certificate.toString('pem')}\n`;

const invalid = (reason: string): Fault =>
  new Fault({ code: 'certificate-invalid', message: `the certificate request is refused: ${reason}` });
