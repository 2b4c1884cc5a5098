import { type Clock, seconds } from '@seatmatrix/protocol/kernel';
import { CloseCode, type Closed } from '@seatmatrix/protocol/link';
import type { WebSocket } from 'ws';

/** A page that does not answer a close in this time is cut. */
const CLOSE_GRACE = seconds(2);

export interface PageSocketListener {
  frame(frame: Uint8Array): void;
  /** Everything sent so far has left this process. */
  drained?(): void;
  /** Exactly once; nothing after it. */
  closed(closed: Closed): void;
}

/** A WebSocket of a page. After `close` not one frame of the page comes through any more. */
export interface PageSocket {
  /** Bytes that a slow page makes us hold. */
  readonly buffered: number;
  send(data: string | Uint8Array): void;
  close(closed: Closed): void;
  listen(listener: PageSocketListener): void;
}

export function pageSocket(socket: WebSocket, clock: Clock): PageSocket {
  return new WsPageSocket(socket, clock);
}

class WsPageSocket implements PageSocket {
  readonly #socket: WebSocket;
  readonly #clock: Clock;
  #listener: PageSocketListener | null = null;
  #closing: Closed | null = null;

  constructor(socket: WebSocket, clock: Clock) {
    this.#socket = socket;
    this.#clock = clock;
    socket.binaryType = 'nodebuffer';
  }

  get buffered(): number {
    return this.#socket.bufferedAmount;
  }

  send(data: string | Uint8Array): void {
    if (this.#closing !== null || this.#socket.readyState !== this.#socket.OPEN) return;
    // An error here is the connection's end, which `closed` tells.
    this.#socket.send(data, (error) => {
      if (error === undefined || error === null) this.#listener?.drained?.();
    });
  }

  close(closed: Closed): void {
    if (this.#closing !== null) return;
    this.#closing = closed;
    this.#socket.close(closed.code, closed.reason);
    const timer = this.#clock.timer({
      name: 'a page answers a close',
      after: CLOSE_GRACE,
      fire: () => this.#socket.terminate(),
    });
    this.#socket.once('close', () => timer.cancel());
    // Told now: whoever listens lets go of what the page held, whether the page answers or not.
    this.#tellClosed(closed);
  }

  listen(listener: PageSocketListener): void {
    this.#listener = listener;
    this.#socket.on('message', (data, isBinary) => {
      if (this.#closing !== null) return;
      if (isBinary && Buffer.isBuffer(data)) listener.frame(data);
      else this.close({ code: CloseCode.malformed, reason: 'text is not spoken here' });
    });
    this.#socket.on('close', (code, reason) => this.#tellClosed({ code, reason: reason.toString() }));
    // What is wrong stands in the close that follows: ws closes by itself after an error.
    this.#socket.on('error', () => undefined);
  }

  #tellClosed(closed: Closed): void {
    const listener = this.#listener;
    this.#listener = null;
    this.#closing ??= closed;
    listener?.closed(closed);
  }
}
