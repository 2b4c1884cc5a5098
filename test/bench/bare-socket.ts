import { once } from 'node:events';
import { createServer } from 'node:https';
import type { TlsIdentity } from '@seatmatrix/protocol/link';
import { type RawData, WebSocket, WebSocketServer } from 'ws';

/** WebSockets over mutual TLS 1.3 with nothing else: no envelope, no heartbeat, no checks. What the rest is compared with. */
export interface BareListener extends AsyncDisposable {
  readonly port: number;
}

export interface BareIdentity {
  /** PEM. */
  readonly key: string;
  readonly certificate: string;
}

export const bareIdentityOf = ({ key, certificate }: TlsIdentity): BareIdentity => ({ key: key.reveal(), certificate });

export async function listenBare(
  { key, certificate }: BareIdentity,
  accept: (socket: WebSocket) => void,
): Promise<BareListener> {
  const server = createServer({
    ...{ key, cert: certificate, minVersion: 'TLSv1.3', noDelay: true },
    ...{ requestCert: true, rejectUnauthorized: false },
  });
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  sockets.on('connection', accept);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.clients) socket.terminate();
      server.close();
      await once(server, 'close');
    },
  };
}

export async function dialBare(port: number, { key, certificate }: BareIdentity): Promise<WebSocket> {
  const socket = new WebSocket(`wss://127.0.0.1:${port}/`, {
    ...{ key, cert: certificate, minVersion: 'TLSv1.3' },
    ...{ rejectUnauthorized: false, perMessageDeflate: false },
  });
  await once(socket, 'open');
  return socket;
}

export const isBytes = (data: RawData): data is Buffer => data instanceof Uint8Array;
