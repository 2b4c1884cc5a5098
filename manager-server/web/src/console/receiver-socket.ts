import type { ConsoleInput, ConsoleOutput } from '@seatmatrix/protocol/domain';
import { decodeConsoleOutput, encodeConsoleInput } from '@seatmatrix/protocol/wire';

export interface ReceiverSocket {
  send(input: ConsoleInput): void;
  close(): void;
}

export interface ReceiverSocketListener {
  output(output: ConsoleOutput): void;
  state(state: 'open' | 'lost'): void;
}

/** Full jitter between 0 and a limit that doubles from 0.5 s to 8 s. */
const RETRY_BASE = 500;
const RETRY_CAP = 8000;

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
    opened.addEventListener('open', () => {
      limit = RETRY_BASE;
      listener.state('open');
    });
    opened.addEventListener('message', ({ data }) => {
      if (data instanceof ArrayBuffer) listener.output(decodeConsoleOutput(new Uint8Array(data)));
    });
    opened.addEventListener('close', () => {
      socket = null;
      listener.state('lost');
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
