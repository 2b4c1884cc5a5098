import type { Fingerprint, SignedTicket, Ticket } from '@seatmatrix/protocol/domain';
import type { Clock } from '@seatmatrix/protocol/kernel';
import { signTicket, ticketKeyBytes } from '@seatmatrix/protocol/link';
import { z } from 'zod';
import type { Journal } from '../store/journal.ts';
import { jsonCodec } from '../store/record-codec.ts';
import { recordCollection } from '../store/record-collection.ts';
import type { StoredRecord } from '../store/store.ts';
import {
  fingerprintOfPem,
  issueForBox,
  type KeyAndCertificate,
  makeAuthority,
  makeManagerCertificate,
  makeTicketKey,
  readPrivateKey,
} from './certificates.ts';
import type { SiteIdentity } from './site-identity.ts';

/** Everything that the site's word rests on. */
export interface SiteAuthority {
  readonly identity: SiteIdentity;
  /** SHA-256 of the CA's public key, hex: an enrolment code carries its beginning. */
  readonly authorityFingerprint: Fingerprint;
  /** Raw 32-byte Ed25519 key that checks tickets. */
  readonly ticketKey: Uint8Array;
  signTicket(ticket: Ticket): SignedTicket;
  /** PEM of the box's certificate. Rejects with `certificate-invalid` when the request is not for that key. */
  issue(asked: { readonly request: string; readonly holder: Fingerprint }): Promise<string>;
}

/** The site's keys from the store; made, and durable before anybody sees them, at the first start. */
export async function openSiteAuthority({
  records,
  journal,
  clock,
}: {
  readonly records: ReadonlyMap<string, readonly StoredRecord[]>;
  readonly journal: Journal;
  readonly clock: Clock;
}): Promise<SiteAuthority> {
  const keys = recordCollection({ name: 'site-keys', codec: jsonCodec(siteKeysSchema), records, journal });
  const stored = keys.get(RECORD_KEY);
  const made = stored ?? (await clock.outside(makeSiteKeys(clock.wall())));
  if (stored === undefined) await keys.put(RECORD_KEY, made);
  const ticketKey = readPrivateKey(made.ticketKey);
  return {
    identity: {
      fingerprint: fingerprintOfPem(made.manager.certificate),
      key: made.manager.key,
      certificate: `${made.manager.certificate}${made.authority.certificate}`,
      authority: made.authority.certificate,
    },
    authorityFingerprint: fingerprintOfPem(made.authority.certificate),
    ticketKey: ticketKeyBytes(ticketKey),
    signTicket: (ticket) => signTicket(ticket, ticketKey),
    issue: ({ request, holder }) => clock.outside(issueForBox(made.authority, { request, holder, now: clock.wall() })),
  };
}

const RECORD_KEY = 'site';

interface SiteKeys {
  readonly authority: KeyAndCertificate;
  readonly manager: KeyAndCertificate;
  readonly ticketKey: string;
}

const keyAndCertificate = z.object({ key: z.string(), certificate: z.string() });
const siteKeysSchema = z.object({ authority: keyAndCertificate, manager: keyAndCertificate, ticketKey: z.string() });

async function makeSiteKeys(now: Date): Promise<SiteKeys> {
  const authority = await makeAuthority(now);
  return { authority, manager: await makeManagerCertificate(authority, now), ticketKey: makeTicketKey() };
}
