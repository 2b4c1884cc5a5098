import { z } from 'zod';
import { jsonCodec } from '../store/record-codec.ts';
import { type KeyAndCertificate, makeAuthority, makeManagerCertificate, makeTicketKey } from './certificates.ts';

/** The site's keys as they are stored. */
export interface SiteKeys {
  /** What certificates are issued from. */
  readonly authority: KeyAndCertificate;
  readonly manager: KeyAndCertificate;
  /** PEM, Ed25519. */
  readonly ticketKey: string;
  /** The CA that the site changes to, with the manager's certificate from it: boxes learn to trust it before it issues. */
  readonly next: { readonly authority: KeyAndCertificate; readonly manager: string } | null;
  /** Certificate of the CA that the site changed from: boxes have certificates of it until they come for new ones. */
  readonly former: string | null;
}

const keyAndCertificate = z.object({ key: z.string(), certificate: z.string() });

export const siteKeysCodec = jsonCodec<SiteKeys>(
  z.object({
    authority: keyAndCertificate,
    manager: keyAndCertificate,
    ticketKey: z.string(),
    // Sites from before a CA could be changed have neither.
    next: z.object({ authority: keyAndCertificate, manager: z.string() }).nullable().default(null),
    former: z.string().nullable().default(null),
  }),
);

export async function makeSiteKeys(now: Date): Promise<SiteKeys> {
  const authority = await makeAuthority(now);
  const manager = await makeManagerCertificate(authority, now);
  return { authority, manager, ticketKey: makeTicketKey(), next: null, former: null };
}

/** PEM: the CA that issues, then the other one that is trusted beside it, if there is one. */
export const trustedAuthorities = ({ authority, next, former }: SiteKeys): string =>
  [authority.certificate, next?.authority.certificate ?? former ?? ''].join('');
