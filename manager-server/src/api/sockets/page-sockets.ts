import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Clock, type Log, seconds, type Timer } from '@seatmatrix/protocol/kernel';
import { CloseCode } from '@seatmatrix/protocol/link';
import { CONSOLE_INPUT_MAX, KEY_MAX } from '@seatmatrix/protocol/wire';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ApiTokens } from '../../people/api-tokens.ts';
import type { WebSessions } from '../../people/web-sessions.ts';
import type { Gatekeeper } from '../../policy/gatekeeper.ts';
import { type PageSocketPath, pageSocketPaths } from '../../policy/policy-table.ts';
import { DEVICES_MAX } from '../../previews/index.ts';
import type { SignedIn } from '../endpoint.ts';
import { PROBLEM_TYPE, type Problem, problem, problemBody, problemCatalogue } from '../problem.ts';
import { type PageSocket, pageSocket } from './page-socket.ts';

/** Pages and displays open at one time, by all administrators: each holds buffers on both sides. */
const SOCKETS_MAX = 1000;
/** What a page may say at once: a full view of devices, each key in quotes, and a little more. Elsewhere single reports. */
const SAID_MAX: Readonly<Partial<Record<PageSocketPath, number>>> = {
  '/api/previews': DEVICES_MAX * (KEY_MAX + 4) + 100,
};
/** A page whose machine went to sleep must give its keyboard back; two of these without an answer end it. */
const PING_EVERY = seconds(10);

export interface SocketRequest {
  /** What stands in the path where the pattern has `:name`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly signedIn: SignedIn;
  readonly from: string;
}

export type SocketHandler = (socket: PageSocket, request: SocketRequest) => void;

export interface PageSocketsOptions {
  readonly gatekeeper: Gatekeeper;
  readonly sessions: WebSessions;
  readonly tokens: ApiTokens;
  readonly clock: Clock;
  readonly log: Log;
  readonly handlers: Readonly<Record<PageSocketPath, SocketHandler>>;
}

interface Open {
  readonly page: PageSocket;
  /** The session or token that it was opened with. */
  readonly proof: string;
  readonly path: PageSocketPath;
  readonly signedIn: SignedIn;
  alive: boolean;
}

/** All WebSockets of the pages' listener: admitted by the policy table, ended with the session or token that opened them. */
export class PageSockets implements Disposable {
  readonly #options: PageSocketsOptions;
  readonly #servers = Object.fromEntries(
    pageSocketPaths.map((path) => [path, serverFor(SAID_MAX[path] ?? CONSOLE_INPUT_MAX)]),
  ) as Readonly<Record<PageSocketPath, WebSocketServer>>;
  readonly #open = new Map<WebSocket, Open>();
  readonly #stopListening: readonly (() => void)[];
  #ping: Timer | null = null;

  constructor(options: PageSocketsOptions) {
    this.#options = options;
    this.#stopListening = [
      options.sessions.onEnd((session) => this.#end(session)),
      options.tokens.onEnd((token) => this.#end(token)),
    ];
    this.#pingLater();
  }

  get size(): number {
    return this.#open.size;
  }

  attach(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      this.#upgrade(request, { socket, head });
    });
  }

  /** Ends what nobody could open any more, though he is signed in. */
  judgeAnew(): void {
    for (const { page, path, signedIn } of this.#open.values()) {
      if (this.#options.gatekeeper.admitsStill(path, signedIn)) continue;
      page.close({ code: CloseCode.unauthorised, reason: 'something is wanted of the account first' });
    }
  }

  [Symbol.dispose](): void {
    for (const stop of this.#stopListening) stop();
    this.#ping?.cancel();
    for (const { page } of this.#open.values()) {
      page.close({ code: CloseCode.goingAway, reason: 'the manager stops' });
    }
  }

  #upgrade(request: IncomingMessage, { socket, head }: { readonly socket: Duplex; readonly head: Buffer }): void {
    // A connection that breaks before it is a WebSocket has nobody to tell.
    socket.on('error', () => socket.destroy());
    const url = URL.parse(request.url ?? '', 'http://manager');
    const place = url === null ? null : placeOf(url.pathname);
    if (url === null || place === null) {
      refuse(socket, problem('not-found'));
      return;
    }
    const admission = this.#options.gatekeeper.admitSocket(place.path, request);
    if (!admission.admitted) {
      refuse(socket, problem(admission.refusal));
      return;
    }
    const { signedIn } = admission;
    if (signedIn === null || this.#open.size >= SOCKETS_MAX) {
      refuse(socket, problem('forbidden', { detail: 'too many pages are open' }));
      return;
    }
    const from = request.socket.remoteAddress ?? '';
    this.#servers[place.path].handleUpgrade(request, socket, head, (opened) => {
      this.#serve(opened, { ...place, query: url.searchParams, signedIn, from });
    });
  }

  #serve(socket: WebSocket, { path, ...request }: SocketRequest & { readonly path: PageSocketPath }): void {
    const page = pageSocket(socket, this.#options.clock);
    const { signedIn } = request;
    const proof = signedIn.by.type === 'session' ? signedIn.by.session.id : signedIn.by.token.id;
    const open: Open = { page, proof, path, signedIn, alive: true };
    this.#open.set(socket, open);
    socket.on('pong', () => {
      open.alive = true;
    });
    socket.once('close', () => this.#open.delete(socket));
    this.#options.handlers[path](page, request);
  }

  #end(proof: string): void {
    for (const { page, proof: of } of this.#open.values()) {
      if (of === proof) page.close({ code: CloseCode.unauthorised, reason: 'signed out' });
    }
  }

  #pingLater(): void {
    this.#ping = this.#options.clock.timer({
      name: 'pages are alive',
      after: PING_EVERY,
      fire: () => {
        for (const [socket, open] of this.#open) {
          if (!open.alive) socket.terminate();
          open.alive = false;
          socket.ping();
        }
        this.#pingLater();
      },
    });
  }
}

const serverFor = (maxPayload: number): WebSocketServer =>
  new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false });

function placeOf(pathname: string): { readonly path: PageSocketPath; readonly params: Record<string, string> } | null {
  const given = pathname.split('/');
  for (const path of pageSocketPaths) {
    const wanted = path.split('/');
    if (wanted.length !== given.length) continue;
    const params: Record<string, string> = {};
    const matches = wanted.every((segment, index) => {
      const text = given[index] ?? '';
      if (!segment.startsWith(':')) return segment === text;
      params[segment.slice(1)] = text;
      return text !== '';
    });
    if (matches) return { path, params };
  }
  return null;
}

/** A plain HTTP answer in place of the upgrade. */
function refuse(socket: Duplex, refused: Problem): void {
  const { status, title } = problemCatalogue[refused.problem];
  const body = JSON.stringify(problemBody(refused));
  socket.end(
    [
      `HTTP/1.1 ${status} ${title}`,
      'Connection: close',
      `Content-Type: ${PROBLEM_TYPE}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  );
}
