import {
  encodeBootKeyboard,
  isModifier,
  type KeyboardLeds,
  LEDS_OFF,
  type Usage,
  Usages,
} from '@seatmatrix/protocol/domain';
import { Fault } from '@seatmatrix/protocol/kernel';
import { BehaviourChain } from '../behaviours/behaviour.ts';
import { keyFor } from './us-layout.ts';
import type { UsbHub, UsbPlug } from './usb-hub.ts';

/** A boot report carries six keys; with more, a keyboard says error roll-over in all six places (HID 1.11 §C). */
const KEYS_MAX = 6;
const ERROR_ROLL_OVER = 0x01;

/** A desk's keyboard and the hand on it. It reports on change alone, as boot keyboards with idle rate 0 do. */
export class Keyboard {
  readonly name: string;
  /** Sees every report before the cable does. */
  readonly behaviours = new BehaviourChain<Uint8Array>();
  readonly #held = new Set<Usage>();
  #leds: KeyboardLeds = LEDS_OFF;
  #plug: UsbPlug | null = null;

  constructor(name = 'Simulated keyboard') {
    this.name = name;
  }

  get held(): ReadonlySet<Usage> {
    return this.#held;
  }

  get leds(): KeyboardLeds {
    return this.#leds;
  }

  get plugged(): boolean {
    return this.#plug !== null;
  }

  plug(hub: UsbHub): void {
    if (this.#plug !== null) return;
    this.#plug = hub.attach({
      layout: 'boot-keyboard',
      name: this.name,
      setLeds: (leds) => {
        this.#leds = leds;
      },
    });
  }

  /** The fingers stay where they are: what is held while it is unplugged shows in the first report after. */
  unplug(): void {
    this.#plug?.pull();
    this.#plug = null;
  }

  press(...keys: readonly Usage[]): void {
    for (const key of keys) {
      this.#held.add(key);
      this.#report();
    }
  }

  release(...keys: readonly Usage[]): void {
    for (const key of keys) if (this.#held.delete(key)) this.#report();
  }

  tap(key: Usage, times = 1): void {
    for (let count = 0; count < times; count++) {
      this.press(key);
      this.release(key);
    }
  }

  /** Presses the keys in this order, releases them in the other. */
  chord(...keys: readonly Usage[]): void {
    this.press(...keys);
    this.release(...[...keys].reverse());
  }

  /** Types on the American layout; `\n`, `\t`, `\b` are Enter, Tab, Backspace. Fails on what has no key there. */
  type(text: string): void {
    for (const character of text) {
      const found = keyFor(character);
      if (found === null) {
        throw new Fault({ code: 'invariant-broken', message: `no key of an American keyboard writes "${character}"` });
      }
      if (found.shift) this.chord(Usages.LeftShift, found.key);
      else this.tap(found.key);
    }
  }

  #report(): void {
    const keys = [...this.#held].filter((key) => !isModifier(key));
    const report = encodeBootKeyboard(this.#held);
    if (keys.length > KEYS_MAX) report.fill(ERROR_ROLL_OVER, 2);
    this.behaviours.run(report, (bytes) => this.#plug?.report(bytes));
  }
}
