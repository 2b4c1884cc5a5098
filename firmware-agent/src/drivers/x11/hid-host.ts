import type { KeyboardLeds } from '@seatmatrix/protocol/domain';
import type { Log } from '@seatmatrix/protocol/kernel';
import type { HidDevice, HidHost, HidHostEvent } from '../hid-host.ts';
import type { DeskWindowEvent } from './desk-event.ts';
import { type DeskDevice, type DeskHand, deskStep, idleHand } from './desk-reports.ts';
import type { DeskWindow } from './desk-window.ts';
import { type Keymap, readKeymap } from './keymap.ts';
import { type LockLeds, openLockLeds, sameLeds, watchLocks } from './lock-leds.ts';

/**
 * Keys and pointer of the desk's window, as a keyboard without a limit of keys (`key-bitmap`), its consumer keys and an
 * absolute pointer; X merges all keyboards and mice of the desktop into these. Positions are of the picture; relative
 * movement is left to devices of a box's own (hidraw:), since X tells it only beside a pointer that goes on moving.
 * When the window loses the focus, everything is let go; the desktop's own locks and LEDs are restored.
 */
export class X11HidHost implements HidHost {
  readonly #window: DeskWindow;
  readonly #log: Log;
  readonly #keymap: Keymap;
  readonly #leds: LockLeds;
  #listener: ((event: HidHostEvent) => void) | null = null;
  #unsubscribe: (() => void) | null = null;
  #hand: DeskHand = idleHand;
  #wanted: KeyboardLeds | null = null;
  /** What the desktop's keyboard showed before the computer's LEDs were put on it. */
  #desktops: KeyboardLeds | null = null;
  /** What is done with the LEDs happens one after the other. */
  #turn: Promise<void> = Promise.resolve();

  private constructor(made: {
    readonly window: DeskWindow;
    readonly log: Log;
    readonly keymap: Keymap;
    readonly leds: LockLeds;
  }) {
    this.#window = made.window;
    this.#log = made.log;
    this.#keymap = made.keymap;
    this.#leds = made.leds;
  }

  static async open(window: DeskWindow, log: Log): Promise<X11HidHost> {
    const keymap = await readKeymap(window.connection, log);
    const leds = await openLockLeds(window.connection, keymap);
    await watchLocks(window.connection);
    return new X11HidHost({ window, log, keymap, leds });
  }

  listen(listener: (event: HidHostEvent) => void): void {
    this.#listener = listener;
    for (const device of devices) listener({ type: 'attached', device });
    this.#unsubscribe = this.#window.subscribe((event) => this.#take(event));
    if (this.#window.focused) {
      this.#take({ type: 'focus', focused: true });
      this.#take({ type: 'held', keycodes: this.#window.heldAtFocus });
    }
    this.#window.ended.then((end) => {
      if (end === 'lost') this.#detach();
    });
  }

  setLeds(leds: KeyboardLeds): void {
    this.#wanted = leds;
    if (this.#hand.focused) this.#showWanted();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener = null;
    this.#unsubscribe?.();
    this.#wanted = null;
    this.#restore();
    await this.#turn;
  }

  #take(event: DeskWindowEvent): void {
    const { size, pictureArea } = this.#window;
    const stepped = deskStep(this.#hand, {
      event,
      picture: pictureArea ?? { x: 0, y: 0, ...size },
      usageOf: (keycode) => this.#keymap.usageOf(keycode),
    });
    this.#hand = stepped.state;
    for (const { device, bytes } of stepped.out) {
      this.#listener?.({ type: 'report', device: deviceIds[device], bytes });
    }
    if (event.type === 'focus') {
      if (event.focused) this.#showWanted();
      else this.#restore();
    }
    // Caps Lock locks here at once; whether it is lit is the computer's to say.
    if (event.type === 'locks' && this.#hand.focused) this.#showWanted();
  }

  #detach(): void {
    this.#unsubscribe?.();
    for (const device of devices) this.#listener?.({ type: 'detached', device: device.id });
    this.#listener = null;
  }

  #showWanted(): void {
    this.#inTurn(async () => {
      const shown = await this.#leds.read();
      const wanted = this.#wanted;
      if (wanted === null || !this.#hand.focused) return;
      this.#desktops ??= shown;
      if (!sameLeds(shown, wanted)) this.#leds.write(wanted);
    });
  }

  #restore(): void {
    this.#inTurn(async () => {
      const desktops = this.#desktops;
      if (desktops === null) return;
      this.#desktops = null;
      this.#leds.write(desktops);
      await this.#window.connection.sync();
    });
  }

  #inTurn(work: () => Promise<void>): void {
    this.#turn = this.#turn.then(work).catch((cause: unknown) => {
      this.#log.debug('the LEDs of the desktop could not be reached', { cause: String(cause) });
    });
  }
}

const deviceIds: Readonly<Record<DeskDevice, string>> = {
  keyboard: 'x11-keyboard',
  consumer: 'x11-consumer-control',
  pointer: 'x11-pointer',
};

const devices: readonly HidDevice[] = [
  { id: deviceIds.keyboard, layout: 'key-bitmap', name: 'X11 keyboard' },
  { id: deviceIds.consumer, layout: 'consumer-control', name: 'X11 consumer keys' },
  { id: deviceIds.pointer, layout: 'absolute-pointer', name: 'X11 pointer' },
];
