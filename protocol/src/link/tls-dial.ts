import { connect, type SecureContextOptions, type TLSSocket } from 'node:tls';
import { WebSocket } from 'ws';
import { type Clock, Fault, faultFrom } from '../kernel/index.ts';
import type { Trust } from './certificate.ts';
import type { DialTarget } from './network.ts';
import { HANDSHAKE_LIMIT, recognise, SOCKET_OPTIONS, secureContext, type TlsIdentity } from './tls-context.ts';
import type { PeerIdentity, Transport } from './transport.ts';
import { WebSocketTransport } from './websocket-transport.ts';

/** Rejects with a Fault: `link-lost`, `peer-unauthorised`, or what the signal was aborted with. */
export async function dialOverTls(
  target: DialTarget,
  options: {
    readonly identity: TlsIdentity;
    readonly trust: Trust;
    readonly signal: AbortSignal;
    readonly clock: Clock;
  },
): Promise<Transport> {
  const { identity, trust, clock } = options;
  const late = new AbortController();
  const limit = clock.timer({
    name: `dialling ${target.host}:${target.port}${target.path}`,
    after: HANDSHAKE_LIMIT,
    fire: () => late.abort(lost({ target, why: 'no answer in time' })),
  });
  const signal = AbortSignal.any([options.signal, late.signal]);
  try {
    signal.throwIfAborted();
    const socket = await dialTls(target, { context: secureContext(identity), signal });
    try {
      const peer = recognise(socket, trust);
      if (peer === null) throw refused('shows no certificate', target);
      judge(peer, { target, trust });
      return await dialWebSocket(socket, { target, peer, signal, clock });
    } catch (thrown) {
      socket.destroy();
      throw thrown;
    }
  } catch (thrown) {
    throw faultFrom(thrown, { code: 'link-lost', message: `no link to ${target.host}:${target.port}` });
  } finally {
    limit.cancel();
  }
}

/** Whether it is who was dialled: the expected key, or, where none is expected, the site's manager. */
function judge(peer: PeerIdentity, { target, trust }: { readonly target: DialTarget; readonly trust: Trust }): void {
  if (target.expect !== null) {
    if (peer.fingerprint !== target.expect) throw refused('holds another key', target);
    return;
  }
  const anyone = trust.authority === null && trust.authorityPrefix === null;
  if (!anyone && peer.role !== 'manager') throw refused('is not the manager of this site', target);
}

function dialTls(
  target: DialTarget,
  { context, signal }: { readonly context: SecureContextOptions; readonly signal: AbortSignal },
): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const { host, port } = target;
    const socket = connect({ ...context, host, port, rejectUnauthorized: false });
    const abort = () => {
      socket.destroy();
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    const fail = (cause: Error) => {
      signal.removeEventListener('abort', abort);
      reject(lost({ target, why: cause.message, cause }));
    };
    socket.setNoDelay(true);
    socket.once('error', fail);
    socket.once('secureConnect', () => {
      signal.removeEventListener('abort', abort);
      socket.off('error', fail);
      resolve(socket);
    });
  });
}

function dialWebSocket(
  socket: TLSSocket,
  options: {
    readonly target: DialTarget;
    readonly peer: PeerIdentity;
    readonly signal: AbortSignal;
    readonly clock: Clock;
  },
): Promise<Transport> {
  const { target, peer, signal, clock } = options;
  return new Promise((resolve, reject) => {
    const host = target.host.includes(':') ? `[${target.host}]` : target.host;
    const webSocket = new WebSocket(`ws://${host}:${target.port}${target.path}`, {
      ...SOCKET_OPTIONS,
      // The connection is already there, and its holder known, before the first byte is said.
      createConnection: () => socket,
      maxPayload: target.frameMax,
    });
    const abort = () => {
      webSocket.terminate();
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    const fail = (cause: Error) => {
      signal.removeEventListener('abort', abort);
      reject(lost({ target, why: cause.message, cause }));
    };
    webSocket.on('error', fail);
    webSocket.once('open', () => {
      signal.removeEventListener('abort', abort);
      const transport = new WebSocketTransport({ socket: webSocket, stream: socket, peer, clock });
      webSocket.off('error', fail);
      resolve(transport);
    });
  });
}

function lost({ target, why, cause }: { readonly target: DialTarget; readonly why: string; readonly cause?: unknown }) {
  const { host, port, path } = target;
  return new Fault({
    code: 'link-lost',
    message: `${host}:${port}${path}: ${why}`,
    context: { host, port, path },
    cause,
  });
}

const refused = (why: string, { host, port, path }: DialTarget): Fault =>
  new Fault({ code: 'peer-unauthorised', message: `${host}:${port} ${why}`, context: { host, port, path } });
