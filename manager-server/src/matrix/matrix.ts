import type { DeskNotice, DeviceKey, ListPage, Plan, SignedTicket, Ticket } from '@seatmatrix/protocol/domain';
import {
  between,
  type Clock,
  type Duration,
  Fault,
  faultFrom,
  type Instant,
  type Log,
  milliseconds,
  minutes,
  seconds,
  type Timer,
  unreachable,
} from '@seatmatrix/protocol/kernel';
import type { Feed } from '../feed/feed.ts';
import type { Journal } from '../store/journal.ts';
import type { StoreWrite } from '../store/store.ts';
import type { Fact, MatrixInput, Request } from './matrix-input.ts';
import type { MatrixAnswer, MatrixOutput } from './matrix-output.ts';
import { counterRecord } from './matrix-records.ts';
import type { MatrixState } from './matrix-state.ts';
import { matrixStep } from './matrix-step.ts';
import { PlanSender } from './plan-sender.ts';
import { ticketBook } from './ticket-book.ts';
import { Unsaved } from './unsaved.ts';

/** Who carries the matrix's words to boxes. None of these may throw, or call the matrix back at once. */
export interface MatrixDelivery {
  plan(device: DeviceKey, plan: Plan): void;
  listPage(receiver: DeviceKey, page: ListPage): void;
  deskNotice(receiver: DeviceKey, notice: DeskNotice): void;
}

export interface MatrixOptions {
  readonly state: MatrixState;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  readonly feed: Feed;
  readonly sign: (ticket: Ticket) => SignedTicket;
  readonly delivery: MatrixDelivery;
}

type WithoutRequest<Each> = Each extends Request ? Omit<Each, 'request'> : never;
export type Wish = WithoutRequest<Request>;

/** While the store cannot write: how often it is tried. */
const RETRY: Duration = seconds(1);

/** Plans are looked through in turn so often, for tickets that grow old; each device's turn comes once an hour. */
const REFRESH: Duration = minutes(1);
const REFRESH_TURNS = 60;

interface Entry {
  readonly input: MatrixInput;
  readonly out: readonly MatrixOutput[];
  readonly writes: readonly StoreWrite[];
  /** As it was after this step. */
  readonly state: MatrixState;
  durable: boolean;
}

/**
 * Runs the matrix: one step at a time, in the order of arrival. Decisions are taken at once and build on each other; what
 * follows from them leaves in order, and only when the store has them, so that nothing that was said can be lost.
 *
 * When the store cannot write, the steps that it does not have are undone, as far as they were somebody's wish, and
 * their requests are rejected with `store-failed`. What is so without anybody's wish (boxes, the directory) is still
 * followed, but nothing leaves, and no wish is taken, until the store has it all. Running routes go on.
 */
export class Matrix {
  readonly #options: MatrixOptions;
  readonly #plans: PlanSender;
  readonly #asked = new Map<string, PromiseWithResolvers<MatrixAnswer>>();
  #state: MatrixState;
  #durable: MatrixState;
  #queue: Entry[] = [];
  #unsaved: Unsaved | null = null;
  #request = 0;
  #releasing = false;
  #wake: { readonly timer: Timer; readonly at: Instant } | null = null;
  #retry: Timer | null = null;
  #refresh: Timer;
  #turn = 0;
  #closed = false;

  constructor(options: MatrixOptions) {
    const { state, clock, sign, delivery } = options;
    this.#options = options;
    this.#state = state;
    this.#durable = state;
    this.#plans = new PlanSender({
      sign: ticketBook({ sign, clock }),
      send: (device, plan) => delivery.plan(device, plan),
    });
    this.#refresh = this.#refreshTimer();
  }

  /** What the store has, and what pages are shown. */
  get state(): MatrixState {
    return this.#durable;
  }

  /** The store cannot write: no wish is granted. */
  get readOnly(): boolean {
    return this.#unsaved !== null;
  }

  tell(fact: Fact): void {
    if (!this.#closed) this.#take(fact);
  }

  /** Rejects with `store-failed` when the decision could not be kept: then it was not taken. */
  ask(wish: Wish): Promise<MatrixAnswer> {
    if (this.#closed) return Promise.reject(new Fault({ code: 'link-closed', message: 'the manager is stopping' }));
    if (this.#unsaved !== null) return Promise.reject(storeFailed());
    const request = `${++this.#request}`;
    const asked = Promise.withResolvers<MatrixAnswer>();
    this.#asked.set(request, asked);
    this.#take({ ...wish, request } as Request);
    return asked.promise;
  }

  /** Nothing is decided any more; requests that wait are rejected. What was decided is the journal's to finish. */
  close(): void {
    this.#closed = true;
    this.#wake?.timer.cancel();
    this.#retry?.cancel();
    this.#refresh.cancel();
    for (const asked of this.#asked.values()) {
      asked.reject(new Fault({ code: 'link-closed', message: 'the manager is stopping' }));
    }
    this.#asked.clear();
  }

  #take(content: Fact | Request): void {
    const { clock, journal } = this.#options;
    const input: MatrixInput = { ...content, at: clock.now(), wall: clock.wall().getTime() };
    const { state, out } = matrixStep(this.#state, input);
    this.#state = state;
    const writes = out.filter((each) => each.type === 'write').map((each) => each.write);
    const entry: Entry = { input, out, writes, state, durable: false };
    this.#queue.push(entry);
    for (const each of out) if (each.type === 'wake') this.#wakeAt(each.at);
    if (this.#unsaved !== null) {
      this.#unsaved.add(writes);
    } else if (writes.length === 0) {
      this.#becameDurable(entry);
    } else {
      journal.commit(writes).then(
        () => this.#becameDurable(entry),
        (thrown: unknown) => this.#failed(thrown),
      );
    }
  }

  #becameDurable(entry: Entry): void {
    entry.durable = true;
    if (this.#releasing) return;
    this.#releasing = true;
    // All steps of one commit go out together: a plan is then made once for all of them.
    queueMicrotask(() => {
      this.#releasing = false;
      this.#release();
    });
  }

  #release(): void {
    const count = this.#queue.findIndex((entry) => !entry.durable);
    const entries = this.#queue.splice(0, count === -1 ? this.#queue.length : count);
    const last = entries.at(-1);
    if (last === undefined) return;
    this.#durable = last.state;
    const changed = new Set<DeviceKey>();
    for (const { input, out } of entries) {
      if (input.type === 'box-online' || input.type === 'box-offline') this.#plans.forget(input.device);
      for (const each of out) if (each.type === 'plan-changed') changed.add(each.device);
    }
    for (const device of changed) this.#plans.send(last.state, device);
    for (const entry of entries) for (const each of entry.out) this.#deliver(each);
    const requests = entries.flatMap(({ input }) =>
      'request' in input && last.state.commands.has(input.request) ? [input.request] : [],
    );
    if (requests.length > 0) this.#take({ type: 'left', requests });
  }

  #deliver(output: MatrixOutput): void {
    const { delivery, feed } = this.#options;
    switch (output.type) {
      case 'answer':
        this.#asked.get(output.request)?.resolve(output.answer);
        this.#asked.delete(output.request);
        return;
      case 'list-page':
        delivery.listPage(output.receiver, output.page);
        return;
      case 'desk-notice':
        delivery.deskNotice(output.receiver, output.notice);
        return;
      case 'event':
        feed.publish(output.event);
        return;
      case 'write':
      case 'wake':
      case 'plan-changed':
        return;
      default:
        unreachable(output);
    }
  }

  #failed(thrown: unknown): void {
    // The rest of the same outage, or of what was undone already.
    if (this.#unsaved !== null || this.#closed) return;
    const fault = faultFrom(thrown, { code: 'store-failed', message: 'the store could not write' });
    this.#options.log.error('the store cannot write: no wish is granted until it can', { reason: fault.message });
    this.#release();
    const undone = this.#queue;
    const highest = this.#state.generation;
    const unsaved = new Unsaved();
    this.#unsaved = unsaved;
    this.#queue = [];
    // Generations that were given out are not given out again, whatever of them reached the disk.
    this.#state = { ...this.#durable, generation: highest };
    for (const { input, writes } of undone) {
      unsaved.addRecords(writes);
      if ('request' in input) this.#reject(input.request, fault);
      else this.#take(input);
    }
    this.#retryLater();
  }

  #reject(request: string, fault: Fault): void {
    this.#asked.get(request)?.reject(fault);
    this.#asked.delete(request);
  }

  #retryLater(): void {
    const fire = () => void this.#save();
    this.#retry = this.#options.clock.timer({ name: 'matrix: store again', after: RETRY, fire });
  }

  async #save(): Promise<void> {
    const { journal, log } = this.#options;
    while (this.#unsaved !== null && !this.#closed) {
      const saving = this.#unsaved;
      const covered = [...this.#queue];
      const writes = [...saving.writes(this.#state), counterRecord(this.#state.generation)];
      this.#unsaved = new Unsaved();
      try {
        await journal.commit(writes);
      } catch {
        // The journal has logged it. What came meanwhile is younger, and goes with it next time.
        saving.absorb(this.#unsaved);
        this.#unsaved = saving;
        this.#retryLater();
        return;
      }
      const isQuiet = this.#queue.length === covered.length;
      if (isQuiet) this.#unsaved = null;
      for (const entry of covered) this.#becameDurable(entry);
      if (isQuiet) log.info('the store writes again', { auditEntriesLost: saving.dropped });
    }
  }

  #wakeAt(at: Instant): void {
    if (this.#closed || (this.#wake !== null && this.#wake.at <= at)) return;
    this.#wake?.timer.cancel();
    const { clock } = this.#options;
    const fire = () => {
      this.#wake = null;
      this.#take({ type: 'tick' });
    };
    const wait = milliseconds(Math.max(0, between(clock.now(), at)));
    this.#wake = { at, timer: clock.timer({ name: 'matrix: deadline', after: wait, fire }) };
  }

  #refreshTimer(): Timer {
    const fire = () => {
      this.#refresh = this.#refreshTimer();
      this.#turn = (this.#turn + 1) % REFRESH_TURNS;
      let index = 0;
      for (const device of this.#durable.boxes.keys()) {
        if (index++ % REFRESH_TURNS === this.#turn && !this.readOnly) this.#plans.send(this.#durable, device);
      }
    };
    return this.#options.clock.timer({ name: 'matrix: tickets', after: REFRESH, fire });
  }
}

const storeFailed = (): Fault => new Fault({ code: 'store-failed', message: 'the store cannot write' });
