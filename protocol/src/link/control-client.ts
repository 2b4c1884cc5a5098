import type { BoxAnswer, BoxNotice, BoxRequest, Hello, ManagerNotice, Welcome } from '../domain/index.ts';
import {
  between,
  type Clock,
  type Duration,
  Fault,
  faultFrom,
  type Log,
  milliseconds,
  type Random,
  retryDelays,
  type Timer,
  unreachable,
} from '../kernel/index.ts';
import { type BoxContent, decodeManagerFrame, encodeBoxFrame, PING } from '../wire/index.ts';
import { closeOf } from './close-of-fault.ts';
import {
  LINK_STOPPED,
  type LinkInput,
  type LinkOut,
  type LinkState,
  linkStep,
  RETRY_SCHEDULE,
} from './link-machine.ts';
import type { DialTarget, Network } from './network.ts';
import { createPendingRequests } from './pending-requests.ts';
import { CloseCode, type Transport } from './transport.ts';

export interface ControlClientListener {
  /** For every welcome; one with a certificate means that the box's next dial uses it, and that it comes at once. */
  live(welcome: Welcome): void;
  /** Once for every link that was live. Attempts that never were are in the log. */
  lost(fault: Fault): void;
  message(notice: ManagerNotice): void;
}

/** A box's link to the manager: dials, greets, comes back, for as long as it is started. */
export interface ControlClient {
  start(): void;
  /** Resolves when nothing of it is left. */
  stop(): Promise<void>;
  readonly live: boolean;
  /** Rejects with a Fault: `link-lost` (at once when not live) or `deadline-passed`. Never said twice. */
  request(request: BoxRequest, options: { readonly deadline: Duration }): Promise<BoxAnswer>;
  /** Ends a live link and comes back soon: what its hello says has changed. */
  again(): void;
  /** Dropped when not live: the hello says it all again. */
  notify(notice: BoxNotice): void;
}

export interface ControlClientOptions {
  readonly network: Network;
  readonly target: () => DialTarget;
  readonly hello: () => Hello;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly listener: ControlClientListener;
}

export function createControlClient(options: ControlClientOptions): ControlClient {
  const { network, clock, random, log, listener } = options;
  const requests = createPendingRequests(clock);
  let state: LinkState = LINK_STOPPED;
  let delays = retryDelays(RETRY_SCHEDULE, random);
  let transport: Transport | null = null;
  let dialling: { readonly abort: AbortController; readonly done: Promise<void> } | null = null;
  let nextId = 1;
  let wake: Timer | null = null;
  let wait: Timer | null = null;
  let lastFailure: string | null = null;

  const inputs: LinkInput[] = [];
  let running = false;

  /** One after the other: what a listener does while it is told must not overtake the step that told it. */
  function take(input: LinkInput): void {
    inputs.push(input);
    if (running) return;
    running = true;
    try {
      for (let next = inputs.shift(); next !== undefined; next = inputs.shift()) {
        const stepped = linkStep(state, next);
        state = stepped.state;
        for (const out of stepped.out) act(out);
      }
    } finally {
      running = false;
    }
  }

  function act(out: LinkOut): void {
    switch (out.type) {
      case 'wait':
        if (out.fresh) delays = retryDelays(RETRY_SCHEDULE, random);
        wake?.cancel();
        wait = clock.timer({
          name: 'manager link: retry',
          after: delays.next().value,
          fire: () => take({ type: 'retry', now: clock.now() }),
        });
        return;
      case 'dial':
        dial();
        return;
      case 'abandon-dial':
        dialling?.abort.abort(new Fault({ code: 'link-closed', message: 'dialling was given up' }));
        return;
      case 'greet':
        lastFailure = null;
        send({ deadline: null, message: options.hello() });
        return;
      case 'ping':
        send({ deadline: null, message: PING });
        return;
      case 'wake':
        wake?.cancel();
        wake = clock.timer({
          name: 'manager link: heartbeat',
          after: milliseconds(Math.max(0, between(clock.now(), out.at))),
          fire: () => take({ type: 'time', now: clock.now() }),
        });
        return;
      case 'close':
        transport?.close(out.closed);
        transport = null;
        return;
      case 'lost':
        lost(out);
        return;
      default:
        unreachable(out);
    }
  }

  function lost({ fault, wasLive }: { readonly fault: Fault; readonly wasLive: boolean }): void {
    requests.rejectAll(new Fault({ code: 'link-lost', message: 'the link to the manager is lost', cause: fault }));
    if (wasLive) {
      log.info('manager link lost', { code: fault.code, reason: fault.message });
      listener.lost(fault);
      return;
    }
    // A manager that stays away is said once, not with every attempt.
    const level = lastFailure === fault.code ? 'debug' : 'warn';
    lastFailure = fault.code;
    log[level]('manager not reached', { code: fault.code, reason: fault.message });
  }

  function dial(): void {
    const abort = new AbortController();
    const attempt = network.dial(options.target(), abort.signal).then(
      (opened) => {
        if (abort.signal.aborted) opened.close({ code: CloseCode.goingAway, reason: 'given up' });
        else open(opened);
      },
      (thrown: unknown) => {
        if (abort.signal.aborted) return;
        const fault = faultFrom(thrown, { code: 'link-lost', message: 'dialling failed' });
        take({ type: 'failed', fault, now: clock.now() });
      },
    );
    const done = attempt.finally(() => {
      if (dialling?.abort === abort) dialling = null;
    });
    dialling = { abort, done };
  }

  function open(opened: Transport): void {
    transport = opened;
    nextId = 1;
    opened.listen({
      frame: (bytes) => {
        if (transport === opened) receive(opened, bytes);
      },
      closed: (closed) => {
        if (transport !== opened) return;
        transport = null;
        take({ type: 'closed', closed, now: clock.now() });
      },
    });
    take({ type: 'opened', now: clock.now() });
  }

  function receive(from: Transport, bytes: Uint8Array): void {
    take({ type: 'heard', now: clock.now() });
    try {
      const frame = decodeManagerFrame(bytes);
      if (frame.replyTo !== null) requests.answer(frame.replyTo, frame.message);
      else if (frame.message.type === 'welcome') welcomed(frame.message);
      else if (frame.message.type !== 'ping') message(frame.message);
    } catch (thrown) {
      fail(from, thrown);
    }
  }

  function welcomed(welcome: Welcome): void {
    take({ type: 'welcomed', adopting: welcome.certificate !== null, now: clock.now() });
    listener.live(welcome);
  }

  function message(notice: ManagerNotice): void {
    if (state.type !== 'live') {
      throw new Fault({ code: 'frame-malformed', message: `${notice.type} before the welcome` });
    }
    listener.message(notice);
  }

  /** Malformed frames and a listener that throws end this link alone; it comes back with the next attempt. */
  function fail(from: Transport, thrown: unknown): void {
    const closed = closeOf(thrown);
    if (closed.code === CloseCode.internal) log.error('what handles the manager link failed', { error: thrown });
    else log.warn('the manager sent a bad frame', { reason: closed.reason });
    if (transport !== from) return;
    transport = null;
    from.close(closed);
    take({ type: 'closed', closed, now: clock.now() });
  }

  function send(content: BoxContent): number {
    const id = nextId++;
    transport?.send(encodeBoxFrame({ id, ...content }));
    return id;
  }

  return {
    start: () => take({ type: 'start', now: clock.now() }),
    async stop() {
      wait?.cancel();
      take({ type: 'stop', now: clock.now() });
      wake?.cancel();
      await dialling?.done;
    },
    get live() {
      return state.type === 'live';
    },
    request(request, { deadline }) {
      if (state.type !== 'live') {
        return Promise.reject(new Fault({ code: 'link-lost', message: 'no link to the manager' }));
      }
      const whole = milliseconds(Math.max(1, Math.ceil(deadline)));
      const id = send({ deadline: whole, message: request });
      return requests.wait(id, { request, deadline: whole });
    },
    again: () => take({ type: 'again', now: clock.now() }),
    notify(notice) {
      if (state.type === 'live') send({ deadline: null, message: notice });
    },
  };
}
