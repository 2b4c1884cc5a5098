import {
  CloseCode,
  type Closed,
  type PeerIdentity,
  sayableClose,
  type Transport,
  type TransportListener,
} from '../link/index.ts';
import type { MemoryPipe } from './memory-pipe.ts';

/** One end of a connection of the memory network. */
export class MemoryTransport implements Transport {
  readonly peer: PeerIdentity;
  readonly #out: MemoryPipe;
  readonly #frameMax: number;
  readonly #passes: (frame: Uint8Array) => boolean;
  readonly #ended: () => void;
  #other: MemoryTransport | null = null;
  #listener: TransportListener | null = null;
  #early: Uint8Array[] = [];
  #closed: Closed | null = null;

  constructor(options: {
    peer: PeerIdentity;
    out: MemoryPipe;
    /** Largest frame that this end takes. */
    frameMax: number;
    passes: (frame: Uint8Array) => boolean;
    ended: () => void;
  }) {
    this.peer = options.peer;
    this.#out = options.out;
    this.#frameMax = options.frameMax;
    this.#passes = options.passes;
    this.#ended = options.ended;
  }

  static join(one: MemoryTransport, other: MemoryTransport): void {
    one.#other = other;
    other.#other = one;
  }

  get buffered(): number {
    return this.#out.bytes;
  }

  get isClosed(): boolean {
    return this.#closed !== null;
  }

  send(frame: Uint8Array): void {
    if (this.#closed !== null || !this.#passes(frame)) return;
    // The sender may use its bytes again.
    const copy = new Uint8Array(frame);
    this.#out.push({ bytes: copy.length, deliver: () => this.#other?.receive(copy) });
  }

  close(wanted: Closed): void {
    if (this.#closed !== null) return;
    const closed = sayableClose(wanted);
    this.#out.push({ bytes: 0, deliver: () => this.#other?.end(closed) });
    this.end(closed);
  }

  listen(listener: TransportListener): void {
    this.#listener = listener;
    const early = this.#early;
    this.#early = [];
    for (const frame of early) if (this.#closed === null) listener.frame(frame);
    if (this.#closed !== null) queueMicrotask(() => this.#tell());
  }

  receive(frame: Uint8Array): void {
    if (this.#closed !== null) return;
    if (frame.length > this.#frameMax) {
      this.close({ code: CloseCode.oversized, reason: 'a frame is too long' });
    } else if (this.#listener === null) {
      this.#early.push(frame);
    } else {
      this.#listener.frame(frame);
    }
  }

  /** This end is over, and its listener told soon. The other end learns nothing. */
  end(closed: Closed): void {
    if (this.#closed !== null) return;
    this.#closed = closed;
    queueMicrotask(() => this.#tell());
    this.#ended();
  }

  #tell(): void {
    const listener = this.#listener;
    this.#listener = null;
    if (this.#closed !== null) listener?.closed(this.#closed);
  }
}
