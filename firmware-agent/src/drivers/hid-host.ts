import type { KeyboardLeds } from '@seatmatrix/protocol/domain';

/**
 * How a device's reports are laid out (protocol/domain/hid.ts has the codecs). What a device's own report descriptor says
 * is turned into one of these by the driver.
 */
export type HidLayout =
  | 'boot-keyboard'
  | 'key-bitmap'
  | 'consumer-control'
  | 'boot-mouse'
  | 'wide-mouse'
  | 'absolute-pointer';

export interface HidDevice {
  /** Unique while it is plugged in. */
  readonly id: string;
  readonly layout: HidLayout;
  readonly name: string;
}

export type HidHostEvent =
  | { readonly type: 'attached'; readonly device: HidDevice }
  /** One report as it came over the cable, without a report ID. */
  | { readonly type: 'report'; readonly device: string; readonly bytes: Uint8Array }
  /** Whatever it held is no longer held. */
  | { readonly type: 'detached'; readonly device: string };

/**
 * The desk's keyboards and mice: reports in, LEDs out.
 *
 * Contract: `listen` is called once and first tells every device that is plugged in; reports of one device come in
 * order; after `detached` no report of it comes; LEDs reach every keyboard, also one plugged in later; disposing
 * turns the LEDs off and tells nothing more.
 */
export interface HidHost extends AsyncDisposable {
  listen(listener: (event: HidHostEvent) => void): void;
  setLeds(leds: KeyboardLeds): void;
}
