import type { Fingerprint } from '@seatmatrix/protocol/domain';

/** What the manager shows boxes, and what boxes' certificates are checked against. */
export interface SiteIdentity {
  readonly fingerprint: Fingerprint;
  /** PEM, PKCS #8. Never leaves the process. */
  readonly key: string;
  /** PEM: the manager's certificate, then the CA's. */
  readonly certificate: string;
  /** PEM of the site's CA alone. */
  readonly authority: string;
}
