import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { type Duplex, duplexPair } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { type Random, seconds, silentLog } from '@seatmatrix/protocol/kernel';
import { serveControl } from '@seatmatrix/protocol/link';
import { arbitraryBoxFrame, VirtualClock } from '@seatmatrix/protocol/testing';
import { CONTROL_FRAME_MAX, encodeBoxFrame } from '@seatmatrix/protocol/wire';
import { WebSocketServer } from 'ws';
import { HOST, ORIGIN, startApp } from '../../../manager-server/src/api/sample-app.ts';
import { SOCKET_OPTIONS } from '../../../protocol/src/link/tls-context.ts';
import { WebSocketTransport } from '../../../protocol/src/link/websocket-transport.ts';
import { samplesOf } from './bytes-target.ts';
import { type FuzzShare, openTarget } from './fuzz-target.ts';
import { below, mutated } from './mutation.ts';

/** Turns of the event loop in which a server that works has read what was written and said what it has to say. */
const TURNS = 6;

const text = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(`${lines.join('\r\n')}\r\n\r\n`);

const upgradeLines = [
  `Host: ${HOST}`,
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  `Origin: ${ORIGIN}`,
];

/** The first bytes on a connection to the pages' listener, up to and behind the upgrade. */
export const upgradeTarget: FuzzShare = {
  weight: 2,
  async open() {
    const site = await startApp();
    const http = site.app.server.server;
    const cookie = `Cookie: ${site.cookie()}`;
    const samples = [
      text(['GET /api/events HTTP/1.1', ...upgradeLines, cookie]),
      text(['GET /console/socket/5001 HTTP/1.1', ...upgradeLines, cookie]),
      text(['GET /control HTTP/1.1', ...upgradeLines]),
      text(['POST /api/session HTTP/1.1', `Host: ${HOST}`, 'Content-Type: application/json', 'Content-Length: 2']),
      text(['GET /healthz HTTP/1.1', `Host: ${HOST}`]),
    ];
    return openTarget<Uint8Array>({
      name: 'upgrades',
      make: (random) => mutated(samples, random),
      async take(bytes) {
        const [near, far] = duplexPair();
        http.emit('connection', far);
        await play(near, [bytes]);
        far.destroy();
      },
      show: (bytes) => bytes.toHex(),
      [Symbol.asyncDispose]: () => site.app.close(),
    });
  },
};

/** WebSocket frames on a control link, before and behind its hello. */
export const frameTarget: FuzzShare = {
  weight: 3,
  async open() {
    const clock = new VirtualClock();
    const server = new WebSocketServer({
      ...SOCKET_OPTIONS,
      noServer: true,
      clientTracking: false,
      maxPayload: CONTROL_FRAME_MAX,
    });
    const frames = samplesOf(arbitraryBoxFrame, encodeBoxFrame).map((payload) => masked(0x82, payload));
    const samples = [
      ...frames,
      masked(0x88, Uint8Array.of(3, 232)),
      masked(0x89, Uint8Array.of(1)),
      masked(0x81, text(['x'])),
    ];
    return openTarget<readonly Uint8Array[]>({
      name: 'WebSocket frames',
      make: (random) => Array.from({ length: 1 + below(random, 3) }, () => chosen(samples, random)),
      async take(parts) {
        const [near, far] = duplexPair();
        server.handleUpgrade(upgradeRequest, far, Buffer.alloc(0), (socket) => {
          const peer = { fingerprint: 'f', standing: 'stranger', role: null, address: '' } as never;
          const transport = new WebSocketTransport({ socket, stream: far, peer, clock });
          serveControl({ transport, clock, log: silentLog, handler: quiet });
        });
        await play(near, parts);
        far.destroy();
        await clock.advance(seconds(4));
      },
      show: (parts) => parts.map((part) => part.toHex()).join(' '),
      [Symbol.asyncDispose]: async () => server.close(),
    });
  },
};

const chosen = (samples: readonly Uint8Array[], random: Random): Uint8Array =>
  random() < 0.2 ? (samples[below(random, samples.length)] ?? new Uint8Array()) : mutated(samples, random);

const quiet = {
  hello: () => undefined,
  request: () => Promise.reject(new Error('unreached')),
  notice: () => undefined,
  lost: () => undefined,
};

/** What handleUpgrade reads of a request. */
const upgradeRequest = {
  method: 'GET',
  url: '/control',
  headers: {
    connection: 'upgrade',
    upgrade: 'websocket',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'sec-websocket-version': '13',
  },
} as IncomingMessage;

async function play(near: Duplex, parts: readonly Uint8Array[]): Promise<void> {
  let ended = false;
  near.on('error', () => undefined);
  near.on('data', () => undefined);
  near.once('close', () => {
    ended = true;
  });
  for (const part of parts) if (!ended) near.write(part);
  for (let turns = 0; turns < TURNS && !ended; turns++) await turn();
  near.destroy();
  if (!ended) await once(near, 'close');
}

/** RFC 6455 §5.2, as a client sends it, masked with zeros. */
function masked(first: number, payload: Uint8Array): Uint8Array {
  const length =
    payload.length < 126 ? [0x80 | payload.length] : [0x80 | 126, payload.length >> 8, payload.length & 0xff];
  return Uint8Array.from([first, ...length, 0, 0, 0, 0, ...payload]);
}
