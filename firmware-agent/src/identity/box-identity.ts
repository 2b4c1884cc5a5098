import type { Fingerprint } from '@seatmatrix/protocol/domain';

/** Who the box is: a key made at its first start, self-signed until the site adopts it, then the site CA's. */
export interface BoxIdentity {
  readonly fingerprint: Fingerprint;
  readonly adopted: boolean;
  /** Those that the box trusts: the one that its own certificate is from first, if it has that. Empty before adoption. */
  authorities(): readonly Fingerprint[];
  /** PEM certificate request for the site's CA; null once its certificate is from the CA that the site issues from. */
  certificateRequest(): string | null;
  /** Trusts these CAs (PEM, the one that the site issues from first) and no others; resolves as `adopt` does. */
  trust(authority: string): Promise<void>;
  /**
   * Takes the site's certificate (PEM) and its CAs (PEM), and resolves when both survive a power cut. Connections made
   * afterwards carry it. Rejects with `certificate-invalid` when it is not for this box's key.
   */
  adopt(given: { readonly certificate: string; readonly authority: string }): Promise<void>;
}
