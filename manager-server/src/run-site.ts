import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { type Log, systemClock, systemRandom } from '@seatmatrix/protocol/kernel';
import { createTlsNetwork } from '@seatmatrix/protocol/link';
import { createLog, makeWritableFolder } from '@seatmatrix/protocol/program';
import { pino } from 'pino';
import { webDist } from '../web/build.ts';
import { announceManager } from './announce.ts';
import { createApp } from './app.ts';
import { AuditHeads, MANAGER_ACTOR, type SignedHead } from './audit/index.ts';
import { createManager } from './manager.ts';
import { observeAudit } from './observe/audited-store.ts';
import { Syslog } from './observe/syslog.ts';
import { syslogConnector } from './observe/syslog-connector.ts';
import type { ProgramOptions } from './options.ts';
import {
  certificateFingerprint,
  type PagesCertificate,
  readCertificate,
  selfSignedCertificate,
} from './pages-certificate.ts';
import { openPeople } from './people/open-people.ts';
import { isLoopback } from './policy/request-origin.ts';
import type { SiteSeed } from './site-seed.ts';
import type { AuditEntry } from './store/index.ts';
import { openSqliteStore } from './store/sqlite-store.ts';

/** A whole new site, for the demonstration. */
export interface PeopledSeed extends SiteSeed {
  readonly administrator: { readonly name: string; readonly password: string };
}

/** A manager that runs. Disposing of it stops everything, in order, and leaves nothing half written. */
export interface RunningSite extends AsyncDisposable {
  readonly pages: { readonly host: string; readonly port: number };
  readonly boxes: { readonly host: string; readonly port: number };
  /** Null when the site has an administrator. */
  readonly claimCode: string | null;
  /** SHA-256 of the pages' certificate, as browsers show it; null for the demonstration's plain HTTP. */
  readonly fingerprint: string | null;
}

/** Rejects with a Fault whose message is one line for the person at the terminal; whatever was opened is closed then. */
export async function runSite(options: ProgramOptions, seed: PeopledSeed | null): Promise<RunningSite> {
  await using opened = new AsyncDisposableStack();
  makeWritableFolder(options.data, '--data');
  const tls = options.demo ? null : await pagesCertificate(options);
  const onAudit = new Set<(entry: AuditEntry) => void>();
  const destination = pino.destination({ fd: 1, sync: true });
  const quiet = createLog({ level: options.logLevel, destination });
  const syslog = options.syslog === null ? null : openSyslog(options.syslog, quiet);
  if (syslog !== null) {
    opened.use(syslog);
    onAudit.add(syslog.audit);
  }
  const sink = syslog === null ? {} : { sink: syslog.sink };
  const log = createLog({ level: options.logLevel, destination, ...sink });
  const clock = systemClock;
  const sqlite = opened.use(await openSqliteStore({ path: join(options.data, 'site.sqlite'), log }));
  const store = observeAudit(sqlite, (entry) => {
    for (const listener of onAudit) listener(entry);
  });
  const manager = opened.adopt(
    await createManager({
      store,
      network: (identity) => createTlsNetwork({ identity: () => identity, clock, log }),
      boxHost: options.boxHost,
      boxPort: options.boxPort,
      clock,
      log,
      ...(seed === null ? {} : { seed }),
    }),
    (each) => each.close(),
  );
  const { journal, records } = manager;
  const { directory, credentials } = manager;
  const demonstration = options.demo;
  const people = openPeople({ records, directory, credentials, journal, clock, log, demonstration });
  if (seed !== null) await people.claim.seed(seed.administrator);
  const app = opened.adopt(
    await createApp({
      ...manager,
      ...{ store, people, tls, clock, log },
      strictTransport: options.certificate !== null,
      webFolder: webDist,
    }),
    (each) => each.close(),
  );
  onAudit.add((entry) => app.metrics.audited(entry));
  opened.use(
    new AuditHeads({
      store,
      signer: manager.auditSigner,
      clock,
      log,
      onHead: (head) => syslog?.audit(headEntry(head)),
    }),
  );
  const pages = await app.listen({ host: options.host, port: options.port });
  // Nobody on the network could follow an announcement of an address that only this machine has.
  if (!options.demo && !isLoopback(manager.boxes.host))
    opened.use(announceManager({ name: hostname(), port: manager.boxes.port, log }));
  const rest = opened.move();
  return {
    pages,
    boxes: manager.boxes,
    claimCode: people.claim.code,
    fingerprint: tls === null ? null : certificateFingerprint(tls),
    [Symbol.asyncDispose]: () => rest.disposeAsync(),
  };
}

/** Told to syslog as an entry is, and stored nowhere: the chain cannot carry its own head. */
function headEntry({ number, hash, signedAt, signature }: SignedHead): AuditEntry {
  const detail = `${hash} ${signature}`;
  return {
    at: signedAt,
    actor: MANAGER_ACTOR,
    from: '',
    action: 'audit.head',
    object: `${number}`,
    outcome: 'done',
    detail,
  };
}

function openSyslog(url: string, log: Log): Syslog {
  return new Syslog({
    connector: syslogConnector(url),
    origin: { host: hostname(), process: process.pid },
    clock: systemClock,
    random: systemRandom,
    log,
  });
}

async function pagesCertificate(options: ProgramOptions): Promise<PagesCertificate> {
  if (options.certificate !== null) return readCertificate(options.certificate);
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return selfSignedCertificate({
    folder: options.data,
    names: [...options.names, hostname(), 'localhost'],
    addresses: addresses.map(({ address }) => address.split('%')[0] ?? address),
    now: systemClock.wall(),
  });
}
