// The library resolves its parts by decorators: their metadata has to be there before it is loaded.
import 'reflect-metadata';
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  type webcrypto,
  X509Certificate,
} from 'node:crypto';
import { join } from 'node:path';
import { Pkcs10CertificateRequestGenerator, X509CertificateGenerator } from '@peculiar/x509';
import { type Fingerprint, fingerprint } from '@seatmatrix/protocol/domain';
import { Fault, faultFrom } from '@seatmatrix/protocol/kernel';
import type { TlsIdentity } from '@seatmatrix/protocol/link';
import type { BoxIdentity } from './box-identity.ts';
import { readDurable, writeDurable } from './durable-file.ts';

/** An identity in a folder: `box.key`, `box.pem` (self-signed), and once adopted `site.pem` (certificate, then CA). */
export interface FileIdentity extends BoxIdentity {
  /** What the box shows on a connection now; the same object until it is adopted. */
  credentials(): TlsIdentity;
}

/**
 * Opens the folder's identity, and makes it at the first start. Rejects with `folder-unwritable`, or with
 * `certificate-invalid` when what is there does not belong together.
 */
export async function openFileIdentity(folder: string): Promise<FileIdentity> {
  const keyPath = join(folder, 'box.key');
  const ownPath = join(folder, 'box.pem');
  const sitePath = join(folder, 'site.pem');
  const stored = await readDurable(keyPath);
  const privateKey = stored ?? (await makeKey());
  const print = fingerprintOf(publicKeyOf(privateKey));
  // The certificates before the key: a first start that was cut off half-way begins again.
  const made = stored === null ? null : await readDurable(ownPath);
  const own = made ?? (await selfSigned(privateKey, print));
  if (made === null) await writeDurable(ownPath, own);
  if (stored === null) await writeDurable(keyPath, privateKey);
  const request = await certificateRequest(privateKey, print);
  const adopted = stored === null ? null : await readDurable(sitePath);
  let site = adopted === null ? null : parseSite(adopted, print);
  let credentials: TlsIdentity = { key: privateKey, ...(site ?? { certificate: own, authority: null }) };
  return {
    fingerprint: print,
    get adopted() {
      return site !== null;
    },
    certificateRequest: () => (site === null ? request : null),
    credentials: () => credentials,
    async adopt(given) {
      const text = `${given.certificate.trim()}\n${given.authority.trim()}\n`;
      const checked = parseSite(text, print);
      await writeDurable(sitePath, text);
      site = checked;
      credentials = { key: privateKey, ...checked };
    },
  };
}

/** SHA-256 of the public key (SubjectPublicKeyInfo), in hex. */
export function fingerprintOf(publicKey: KeyObject): Fingerprint {
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  return fingerprint(createHash('sha256').update(spki).digest('hex'));
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

// A box may start with its clock at 1970 or wherever its battery left it; only the key counts until it is adopted.
const SELF_SIGNED_FROM = new Date('2000-01-01T00:00:00Z');
const SELF_SIGNED_UNTIL = new Date('2099-12-31T00:00:00Z');

async function makeKey(): Promise<string> {
  const pair = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const der = await crypto.subtle.exportKey('pkcs8', pair.privateKey);
  return createPrivateKey({ key: Buffer.from(der), type: 'pkcs8', format: 'der' })
    .export({ type: 'pkcs8', format: 'pem' })
    .toString();
}

function publicKeyOf(privateKey: string): KeyObject {
  try {
    return createPublicKey(privateKey);
  } catch (thrown) {
    throw faultFrom(thrown, { code: 'certificate-invalid', message: "the box's key is not readable" });
  }
}

async function keyPair(privateKey: string): Promise<webcrypto.CryptoKeyPair> {
  const pkcs8 = createPrivateKey(privateKey).export({ type: 'pkcs8', format: 'der' });
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return {
    privateKey: await crypto.subtle.importKey('pkcs8', pkcs8, ALGORITHM, true, ['sign']),
    publicKey: await crypto.subtle.importKey('spki', spki, ALGORITHM, true, ['verify']),
  };
}

async function selfSigned(privateKey: string, print: Fingerprint): Promise<string> {
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${print}`,
    notBefore: SELF_SIGNED_FROM,
    notAfter: SELF_SIGNED_UNTIL,
    signingAlgorithm: ALGORITHM,
    keys: await keyPair(privateKey),
  });
  return `${certificate.toString('pem')}\n`;
}

async function certificateRequest(privateKey: string, print: Fingerprint): Promise<string> {
  const request = await Pkcs10CertificateRequestGenerator.create({
    name: `CN=${print}`,
    signingAlgorithm: ALGORITHM,
    keys: await keyPair(privateKey),
  });
  return request.toString('pem');
}

/** The site's certificate for this key and its CA. Throws `certificate-invalid` for anything else. */
function parseSite(text: string, print: Fingerprint): { readonly certificate: string; readonly authority: string } {
  const [certificate, authority] = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (certificate === undefined || authority === undefined) throw invalid('there are not two certificates');
  try {
    const leaf = new X509Certificate(certificate);
    const issuer = new X509Certificate(authority);
    if (fingerprintOf(leaf.publicKey) !== print) throw invalid('it is for another key');
    if (!leaf.checkIssued(issuer) || !leaf.verify(issuer.publicKey)) throw invalid("it is not from the site's CA");
  } catch (thrown) {
    throw faultFrom(thrown, { code: 'certificate-invalid', message: "the site's certificate is not readable" });
  }
  return { certificate: `${certificate}\n`, authority: `${authority}\n` };
}

const invalid = (reason: string): Fault =>
  new Fault({ code: 'certificate-invalid', message: `the site's certificate is refused: ${reason}` });
