import type { Closed, PeerIdentity, Transport, TransportListener } from '@seatmatrix/protocol/link';

/** One connection through a cable: while the cable is out, what goes either way waits, as TCP's segments do. */
export class CabledTransport implements Transport {
  readonly #transport: Transport;
  readonly #passes: () => boolean;
  readonly #gone: () => void;
  #listener: TransportListener | null = null;
  /** Came between the dial's end and `listen`, a turn of the loop later here than without a cable. */
  readonly #unheard: (() => void)[] = [];
  #cut = false;
  #closed = false;
  #waiting: (() => void)[] = [];
  #waitingBytes = 0;

  constructor({ transport, passes, gone }: { transport: Transport; passes: () => boolean; gone: () => void }) {
    this.#transport = transport;
    this.#passes = passes;
    this.#gone = gone;
    transport.listen({
      frame: (frame) =>
        this.#heard(() => {
          if (!this.#closed) this.#listener?.frame(frame);
        }),
      closed: (closed) =>
        this.#heard(() => {
          this.#gone();
          this.#end(closed);
        }),
    });
  }

  get peer(): PeerIdentity {
    return this.#transport.peer;
  }

  get buffered(): number {
    return this.#transport.buffered + this.#waitingBytes;
  }

  listen(listener: TransportListener): void {
    this.#listener = listener;
    for (const action of this.#unheard.splice(0)) this.whenPassing(action);
  }

  send(frame: Uint8Array): void {
    if (this.#closed || this.#cut) return;
    if (this.#passes() && this.#waiting.length === 0) {
      this.#transport.send(frame);
      return;
    }
    this.#waitingBytes += frame.length;
    this.whenPassing(() => {
      this.#waitingBytes -= frame.length;
      this.#transport.send(frame);
    });
  }

  close(closed: Closed): void {
    if (this.#closed || this.#cut) return;
    this.whenPassing(() => this.#transport.close(closed));
    // This side needs no cable to give up.
    if (!this.#passes()) this.#end(closed);
  }

  /** At once, or in order once the cable is back. Never after a cut. */
  whenPassing(action: () => void): void {
    if (this.#cut) return;
    if (this.#passes() && this.#waiting.length === 0) action();
    else this.#waiting.push(action);
  }

  resume(): void {
    while (this.#passes() && this.#waiting.length > 0) this.#waiting.shift()?.();
  }

  /** Power is gone at this end: it says nothing more and hears nothing more. */
  cut(): void {
    this.#cut = true;
    this.#waiting = [];
  }

  #heard(action: () => void): void {
    if (this.#listener === null) this.#unheard.push(action);
    else this.whenPassing(action);
  }

  #end(closed: Closed): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#listener?.closed(closed);
  }
}
