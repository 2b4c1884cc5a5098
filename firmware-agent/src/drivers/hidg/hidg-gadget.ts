import { decodeLeds, encodeLeds, type KeyboardLeds, LEDS_OFF } from '@seatmatrix/protocol/domain';
import {
  type Clock,
  type Instant,
  type Log,
  milliseconds,
  seconds,
  sleep,
  type Timer,
} from '@seatmatrix/protocol/kernel';
import type { HidGadget, HidGadgetEvent } from '../hid-gadget.ts';
import type { ControllerState } from './controller.ts';
import type { GadgetFunctionName } from './gadget-functions.ts';
import type { HidgFile } from './hidg-file.ts';
import { type HostState, hostState } from './host-state.ts';
import { ReportWriter } from './report-writer.ts';

export interface HidgGadgetOptions {
  readonly files: ReadonlyMap<GadgetFunctionName, HidgFile>;
  readonly readController: () => ControllerState;
  /** Asks a sleeping computer to wake; null when it was asked, else why not. */
  readonly wake: () => string | null;
  /** Off the bus, as if the cable were pulled. */
  readonly unbind: () => void;
  readonly hold: AsyncDisposable;
  readonly clock: Clock;
  readonly log: Log;
}

/** How often lights and the computer's state are looked at: what a hand does not notice. */
const LOOK = milliseconds(20);

/**
 * How often the keyboard's report is told anew while nothing changes, as keyboards do by themselves (HID 1.11 §7.2.4: 500 ms
 * until the computer says otherwise). Computers take it for nothing new; here it shows that somebody still takes it.
 */
const IDLE_RATE = milliseconds(500);

/** A hand that hammers on a key of a computer that forbids waking. */
const WAKE_PAUSE = seconds(1);

/** How long the last reports may take. A computer that has not fetched them by then finds the cable pulled. */
const LAST_REPORTS = milliseconds(500);

/** The keyboard, the pointers and the consumer keys of a USB gadget that is on the bus. */
export class HidgGadget implements HidGadget {
  readonly #options: HidgGadgetOptions;
  readonly #keyboard: ReportWriter;
  readonly #consumer: ReportWriter;
  readonly #absolute: ReportWriter;
  readonly #relative: ReportWriter;
  #listener: ((event: HidGadgetEvent) => void) | null = null;
  #leds: KeyboardLeds = LEDS_OFF;
  #host: HostState;
  #shutdown = false;
  #repeated: Instant;
  #woken: Instant | null = null;
  #timer: Timer | null = null;
  #open = true;

  constructor(options: HidgGadgetOptions) {
    this.#options = options;
    const { clock } = options;
    const writer = (name: GadgetFunctionName, kind: 'keys' | 'place' | 'movement', length: number) =>
      new ReportWriter({
        file: options.files.get(name),
        kind,
        length,
        clock,
        written: (shutdown) => this.#written(shutdown),
      });
    this.#keyboard = writer('keyboard', 'keys', 8);
    this.#consumer = writer('consumer', 'keys', 2);
    this.#absolute = writer('absolute-pointer', 'place', 7);
    this.#relative = writer('relative-pointer', 'movement', 7);
    this.#host = hostState(options.readController(), false);
    this.#repeated = clock.now();
    // What a killed agent held is held no more. Where the absolute pointer is, nobody knows: its user says so.
    for (const held of [this.#keyboard, this.#consumer, this.#relative])
      this.#write(held, { report: held.rest, presses: false });
    this.#look();
  }

  listen(listener: (event: HidGadgetEvent) => void): void {
    this.#readLeds();
    this.#listener = listener;
    listener({ type: 'host', state: this.#host });
    listener({ type: 'leds', leds: this.#leds });
  }

  writeKeyboard(report: Uint8Array): void {
    this.#write(this.#keyboard, { report, presses: report.some((byte) => byte !== 0) });
  }

  writeConsumer(report: Uint8Array): void {
    this.#write(this.#consumer, { report, presses: report.some((byte) => byte !== 0) });
  }

  writeAbsolutePointer(report: Uint8Array): void {
    this.#write(this.#absolute, { report, presses: report[0] !== 0 });
  }

  writeRelativePointer(report: Uint8Array): void {
    this.#write(this.#relative, { report, presses: report[0] !== 0 });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#open) return;
    this.#listener = null;
    this.#timer?.cancel();
    for (const writer of this.#writers) writer.release();
    await this.#lastReports();
    this.#open = false;
    if (this.#host === 'awake' && this.#writers.some((writer) => writer.waits)) this.#options.unbind();
    for (const writer of this.#writers) writer.close();
    await this.#options.hold[Symbol.asyncDispose]();
  }

  get #writers(): readonly ReportWriter[] {
    return [this.#keyboard, this.#consumer, this.#absolute, this.#relative];
  }

  async #lastReports(): Promise<void> {
    const { clock } = this.#options;
    const signal = new AbortController().signal;
    for (let waited = 0; waited < LAST_REPORTS && this.#writers.some((writer) => writer.waits); waited += LOOK) {
      if (this.#host !== 'awake') return;
      await sleep(clock, { name: 'last reports', duration: LOOK, signal });
    }
  }

  #write(writer: ReportWriter, { report, presses }: { readonly report: Uint8Array; readonly presses: boolean }): void {
    if (!this.#open) return;
    if (writer === this.#keyboard) this.#repeated = this.#options.clock.now();
    if (this.#host === 'awake') writer.write(report);
    else writer.keep(report);
    if (this.#host === 'asleep' && presses) this.#wake();
  }

  #wake(): void {
    const { clock, wake, log } = this.#options;
    if (this.#woken !== null && clock.now() - this.#woken < WAKE_PAUSE) return;
    this.#woken = clock.now();
    const refused = wake();
    if (refused === null) log.debug('a key wakes the computer');
    else log.info('the computer cannot be woken', { reason: refused });
  }

  /** The kernel's word on a write. */
  #written(shutdown: boolean): void {
    if (this.#shutdown === shutdown) return;
    this.#shutdown = shutdown;
    this.#hostMayHaveChanged();
  }

  #look(): void {
    if (!this.#open) return;
    this.#hostMayHaveChanged();
    this.#readLeds();
    this.#repeatKeyboard();
    this.#timer = this.#options.clock.timer({ name: 'gadget', after: LOOK, fire: () => this.#look() });
  }

  #hostMayHaveChanged(): void {
    const host = hostState(this.#options.readController(), this.#shutdown);
    const before = this.#host;
    if (host === before) return;
    this.#host = host;
    // A computer that was away knows nothing of what is held, and one that slept wakes to what is held now.
    if (host === 'awake') for (const writer of this.#writers) writer.tellAnew();
    else for (const writer of this.#writers) writer.forget();
    // What the telling just showed may be that it is gone again.
    if (this.#host === host) this.#listener?.({ type: 'host', state: host });
  }

  #repeatKeyboard(): void {
    const { clock, readController } = this.#options;
    const told = this.#host === 'awake' || (this.#shutdown && hostState(readController(), false) === 'awake');
    if (!told || clock.now() - this.#repeated < IDLE_RATE) return;
    this.#repeated = clock.now();
    this.#keyboard.repeat();
  }

  #readLeds(): void {
    const file = this.#options.files.get('keyboard');
    if (!this.#open || file === undefined) return;
    let newest: number | null = null;
    for (let output = file.read(); output !== null; output = file.read()) newest = output[0] ?? newest;
    if (newest === null) return;
    const leds = decodeLeds(newest);
    if (encodeLeds(leds) === encodeLeds(this.#leds)) return;
    this.#leds = leds;
    this.#listener?.({ type: 'leds', leds });
  }
}
