import { type Clock, milliseconds, type Timer } from '@seatmatrix/protocol/kernel';
import type { HidgFile } from './hidg-file.ts';
import { emptyQueue, type QueueInput, type QueueKind, queueStep, type ReportQueue } from './report-queue.ts';

export interface ReportWriterOptions {
  readonly file: HidgFile | undefined;
  readonly kind: QueueKind;
  /** Of a report, in bytes. */
  readonly length: number;
  readonly clock: Clock;
  /** Whether the kernel said that nobody has the gadget. */
  readonly written: (shutdown: boolean) => void;
}

/** High-speed USB polls every millisecond. */
const RETRY = milliseconds(1);

/** After as many tries the computer is not slow but does not fetch at all. */
const EAGER_TRIES = 100;
const SLOW_RETRY = milliseconds(20);

/**
 * Linux throws away what a device tells in the 50 ms after it was opened (usbhid_open): whoever begins to fetch is told once
 * more when that is over.
 */
const DEAF = milliseconds(100);

/** Hands the reports of one interface to the kernel, one after the other, and never waits for it. */
export class ReportWriter {
  readonly #options: ReportWriterOptions;
  #queue: ReportQueue;
  /** What it would tell now; null before the first. */
  #newest: Uint8Array | null = null;
  #tries = 0;
  #retry: Timer | null = null;
  #again: Timer | null = null;

  constructor(options: ReportWriterOptions) {
    this.#options = options;
    this.#queue = emptyQueue(options.kind);
  }

  /** Whether the computer has not fetched everything yet, as far as is known. */
  get waits(): boolean {
    return this.#queue.waiting.length > 0;
  }

  /** Nothing pressed, nothing moved. */
  get rest(): Uint8Array {
    return new Uint8Array(this.#options.length);
  }

  write(report: Uint8Array): void {
    this.keep(report);
    const waited = this.waits;
    const next = this.#step({ type: 'write', report, at: this.#options.clock.now() });
    // Behind others it has its turn when they had theirs.
    if (!waited) this.#hand(next);
  }

  /** Nobody is there to be told; it is what will be told. */
  keep(report: Uint8Array): void {
    this.#newest = Uint8Array.from(report);
  }

  /** The same once more, unless something waits. */
  repeat(): void {
    if (!this.waits) this.#hand(this.#step({ type: 'write', report: this.#still(), at: this.#options.clock.now() }));
  }

  /** What is held now, to a computer that knows of nothing. */
  tellAnew(): void {
    this.forget();
    if (this.#newest === null) return;
    this.repeat();
    this.#repeatSoon();
  }

  /** What waits is for nobody. */
  forget(): void {
    this.#retry?.cancel();
    this.#retry = null;
    this.#again?.cancel();
    this.#again = null;
    this.#queue = emptyQueue(this.#options.kind);
  }

  /** Every key and button up; a pointer stays where it is. */
  release(): void {
    if (this.#newest === null || !(this.waits || this.#presses(this.#newest))) return;
    const report = this.#options.kind === 'keys' ? this.rest : this.#still();
    report[0] = 0;
    this.write(report);
  }

  close(): void {
    this.forget();
    this.#options.file?.close();
  }

  /** The newest report without what must not be told twice: movement and the turning of wheels. */
  #still(): Uint8Array {
    const report = Uint8Array.from(this.#newest ?? this.rest);
    if (this.#options.kind === 'movement') report.fill(0, 1);
    if (this.#options.kind === 'place') report.fill(0, 5);
    return report;
  }

  /** The first byte of a pointer's report has its buttons. */
  #presses(report: Uint8Array): boolean {
    return this.#options.kind === 'keys' ? report.some((byte) => byte !== 0) : report[0] !== 0;
  }

  #step(input: QueueInput): Uint8Array | null {
    const stepped = queueStep(this.#queue, input);
    this.#queue = stepped.state;
    return stepped.out[0] ?? null;
  }

  #hand(report: Uint8Array | null): void {
    const { file, clock, written } = this.#options;
    let shutdown = false;
    for (let next = report; next !== null && file !== undefined; ) {
      const result = file.write(next);
      if (result === 'taken') {
        if (this.#tries > EAGER_TRIES) this.#repeatSoon();
        this.#tries = 0;
        next = this.#step({ type: 'taken' });
        continue;
      }
      if (result === 'shutdown') {
        this.forget();
        shutdown = true;
      } else {
        this.#tries++;
        this.#retry = clock.timer({
          name: 'gadget report',
          after: this.#tries > EAGER_TRIES ? SLOW_RETRY : RETRY,
          fire: () => this.#hand(this.#step({ type: 'full', at: clock.now() })),
        });
      }
      break;
    }
    // Last: whoever is told may write at once.
    if (report !== null) written(shutdown);
  }

  /** What moves is not told twice. */
  #repeatSoon(): void {
    if (this.#options.kind === 'movement') return;
    this.#again?.cancel();
    this.#again = this.#options.clock.timer({ name: 'gadget report again', after: DEAF, fire: () => this.repeat() });
  }
}
