import type { ConsoleInput, ConsoleOutput } from '@seatmatrix/protocol/domain';
import { milliseconds, retryDelays, seconds, systemRandom } from '@seatmatrix/protocol/kernel';
import { decodeConsoleOutput, encodeConsoleInput } from '@seatmatrix/protocol/wire';
import { socketUrl } from '../page/socket-url.ts';

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

/** Short: somebody sits before it and waits. */
const RETRY = { base: milliseconds(500), cap: seconds(3) };

/**
 * More than this unsent means that the network stands still: keys typed into it would arrive all at once, much later.
 */
const UNSENT_MAX = 16 * 1024;

/** The socket of one receiver's console. Comes back by itself; what is typed while it is away is dropped. */
export function openReceiverSocket(id: string, listener: ReceiverSocketListener): ReceiverSocket {
  let socket: WebSocket | null = null;
  let closed = false;
  let delays = retryDelays(RETRY, systemRandom);
  let timer = 0;

  const open = () => {
    const opened = new WebSocket(socketUrl(`/console/socket/${id}`));
    opened.binaryType = 'arraybuffer';
    let heard = false;
    opened.addEventListener('message', ({ data }) => {
      // The manager takes the socket before it has reached the receiver.
      if (!heard) {
        heard = true;
        delays = retryDelays(RETRY, systemRandom);
        listener.state('open');
      }
      if (data instanceof ArrayBuffer) listener.output(decodeConsoleOutput(new Uint8Array(data)));
    });
    opened.addEventListener('close', ({ code }) => {
      socket = null;
      listener.state(code === TRY_AGAIN_LATER ? 'no-console' : 'lost');
      if (closed) return;
      timer = window.setTimeout(open, delays.next().value);
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
