import { once } from 'node:events';
import type { WebSocket } from 'ws';
import { type BareIdentity, dialBare, isBytes } from './bare-socket.ts';

/** Bytes of the frames of a connect, counted between these boxes and this manager; a transmitter's plan has 97 or 154. */
const FrameBytes = {
  command: 15,
  report: 27,
  attemptPlan: 944,
  routePlan: 644,
  transmitterPlan: 126,
  answer: 7,
} as const;

/** The first byte of each frame says what it stands for. */
const Kind = { echo: 0, command: 1, report: 2, plan: 3, answer: 4, planOfOther: 5 } as const;

const frame = (kind: number, length: number): Uint8Array => {
  const bytes = new Uint8Array(length);
  bytes[0] = kind;
  return bytes;
};

const frames = {
  echo: frame(Kind.echo, FrameBytes.command),
  echoAnswer: frame(Kind.answer, FrameBytes.answer),
  command: frame(Kind.command, FrameBytes.command),
  report: frame(Kind.report, FrameBytes.report),
  attemptPlan: frame(Kind.plan, FrameBytes.attemptPlan),
  routePlan: frame(Kind.plan, FrameBytes.routePlan),
  planOfOther: frame(Kind.planOfOther, FrameBytes.transmitterPlan),
  answer: frame(Kind.answer, FrameBytes.answer),
};

/**
 * The manager's side without a manager. Frames in and out are as many and as long as with one: a command is followed by
 * the plans of the receiver and of a transmitter; a report by the answer and the plans of the receiver and of the
 * transmitter that is left.
 */
export function acceptBare(): (socket: WebSocket) => void {
  const sockets: WebSocket[] = [];
  let turn = 0;
  const tellAnother = () => {
    turn = (turn + 1) % sockets.length;
    sockets[turn]?.send(frames.planOfOther);
  };
  return (socket) => {
    sockets.push(socket);
    socket.on('message', (data) => {
      const kind = isBytes(data) ? data[0] : undefined;
      if (kind === Kind.echo) socket.send(frames.echoAnswer);
      if (kind === Kind.command) {
        socket.send(frames.attemptPlan);
        tellAnother();
      }
      if (kind === Kind.report) {
        socket.send(frames.routePlan);
        tellAnother();
        socket.send(frames.answer);
      }
    });
  };
}

/** A box's side: one question at a time. */
export class BareBox implements AsyncDisposable {
  readonly #socket: WebSocket;
  #answered: () => void = () => undefined;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    let command = false;
    socket.on('message', (data) => {
      const kind = isBytes(data) ? data[0] : undefined;
      if (kind === Kind.answer) this.#answered();
      if (kind !== Kind.plan) return;
      // The first plan after a command has the attempt, the second the route.
      command = !command;
      if (command) socket.send(frames.report);
    });
  }

  static async dial(port: number, identity: BareIdentity): Promise<BareBox> {
    return new BareBox(await dialBare(port, identity));
  }

  /** One frame there and one back. Resolves with the milliseconds. */
  echo(): Promise<number> {
    return this.#ask(frames.echo);
  }

  /** The frames of a connect. Resolves with the milliseconds to the answer. */
  connect(): Promise<number> {
    return this.#ask(frames.command);
  }

  #ask(question: Uint8Array): Promise<number> {
    const started = performance.now();
    return new Promise((resolve) => {
      this.#answered = () => resolve(performance.now() - started);
      this.#socket.send(question);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#socket, 'close');
    this.#socket.terminate();
    await closed;
  }
}
