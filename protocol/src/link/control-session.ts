import {
  type BoxAnswer,
  type BoxNotice,
  type BoxRequest,
  type Hello,
  type ManagerNotice,
  PROTOCOL_VERSION,
} from '../domain/index.ts';
import { after, type Clock, type Duration, Fault, type Instant, type Log, seconds } from '../kernel/index.ts';
import { decodeBoxFrame, encodeManagerFrame, type ManagerContent, PING } from '../wire/index.ts';
import { closeOf } from './close-of-fault.ts';
import { CONTROL_PACE, runHeartbeat } from './heartbeat.ts';
import { CloseCode, type Closed, type PeerIdentity, type Transport } from './transport.ts';

/** A box that says nothing after it connected holds a place for so long. */
export const HELLO_LIMIT: Duration = seconds(3);

/** What a box that does not read may make the manager hold: 64 of the largest frames. */
export const SESSION_BUFFER_MAX = 4 * 1024 * 1024;

/** Requests of one box that are in work at once: one operator has one menu, and asks one thing. */
export const REQUESTS_MAX = 64;

/** One box's connection, from its hello on. */
export interface ControlSession {
  readonly peer: PeerIdentity;
  readonly hello: Hello;
  /** Never throws; dropped after the close. */
  notify(notice: ManagerNotice): void;
  close(closed: Closed): void;
  readonly buffered: number;
}

/** What the manager does with boxes. A method that throws ends the connection that it was called for, and no other. */
export interface ControlHandler {
  /** The first frame. Answered by session.notify(welcome), at once or later, or by closing. */
  hello(session: ControlSession): void;
  /** A Fault that it rejects with is the answer; anything else ends the connection. */
  request(request: BoxRequest, session: ControlSession, deadline: Instant): Promise<BoxAnswer>;
  notice(notice: BoxNotice, session: ControlSession): void;
  /** Once for every connection, null when it ended before its hello. */
  lost(session: ControlSession | null, closed: Closed): void;
}

export interface ServeControlOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  /** Whoever can connect can make it write: the manager hands in one that limitLog bounds. */
  readonly log: Log;
  readonly handler: ControlHandler;
}

/** Serves one box's control link. Call it in the turn in which the transport was accepted. */
export function serveControl(options: ServeControlOptions): void {
  const { transport, clock, log, handler } = options;
  let session: ControlSession | null = null;
  let nextId = 1;
  let inWork = 0;
  let open = true;

  const heartbeat = runHeartbeat({
    pace: CONTROL_PACE,
    clock,
    name: `box link ${transport.peer.address}: heartbeat`,
    ping: () => send({ replyTo: null, message: PING }),
    silent: () => end({ code: CloseCode.silent, reason: 'silent' }),
  });
  const helloTimer = clock.timer({
    name: `box link ${transport.peer.address}: hello`,
    after: HELLO_LIMIT,
    fire: () => end({ code: CloseCode.helloExpected, reason: 'no hello' }),
  });

  transport.listen({
    frame: (bytes) => {
      if (!open) return;
      heartbeat.heard();
      guard(() => receive(bytes));
    },
    closed: ended,
  });

  function receive(bytes: Uint8Array): void {
    const frame = readOrAnswer(bytes);
    if (frame === null || frame.message.type === 'ping') return;
    if (frame.message.type === 'hello') greet(frame.message);
    else if (session === null)
      throw new Fault({ code: 'hello-expected', message: `${frame.message.type} before the hello` });
    else if (frame.deadline === null) handler.notice(frame.message, session);
    else void work({ id: frame.id, request: frame.message, deadline: frame.deadline, session });
  }

  /** A request of a kind that this version does not know is answered; anything else unknown ends the connection. */
  function readOrAnswer(bytes: Uint8Array): ReturnType<typeof decodeBoxFrame> | null {
    try {
      return decodeBoxFrame(bytes);
    } catch (thrown) {
      if (!(thrown instanceof Fault) || thrown.context.request !== true || session === null) throw thrown;
      answer(Number(thrown.context.id), { type: 'fault', code: thrown.code, message: thrown.message });
      return null;
    }
  }

  function greet(hello: Hello): void {
    if (session !== null) throw new Fault({ code: 'frame-malformed', message: 'a second hello' });
    helloTimer.cancel();
    const { oldest, newest } = hello.versions;
    if (oldest > PROTOCOL_VERSION || newest < PROTOCOL_VERSION) {
      const message = `this manager speaks version ${PROTOCOL_VERSION}, the box ${oldest} to ${newest}`;
      throw new Fault({ code: 'version-unsupported', message });
    }
    const created: ControlSession = {
      peer: transport.peer,
      hello,
      notify: (notice) => send({ replyTo: null, message: notice }),
      close: end,
      get buffered() {
        return transport.buffered;
      },
    };
    session = created;
    handler.hello(created);
  }

  async function work(task: {
    readonly id: number;
    readonly request: BoxRequest;
    readonly deadline: Duration;
    readonly session: ControlSession;
  }): Promise<void> {
    if (inWork >= REQUESTS_MAX) {
      answer(task.id, { type: 'fault', code: 'overloaded', message: `${REQUESTS_MAX} requests are in work` });
      return;
    }
    inWork++;
    try {
      answer(task.id, await handler.request(task.request, task.session, after(clock.now(), task.deadline)));
    } catch (thrown) {
      if (thrown instanceof Fault && thrown.origin !== 'ours') {
        answer(task.id, { type: 'fault', code: thrown.code, message: thrown.message });
      } else {
        fail(thrown);
      }
    } finally {
      inWork--;
    }
  }

  function answer(replyTo: number, message: BoxAnswer): void {
    send({ replyTo, message });
  }

  function send(content: ManagerContent): void {
    if (!open) return;
    const bytes = encode(content);
    if (bytes === null) return;
    transport.send(bytes);
    heartbeat.said();
    if (transport.buffered > SESSION_BUFFER_MAX) end({ code: CloseCode.slow, reason: 'reads too slowly' });
  }

  function encode(content: ManagerContent): Uint8Array | null {
    const id = nextId++;
    try {
      return encodeManagerFrame({ id, ...content });
    } catch (thrown) {
      log.error('a message cannot be said', { type: content.message.type, error: thrown });
      if (content.replyTo === null) return null;
      const message = { type: 'fault', code: 'frame-oversized', message: 'the answer is too long to be said' } as const;
      return encodeManagerFrame({ id, replyTo: content.replyTo, message });
    }
  }

  function guard(handle: () => void): void {
    try {
      handle();
    } catch (thrown) {
      fail(thrown);
    }
  }

  function fail(thrown: unknown): void {
    const closed = closeOf(thrown);
    const peer = transport.peer.fingerprint;
    if (closed.code === CloseCode.internal) log.error('what handles a box failed', { peer, error: thrown });
    else log.warn('a box was refused', { peer, address: transport.peer.address, reason: closed.reason });
    end(closed);
  }

  function end(closed: Closed): void {
    transport.close(closed);
  }

  function ended(closed: Closed): void {
    open = false;
    heartbeat.stop();
    helloTimer.cancel();
    try {
      handler.lost(session, closed);
    } catch (thrown) {
      log.error('what handles the end of a box failed', { peer: transport.peer.fingerprint, error: thrown });
    }
  }
}
