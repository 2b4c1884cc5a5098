import {
  type KeyboardLeds,
  POINTER_MAX,
  type PointerInput,
  type Usage,
  type VideoMode,
} from '@seatmatrix/protocol/domain';
import { Fault } from '@seatmatrix/protocol/kernel';
import { ComputerHead } from './computer-head.ts';
import { ComputerUsbPort } from './computer-usb-port.ts';
import { type Received, ReceivedRecord } from './received.ts';
import type { ScreenContent } from './screen-paint.ts';
import { bootedConsole, stepTextConsole, type TextConsole, type TextConsoleInput } from './text-console.ts';
import { keyName } from './us-layout.ts';

export interface ComputerOptions {
  /** 0–1023: what the pixel code says. */
  readonly number: number;
  /** What people call it, in any script. */
  readonly name: string;
  /** What it is for, under the name. */
  readonly role: string;
  /** In the prompt: letters, digits, hyphens. */
  readonly host: string;
  /** 1–4: video outputs, with a USB port beside each. */
  readonly heads: number;
  /** Of every head until an EDID says another. */
  readonly mode: VideoMode;
}

export type PowerState = 'on' | 'sleeping' | 'off';

export interface PointerPlace {
  readonly head: number;
  /** 0–32767 of the head's width and height. */
  readonly x: number;
  readonly y: number;
}

interface PortState {
  keys: ReadonlySet<Usage>;
  buttons: number;
}

/** A text-console computer: it shows its name and whatever reaches its keyboard and pointer, and nothing moves by itself. */
export class Computer {
  readonly options: ComputerOptions;
  readonly heads: readonly ComputerHead[];
  readonly ports: readonly ComputerUsbPort[];
  readonly #record = new ReceivedRecord();
  readonly #portStates: PortState[] = [];
  #console: TextConsole;
  #power: PowerState = 'on';
  #held = new Set<Usage>();
  #pointer: PointerPlace | null = null;
  #status = '';

  constructor(options: ComputerOptions) {
    this.options = options;
    this.#console = bootedConsole(options.host);
    const numbers = Array.from({ length: options.heads }, (_, index) => index + 1);
    this.heads = numbers.map((number) => {
      return new ComputerHead({ number, mode: options.mode, content: () => this.#content(number) });
    });
    this.ports = numbers.map((number) => this.#openPort(number));
  }

  get power(): PowerState {
    return this.#power;
  }

  get console(): TextConsole {
    return this.#console;
  }

  get leds(): KeyboardLeds {
    return this.#console.leds;
  }

  /** Null until a pointer moved. */
  get pointer(): PointerPlace | null {
    return this.#pointer;
  }

  /** A line that the computer's own work changes. */
  get status(): string {
    return this.#status;
  }

  set status(text: string) {
    if (text === this.#status) return;
    this.#status = text;
    this.#changed();
  }

  /** Everything that came over USB so far, oldest first; the newest 5,000 at least. */
  get received(): readonly Received[] {
    return this.#record.events;
  }

  /** Keys that are down now, by whichever port. */
  get heldKeys(): ReadonlySet<Usage> {
    return this.#held;
  }

  get heldButtons(): number {
    return this.#portStates.reduce((union, { buttons }) => union | buttons, 0);
  }

  /** What stands in the terminal, the prompt's line last. */
  get text(): string {
    return [...this.#console.lines, this.#console.input].join('\n');
  }

  clearReceived(): void {
    this.#record.clear();
  }

  /** Fails when a key or button is down: the end of every scenario. */
  expectAllUp(): void {
    if (this.#held.size === 0 && this.heldButtons === 0) return;
    const keys = [...this.#held].map(keyName).join(', ') || 'none';
    throw new Fault({
      code: 'invariant-broken',
      message: `${this.options.name}: keys down: ${keys}; buttons down: ${this.heldButtons}`,
    });
  }

  /** Screen off, bus suspended; a key or button wakes it. */
  sleep(): void {
    this.#setPower('sleeping');
  }

  wake(): void {
    if (this.#power === 'sleeping') this.#setPower('on');
  }

  powerOff(): void {
    this.#setPower('off');
  }

  powerOn(): void {
    if (this.#power === 'off') this.#step({ type: 'booted' });
    this.#setPower('on');
  }

  #content(head: number): ScreenContent {
    const pointer = this.#pointer?.head === head ? this.#pointer : null;
    return {
      options: this.options,
      head,
      console: this.#console,
      leds: this.leds,
      heldKeys: this.#held,
      pointer,
      status: this.#status,
    };
  }

  #setPower(power: PowerState): void {
    if (power === this.#power) return;
    this.#power = power;
    for (const port of this.ports) port.setBus(power === 'on' ? 'awake' : power === 'sleeping' ? 'asleep' : 'off');
    for (const head of this.heads) head.setLit(power === 'on');
  }

  #openPort(number: number): ComputerUsbPort {
    const state: PortState = { keys: new Set(), buttons: 0 };
    this.#portStates.push(state);
    return new ComputerUsbPort(
      {
        keys: (keys) => {
          state.keys = keys;
          this.#keysChanged(number);
        },
        pointer: (pointer) => this.#pointed(pointer, { state, port: number }),
        wake: () => this.wake(),
      },
      this.#console.leds,
    );
  }

  /** A key is down while any keyboard holds it, as with two keyboards on one computer. */
  #keysChanged(port: number): void {
    const before = this.#held;
    const now = new Set(this.#portStates.flatMap(({ keys }) => [...keys]));
    this.#held = now;
    const released = [...before].filter((key) => !now.has(key));
    const pressed = [...now].filter((key) => !before.has(key));
    if (released.length === 0 && pressed.length === 0) return;
    for (const key of released) this.#record.add({ type: 'key', key, pressed: false, port });
    for (const key of pressed) {
      this.#record.add({ type: 'key', key, pressed: true, port });
      this.#step({ type: 'pressed', key, held: now });
    }
    this.#changed();
  }

  #pointed(pointer: PointerInput, { state, port }: { readonly state: PortState; readonly port: number }): void {
    const place = this.#placeOf(pointer, port);
    const moved = place !== null && (this.#pointer === null || !isSamePlace(place, this.#pointer));
    if (moved) {
      this.#pointer = place;
      this.#record.add({ type: 'pointer', ...place });
    }
    const clicked = pointer.buttons !== state.buttons;
    if (clicked) {
      state.buttons = pointer.buttons;
      this.#record.add({ type: 'button', buttons: pointer.buttons, port });
    }
    if (pointer.wheel !== 0) this.#record.add({ type: 'wheel', notches: pointer.wheel, port });
    if (pointer.tilt !== 0) this.#record.add({ type: 'tilt', notches: pointer.tilt, port });
    if (moved || clicked) this.#changed();
  }

  #placeOf({ position, movement }: PointerInput, port: number): PointerPlace | null {
    if (position !== null) return { head: port, ...position };
    if (movement === null) return null;
    const from = this.#pointer ?? { head: port, x: POINTER_MAX / 2, y: POINTER_MAX / 2 };
    const mode = this.heads[from.head - 1]?.mode ?? this.options.mode;
    return {
      head: from.head,
      x: clampPointer(from.x + (movement.dx * POINTER_MAX) / mode.width),
      y: clampPointer(from.y + (movement.dy * POINTER_MAX) / mode.height),
    };
  }

  #step(input: TextConsoleInput): void {
    const { state, out } = stepTextConsole(this.#console, input);
    this.#console = state;
    for (const effect of out) {
      if (effect.type === 'leds') for (const port of this.ports) port.setLeds(effect.leds);
      else this.#record.add(effect);
    }
  }

  #changed(): void {
    for (const head of this.heads) head.changed();
  }
}

const clampPointer = (value: number): number => Math.max(0, Math.min(POINTER_MAX, value));

const isSamePlace = (a: PointerPlace, b: PointerPlace): boolean => a.head === b.head && a.x === b.x && a.y === b.y;
