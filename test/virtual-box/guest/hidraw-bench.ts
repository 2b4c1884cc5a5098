import { readdirSync } from 'node:fs';
import type { HidHost, HidHostEvent } from '@seatmatrix/firmware-agent/drivers';
import type { HidHostBench } from '@seatmatrix/firmware-agent/drivers/contract';
import { openHidrawHost } from '@seatmatrix/firmware-agent/drivers/hidraw';
import { decodeLeds, encodeLeds, type KeyboardLeds, LEDS_OFF } from '@seatmatrix/protocol/domain';
import { type Log, silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { DESCRIPTORS } from './descriptors.ts';
import { UhidDevice } from './uhid-device.ts';
import { until } from './until.ts';

/** The hidraw driver, and devices that are plugged in through uhid. */
export async function openHidrawBench(): Promise<HidHostBench> {
  const taken = new TakenDevices();
  const real = await openHidrawHost({ url: '', clock: systemClock, log: taken.log });
  const driver = new WatchedHost(real);
  const plugged = new Set<{ readonly device: UhidDevice; readonly lights: boolean }>();
  let sent = 0;
  return {
    driver,
    delivers: { 'key-bitmap': true, 'consumer-control': true, 'wide-mouse': true },
    plugIn(layout) {
      const device = plugIn(`Bench ${layout}`, DESCRIPTORS[layout]);
      const plug = { device, lights: layout === 'boot-keyboard' };
      plugged.add(plug);
      return {
        send(report) {
          device.send(report);
          if (driver.listening) sent++;
        },
        leds: () => decodeLeds(device.output()),
        unplug() {
          plugged.delete(plug);
          device.unplug();
        },
      };
    },
    async settle() {
      if (driver.disposed) return;
      await until(() => taken.count === plugged.size);
      await until(() => driver.reports >= sent);
      const lit = encodeLeds(driver.leds);
      await until(() => [...plugged].every(({ device, lights }) => !lights || (device.output() & 7) === lit));
    },
    async [Symbol.asyncDispose]() {
      for (const { device } of plugged) device.unplug();
      await driver[Symbol.asyncDispose]();
    },
  };
}

/** uhid makes devices in the background, two in any order: the next one waits until this one is there. */
function plugIn(name: string, descriptor: Uint8Array): UhidDevice {
  const nodes = () => readdirSync('/sys/class/hidraw').length;
  const before = nodes();
  const device = new UhidDevice({ name, descriptor });
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let look = 0; look < 1000 && nodes() === before; look++) Atomics.wait(pause, 0, 0, 2);
  return device;
}

/** Counts what the driver has taken: it says so in its log, listened to or not. */
class TakenDevices {
  count = 0;
  readonly log: Log = {
    ...silentLog,
    info: (message) => {
      if (message === 'desk device') this.count++;
      if (message === 'desk device gone') this.count--;
    },
    child: () => silentLog,
  };
}

class WatchedHost implements HidHost {
  readonly #driver: HidHost;
  leds: KeyboardLeds = LEDS_OFF;
  listening = false;
  disposed = false;
  reports = 0;

  constructor(driver: HidHost) {
    this.#driver = driver;
  }

  listen(listener: (event: HidHostEvent) => void): void {
    this.listening = true;
    this.#driver.listen((event) => {
      listener(event);
      if (event.type === 'report') this.reports++;
    });
  }

  setLeds(leds: KeyboardLeds): void {
    this.leds = leds;
    this.#driver.setLeds(leds);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.disposed = true;
    await this.#driver[Symbol.asyncDispose]();
  }
}
