import type { Fingerprint } from '@seatmatrix/protocol/domain';
import type { TlsIdentity } from '@seatmatrix/protocol/link';

/** What the manager shows boxes, and what boxes' certificates are checked against: as of now, at every reading. */
export interface SiteIdentity extends TlsIdentity {
  readonly fingerprint: Fingerprint;
  /** PEM: the CA that certificates are issued from; behind it, while the site changes its CA, the other one. */
  readonly authority: string;
}
