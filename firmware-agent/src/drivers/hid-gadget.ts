import type { KeyboardLeds } from '@seatmatrix/protocol/domain';

export type HidGadgetEvent =
  | { readonly type: 'leds'; readonly leds: KeyboardLeds }
  /** `asleep`: the computer suspended the bus; a key may wake it. `unplugged`: nobody reads. */
  | { readonly type: 'host'; readonly state: 'awake' | 'asleep' | 'unplugged' };

/**
 * The keyboard and the pointer that the computer believes to have.
 *
 * Contract: a write never blocks and never throws; when the computer does not read, the newest report wins; `listen`
 * is called once and first tells the host's state and LEDs; disposing leaves every key and button up.
 */
export interface HidGadget extends AsyncDisposable {
  listen(listener: (event: HidGadgetEvent) => void): void;
  /** Boot keyboard report, 8 bytes. */
  writeKeyboard(report: Uint8Array): void;
  /** Consumer control report, 2 bytes: one usage, little-endian, 0 for none. */
  writeConsumer(report: Uint8Array): void;
  /** Absolute pointer report, 7 bytes: buttons, x, y (0–32767, little-endian), wheel, tilt. */
  writeAbsolutePointer(report: Uint8Array): void;
  /** Relative pointer report, 7 bytes: buttons, dx, dy (16 bits, little-endian), wheel, tilt. */
  writeRelativePointer(report: Uint8Array): void;
}
