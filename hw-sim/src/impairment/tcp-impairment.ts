import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { type Clock, milliseconds, type Timer } from '@seatmatrix/protocol/kernel';
import type { Place } from './udp-impairment.ts';

/** Held back for one direction of one connection; beyond it the sender is made to wait, as a full TCP window does. */
const HELD_MAX = 1024 * 1024;

/**
 * A bad network in front of one TCP port, on real sockets. TCP hides losses, so what a program sees of them is time:
 * `delay`, a `stall` (nothing arrives, nobody is told, everything comes afterwards) and a `cut` (connections end, and
 * none is taken until `heal`).
 */
export class TcpImpairment implements AsyncDisposable {
  readonly place: Place;
  readonly #server: Server;
  readonly #target: Place;
  readonly #clock: Clock;
  readonly #pipes = new Set<ImpairedPipe>();
  #delayMs = 0;
  #stalled = false;
  #cut = false;

  /** Listens at a free port of `host` (127.0.0.1), or at `port`. */
  static async open(options: {
    readonly target: Place;
    readonly clock: Clock;
    readonly host?: string;
    readonly port?: number;
  }): Promise<TcpImpairment> {
    // A half-closed connection must stay one.
    const server = createServer({ allowHalfOpen: true });
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1');
    await once(server, 'listening');
    return new TcpImpairment(server, options);
  }

  private constructor(server: Server, options: { target: Place; clock: Clock }) {
    this.#server = server;
    this.#target = options.target;
    this.#clock = options.clock;
    const address = server.address();
    this.place = {
      host: address !== null && typeof address === 'object' ? address.address : '127.0.0.1',
      port: address !== null && typeof address === 'object' ? address.port : 0,
    };
    server.on('connection', (client) => this.#accept(client));
  }

  get connections(): number {
    return this.#pipes.size / 2;
  }

  /** For what comes from now on; the order is kept. */
  delay(delayMs: number): void {
    this.#delayMs = delayMs;
  }

  /** Nothing arrives any more, either way, on connections that are and that come. */
  stall(): void {
    this.#stalled = true;
  }

  /** Ends a stall: all that was said meanwhile arrives. */
  resume(): void {
    this.#stalled = false;
    for (const pipe of this.#pipes) pipe.pump();
  }

  /** Ends every connection at once, both ends by a reset, and takes no other. */
  cut(): void {
    this.#cut = true;
    for (const pipe of [...this.#pipes]) pipe.reset();
  }

  heal(): void {
    this.#cut = false;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.cut();
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    await closed;
  }

  #accept(client: Socket): void {
    if (this.#cut) {
      client.resetAndDestroy();
      return;
    }
    const target = connect({ ...this.#target, allowHalfOpen: true });
    for (const socket of [client, target]) socket.setNoDelay(true);
    const delivery = { clock: this.#clock, delayMs: () => this.#delayMs, stalled: () => this.#stalled };
    const pipes = [
      new ImpairedPipe({ from: client, to: target, ...delivery }),
      new ImpairedPipe({ from: target, to: client, ...delivery }),
    ];
    for (const pipe of pipes) this.#pipes.add(pipe);
    const gone = () => {
      for (const pipe of pipes) {
        this.#pipes.delete(pipe);
        pipe.reset();
      }
    };
    for (const socket of [client, target]) {
      // A reset of one end is one of the other; an end in order has gone through the pipe before.
      socket.on('error', gone);
      socket.on('close', () => {
        if (client.destroyed && target.destroyed) gone();
      });
    }
  }
}

interface Held {
  /** Null: the end of the stream. */
  readonly bytes: Uint8Array | null;
  readonly due: number;
}

interface PipeOptions {
  readonly from: Socket;
  readonly to: Socket;
  readonly clock: Clock;
  readonly delayMs: () => number;
  readonly stalled: () => boolean;
}

/** One direction of one connection. */
class ImpairedPipe {
  readonly #options: PipeOptions;
  readonly #held: Held[] = [];
  #size = 0;
  #timer: Timer | null = null;

  constructor(options: PipeOptions) {
    this.#options = options;
    const { from, to } = options;
    from.on('data', (bytes) => this.#hold(typeof bytes === 'string' ? Buffer.from(bytes) : bytes));
    from.on('end', () => this.#hold(null));
    to.on('drain', () => this.pump());
  }

  reset(): void {
    this.#timer?.cancel();
    this.#held.length = 0;
    for (const socket of [this.#options.from, this.#options.to]) if (!socket.destroyed) socket.resetAndDestroy();
  }

  /** Hands on what is due. */
  pump(): void {
    const { to, from, clock, stalled } = this.#options;
    this.#timer?.cancel();
    this.#timer = null;
    for (let [next] = this.#held; next !== undefined && !stalled() && !to.writableNeedDrain; [next] = this.#held) {
      const wait = next.due - clock.now();
      if (wait > 0) {
        this.#timer = clock.timer({ name: 'bytes on their way', after: milliseconds(wait), fire: () => this.pump() });
        return;
      }
      this.#held.shift();
      this.#size -= next.bytes?.length ?? 0;
      if (next.bytes === null) to.end();
      else to.write(next.bytes);
    }
    if (this.#size < HELD_MAX && from.isPaused()) from.resume();
  }

  #hold(bytes: Uint8Array | null): void {
    const { from, clock, delayMs } = this.#options;
    const due = Math.max(clock.now() + delayMs(), this.#held.at(-1)?.due ?? 0);
    this.#held.push({ bytes, due });
    this.#size += bytes?.length ?? 0;
    if (this.#size >= HELD_MAX) from.pause();
    if (this.#timer === null) this.pump();
  }
}
