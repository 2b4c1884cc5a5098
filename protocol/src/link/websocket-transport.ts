import type { Writable } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { type Clock, seconds } from '../kernel/index.ts';
import { sayableClose } from './sayable-close.ts';
import { CloseCode, type Closed, type PeerIdentity, type Transport, type TransportListener } from './transport.ts';

/** How long the other side may take to answer a close before the connection is cut. */
const CLOSE_LIMIT = seconds(1);

const CUT: Closed = { code: 1006, reason: 'the connection broke' };

/** A WebSocket as frames. Made in the turn in which the socket opened, so that nothing is missed. */
export class WebSocketTransport implements Transport {
  readonly peer: PeerIdentity;
  readonly #socket: WebSocket;
  readonly #stream: Writable;
  readonly #clock: Clock;
  #listener: TransportListener | null = null;
  #early: Uint8Array[] = [];
  #closed: Closed | null = null;
  #gathers = false;

  constructor({
    socket,
    stream,
    peer,
    clock,
  }: {
    readonly socket: WebSocket;
    /** What the socket writes to. */
    readonly stream: Writable;
    readonly peer: PeerIdentity;
    readonly clock: Clock;
  }) {
    this.peer = peer;
    this.#socket = socket;
    this.#stream = stream;
    this.#clock = clock;
    socket.on('message', (data, isBinary) => this.#message(data, isBinary));
    socket.on('error', (error) => this.#broken(error));
    socket.on('close', (code, reason) => this.#end(code === CUT.code ? CUT : { code, reason: reason.toString() }));
  }

  get buffered(): number {
    return this.#socket.bufferedAmount;
  }

  send(frame: Uint8Array): void {
    if (this.#closed !== null) return;
    this.#gather();
    this.#socket.send(frame);
  }

  close(wanted: Closed): void {
    if (this.#closed !== null) return;
    const closed = sayableClose(wanted);
    this.#closed = closed;
    this.#hangUp(closed);
    queueMicrotask(() => this.#tell(closed));
  }

  listen(listener: TransportListener): void {
    this.#listener = listener;
    const early = this.#early;
    this.#early = [];
    for (const frame of early) if (this.#closed === null) listener.frame(frame);
    if (this.#closed !== null) queueMicrotask(() => this.#tell(this.#closed ?? CUT));
  }

  /** What is sent in one turn goes in one write: a system call costs more than all else that a small frame costs. */
  #gather(): void {
    if (this.#gathers) return;
    this.#gathers = true;
    this.#stream.cork();
    process.nextTick(() => {
      this.#gathers = false;
      this.#stream.uncork();
    });
  }

  #message(data: RawData, isBinary: boolean): void {
    if (this.#closed !== null) return;
    if (!isBinary || !(data instanceof Uint8Array)) {
      this.#end({ code: CloseCode.malformed, reason: 'not a binary message' });
      this.#hangUp({ code: CloseCode.malformed, reason: 'not a binary message' });
      return;
    }
    // Between the opening and listen() only promises run, but frames in the opening's own packet are already there.
    if (this.#listener === null) this.#early.push(data);
    else this.#listener.frame(data);
  }

  /** ws has answered a frame that breaks the protocol with a close of its own. */
  #broken(error: Error): void {
    const code = 'code' in error ? error.code : null;
    if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') {
      this.#end({ code: CloseCode.oversized, reason: 'a frame is too long' });
    } else if (typeof code === 'string' && code.startsWith('WS_ERR_')) {
      this.#end({ code: CloseCode.malformed, reason: error.message });
    } else {
      this.#end({ code: CUT.code, reason: error.message });
    }
    this.#cutLater();
  }

  #end(closed: Closed): void {
    if (this.#closed !== null) return;
    this.#closed = closed;
    this.#tell(closed);
  }

  #tell(closed: Closed): void {
    const listener = this.#listener;
    this.#listener = null;
    listener?.closed(closed);
  }

  #hangUp({ code, reason }: Closed): void {
    this.#socket.close(code, reason);
    this.#cutLater();
  }

  #cutLater(): void {
    if (this.#socket.readyState === this.#socket.CLOSED) return;
    const timer = this.#clock.timer({
      name: 'close of a connection',
      after: CLOSE_LIMIT,
      fire: () => this.#socket.terminate(),
    });
    this.#socket.once('close', () => timer.cancel());
  }
}
