import type { ConsoleInput, ConsoleOutput } from '@seatmatrix/protocol/domain';
import { decodeConsoleOutput, encodeConsoleInput } from '@seatmatrix/protocol/wire';

export interface ReceiverSocket {
  send(input: ConsoleInput): void;
  close(): void;
}

export interface ReceiverSocketListener {
  output(output: ConsoleOutput): void;
  state(state: ConsoleState): void;
}

/** `lost`: the manager does not answer. `no-console`: it does, and the receiver is offline or has no console. */
export type ConsoleState = 'open' | 'lost' | 'no-console';

/** The manager's close code (RFC 6455 registry: try again later) for a receiver that it cannot reach. */
const TRY_AGAIN_LATER = 1013;

/** Full jitter between 0 and a limit that doubles from 0.5 s to 3 s: somebody sits before it and waits. */
const RETRY_BASE = 500;
const RETRY_CAP = 3000;

/**
 * More than this unsent means that the network stands still: keys typed into it would arrive all at once, much later.
 */
const UNSENT_MAX = 16 * 1024;

/** The socket of one receiver's console. Comes back by itself; what is typed while it is away is dropped. */
export function openReceiverSocket(id: string, listener: ReceiverSocketListener): ReceiverSocket {
  let socket: WebSocket | null = null;
  let closed = false;
  let limit = RETRY_BASE;
  let timer = 0;

  const open = () => {
    const url = new URL(`/console/socket/${id}`, location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const opened = new WebSocket(url);
    opened.binaryType = 'arraybuffer';
    let heard = false;
    opened.addEventListener('message', ({ data }) => {
      // The manager takes the socket before it has reached the receiver.
      if (!heard) listener.state('open');
      heard = true;
      limit = RETRY_BASE;
      if (data instanceof ArrayBuffer) listener.output(decodeConsoleOutput(new Uint8Array(data)));
    });
    opened.addEventListener('close', ({ code }) => {
      socket = null;
      listener.state(code === TRY_AGAIN_LATER ? 'no-console' : 'lost');
      if (closed) return;
      timer = window.setTimeout(open, Math.random() * limit);
      limit = Math.min(limit * 2, RETRY_CAP);
    });
    socket = opened;
  };
  open();

  return {
    send(input) {
      if (socket === null || socket.readyState !== WebSocket.OPEN || socket.bufferedAmount > UNSENT_MAX) return;
      socket.send(new Uint8Array(encodeConsoleInput(input)));
    },
    close() {
      closed = true;
      window.clearTimeout(timer);
      socket?.close();
    },
  };
}
