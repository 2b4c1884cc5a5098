import {
  type DeviceKey,
  type Generation,
  generation,
  type Route,
  type RouteStatus,
  routeId,
  type SeatKey,
  sessionId,
} from '@seatmatrix/protocol/domain';
import type { Instant } from '@seatmatrix/protocol/kernel';
import { auditEntry } from '../audit/audit-entry.ts';
import type { AuditOutcome, StoreWrite } from '../store/store.ts';
import type { Moment } from './matrix-input.ts';
import type { MatrixOutput } from './matrix-output.ts';
import { counterRecord, MatrixCollection, routeRecord, sessionRecord } from './matrix-records.ts';
import type {
  Asker,
  Attempt,
  BoxState,
  MatrixState,
  PendingCommand,
  RouteState,
  Session,
  Watcher,
} from './matrix-state.ts';
import type { PersistentMap } from './persistent-map.ts';

/**
 * The next state in the making, inside one step: every change notes what has to be stored, whose plan it touches and
 * whose lists it may show in. The state that it was made from stays untouched.
 */
export class Draft {
  readonly now: Moment;
  readonly #before: MatrixState;
  #state: MatrixState;
  readonly #out: MatrixOutput[] = [];
  readonly #writes = new Map<string, StoreWrite>();
  readonly #audits: StoreWrite[] = [];
  readonly #plans = new Set<DeviceKey>();
  readonly #rows = new Set<DeviceKey>();
  readonly #routed = new Set<DeviceKey>();
  readonly #signed = new Set<DeviceKey>();
  /** Sets that this step made: a push to a thousand receivers copies the transmitter's set once. */
  readonly #ownViewers = new Map<DeviceKey, Set<DeviceKey>>();

  constructor(state: MatrixState, now: Moment) {
    this.#before = state;
    this.#state = state;
    this.now = now;
  }

  get state(): MatrixState {
    return this.#state;
  }

  /** Devices whose rows in lists may look different after this step. */
  get touchedRows(): ReadonlySet<DeviceKey> {
    return this.#rows;
  }

  /** Receivers whose route or session is another after this step. */
  get touchedDesks(): ReadonlySet<DeviceKey> {
    return new Set([...this.#routed, ...this.#signed]);
  }

  emit(output: MatrixOutput): void {
    this.#out.push(output);
  }

  nextGeneration(): Generation {
    return this.raiseGeneration(this.#state.generation + 1);
  }

  raiseGeneration(value: number): Generation {
    const next = generation(Math.max(value, this.#state.generation));
    if (next !== this.#state.generation) this.#write(counterRecord(next));
    this.#set({ generation: next });
    return next;
  }

  nextRouteId(raised: Generation): Route['id'] {
    return routeId(`${this.#state.incarnation}-${raised}`);
  }

  nextSessionId(raised: Generation): Session['id'] {
    return sessionId(`${this.#state.incarnation}-${raised}`);
  }

  setSite(site: MatrixState['site']): void {
    this.#set({ site });
  }

  setBox(device: DeviceKey, box: BoxState | null): void {
    this.#set({ boxes: change(this.#state.boxes, device, box) });
    this.#rows.add(device);
    this.#plans.add(device);
    for (const receiver of this.#state.viewers.get(device) ?? []) this.planChanged(receiver);
    for (const member of this.#state.site.seatOf(device).receivers) this.planChanged(member);
    const shown = this.#state.routes.get(device);
    if (shown !== undefined) this.planChanged(shown.route.transmitter);
    const attempt = this.#state.attempts.get(device);
    if (attempt !== undefined) this.planChanged(attempt.route.transmitter);
  }

  setRoute(receiver: DeviceKey, next: RouteState | null): void {
    const before = this.#state.routes.get(receiver);
    if (before === undefined && next === null) return;
    this.#set({ routes: change(this.#state.routes, receiver, next) });
    this.#write(routeRecord(MatrixCollection.routes, { receiver, route: next?.route ?? null }));
    this.#touchRoute(receiver, [before?.route.transmitter, next?.route.transmitter]);
  }

  /** What the receiver says of the route that it has: neither stored nor planned. */
  setStatus(receiver: DeviceKey, status: RouteStatus | null): void {
    const route = this.#state.routes.get(receiver);
    if (route === undefined) return;
    this.#set({ routes: this.#state.routes.set(receiver, { ...route, status }) });
    this.#routed.add(receiver);
  }

  setAttempt(receiver: DeviceKey, next: Attempt | null): void {
    const before = this.#state.attempts.get(receiver);
    if (before === undefined && next === null) return;
    this.#set({ attempts: change(this.#state.attempts, receiver, next) });
    if (before?.route !== next?.route) {
      this.#write(routeRecord(MatrixCollection.attempts, { receiver, route: next?.route ?? null }));
      this.#touchRoute(receiver, [before?.route.transmitter, next?.route.transmitter]);
    }
  }

  setCommand(request: string, command: PendingCommand | null): void {
    this.#set({ commands: change(this.#state.commands, request, command) });
  }

  setSession(seat: SeatKey, next: Session | null): void {
    const before = this.#state.sessions.get(seat);
    if (before === undefined && next === null) return;
    this.#set({ sessions: change(this.#state.sessions, seat, next) });
    this.#write(sessionRecord(seat, next));
    for (const receiver of this.#state.site.seatByKey(seat)?.receivers ?? []) this.#signed.add(receiver);
    this.emit({ type: 'event', event: { type: 'session', seat, operator: next?.operator ?? null } });
  }

  setDoubt(seat: SeatKey, until: Instant | null): void {
    this.#set({ doubts: change(this.#state.doubts, seat, until) });
  }

  setWatcher(receiver: DeviceKey, next: Watcher | null): void {
    const before = this.#state.watchers.get(receiver);
    if (before === undefined && next === null) return;
    let watched = this.#state.watched;
    for (const device of before?.devices ?? []) {
      const rest = new Set(watched.get(device));
      rest.delete(receiver);
      watched = change(watched, device, rest.size === 0 ? null : rest);
    }
    for (const device of next?.devices ?? []) {
      watched = watched.set(device, new Set(watched.get(device)).add(receiver));
    }
    this.#set({ watchers: change(this.#state.watchers, receiver, next), watched });
  }

  planChanged(device: DeviceKey): void {
    this.#plans.add(device);
  }

  audit(
    asker: Asker,
    entry: {
      readonly action: string;
      readonly object: string;
      readonly outcome: AuditOutcome;
      readonly detail: string;
    },
  ): void {
    this.#audits.push({
      type: 'audit',
      entry: auditEntry({ ...asker, ...entry }, { wall: () => new Date(this.now.wall) }),
    });
  }

  finish(): { readonly state: MatrixState; readonly out: readonly MatrixOutput[] } {
    const out: MatrixOutput[] = [];
    for (const write of [...this.#writes.values(), ...this.#audits]) out.push({ type: 'write', write });
    for (const device of this.#plans) {
      if (this.#state.site.deviceByKey(device) !== undefined && this.#state.boxes.get(device)?.online) {
        out.push({ type: 'plan-changed', device });
      }
    }
    for (const receiver of this.#routed) this.#routeEvent(receiver, out);
    return { state: this.#state, out: [...out, ...this.#out] };
  }

  #routeEvent(receiver: DeviceKey, out: MatrixOutput[]): void {
    const { routes, attempts } = this.#state;
    const before = this.#before;
    if (
      routes.get(receiver) === before.routes.get(receiver) &&
      attempts.get(receiver) === before.attempts.get(receiver)
    )
      return;
    const shown = routes.get(receiver);
    out.push({
      type: 'event',
      event: {
        type: 'route',
        receiver,
        transmitter: shown?.route.transmitter ?? null,
        attempt: attempts.get(receiver)?.route.transmitter ?? null,
        status: shown?.status?.type ?? null,
      },
    });
  }

  /** A receiver's own row changes colour, and so does the transmitter's in the receiver's own list. */
  #touchRoute(receiver: DeviceKey, transmitters: readonly (DeviceKey | undefined)[]): void {
    this.#rows.add(receiver);
    this.#routed.add(receiver);
    this.#plans.add(receiver);
    for (const transmitter of transmitters) {
      if (transmitter === undefined) continue;
      this.#plans.add(transmitter);
      this.#keepViewer(transmitter, receiver);
    }
  }

  #keepViewer(transmitter: DeviceKey, receiver: DeviceKey): void {
    const views =
      this.#state.routes.get(receiver)?.route.transmitter === transmitter ||
      this.#state.attempts.get(receiver)?.route.transmitter === transmitter;
    const known = this.#state.viewers.get(transmitter);
    if ((known?.has(receiver) ?? false) === views) return;
    const own = this.#ownViewers.get(transmitter) ?? new Set(known);
    this.#ownViewers.set(transmitter, own);
    if (views) own.add(receiver);
    else own.delete(receiver);
    if (this.#state.viewers.get(transmitter) !== own || own.size === 0) {
      this.#set({ viewers: change(this.#state.viewers, transmitter, own.size === 0 ? null : own) });
    }
  }

  #set(part: Partial<MatrixState>): void {
    this.#state = { ...this.#state, ...part };
  }

  /** The last write to a record is the one that counts. */
  #write(write: Exclude<StoreWrite, { readonly type: 'audit' }>): void {
    const key = write.type === 'put' ? write.record.key : write.key;
    this.#writes.set(`${write.collection}/${key}`, write);
  }
}

function change<Key extends string, Value>(
  map: PersistentMap<Key, Value>,
  key: Key,
  value: Value | null,
): PersistentMap<Key, Value> {
  return value === null ? map.delete(key) : map.set(key, value);
}
