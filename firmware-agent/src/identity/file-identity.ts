import { createHash, createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { join } from 'node:path';
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
  const own = made ?? (await (await certificateMaker()).selfSigned(privateKey, print));
  if (made === null) await writeDurable(ownPath, own);
  if (stored === null) await writeDurable(keyPath, privateKey);
  const adopted = stored === null ? null : await readDurable(sitePath);
  let site = adopted === null ? null : parseSite(adopted, print);
  const request = site === null ? await (await certificateMaker()).certificateRequest(privateKey, print) : null;
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

/** Loaded by boxes that are not adopted yet alone: the library costs the others some 8 MB for nothing. */
const certificateMaker = () => import('./certificate-maker.ts');

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
