import type { Fingerprint } from '@seatmatrix/protocol/domain';

/** Who the box is: a key made at its first start, self-signed until the site adopts it, then the site CA's. */
export interface BoxIdentity {
  readonly fingerprint: Fingerprint;
  readonly adopted: boolean;
  /** PEM certificate request for the site's CA; null once adopted. */
  certificateRequest(): string | null;
  /**
   * Takes the site's certificate (PEM) and its CA's (PEM), and resolves when both survive a power cut. Connections made
   * afterwards carry it. Rejects with `certificate-invalid` when it is not for this box's key.
   */
  adopt(given: { readonly certificate: string; readonly authority: string }): Promise<void>;
}
