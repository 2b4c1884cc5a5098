// The library resolves its parts by decorators: their metadata has to be there before it is loaded.
import 'reflect-metadata';
import { createPrivateKey, X509Certificate as ReadCertificate, randomBytes, webcrypto } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { Fault, minutes } from '@seatmatrix/protocol/kernel';

export interface PagesCertificate {
  /** PEM. */
  readonly key: string;
  readonly certificate: string;
}

const DAY = minutes(24 * 60);
/** Apple's clients refuse server certificates that live longer, self-made ones among them. */
const LIFE = 825 * DAY;
/** Made anew at a start this long before its end: managers run for months. */
const RENEW_BEFORE = 200 * DAY;

/**
 * The self-signed certificate of this data folder, made when there is none, it is near its end, or the manager has got
 * another name. People compare its fingerprint once, as with a switch or a printer.
 */
export async function selfSignedCertificate(wish: {
  readonly folder: string;
  /** DNS names by which people call this manager: a certificate without one of them is made anew. */
  readonly names: readonly string[];
  /** What a new certificate is good for as well; they come and go with cables and make no old one wrong. */
  readonly addresses: readonly string[];
  readonly now: Date;
}): Promise<PagesCertificate> {
  const { folder, names, addresses, now } = wish;
  // Both in one file: a power cut between two would leave a key without its certificate.
  const path = join(folder, 'pages.pem');
  if (existsSync(path)) {
    const kept = readCertificate({ key: path, certificate: path });
    if (isGood(kept, { names, now })) return kept;
  }
  writeWhole(path, await makeCertificate([...names, ...addresses], now));
  return readCertificate({ key: path, certificate: path });
}

/** A key and a certificate that belong together. Throws `certificate-invalid`, in one line. */
export function readCertificate(paths: { readonly key: string; readonly certificate: string }): PagesCertificate {
  try {
    const key = readFileSync(paths.key, 'utf8');
    const certificate = readFileSync(paths.certificate, 'utf8');
    if (new ReadCertificate(certificate).checkPrivateKey(createPrivateKey(key))) return { key, certificate };
  } catch (cause) {
    const message = `no PEM certificate and key can be read from ${paths.certificate} and ${paths.key}`;
    throw new Fault({ code: 'certificate-invalid', message, cause });
  }
  const message = `${paths.key} is not the key of ${paths.certificate}`;
  throw new Fault({ code: 'certificate-invalid', message });
}

/** SHA-256, as browsers show it. */
export const certificateFingerprint = ({ certificate }: PagesCertificate): string =>
  new ReadCertificate(certificate).fingerprint256;

function isGood(
  { certificate }: PagesCertificate,
  { names, now }: { readonly names: readonly string[]; readonly now: Date },
): boolean {
  const read = new ReadCertificate(certificate);
  const left = read.validToDate.getTime() - now.getTime();
  return left > RENEW_BEFORE && names.every((name) => read.checkHost(name) !== undefined);
}

async function makeCertificate(names: readonly string[], now: Date): Promise<string> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${names[0] ?? 'seatmatrix'}, O=Seatmatrix`,
    // A positive number, as RFC 5280 §4.1.2.2 wants: the first bit stays clear.
    serialNumber: `00${randomBytes(16).toString('hex')}`,
    notBefore: new Date(now.getTime() - DAY),
    notAfter: new Date(now.getTime() + LIFE),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension(
        names.map((value) => (isIP(value) ? { type: 'ip', value } : { type: 'dns', value })),
      ),
    ],
  });
  const key = PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
  return `${key}\n${certificate.toString('pem')}\n`;
}

/** Never half a file, and never readable by others, not for a moment. */
function writeWhole(path: string, text: string): void {
  const fresh = `${path}.new`;
  try {
    rmSync(fresh, { force: true });
    writeFileSync(fresh, text, { mode: 0o600, flush: true });
    renameSync(fresh, path);
  } catch (cause) {
    throw new Fault({ code: 'folder-unwritable', message: `${path} cannot be written`, cause });
  }
}
