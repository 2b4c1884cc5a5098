import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { type Clock, milliseconds, type Random } from '@seatmatrix/protocol/kernel';
import { ImpairedPath, type PathFaults } from './impaired-path.ts';

export interface Place {
  readonly host: string;
  readonly port: number;
}

export type Direction = 'to-target' | 'from-target' | 'both';

/** More programs than a test has; a flood of source ports must not become as many sockets. */
const CLIENTS_MAX = 256;

/** As large as those that it stands between. */
const SOCKET_BUFFER = 4 * 1024 * 1024;

/**
 * A bad network in front of one UDP port, on real sockets: what comes to `place` goes on to the target, and the
 * target's answers come back to whoever it was, from `place`. The target sees each client at a port of its own.
 */
export class UdpImpairment implements AsyncDisposable {
  readonly place: Place;
  readonly #front: Socket;
  readonly #target: Place;
  readonly #clock: Clock;
  readonly #toTarget: ImpairedPath;
  readonly #fromTarget: ImpairedPath;
  readonly #clients = new Map<string, Promise<Socket>>();
  #forwarded = 0;
  #lost = 0;
  #closed = false;

  /** Listens at a free port of `host` (127.0.0.1), or at `port`. */
  static async open(options: {
    readonly target: Place;
    readonly clock: Clock;
    readonly random: Random;
    readonly host?: string;
    readonly port?: number;
  }): Promise<UdpImpairment> {
    const front = await bound({ host: options.host ?? '127.0.0.1', port: options.port ?? 0 });
    return new UdpImpairment(front, options);
  }

  private constructor(front: Socket, options: { target: Place; clock: Clock; random: Random }) {
    this.#front = front;
    this.#target = options.target;
    this.#clock = options.clock;
    this.#toTarget = new ImpairedPath(options.random);
    this.#fromTarget = new ImpairedPath(options.random);
    const { address, port } = front.address();
    this.place = { host: address, port };
    front.on('message', (bytes, from) => this.#pass(this.#toTarget, bytes, () => this.#send(bytes, from)));
  }

  /** Datagrams that went on, copies among them, and those that were lost here. */
  get figures(): { readonly forwarded: number; readonly lost: number } {
    return { forwarded: this.#forwarded, lost: this.#lost };
  }

  /** From now on, for datagrams that come from now on. What is not named stays as it is. */
  impair(direction: Direction, faults: Partial<PathFaults>): void {
    if (direction !== 'from-target') this.#toTarget.impair(faults);
    if (direction !== 'to-target') this.#fromTarget.impair(faults);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const clients = await Promise.all(this.#clients.values());
    for (const socket of [this.#front, ...clients]) {
      const closed = once(socket, 'close');
      socket.close();
      await closed;
    }
  }

  #pass(path: ImpairedPath, bytes: Uint8Array, arrive: () => void): void {
    const arrivals = path.arrivals(bytes.length, this.#clock.now());
    if (arrivals.length === 0) this.#lost++;
    for (const wait of arrivals) {
      const fire = () => {
        if (this.#closed) return;
        this.#forwarded++;
        arrive();
      };
      // A timer waits a millisecond at least.
      if (wait <= 0) fire();
      else this.#clock.timer({ name: 'datagram', after: milliseconds(wait), fire });
    }
  }

  async #send(bytes: Uint8Array, from: { readonly address: string; readonly port: number }): Promise<void> {
    const key = `${from.address}:${from.port}`;
    if (!this.#clients.has(key) && this.#clients.size >= CLIENTS_MAX) return;
    const opening = this.#clients.get(key) ?? this.#client(from);
    this.#clients.set(key, opening);
    const socket = await opening;
    if (!this.#closed) socket.send(bytes, this.#target.port, this.#target.host, ignored);
  }

  async #client(from: { readonly address: string; readonly port: number }): Promise<Socket> {
    const socket = await bound({ host: this.place.host, port: 0 });
    socket.on('message', (bytes) => {
      this.#pass(this.#fromTarget, bytes, () => this.#front.send(bytes, from.port, from.address, ignored));
    });
    return socket;
  }
}

/** A bad network tells nobody. With a callback, node:dgram emits no error for what could not be sent. */
const ignored = (): void => undefined;

async function bound({ host, port }: Place): Promise<Socket> {
  const socket = createSocket({ type: 'udp4', recvBufferSize: SOCKET_BUFFER, sendBufferSize: SOCKET_BUFFER });
  const listening = once(socket, 'listening');
  socket.bind(port, host);
  await listening;
  return socket;
}
