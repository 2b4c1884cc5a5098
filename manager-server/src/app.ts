import { randomBytes, randomUUID } from 'node:crypto';
import type { OperatorKey } from '@seatmatrix/protocol/domain';
import { operatorKey } from '@seatmatrix/protocol/domain';
import type { Clock, Log } from '@seatmatrix/protocol/kernel';
import { Fault } from '@seatmatrix/protocol/kernel';
import type { FastifyInstance } from 'fastify';
import type { AuthorityRotation } from './agents/authority-rotation.ts';
import type { BoxSide } from './api/box-side.ts';
import { addPages } from './api/pages.ts';
import { addAccountRoutes } from './api/routes/account-routes.ts';
import { addAuditRoutes } from './api/routes/audit-routes.ts';
import { addAuthorityRoutes } from './api/routes/authority-routes.ts';
import { addBackupRoutes } from './api/routes/backup-routes.ts';
import { addBoxRoutes } from './api/routes/box-routes.ts';
import { addForeignViewerRoutes } from './api/routes/foreign-viewer-routes.ts';
import { addOperationRoutes } from './api/routes/operation-routes.ts';
import { addOperatorRoutes } from './api/routes/operator-routes.ts';
import { addOwnAccountRoutes } from './api/routes/own-account-routes.ts';
import { addQuestionRoutes } from './api/routes/question-routes.ts';
import { addResourceRoutes } from './api/routes/resource-routes.ts';
import { addSecondFactorRoutes } from './api/routes/second-factor-routes.ts';
import { addServiceRoutes } from './api/routes/service-routes.ts';
import { addTokenRoutes } from './api/routes/token-routes.ts';
import { addTransferRoutes } from './api/routes/transfer-routes.ts';
import { addTrialRoutes } from './api/routes/trial-routes.ts';
import { createServer, type ServerOptions, schemeOf } from './api/server.ts';
import { consoleProxy } from './api/sockets/console-proxy.ts';
import { Events } from './api/sockets/events.ts';
import { PageSockets } from './api/sockets/page-sockets.ts';
import { previewSocket } from './api/sockets/previews.ts';
import type { AuditSigner } from './audit/index.ts';
import type { Directory } from './directory/directory.ts';
import type { SiteFeed } from './feed/index.ts';
import { Metrics } from './observe/metrics.ts';
import { noteDesks } from './people/desk-sightings.ts';
import type { People } from './people/open-people.ts';
import { RightsWatch } from './people/rights-watch.ts';
import { Gatekeeper } from './policy/gatekeeper.ts';
import { isLoopback } from './policy/request-origin.ts';
import type { Journal, Store } from './store/index.ts';
import { SiteBackup } from './transfer/site-backup.ts';
import { SiteImport } from './transfer/site-import.ts';
import { SiteRestore } from './transfer/site-restore.ts';

export interface AppOptions {
  readonly directory: Directory;
  readonly boxSide: BoxSide;
  readonly rotation: Pick<AuthorityRotation, 'status' | 'advance'>;
  /** Where boxes connect: what a person is told who brings one. */
  readonly boxes: { readonly port: number };
  readonly feed: SiteFeed;
  readonly journal: Journal;
  readonly store: Pick<Store, 'load' | 'readAudit' | 'readAuditChain' | 'auditHead'>;
  readonly auditSigner: AuditSigner;
  readonly people: People;
  /** Null serves plain HTTP: the demonstration's, which `listen` then refuses beyond loopback. */
  readonly tls: ServerOptions['tls'];
  readonly strictTransport: boolean;
  /** Where the built pages are. */
  readonly webFolder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly newKey?: () => string;
}

/** The listener for people: pages, REST, live events and consoles. */
export interface App {
  readonly server: FastifyInstance;
  readonly metrics: Metrics;
  /** `GET /api/devices`, …: everything that the server answers to, as the policy table names it. */
  readonly routes: readonly string[];
  /** Rejects with `port-in-use`, or `configuration-invalid` for plain HTTP beyond loopback. */
  listen(at: {
    readonly host: string;
    readonly port: number;
  }): Promise<{ readonly host: string; readonly port: number }>;
  /** Ends every page's socket and request. */
  close(): Promise<void>;
}

export async function createApp(options: AppOptions): Promise<App> {
  const { boxSide, clock, feed, journal, log, newKey = randomUUID, people, store, tls } = options;
  const scheme = schemeOf(tls);
  const gatekeeper = new Gatekeeper({ people, scheme });
  new RightsWatch({ people, boxSide, log });
  const events = new Events({ feed, clock });
  const sockets = new PageSockets({
    gatekeeper,
    sessions: people.sessions,
    tokens: people.tokens,
    clock,
    log,
    handlers: {
      '/api/events': events.handle,
      '/api/account/events': events.handleConsoles,
      '/api/previews': previewSocket({ boxSide, journal, clock, log }),
      '/console/socket/:device': consoleProxy({
        ...{ boxSide, feed, journal, clock, log },
        directory: options.directory,
        sessions: people.sessions,
      }),
    },
  });
  const desks = noteDesks({ boxSide, directory: options.directory, feed, sightings: people.sightings });
  const tellAccess = (key: OperatorKey) =>
    feed.publish({ type: 'resource', collection: 'operator-access', key, version: 0 });
  people.sightings.onChange(tellAccess);
  people.secondFactors.onChange(tellAccess);
  people.credentials.onAttempt(tellAccess);
  people.credentials.onChange(({ operator }) => tellAccess(operator));
  people.directory.onChange((after, before) => {
    if (after.settings !== before.settings) sockets.judgeAnew();
  });
  const metrics = new Metrics({
    boxSide,
    deviceId: (key) => options.directory.snapshot.devices.get(key)?.value.id ?? null,
    pages: () => sockets.size,
    feedNumber: () => feed.number,
  });
  const routes: string[] = [];
  const server = await createServer({
    ...{ tls, gatekeeper, log },
    strictTransport: options.strictTransport,
    onRoute: (route) => void routes.push(route),
  });
  server.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    const route = routeOptions.url ?? 'none';
    metrics.answered({ method, route, status: reply.statusCode, milliseconds: reply.elapsedTime });
  });
  await addPages(server, { folder: options.webFolder, claimed: () => people.claim.claimed });
  addServiceRoutes(server, { store, metrics });
  addAccountRoutes(server, { people, scheme });
  addSecondFactorRoutes(server, { people });
  addTokenRoutes(server, { people });
  addResourceRoutes(server, { directory: options.directory, newKey });
  addOwnAccountRoutes(server, { people, boxSide });
  addOperatorRoutes(server, { people, clock });
  addBoxRoutes(server, { boxSide, boxPort: options.boxes.port });
  addAuthorityRoutes(server, { rotation: options.rotation, people, feed });
  addForeignViewerRoutes(server, boxSide);
  addOperationRoutes(server, boxSide);
  addQuestionRoutes(server, { directory: options.directory });
  addTrialRoutes(server, { directory: options.directory, boxSide: options.boxSide });
  const canSignIn = (operator: string) => people.credentials.hasPassword(operatorKey(operator));
  addTransferRoutes(server, {
    ...{ directory: options.directory, clock },
    siteImport: new SiteImport({ directory: options.directory, journal, clock, newKey, canSignIn }),
  });
  const { credentials, secondFactors } = people;
  addBackupRoutes(server, {
    siteBackup: new SiteBackup({ store, journal, clock, randomBytes }),
    siteRestore: new SiteRestore({
      directory: options.directory,
      ...{ credentials, secondFactors, store, journal, clock },
    }),
    people,
  });
  addAuditRoutes(server, { store, signer: options.auditSigner, clock });
  await server.ready();
  sockets.attach(server.server);
  return {
    server,
    metrics,
    routes,
    listen: (at) => listen(server, { ...at, plain: tls === null }),
    async close() {
      desks.end();
      events[Symbol.dispose]();
      sockets[Symbol.dispose]();
      people.sessions[Symbol.dispose]();
      people.tokens[Symbol.dispose]();
      await server.close();
    },
  };
}

async function listen(
  server: FastifyInstance,
  { host, port, plain }: { readonly host: string; readonly port: number; readonly plain: boolean },
): Promise<{ readonly host: string; readonly port: number }> {
  if (plain && !isLoopback(host)) {
    const message = `pages without HTTPS are for this machine alone, not for --host ${host}`;
    throw new Fault({ code: 'configuration-invalid', message });
  }
  try {
    await server.listen({ host, port });
  } catch (thrown) {
    throw listenFault(thrown, { host, port });
  }
  const address = server.server.address();
  return { host, port: address !== null && typeof address === 'object' ? address.port : port };
}

function listenFault(thrown: unknown, { host, port }: { readonly host: string; readonly port: number }): Fault {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
  const at = `${host} port ${port}`;
  if (code === 'EADDRINUSE') {
    return new Fault({ code: 'port-in-use', message: `${at} is in use by another program`, cause: thrown });
  }
  const why = code === 'EACCES' ? 'ports below 1024 need a privilege' : 'this machine has no such address';
  return new Fault({ code: 'configuration-invalid', message: `cannot listen at ${at}: ${why}`, cause: thrown });
}
