import { writeFileSync } from 'node:fs';
import type { HidGadget, HidGadgetEvent } from '@seatmatrix/firmware-agent/drivers';
import type { HidGadgetBench } from '@seatmatrix/firmware-agent/drivers/contract';
import { openHidgGadget } from '@seatmatrix/firmware-agent/drivers/hidg';
import {
  decodeAbsolutePointer,
  decodeBootKeyboard,
  decodeConsumerControl,
  decodeWideMouse,
  encodeLeds,
  type KeyboardLeds,
  LEDS_OFF,
  type Usage,
} from '@seatmatrix/protocol/domain';
import { silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { GadgetComputer } from './gadget-computer.ts';
import { until } from './until.ts';

export const GADGET_FOLDER = '/sys/kernel/config/usb_gadget/seatmatrix';

/** The USB gadget driver, plugged into this guest's own kernel. */
export async function openHidgBench(): Promise<HidGadgetBench & { readonly computer: GadgetComputer }> {
  const driver = new WatchedGadget(await openHidgGadget({ url: '', clock: systemClock, log: silentLog }));
  const computer = new GadgetComputer();
  let leds: KeyboardLeds = LEDS_OFF;
  await until(() => computer.complete, 20_000);
  await until(() => driver.host === null || driver.host === 'awake');
  const setLeds = computer.setLeds.bind(computer);
  computer.setLeds = (lit) => {
    leds = lit;
    setLeds(lit);
  };
  return {
    driver,
    computer,
    capabilities: { consumer: true, tilt: true },
    async settle() {
      if (driver.listening && !driver.disposed) {
        await until(() => driver.host === computer.state);
        await until(() => encodeLeds(driver.leds) === encodeLeds(leds));
      }
      if (computer.state !== 'awake' || !computer.reading) return;
      await until(() => computer.complete);
      await until(() => driver.reached(computer), 3000);
    },
    async [Symbol.asyncDispose]() {
      await driver[Symbol.asyncDispose]();
      // The next bench begins with a computer that knows nothing.
      writeFileSync(`${GADGET_FOLDER}/UDC`, '\n');
      await until(() => !computer.complete);
      computer.close();
    },
  };
}

/** Keeps what the computer should have after all that was written. */
class WatchedGadget implements HidGadget {
  readonly #driver: HidGadget;
  #keys: ReadonlySet<Usage> = new Set();
  #consumer: ReadonlySet<Usage> = new Set();
  #buttons = [0, 0];
  #position: { readonly x: number; readonly y: number } | null = null;
  #travelled = { dx: 0, dy: 0 };
  listening = false;
  disposed = false;
  host: string | null = null;
  leds: KeyboardLeds = LEDS_OFF;

  constructor(driver: HidGadget) {
    this.#driver = driver;
  }

  reached(computer: GadgetComputer): boolean {
    const held = new Set([...this.#keys, ...this.#consumer]);
    const { x, y } = computer.position();
    const { dx, dy } = computer.travelled();
    const keys = computer.keys();
    return (
      keys.size === held.size &&
      [...held].every((key) => keys.has(key)) &&
      computer.buttons() === this.#buttons.reduce((all, each) => all | each, 0) &&
      (this.#position === null || (x === this.#position.x && y === this.#position.y)) &&
      dx === this.#travelled.dx &&
      dy === this.#travelled.dy
    );
  }

  listen(listener: (event: HidGadgetEvent) => void): void {
    this.listening = true;
    this.#driver.listen((event) => {
      if (event.type === 'host') this.host = event.state;
      else this.leds = event.leds;
      listener(event);
    });
  }

  writeKeyboard(report: Uint8Array): void {
    this.#keys = decodeBootKeyboard(report) ?? new Set();
    this.#driver.writeKeyboard(report);
  }

  writeConsumer(report: Uint8Array): void {
    this.#consumer = decodeConsumerControl(report) ?? new Set();
    this.#driver.writeConsumer(report);
  }

  writeAbsolutePointer(report: Uint8Array): void {
    const pointer = decodeAbsolutePointer(report);
    this.#position = pointer?.position ?? this.#position;
    this.#buttons[0] = pointer?.buttons ?? 0;
    this.#driver.writeAbsolutePointer(report);
  }

  writeRelativePointer(report: Uint8Array): void {
    const pointer = decodeWideMouse(report);
    this.#travelled = {
      dx: this.#travelled.dx + (pointer?.movement?.dx ?? 0),
      dy: this.#travelled.dy + (pointer?.movement?.dy ?? 0),
    };
    this.#buttons[1] = pointer?.buttons ?? 0;
    this.#driver.writeRelativePointer(report);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.disposed = true;
    this.#keys = new Set();
    this.#consumer = new Set();
    this.#buttons = [0, 0];
    await this.#driver[Symbol.asyncDispose]();
  }
}
