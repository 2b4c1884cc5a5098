import {
  type DeviceKey,
  deviceKey,
  type KeyboardLeds,
  POINTER_MAX,
  type PointerInput,
  type Usage,
} from '@seatmatrix/protocol/domain';
import { between, type Clock, milliseconds, type Timer } from '@seatmatrix/protocol/kernel';
import type { HidHost, HidHostEvent, HidLayout } from '../drivers/index.ts';
import { type IdleInput, idleStep, NEVER_USED } from '../input/idle.ts';
import type { InputRouterInput } from '../input/input-router.ts';
import { keyboardStep, NO_KEYBOARD } from '../input/keyboard-state.ts';
import {
  type PointerPosition,
  type SeatDisplay,
  type SeatFocusInput,
  type SeatFocusOut,
  seatFocusStep,
  seatHolds,
  seatOfOne,
} from '../input/seat-focus.ts';
import { HELD_INTERVAL } from '../key-safety/deadlines.ts';
import { DeskLeds } from './desk-leds.ts';

export interface DeskDevicesOptions {
  readonly hidHost: HidHost;
  readonly clock: Clock;
  /** For this receiver's own display. */
  readonly own: (message: Extract<InputRouterInput, { readonly type: 'focus' | 'input' }>) => void;
  /** For a neighbour's display, whose seat link is open. */
  readonly neighbour: {
    /** `pointer` is null where the operator chose the display with F7. */
    readonly focus: (
      display: DeviceKey,
      focus: { readonly focused: boolean; readonly pointer: PointerPosition | null },
    ) => void;
    readonly input: (
      display: DeviceKey,
      input: { readonly keys: readonly Usage[]; readonly pointer: PointerInput | null },
    ) => void;
    readonly held: (display: DeviceKey) => void;
  };
  /** The operator moved the focus here: the seat's other keyboards follow. */
  readonly claimed: (display: DeviceKey) => void;
  /** F7 chose this receiver's own display. */
  readonly chosen: () => void;
  /** The first device was plugged in: from now on the seat's displays have to be reachable. */
  readonly used: () => void;
  readonly signOut: () => void;
}

/**
 * This receiver's keyboards and mice, as the seat's: which display they speak to, whose LEDs they show, and when they
 * have been still for too long. The keyboards of several receivers in a seat follow the same focus.
 */
export class DeskDevices {
  readonly #options: DeskDevicesOptions;
  readonly #layouts = new Map<string, HidLayout>();
  #keyboard = NO_KEYBOARD;
  #focus = seatOfOne(UNKNOWN);
  readonly #leds: DeskLeds;
  #idle = NEVER_USED;
  /** Which neighbour has been told that these devices speak to it. */
  #told: DeviceKey | null = null;
  /** The seat knows that these devices speak to where they do. */
  #claimed = false;
  #held: Timer | null = null;
  #waking: Timer | null = null;

  constructor(options: DeskDevicesOptions) {
    this.#options = options;
    this.#leds = new DeskLeds(options);
  }

  get plugged(): boolean {
    return this.#layouts.size > 0;
  }

  /** Whether a keyboard is among them. */
  get typing(): boolean {
    return [...this.#layouts.values()].some((layout) => layout === 'boot-keyboard' || layout === 'key-bitmap');
  }

  /** The keyboards' LEDs, for somebody who looks for this desk. */
  blink(on: boolean): void {
    this.#leds.blink(on);
  }

  get focused(): DeviceKey {
    return this.#focus.focused;
  }

  start(): void {
    this.#options.hidHost.listen((event) => this.#hear(event));
  }

  stop(): void {
    this.#held?.cancel();
    this.#waking?.cancel();
    this.#leds.stop();
  }

  seat(seat: { readonly displays: readonly SeatDisplay[]; readonly own: DeviceKey }): void {
    // A display that has just been reached does not know yet whose devices are in use.
    this.#claimed = false;
    this.#move({ type: 'seat', ...seat });
  }

  /** F7 and a digit. */
  choose(number: number): void {
    const before = this.#focus.focused;
    this.#move({ type: 'focus', number }, { chosen: true });
    const now = this.#focus.focused;
    if (now === before) return;
    this.#claim();
    if (now === this.#focus.own) this.#options.chosen();
  }

  /** Another receiver's operator moved the focus there: these devices follow, and say so when they are used. */
  follow(number: number): void {
    this.#claimed = false;
    this.#judgeIdle({ type: 'elsewhere', at: this.#options.clock.now() });
    this.#move({ type: 'focus', number }, { quiet: true });
  }

  /** A receiver whose devices were perhaps in use is gone. */
  alone(): void {
    this.#judgeIdle({ type: 'alone', at: this.#options.clock.now() });
  }

  session(session: { readonly signedIn: boolean; readonly idleMinutes: number | null }): void {
    this.#judgeIdle({ type: 'plan', ...session, at: this.#options.clock.now() });
  }

  /** What a display's computer says; null: no computer, or no link to the display. */
  leds(display: DeviceKey, leds: KeyboardLeds | null): void {
    this.#leds.hear(leds === null ? { type: 'gone', source: display } : { type: 'leds', source: display, leds });
  }

  #hear(event: HidHostEvent): void {
    const used = this.plugged;
    if (event.type === 'attached') this.#layouts.set(event.device.id, event.device.layout);
    if (event.type === 'detached') this.#layouts.delete(event.device);
    if (!used && this.plugged) this.#options.used();
    const stepped = keyboardStep(this.#keyboard, event);
    this.#keyboard = stepped.state;
    if (event.type === 'report') this.#used();
    for (const out of stepped.out) {
      if (out.type === 'keys') {
        this.#local({ type: 'keys', keys: out.keys });
        continue;
      }
      // A position is a place on this receiver's own display: a touch screen, a console page.
      const place = { type: 'display', number: this.#ownNumber } as const;
      const absolute = event.type === 'report' && this.#layouts.get(event.device) === 'absolute-pointer';
      this.#local({ type: 'pointer', pointer: out.pointer, surface: absolute ? place : { type: 'focused' } });
    }
  }

  get #ownNumber(): number {
    return this.#focus.displays.findIndex((display) => display.key === this.#focus.own) + 1;
  }

  /** Input of these devices: where it moves the focus, or was not known to have it, the seat is told. */
  #local(input: SeatFocusInput): void {
    const before = this.#focus.focused;
    this.#move(input);
    if (this.#focus.focused !== before || !this.#claimed) this.#claim();
  }

  #claim(): void {
    this.#claimed = true;
    this.#options.claimed(this.#focus.focused);
  }

  #move(input: SeatFocusInput, how: { readonly chosen?: boolean; readonly quiet?: boolean } = {}): void {
    const { keys } = this.#focus;
    const stepped = seatFocusStep(this.#focus, input);
    this.#focus = stepped.state;
    for (const out of stepped.out) this.#tell(out, { ...how, held: keys });
    this.#leds.hear({ type: 'source', source: this.#focus.focused });
    if (this.#held === null && this.#told !== null && seatHolds(this.#focus)) this.#sayHeld();
  }

  /** `held`: what was down before. */
  #tell(
    out: SeatFocusOut,
    how: { readonly chosen?: boolean; readonly quiet?: boolean; readonly held: readonly Usage[] },
  ): void {
    const { own, neighbour, clock } = this.#options;
    if (out.display === this.#focus.own || out.display === UNKNOWN) {
      const at = clock.now();
      own(
        out.type === 'focus'
          ? { type: 'focus', focused: out.focused, unasked: out.unasked, at }
          : { type: 'input', keys: out.keys, pointer: out.pointer, at },
      );
      return;
    }
    if (out.type === 'focus') {
      if (!out.focused && this.#told === out.display) {
        this.#told = null;
        neighbour.focus(out.display, out);
      }
      if (out.focused && how.quiet !== true) this.#enter(out.display, how.chosen === true ? null : out.pointer);
      return;
    }
    if (how.quiet === true) return;
    if (this.#told !== out.display) {
      // The seat's focus was there before these devices were used: only now does that display hear of them.
      this.#enter(out.display, out.pointer?.position ?? CENTRE);
      neighbour.input(out.display, { keys: how.held, pointer: null });
    }
    neighbour.input(out.display, out);
  }

  #enter(display: DeviceKey, pointer: PointerPosition | null): void {
    this.#told = display;
    this.#options.neighbour.focus(display, { focused: true, pointer });
  }

  #sayHeld(): void {
    this.#held = this.#options.clock.timer({
      name: 'held keys of the seat',
      after: HELD_INTERVAL,
      fire: () => {
        this.#held = null;
        if (this.#told === null || !seatHolds(this.#focus)) return;
        this.#options.neighbour.held(this.#told);
        this.#sayHeld();
      },
    });
  }

  #used(): void {
    this.#judgeIdle({ type: 'input', at: this.#options.clock.now() });
  }

  #judgeIdle(input: IdleInput): void {
    const { clock, signOut } = this.#options;
    const stepped = idleStep(this.#idle, input);
    this.#idle = stepped.state;
    for (const out of stepped.out) {
      if (out.type === 'sign-out') {
        signOut();
        continue;
      }
      this.#waking?.cancel();
      this.#waking = clock.timer({
        name: 'idle sign-out',
        after: milliseconds(Math.max(0, between(clock.now(), out.at))),
        fire: () => this.#judgeIdle({ type: 'tick', at: clock.now() }),
      });
    }
  }
}

const CENTRE: PointerPosition = { x: POINTER_MAX >> 1, y: POINTER_MAX >> 1 };

/** Until the first plan says who this receiver is. */
const UNKNOWN = deviceKey('');
