import {
  DEFAULT_SOURCE_SETTINGS,
  decodeAbsolutePointer,
  decodeWideMouse,
  type KeyboardLeds,
  LEDS_OFF,
} from '@seatmatrix/protocol/domain';
import {
  between,
  type Clock,
  Fault,
  type Log,
  milliseconds,
  seconds,
  type Timer,
  unreachable,
} from '@seatmatrix/protocol/kernel';
import type { HidGadget, HidGadgetEvent } from '../hid-gadget.ts';
import { devicePath } from '../serial/linux-serial-port.ts';
import { openSerialLine, type SerialLine } from '../serial/serial-line.ts';
import { CHIP_BAUDS, type ChipLink, type ChipLinkInput, type ChipLinkOut, chipLink } from './chip-link.ts';
import { chipLinkStep } from './chip-link-step.ts';
import { consumerReports } from './chip-rest.ts';
import type { ChipReport } from './report-queue.ts';

export interface Ch9329GadgetOptions {
  /** The device file, with the chip's rate when it is known: `/dev/ttyUSB0`, `/dev/ttyS3?baud=115200`. */
  readonly url: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** All rates take 0.7 s. A chip without power answers later, and the gadget says so then. */
const SEEK_LIMIT = seconds(2);

/** Six frames at 9600 baud with one lost; a computer that does not read would keep them for ever. */
const REST_LIMIT = milliseconds(600);

/**
 * Opens the keyboard and mouse that a WCH CH9329 is to the computer: a chip on a serial line at our side, a USB device at
 * the computer's. It knows the boot keyboard, absolute and relative mouse with five buttons and a wheel, and 26 consumer
 * keys; no tilt, 4096 places across a display, and a sleeping computer looks awake. Rejects with `configuration-invalid`
 * for the URL and with a `device-*` fault for the line; a chip that does not answer is `unplugged`, not an error.
 */
export async function openCh9329Gadget({ url, clock, log }: Ch9329GadgetOptions): Promise<HidGadget> {
  const { path, bauds } = parseUrl(url);
  const settings = { ...DEFAULT_SOURCE_SETTINGS.serial, baud: bauds[0] };
  const line = await openSerialLine({ path, settings, clock, log });
  const gadget = new Ch9329Gadget({ line, link: chipLink(bauds), clock, log: log.child({ chip: path }) });
  await gadget.sought();
  return gadget;
}

function parseUrl(url: string): { readonly path: string; readonly bauds: readonly [number, ...number[]] } {
  const [path = '', query] = url.split('?', 2);
  if (query === undefined) return { path: devicePath(path), bauds: CHIP_BAUDS };
  const baud = Number(/^baud=(\d+)$/.exec(query)?.[1]);
  if (CHIP_BAUDS.some((known) => known === baud)) return { path: devicePath(path), bauds: [baud] };
  const rates = [...CHIP_BAUDS].sort((a, b) => a - b).join(', ');
  throw new Fault({
    code: 'configuration-invalid',
    message: `"${query}" says nothing of a CH9329: after the file stands ?baud= and one of ${rates}`,
  });
}

class Ch9329Gadget implements HidGadget {
  readonly #line: SerialLine;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #waitingForChip = new Set<() => void>();
  readonly #waitingForRest = new Set<() => void>();
  #link: ChipLink;
  #listener: ((event: HidGadgetEvent) => void) | null = null;
  #host: 'awake' | 'asleep' | 'unplugged' = 'unplugged';
  #leds: KeyboardLeds = LEDS_OFF;
  #wake: Timer | null = null;
  #malformed = 0;

  constructor({
    line,
    link,
    clock,
    log,
  }: {
    readonly line: SerialLine;
    readonly link: ChipLink;
    readonly clock: Clock;
    readonly log: Log;
  }) {
    this.#line = line;
    this.#link = link;
    this.#clock = clock;
    this.#log = log;
    line.listen({
      plugged: (plugged) => this.#take({ type: plugged ? 'plugged' : 'unplugged', at: clock.now() }),
      bytes: (bytes) => this.#take({ type: 'bytes', bytes, at: clock.now() }),
    });
  }

  /** Resolves when the chip was found, or not at any rate. */
  async sought(): Promise<void> {
    if (this.#link.phase !== 'seeking') return;
    await this.#wait(this.#waitingForChip, { name: 'a chip at any rate', limit: SEEK_LIMIT });
    if (this.#link.phase === 'seeking') this.#log.warn('no CH9329 answers: is it powered, and are TX and RX crossed?');
  }

  listen(listener: (event: HidGadgetEvent) => void): void {
    this.#listener = listener;
    listener({ type: 'host', state: this.#host });
    listener({ type: 'leds', leds: this.#leds });
  }

  writeKeyboard(report: Uint8Array): void {
    this.#report({ kind: 'keyboard', data: Uint8Array.from(report) });
  }

  writeConsumer(report: Uint8Array): void {
    for (const each of consumerReports((report[0] ?? 0) | ((report[1] ?? 0) << 8))) this.#report(each);
  }

  writeAbsolutePointer(report: Uint8Array): void {
    const pointer = decodeAbsolutePointer(report);
    if (pointer === null || pointer.position === null) return;
    // 15 bits of place become the chip's 12.
    const { x, y } = pointer.position;
    this.#report({ kind: 'absolute', buttons: pointer.buttons, x: x >> 3, y: y >> 3, wheel: pointer.wheel });
  }

  writeRelativePointer(report: Uint8Array): void {
    const pointer = decodeWideMouse(report);
    if (pointer === null || pointer.movement === null) return;
    this.#report({ kind: 'relative', buttons: pointer.buttons, ...pointer.movement, wheel: pointer.wheel });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener = null;
    if (this.#link.phase !== 'rested') {
      this.#take({ type: 'rest', at: this.#clock.now() });
      if (this.#phase() !== 'rested') {
        await this.#wait(this.#waitingForRest, { name: 'all keys up at the chip', limit: REST_LIMIT });
      }
    }
    this.#wake?.cancel();
    await this.#line[Symbol.asyncDispose]();
  }

  #phase(): ChipLink['phase'] {
    return this.#link.phase;
  }

  #report(report: ChipReport): void {
    this.#take({ type: 'report', report, at: this.#clock.now() });
  }

  #take(input: ChipLinkInput): void {
    const { state, out } = chipLinkStep(this.#link, input);
    this.#link = state;
    this.#wake?.cancel();
    this.#wake = null;
    for (const each of out) this.#act(each);
    if (state.malformed === this.#malformed) return;
    this.#malformed = state.malformed;
    this.#log.debug('noise on the chip line', { malformed: state.malformed });
  }

  #act(out: ChipLinkOut): void {
    switch (out.type) {
      case 'baud':
        this.#line.configure({ ...DEFAULT_SOURCE_SETTINGS.serial, baud: out.baud });
        return;
      case 'send':
        this.#line.write(out.bytes);
        return;
      case 'event':
        this.#tell(out.event);
        return;
      case 'sought':
        for (const resolve of this.#waitingForChip) resolve();
        return;
      case 'rested':
        for (const resolve of this.#waitingForRest) resolve();
        return;
      case 'warn':
        this.#log.warn(out.message, out.fields);
        return;
      case 'wake':
        this.#wakeAt(out.at);
        return;
      default:
        unreachable(out);
    }
  }

  #tell(event: HidGadgetEvent): void {
    if (event.type === 'leds') this.#leds = event.leds;
    else this.#host = event.state;
    this.#listener?.(event);
  }

  #wakeAt(at: Parameters<typeof between>[1]): void {
    const clock = this.#clock;
    this.#wake = clock.timer({
      name: 'chip line',
      after: milliseconds(Math.max(0, between(clock.now(), at))),
      fire: () => this.#take({ type: 'tick', at: clock.now() }),
    });
  }

  #wait(
    waiting: Set<() => void>,
    { name, limit }: { readonly name: string; readonly limit: ReturnType<typeof seconds> },
  ): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        timer.cancel();
        waiting.delete(end);
        resolve();
      };
      const timer = this.#clock.timer({ name, after: limit, fire: end });
      waiting.add(end);
    });
  }
}
