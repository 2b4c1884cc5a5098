import { createServer, type Server } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { WebSocketServer } from 'ws';
import type { Fingerprint } from '../domain/index.ts';
import { type Clock, type Duration, Fault, type Log, seconds } from '../kernel/index.ts';
import { AcceptRate, type ConnectionLimits, limitsOf } from './connection-limits.ts';
import type { LinkPath, Listening } from './network.ts';
import { HANDSHAKE_LIMIT, SOCKET_OPTIONS, secureContext, type TlsIdentity } from './tls-context.ts';
import { CloseCode, type PeerIdentity, type Transport } from './transport.ts';
import { WebSocketTransport } from './websocket-transport.ts';

/** Peers have so long to answer the close. */
const CLOSE_LIMIT: Duration = seconds(1);

/** What a listener needs beside the network's own wishes. */
interface ListenOptions {
  readonly host: string;
  readonly port: number;
  readonly frameMax: Readonly<Partial<Record<LinkPath, number>>>;
  readonly accept: (transport: Transport, path: LinkPath) => void;
  readonly admit: (socket: TLSSocket) => PeerIdentity | null;
  readonly identity: () => TlsIdentity;
  /** Other than those of its kind of listener. */
  readonly limits?: ConnectionLimits | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** Rejects with `port-in-use` or `configuration-invalid`. */
export async function listenOverTls(options: ListenOptions): Promise<Listening> {
  const { host, port, identity, clock, log } = options;
  // A copy: what is asked for may be one object that changes.
  let current = { ...identity() };
  const server = createServer({
    ...secureContext(current),
    requestCert: true,
    rejectUnauthorized: false,
    handshakeTimeout: HANDSHAKE_LIMIT,
    headersTimeout: HANDSHAKE_LIMIT,
    requestTimeout: HANDSHAKE_LIMIT,
    // How often the two limits above are looked at; of itself node does so twice a minute.
    connectionsCheckingInterval: 1000,
    maxHeaderSize: 8192,
    noDelay: true,
  });
  // Before the TLS server's own listener, which starts the handshake.
  server.prependListener('connection', () => {
    const wanted = { ...identity() };
    if (isSame(wanted, current)) return;
    current = wanted;
    server.setSecureContext(secureContext(wanted));
  });
  const limits = options.limits ?? limitsOf(options.frameMax);
  const connections = new Set<Socket>();
  const waiting = new Set<string>();
  limitConnections(server, { limits, connections, waiting, clock, log });
  server.on('tlsClientError', (error) => log.debug('a TLS handshake failed', { error: error.message }));
  server.on('clientError', (error, socket) => {
    log.debug('a client broke the protocol', { error: error.message });
    socket.destroy();
  });
  server.on('request', (_request, response) => response.writeHead(404).end());
  const transports = serveUpgrades(server, { ...options, limits, waiting });
  const address = await bind(server, { host, port });
  return {
    host,
    port: address,
    close: () => closeServer(server, { transports, connections, clock }),
  };
}

/** Turns connections away before their handshake costs anything. Call it after all listeners for connections are there. */
function limitConnections(
  server: Server,
  {
    limits,
    connections,
    waiting,
    clock,
    log,
  }: {
    readonly limits: ConnectionLimits;
    readonly connections: Set<Socket>;
    readonly waiting: Set<string>;
    readonly clock: Clock;
    readonly log: Log;
  },
): void {
  const rate = new AcceptRate(limits.rate, clock);
  const handshakes = server.listeners('connection');
  server.removeAllListeners('connection');
  server.on('connection', (connection: Socket) => {
    const place = placeOf(connection);
    if (connections.size >= limits.total || waiting.size >= limits.waiting || !rate.mayCome()) {
      log.debug('a connection is turned away', {
        address: place,
        connections: connections.size,
        waiting: waiting.size,
      });
      connection.destroy();
      return;
    }
    connections.add(connection);
    waiting.add(place);
    connection.once('close', () => {
      connections.delete(connection);
      waiting.delete(place);
    });
    for (const handshake of handshakes) Reflect.apply(handshake, server, [connection]);
  });
}

/** The same for a connection and for the TLS over it. */
const placeOf = ({ remoteAddress, remotePort }: Socket): string => `${remoteAddress ?? ''}:${remotePort ?? 0}`;

function serveUpgrades(
  server: Server,
  options: ListenOptions & { readonly limits: ConnectionLimits; readonly waiting: Set<string> },
): Set<Transport> {
  const { frameMax, accept, admit, limits, waiting, clock, log } = options;
  const transports = new Set<Transport>();
  const perPeer = new Map<Fingerprint, number>();
  const sockets = new Map<string, { readonly path: LinkPath; readonly server: WebSocketServer }>();
  for (const path of linkPaths) {
    const maxPayload = frameMax[path];
    if (maxPayload === undefined) continue;
    const webSockets = new WebSocketServer({ ...SOCKET_OPTIONS, noServer: true, clientTracking: false, maxPayload });
    sockets.set(path, { path, server: webSockets });
  }
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', (error) => log.debug('a connection broke', { error: error.message }));
    const found = sockets.get(request.url ?? '');
    if (found === undefined) {
      refuse(socket, 404);
      return;
    }
    // The server makes TLS sockets alone; the type of the event does not say so.
    const peer = socket instanceof TLSSocket ? admit(socket) : null;
    if (peer === null) {
      refuse(socket, 403);
      return;
    }
    const { fingerprint } = peer;
    const others = perPeer.get(fingerprint) ?? 0;
    if (others >= limits.perPeer) {
      log.debug('a peer has too many connections', { peer: fingerprint, connections: others });
      refuse(socket, 503);
      return;
    }
    if (socket instanceof TLSSocket) waiting.delete(placeOf(socket));
    perPeer.set(fingerprint, others + 1);
    socket.once('close', () => {
      const left = (perPeer.get(fingerprint) ?? 1) - 1;
      if (left > 0) perPeer.set(fingerprint, left);
      else perPeer.delete(fingerprint);
    });
    found.server.handleUpgrade(request, socket, head, (webSocket) => {
      const transport = new WebSocketTransport({ socket: webSocket, stream: socket, peer, clock });
      transports.add(transport);
      webSocket.once('close', () => transports.delete(transport));
      try {
        accept(transport, found.path);
      } catch (error) {
        log.error('what takes connections failed', { error, path: found.path, peer: peer.fingerprint });
        transport.close({ code: CloseCode.internal, reason: 'internal' });
      }
    });
  });
  return transports;
}

const linkPaths: readonly LinkPath[] = ['/control', '/preview', '/peer', '/media', '/console'];

function refuse(socket: Duplex, status: 403 | 404 | 503): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function bind(server: Server, { host, port }: { readonly host: string; readonly port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE';
      reject(
        new Fault({
          code: taken ? 'port-in-use' : 'configuration-invalid',
          message: taken ? `port ${port} of ${host} is in use` : `cannot listen on ${host}:${port}: ${cause.message}`,
          cause,
        }),
      );
    });
    server.listen({ host, port }, () => {
      const address = server.address();
      resolve(address === null || typeof address === 'string' ? port : address.port);
    });
  });
}

function closeServer(
  server: Server,
  {
    transports,
    connections,
    clock,
  }: { readonly transports: Set<Transport>; readonly connections: Set<Socket>; readonly clock: Clock },
): Promise<void> {
  return new Promise((resolve) => {
    // A handshake under way, or a peer that does not answer the close, would keep the server open.
    const limit = clock.timer({
      name: 'closing a listener',
      after: CLOSE_LIMIT,
      fire: () => {
        for (const connection of connections) connection.destroy();
      },
    });
    server.close(() => {
      limit.cancel();
      resolve();
    });
    server.closeIdleConnections();
    for (const transport of transports) transport.close({ code: CloseCode.goingAway, reason: 'stopped' });
  });
}

const isSame = (one: TlsIdentity, other: TlsIdentity): boolean =>
  one.key.reveal() === other.key.reveal() && one.certificate === other.certificate && one.authority === other.authority;
