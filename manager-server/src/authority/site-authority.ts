import type { Fingerprint, SignedTicket, Ticket } from '@seatmatrix/protocol/domain';
import { type Clock, Secret } from '@seatmatrix/protocol/kernel';
import { signTicket, ticketKeyBytes } from '@seatmatrix/protocol/link';
import type { AuditEntry } from '../store/index.ts';
import type { Journal } from '../store/journal.ts';
import { commitStaged, type RecordCollection, recordCollection } from '../store/record-collection.ts';
import type { StoredRecord } from '../store/store.ts';
import {
  fingerprintOfPem,
  issueForBox,
  makeAuthority,
  readPrivateKey,
  renewManagerCertificate,
} from './certificates.ts';
import type { SiteIdentity } from './site-identity.ts';
import { makeSiteKeys, type SiteKeys, siteKeysCodec, trustedAuthorities } from './site-keys.ts';

/**
 * How far the site is with a change of its CA. `settled`: it has one. `prepared`: boxes learn to trust the next one.
 * `switched`: the next one issues, and boxes fetch their certificates from it; the former's are still taken.
 */
export type RotationPhase = 'settled' | 'prepared' | 'switched';

/** Everything that the site's word rests on. */
export interface SiteAuthority {
  readonly identity: SiteIdentity;
  readonly phase: RotationPhase;
  /** SHA-256 of the public key of the CA that issues, hex: an enrolment code carries its beginning. */
  readonly authorityFingerprint: Fingerprint;
  /** Of the CA beside it: the next or the former one. */
  readonly otherFingerprint: Fingerprint | null;
  /** Raw 32-byte Ed25519 key that checks tickets. */
  readonly ticketKey: Uint8Array;
  signTicket(ticket: Ticket): SignedTicket;
  /** PEM of the box's certificate. Rejects with `certificate-invalid` when the request is not for that key. */
  issue(asked: { readonly request: string; readonly holder: Fingerprint }): Promise<string>;
  /** From `settled`, `prepared` and `switched` to the one after it. Resolves when that is durable. */
  advance(audit: readonly AuditEntry[]): Promise<void>;
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
  const keys = recordCollection({ name: 'site-keys', codec: siteKeysCodec, records, journal });
  if (keys.get(RECORD_KEY) === undefined) await keys.put(RECORD_KEY, await clock.outside(makeSiteKeys(clock.wall())));
  return new StoredSiteAuthority({
    keys,
    journal,
    clock,
    first: keys.get(RECORD_KEY) ?? (await makeSiteKeys(clock.wall())),
  });
}

const RECORD_KEY = 'site';

interface StoredSiteAuthorityOptions {
  readonly keys: RecordCollection<SiteKeys>;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly first: SiteKeys;
}

class StoredSiteAuthority implements SiteAuthority {
  readonly identity: SiteIdentity;
  readonly ticketKey: Uint8Array;
  readonly #options: StoredSiteAuthorityOptions;
  readonly #ticketKey: ReturnType<typeof readPrivateKey>;
  #keys: SiteKeys;

  constructor(options: StoredSiteAuthorityOptions) {
    this.#options = options;
    this.#keys = options.first;
    this.#ticketKey = readPrivateKey(this.#keys.ticketKey);
    this.ticketKey = ticketKeyBytes(this.#ticketKey);
    const keys = () => this.#keys;
    const key = new Secret(this.#keys.manager.key);
    this.identity = {
      fingerprint: fingerprintOfPem(this.#keys.manager.certificate),
      key,
      get certificate() {
        return `${keys().manager.certificate}${keys().authority.certificate}`;
      },
      get authority() {
        return trustedAuthorities(keys());
      },
    };
  }

  get phase(): RotationPhase {
    if (this.#keys.next !== null) return 'prepared';
    return this.#keys.former === null ? 'settled' : 'switched';
  }

  get authorityFingerprint(): Fingerprint {
    return fingerprintOfPem(this.#keys.authority.certificate);
  }

  get otherFingerprint(): Fingerprint | null {
    const other = this.#keys.next?.authority.certificate ?? this.#keys.former;
    return other === null ? null : fingerprintOfPem(other);
  }

  signTicket(ticket: Ticket): SignedTicket {
    return signTicket(ticket, this.#ticketKey);
  }

  issue({ request, holder }: { readonly request: string; readonly holder: Fingerprint }): Promise<string> {
    const { clock } = this.#options;
    return clock.outside(issueForBox(this.#keys.authority, { request, holder, now: clock.wall() }));
  }

  async advance(audit: readonly AuditEntry[]): Promise<void> {
    const { keys, journal, clock } = this.#options;
    const after = await clock.outside(advanced(this.#keys, clock.wall()));
    await commitStaged(journal, { staged: [keys.stagePut(RECORD_KEY, after)], audit });
    this.#keys = after;
  }
}

/** The former CA's key goes with the switch: nobody can issue from it any more, and its certificate only checks. */
async function advanced(keys: SiteKeys, now: Date): Promise<SiteKeys> {
  const { authority, manager, next, former } = keys;
  if (next !== null) {
    const renewed = { ...manager, certificate: next.manager };
    return { ...keys, authority: next.authority, manager: renewed, next: null, former: authority.certificate };
  }
  if (former !== null) return { ...keys, former: null };
  const made = await makeAuthority(now);
  const certificate = await renewManagerCertificate(made, { certificate: manager.certificate, now });
  return { ...keys, next: { authority: made, manager: certificate } };
}
