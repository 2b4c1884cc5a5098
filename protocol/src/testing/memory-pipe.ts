import { after, between, type Clock, type Duration, type Instant, type Timer } from '../kernel/index.ts';

interface Entry {
  readonly at: Instant;
  readonly bytes: number;
  readonly deliver: () => void;
}

/** One direction of a connection: delivers in order, each entry when its delay is over and the way is open. */
export class MemoryPipe {
  readonly #clock: Clock;
  readonly #isOpen: () => boolean;
  readonly #delay: () => Duration;
  readonly #entries: Entry[] = [];
  #scheduled = false;
  #timer: Timer | null = null;
  #bytes = 0;

  constructor({ clock, isOpen, delay }: { clock: Clock; isOpen: () => boolean; delay: () => Duration }) {
    this.#clock = clock;
    this.#isOpen = isOpen;
    this.#delay = delay;
  }

  /** Bytes that were pushed and not delivered. */
  get bytes(): number {
    return this.#bytes;
  }

  push({ bytes, deliver }: { readonly bytes: number; readonly deliver: () => void }): void {
    const due = after(this.#clock.now(), this.#delay());
    const last = this.#entries.at(-1)?.at;
    this.#entries.push({ at: last !== undefined && last > due ? last : due, bytes, deliver });
    this.#bytes += bytes;
    this.pump();
  }

  /** Goes on where it stopped: call it when the way may have opened. */
  pump(): void {
    const head = this.#entries[0];
    if (this.#scheduled || head === undefined || !this.#isOpen()) return;
    this.#scheduled = true;
    const wait = between(this.#clock.now(), head.at);
    if (wait <= 0) queueMicrotask(() => this.#next());
    else this.#timer = this.#clock.timer({ name: 'memory network: delay', after: wait, fire: () => this.#next() });
  }

  drop(): void {
    this.#entries.length = 0;
    this.#bytes = 0;
    this.#timer?.cancel();
    this.#scheduled = false;
  }

  #next(): void {
    this.#scheduled = false;
    this.#timer = null;
    if (!this.#isOpen()) return;
    const head = this.#entries.shift();
    if (head === undefined) return;
    this.#bytes -= head.bytes;
    head.deliver();
    this.pump();
  }
}
