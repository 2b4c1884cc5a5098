import { createHash, X509Certificate } from 'node:crypto';
import { type Fingerprint, fingerprint } from '../domain/index.ts';
import { Fault } from '../kernel/index.ts';
import type { PeerIdentity } from './transport.ts';

/** Throws `certificate-invalid`. Of several certificates in the PEM, the first. */
export function readCertificate(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch (cause) {
    throw new Fault({ code: 'certificate-invalid', message: 'not a certificate', cause });
  }
}

/** All certificates of a PEM, in their order. Throws `certificate-invalid`, also when there is none. */
export function readCertificates(pem: string): readonly X509Certificate[] {
  const parts = splitCertificates(pem);
  return parts.length === 0 ? [readCertificate(pem)] : parts.map(readCertificate);
}

/** The certificates of a PEM, each by itself. */
export const splitCertificates = (pem: string): readonly string[] =>
  pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];

/** The identity of the box or manager that holds the PEM's first certificate. Throws `certificate-invalid`. */
export const fingerprintOfCertificate = (pem: string): Fingerprint => fingerprintOf(readCertificate(pem));

/** SHA-256 of the certificate's SubjectPublicKeyInfo: stays the same when the key gets another certificate. */
export function fingerprintOf(certificate: X509Certificate): Fingerprint {
  const publicKey = certificate.publicKey.export({ type: 'spki', format: 'der' });
  return fingerprint(createHash('sha256').update(publicKey).digest('hex'));
}

/** What this side trusts. */
export interface Trust {
  /** PEM of the site's CA, and of another while the site changes from one to the other; null before adoption. */
  readonly authority: string | null;
  /** Without a CA: how its fingerprint must begin (9 hex digits of an enrolment code); null trusts nobody. */
  readonly authorityPrefix: string | null;
  /** For the validity dates. */
  readonly now: Date;
}

/**
 * Who holds a certificate that the TLS handshake proved the key of. `chain` begins with it; the issuers after it are
 * what the peer sent, and count only where an enrolment code tells the CA among them.
 */
export function identify(
  chain: readonly [X509Certificate, ...X509Certificate[]],
  { trust, address }: { readonly trust: Trust; readonly address: string },
): PeerIdentity {
  const [certificate, ...issuers] = chain;
  const authorities = trust.authority === null ? authorityAmong(issuers, trust) : readCertificates(trust.authority);
  const role = roleOf(certificate);
  const site = role !== null && authorities.some((authority) => isIssued(certificate, { authority, now: trust.now }));
  return {
    fingerprint: fingerprintOf(certificate),
    standing: site ? 'site' : 'stranger',
    role: site ? role : null,
    address,
  };
}

function authorityAmong(issuers: readonly X509Certificate[], { authorityPrefix }: Trust): readonly X509Certificate[] {
  if (authorityPrefix === null || authorityPrefix.length === 0) return [];
  return issuers.filter((issuer) => fingerprintOf(issuer).startsWith(authorityPrefix.toLowerCase()));
}

/** Issued by this CA itself: the site has no intermediate ones. */
function isIssued(
  certificate: X509Certificate,
  { authority, now }: { readonly authority: X509Certificate; readonly now: Date },
): boolean {
  return (
    authority.ca &&
    !certificate.ca &&
    certificate.checkIssued(authority) &&
    certificate.verify(authority.publicKey) &&
    isValid(certificate, now) &&
    isValid(authority, now)
  );
}

const isValid = (certificate: X509Certificate, now: Date): boolean =>
  certificate.validFromDate <= now && now <= certificate.validToDate;

/** `OU` of the subject, one attribute a line. */
function roleOf(certificate: X509Certificate): PeerIdentity['role'] {
  const units = certificate.subject.split('\n').filter((line) => line.startsWith('OU='));
  if (units.length !== 1) return null;
  return units[0] === 'OU=manager' ? 'manager' : units[0] === 'OU=box' ? 'box' : null;
}
