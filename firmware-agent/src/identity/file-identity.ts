import { createHash, createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { type Fingerprint, fingerprint } from '@seatmatrix/protocol/domain';
import { Fault, faultFrom, Secret } from '@seatmatrix/protocol/kernel';
import { readCertificates, splitCertificates, type TlsIdentity } from '@seatmatrix/protocol/link';
import type { BoxIdentity } from './box-identity.ts';
import { readDurable, writeDurable } from './durable-file.ts';

/** An identity in a folder: `box.key`, `box.pem` (self-signed), and once adopted `site.pem` (certificate, then CAs). */
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
  const key = new Secret(privateKey);
  let request = await requestFor(site, { privateKey, print });
  let credentials = credentialsOf(site, { key, own });
  const keep = async (next: SiteCertificates): Promise<void> => {
    await writeDurable(sitePath, `${next.certificate}${next.authority}`);
    site = next;
    request = await requestFor(site, { privateKey, print });
    credentials = credentialsOf(site, { key, own });
  };
  return {
    fingerprint: print,
    get adopted() {
      return site !== null;
    },
    authorities: () => (site === null ? [] : authoritiesOf(site)),
    certificateRequest: () => request,
    credentials: () => credentials,
    async adopt(given) {
      const checked = parseSite(`${given.certificate.trim()}\n${given.authority.trim()}\n`, print);
      if (issuerOf(checked) === null) throw invalid("it is not from the site's CA");
      await keep(checked);
    },
    async trust(authority) {
      if (site === null) throw invalid('the box belongs to no site');
      await keep(parseSite(`${site.certificate}${authority.trim()}\n`, print));
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

/** PEM: the site's certificate for this box, and the CAs that it trusts, the one that the site issues from first. */
interface SiteCertificates {
  readonly certificate: string;
  readonly authority: string;
}

/** The site's certificate for this key and its CAs. Throws `certificate-invalid` for anything else. */
function parseSite(text: string, print: Fingerprint): SiteCertificates {
  const [certificate, ...authorities] = splitCertificates(text);
  if (certificate === undefined || authorities.length === 0) throw invalid('there are not two certificates');
  try {
    const leaf = new X509Certificate(certificate);
    if (fingerprintOf(leaf.publicKey) !== print) throw invalid('it is for another key');
    readCertificates(authorities.join('\n'));
  } catch (thrown) {
    throw faultFrom(thrown, { code: 'certificate-invalid', message: "the site's certificate is not readable" });
  }
  return { certificate: `${certificate}\n`, authority: `${authorities.join('\n')}\n` };
}

/** Of the CAs that the box trusts, the one that its certificate is from; null when that is none of them any more. */
function issuerOf({ certificate, authority }: SiteCertificates): X509Certificate | null {
  const leaf = new X509Certificate(certificate);
  const issued = (issuer: X509Certificate) => leaf.checkIssued(issuer) && leaf.verify(issuer.publicKey);
  return readCertificates(authority).find(issued) ?? null;
}

function authoritiesOf(site: SiteCertificates): readonly Fingerprint[] {
  const issuer = issuerOf(site);
  const all = readCertificates(site.authority).map(({ publicKey }) => fingerprintOf(publicKey));
  if (issuer === null) return all;
  const own = fingerprintOf(issuer.publicKey);
  return [own, ...all.filter((each) => each !== own)];
}

/** Null where the box has what it would ask for. */
async function requestFor(
  site: SiteCertificates | null,
  { privateKey, print }: { readonly privateKey: string; readonly print: Fingerprint },
): Promise<string | null> {
  if (site !== null) {
    const [first] = readCertificates(site.authority);
    if (first !== undefined && issuerOf(site)?.fingerprint256 === first.fingerprint256) return null;
  }
  return (await certificateMaker()).certificateRequest(privateKey, print);
}

const credentialsOf = (
  site: SiteCertificates | null,
  { key, own }: { readonly key: Secret<string>; readonly own: string },
): TlsIdentity => ({ key, ...(site ?? { certificate: own, authority: null }) });

const invalid = (reason: string): Fault =>
  new Fault({ code: 'certificate-invalid', message: `the site's certificate is refused: ${reason}` });
