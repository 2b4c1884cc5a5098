import {
  type BoxAnswer,
  type DeviceKey,
  type Fingerprint,
  fingerprint,
  generation,
  type OperatorKey,
  type OsdFunction,
  type RouteStatus,
  type SessionId,
} from '@seatmatrix/protocol/domain';
import { instant } from '@seatmatrix/protocol/kernel';
import type { Fact, MatrixInput, Request } from '../matrix/matrix-input.ts';
import type { MatrixOutput } from '../matrix/matrix-output.ts';
import { EMPTY_MATRIX, type MatrixState, restoredMatrix, type StoredMatrix } from '../matrix/matrix-state.ts';
import { matrixStep } from '../matrix/matrix-step.ts';
import { siteOf } from '../matrix/site.ts';
import type { SiteBuilder } from './site-builder.ts';

/** Drives the pure matrix as boxes and operators would, for its tests. */
export class MatrixLab {
  state: MatrixState;
  /** Of the last step. */
  out: readonly MatrixOutput[] = [];
  at = 0;
  /** What a request leads to leaves at once; otherwise when the test says `left`. */
  storeIsFast = true;
  readonly devices: readonly DeviceKey[];
  #request = 0;

  constructor(builder: SiteBuilder, stored: StoredMatrix = EMPTY_MATRIX) {
    const snapshot = builder.snapshot();
    const site = siteOf(snapshot);
    this.devices = [...snapshot.devices.values()].map(({ value }) => value.key);
    const boxes = this.devices.map((device) => ({ device, fingerprint: fingerprintOf(device), peer: null }));
    this.state = restoredMatrix(stored, { incarnation: 'lab', site, boxes });
  }

  say(input: Fact | Request): readonly MatrixOutput[] {
    const out = this.#step(input);
    const asked = 'request' in input && this.state.commands.has(input.request);
    this.out = asked && this.storeIsFast ? [...out, ...this.#step({ type: 'left', requests: [input.request] })] : out;
    return this.out;
  }

  #step(input: Fact | Request): readonly MatrixOutput[] {
    const moment = { at: instant(this.at), wall: 1_000_000 + this.at };
    const stepped = matrixStep(this.state, { ...moment, ...input } as MatrixInput);
    this.state = stepped.state;
    return stepped.out;
  }

  online(
    device: DeviceKey,
    hello: {
      session?: SessionId | null;
      highest?: number;
      routes?: Extract<Fact, { type: 'box-online' }>['hello']['routes'];
    } = {},
  ): this {
    const { session = null, highest = 0, routes = [] } = hello;
    const peer = { host: device, port: 1 };
    this.say({ type: 'box-online', device, hello: { highestGeneration: generation(highest), session, peer, routes } });
    return this;
  }

  allOnline(): this {
    for (const key of this.devices) this.online(key);
    return this;
  }

  signIn(receiver: DeviceKey, operator: OperatorKey): this {
    this.say({ type: 'sign-in', request: this.nextRequest(), receiver, operator });
    return this;
  }

  signOut(receiver: DeviceKey): this {
    this.say({ type: 'sign-out', request: this.nextRequest(), receiver, reason: 'operator' });
    return this;
  }

  /** Starts a command; its answer is in `out` when it was refused at once. */
  ask(receiver: DeviceKey, wanted: OsdFunction, text: string, withoutPicture = false): string {
    const request = this.nextRequest();
    this.say({ type: 'command', request, receiver, function: wanted, text, withoutPicture });
    return request;
  }

  /** Starts a command and lets every attempt come up. */
  command(receiver: DeviceKey, wanted: OsdFunction, text: string): BoxAnswer {
    const request = this.ask(receiver, wanted, text);
    return answerTo(this.out, request) ?? answerTo(this.live(), request) ?? missing(request);
  }

  /** What the box says of its attempt. */
  report(receiver: DeviceKey, status: RouteStatus): readonly MatrixOutput[] {
    const attempt = this.state.attempts.get(receiver) ?? missing(receiver);
    const { id, generation } = attempt.route;
    return this.say({ type: 'route-reports', device: receiver, reports: [{ route: id, generation, status }] });
  }

  /** Every attempt comes up: tiles say that they are ready, others that they are live. */
  live(): readonly MatrixOutput[] {
    const out: MatrixOutput[] = [];
    for (const [receiver, attempt] of [...this.state.attempts]) {
      if (this.state.attempts.get(receiver) !== attempt) continue;
      out.push(...this.report(receiver, attempt.hold ? { type: 'ready' } : { type: 'live', picture: true }));
    }
    return out;
  }

  pass(milliseconds: number): readonly MatrixOutput[] {
    this.at += milliseconds;
    return this.say({ type: 'tick' });
  }

  shows(receiver: DeviceKey): DeviceKey | null {
    return this.state.routes.get(receiver)?.route.transmitter ?? null;
  }

  /** As a manager that is started again would find it, with the same directory. */
  stored(): StoredMatrix {
    return {
      generation: this.state.generation,
      routes: [...this.state.routes.values()].map(({ route }) => route),
      attempts: [...this.state.attempts.values()].map(({ route }) => route),
      sessions: [...this.state.sessions].map(([seat, session]) => ({ seat, ...session })),
    };
  }

  nextRequest(): string {
    return `request-${++this.#request}`;
  }
}

export const fingerprintOf = (device: DeviceKey): Fingerprint => fingerprint(`fingerprint-${device}`);

export function answerTo(out: readonly MatrixOutput[], request: string): BoxAnswer | undefined {
  for (const each of out) {
    if (each.type === 'answer' && each.request === request && each.answer.type !== 'end-session-answer') {
      return each.answer;
    }
  }
  return undefined;
}

function missing(what: string): never {
  throw new Error(`nothing for ${what}`);
}
