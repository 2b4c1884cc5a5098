import { randomBytes, randomUUID } from 'node:crypto';
import { type Fingerprint, operatorKey } from '@seatmatrix/protocol/domain';
import { type Clock, type Log, minutes } from '@seatmatrix/protocol/kernel';
import { LISTENER_FRAME_MAX, limitLog, type Network } from '@seatmatrix/protocol/link';
import { Adoption } from './agents/adoption.ts';
import { AuthorityRotation } from './agents/authority-rotation.ts';
import { BoxGateway } from './agents/box-gateway.ts';
import { BoxRegister } from './agents/box-register.ts';
import { DeskRequests } from './agents/desk-requests.ts';
import { ManagerBoxSide } from './agents/manager-box-side.ts';
import { previewSite } from './agents/preview-site.ts';
import type { BoxSide } from './api/box-side.ts';
import { type AuditSigner, openAuditSigner } from './audit/index.ts';
import { EnrolmentCodes } from './authority/enrolment-codes.ts';
import { openSiteAuthority } from './authority/site-authority.ts';
import type { SiteIdentity } from './authority/site-identity.ts';
import type { Directory } from './directory/directory.ts';
import { openDirectory } from './directory/site-directory.ts';
import { createFeed, type SiteFeed } from './feed/site-feed.ts';
import { Matrix } from './matrix/matrix.ts';
import { decodeStoredMatrix } from './matrix/matrix-records.ts';
import { restoredMatrix } from './matrix/matrix-state.ts';
import { siteOf } from './matrix/site.ts';
import { type OperatorCredentials, openOperatorCredentials } from './people/operator-credentials.ts';
import type { PasswordHash } from './people/password-hash.ts';
import { Previews } from './previews/index.ts';
import { type SiteSeed, sowSeed } from './site-seed.ts';
import { createJournal } from './store/group-commit.ts';
import type { Journal } from './store/journal.ts';
import type { Store, StoredRecord } from './store/store.ts';

export interface ManagerOptions {
  /** Stays the caller's: closing the manager leaves it open. */
  readonly store: Store;
  /** Makes the boxes' network once the manager knows who it is: mutual TLS, or one in memory. */
  readonly network: (identity: SiteIdentity) => Network;
  /** Where boxes connect; port 0 takes any free one. */
  readonly boxHost: string;
  readonly boxPort: number;
  readonly clock: Clock;
  readonly log: Log;
  /** How operators' passwords are hashed; argon2id at its production cost unless a test says otherwise. */
  readonly hash?: PasswordHash;
  /** Makes a box's certificate; by the site's CA unless a test's network knows its boxes without certificates. */
  readonly issue?: (asked: { readonly request: string; readonly holder: Fingerprint }) => Promise<string>;
  /** What the site begins with when there is nothing in the store. */
  readonly seed?: SiteSeed;
}

/** The manager without its pages: everything that decides, and the side that boxes connect to. */
export interface Manager {
  readonly identity: SiteIdentity;
  readonly directory: Directory;
  readonly credentials: OperatorCredentials;
  readonly auditSigner: AuditSigner;
  readonly journal: Journal;
  readonly feed: SiteFeed;
  readonly boxSide: BoxSide;
  readonly rotation: AuthorityRotation;
  /** What the store held at the start, for whoever keeps collections of its own there. */
  readonly records: ReadonlyMap<string, readonly StoredRecord[]>;
  /** Where boxes connect, with the port that was taken. */
  readonly boxes: { readonly host: string; readonly port: number };
  /** The store cannot write: nothing is granted until it can. */
  readonly readOnly: boolean;
  /** Closes boxes' connections (1001) and the listener, and waits for what is not yet durable. */
  close(): Promise<void>;
}

/** Loads the site, makes its CA at the first start, and opens the boxes' listener. */
export async function createManager(options: ManagerOptions): Promise<Manager> {
  const { store, clock, log, boxHost: host, boxPort: port } = options;
  const records = await store.load();
  const journal = createJournal(store, log);
  const feed = createFeed({ id: randomUUID(), log });
  let credentials: OperatorCredentials | null = null;
  const canSignIn = (operator: string) => credentials?.hasPassword(operatorKey(operator)) ?? true;
  const directory = openDirectory({ records, journal, clock, feed, log, canSignIn });
  const hash = options.hash === undefined ? {} : { hash: options.hash };
  credentials = await openOperatorCredentials({ directory, records, journal, clock, log, ...hash });
  const auditSigner = await openAuditSigner({ records, journal });
  const authority = await openSiteAuthority({ records, journal, clock });
  const network = options.network(authority.identity);

  const register = new BoxRegister({ records, journal });
  const codes = new EnrolmentCodes({
    records,
    journal,
    clock,
    get authority() {
      return authority.authorityFingerprint;
    },
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
  });
  const adoption = new Adoption({ register, codes, directory, journal, clock, newKey: randomUUID });
  if (options.seed !== undefined) await sowSeed(options.seed, { directory, credentials, adoption });

  const issue = options.issue ?? ((asked) => authority.issue(asked));
  const gateway = new BoxGateway({
    authority: { identity: authority.identity, ticketKey: authority.ticketKey, issue },
    register,
    adoption,
    directory,
    journal,
    feed,
    clock,
    // Whoever can connect can cause warnings.
    log: limitLog(log, { clock, each: minutes(1), burst: 20 }),
  });
  const matrix = new Matrix({
    state: restoredMatrix(decodeStoredMatrix(records), {
      incarnation: randomBytes(4).toString('hex'),
      site: siteOf(directory.snapshot),
      boxes: [...register.entries()].map(([fingerprint, { device, peer }]) => ({ device, fingerprint, peer })),
    }),
    journal,
    clock,
    log,
    feed,
    sign: (ticket) => authority.signTicket(ticket),
    delivery: gateway,
  });
  const previews = new Previews({
    site: previewSite({ connections: gateway.connections, register, matrix, directory }),
    ...{ directory, feed, journal, clock, log },
  });
  gateway.open({ matrix, requests: new DeskRequests({ matrix, credentials, journal, clock }), previews });
  directory.onChange((after) => matrix.tell({ type: 'directory-changed', site: siteOf(after) }));
  const boxSide = new ManagerBoxSide({
    gateway,
    previews,
    register,
    adoption,
    codes,
    matrix,
    directory,
    network,
    journal,
    clock,
    log,
  });

  const accept: Parameters<Network['listen']>[0]['accept'] = (transport, path) => gateway.accept(transport, path);
  const frameMax = {
    '/control': LISTENER_FRAME_MAX['/control'],
    '/preview': LISTENER_FRAME_MAX['/preview'],
  };
  const listening = await network.listen({ host, port, frameMax, accept });
  return {
    identity: authority.identity,
    directory,
    credentials,
    auditSigner,
    journal,
    feed,
    boxSide,
    rotation: new AuthorityRotation({
      authority,
      register,
      codes,
      journal,
      clock,
      told: () => gateway.authoritiesChanged(),
    }),
    records,
    boxes: { host: listening.host, port: listening.port },
    get readOnly() {
      return matrix.readOnly;
    },
    async close() {
      previews.closeAll();
      gateway.closeAll();
      await listening.close();
      matrix.close();
      await journal.drained();
    },
  };
}
