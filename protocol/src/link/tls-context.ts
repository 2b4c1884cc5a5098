import { constants, type X509Certificate } from 'node:crypto';
import type { SecureContextOptions, TLSSocket } from 'node:tls';
import { type Duration, type Secret, seconds } from '../kernel/index.ts';
import { identify, type Trust } from './certificate.ts';
import type { PeerIdentity } from './transport.ts';

export interface TlsIdentity {
  /** PEM, PKCS #8. */
  readonly key: Secret<string>;
  /** PEM; the issuer may follow, and is sent along: a box with an enrolment code knows the site by it. */
  readonly certificate: string;
  /** PEM of the CAs that this side trusts, see `Trust`; null before adoption. */
  readonly authority: string | null;
}

/** Handshakes of TLS and WebSocket together. */
export const HANDSHAKE_LIMIT: Duration = seconds(5);

/** Ours come whole. ws's own limit lets a peer make us hold 16,384 parts. */
const FRAGMENTS_MAX = 16;

/** A frame of the largest size in the smallest packets. */
const CHUNKS_MAX = 8192;

export const SOCKET_OPTIONS = {
  perMessageDeflate: false,
  maxFragments: FRAGMENTS_MAX,
  maxBufferedChunks: CHUNKS_MAX,
} as const;

export function secureContext({ key, certificate, authority }: TlsIdentity): SecureContextOptions {
  return {
    key: key.reveal(),
    cert: certificate,
    // Without any, node would trust (and load) the public authorities. OpenSSL also sends the issuer from here.
    ca: authority ?? certificate,
    minVersion: 'TLSv1.3',
    // A resumed session is authorised without a certificate.
    secureOptions: constants.SSL_OP_NO_TICKET,
  };
}

/** Null when the other side showed no certificate. */
export function recognise(socket: TLSSocket, trust: Trust): PeerIdentity | null {
  const certificate = socket.getPeerX509Certificate();
  if (certificate === undefined) return null;
  return identify([certificate, ...issuersOf(certificate)], {
    trust,
    address: `${socket.remoteAddress ?? ''}:${socket.remotePort ?? 0}`,
  });
}

/** More than a certificate and its CA nobody of ours sends. */
const CHAIN_MAX = 4;

function issuersOf(certificate: X509Certificate): readonly X509Certificate[] {
  const issuers: X509Certificate[] = [];
  let issuer = certificate.issuerCertificate;
  while (issuer !== undefined && issuers.length < CHAIN_MAX) {
    issuers.push(issuer);
    issuer = issuer.issuerCertificate;
  }
  return issuers;
}
