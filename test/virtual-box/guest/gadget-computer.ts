import { closeSync, constants, openSync, readdirSync, readSync, writeFileSync, writeSync } from 'node:fs';
import type { BenchComputer } from '@seatmatrix/firmware-agent/drivers/contract';
import { consumerUsage, encodeLeds, type Usage, usage } from '@seatmatrix/protocol/domain';
import { linkTarget, namesIn, textOf } from './sysfs.ts';

/* Linux, include/uapi/linux/input-event-codes.h. */
const EV_KEY = 1;
const EV_REL = 2;
const EV_ABS = 3;
const EV_MSC = 4;
const MSC_SCAN = 4;
const REL_X = 0;
const REL_Y = 1;
const REL_HWHEEL = 6;
const REL_WHEEL = 8;
const ABS_X = 0;
const ABS_Y = 1;

const EVENT_BYTES = 24;
const PRODUCT = 'Seatmatrix keyboard and mouse';

/**
 * The computer that the gadget is plugged into: this guest's own kernel, through dummy_hcd, usbhid and evdev. What a key is
 * the kernel tells by its usage (MSC_SCAN) before each edge.
 */
export class GadgetComputer implements BenchComputer {
  readonly #readers = new Map<string, EventReader>();
  reading = true;
  state: Parameters<BenchComputer['setState']>[0] = 'awake';

  /** Whether every input device that the gadget makes is there. */
  get complete(): boolean {
    this.#refresh();
    return (
      this.#usbDevice() !== null && [...INTERFACES].every((name) => hidDevice(name) !== null) && this.#readers.size >= 4
    );
  }

  keys(): ReadonlySet<Usage> {
    const scanned = this.#all().flatMap((reader) => [...reader.held]);
    return new Set(
      scanned.flatMap((scan) => {
        if (scan >>> 16 === 0x07) return [usage(scan & 0xffff)];
        return scan >>> 16 === 0x0c ? [consumerUsage(scan & 0xffff)] : [];
      }),
    );
  }

  buttons(): number {
    const scanned = this.#all().flatMap((reader) => [...reader.held]);
    return scanned.reduce((all, scan) => (scan >>> 16 === 0x09 ? all | (1 << ((scan & 0xffff) - 1)) : all), 0);
  }

  position(): { readonly x: number; readonly y: number } {
    const pointer = this.#all().find(({ absolute }) => absolute.size > 0);
    return { x: pointer?.absolute.get(ABS_X) ?? 0, y: pointer?.absolute.get(ABS_Y) ?? 0 };
  }

  travelled(): { readonly dx: number; readonly dy: number } {
    return { dx: this.#moved(REL_X), dy: this.#moved(REL_Y) };
  }

  turned(): { readonly wheel: number; readonly tilt: number } {
    return { wheel: this.#moved(REL_WHEEL), tilt: this.#moved(REL_HWHEEL) };
  }

  /** Returns when the gadget has the output report. */
  setLeds(leds: Parameters<BenchComputer['setLeds']>[0]): void {
    const keyboard = hidDevice('0');
    if (keyboard === null) throw new Error('the gadget has no keyboard');
    const [name = ''] = readdirSync(`${keyboard}/hidraw`);
    const file = openSync(`/dev/${name}`, 'r+');
    writeSync(file, Uint8Array.of(0, encodeLeds(leds)));
    closeSync(file);
  }

  setState(state: Parameters<BenchComputer['setState']>[0]): void {
    const device = this.#usbDevice();
    this.state = state;
    if (state === 'unplugged') {
      const port = device?.replace(/^(\d+)-(\d+)$/, 'usb$1/$1-0:1.0/usb$1-port$2');
      writeFileSync(`/sys/bus/usb/devices/${port}/disable`, '1');
      return;
    }
    if (device === null) {
      for (const port of disabledPorts()) writeFileSync(port, '0');
      return;
    }
    const power = `/sys/bus/usb/devices/${device}/power`;
    writeFileSync(`${power}/autosuspend_delay_ms`, '0');
    writeFileSync(`${power}/control`, state === 'asleep' ? 'auto' : 'on');
  }

  /** A kernel that nobody listens to does not poll: the input devices are closed by force. */
  setReading(reading: boolean): void {
    this.reading = reading;
    for (const name of INTERFACES) {
      const device = hidDevice(name);
      if (device === null) continue;
      for (const input of readdirSync(`${device}/input`)) {
        writeFileSync(`${device}/input/${input}/inhibited`, reading ? '0' : '1');
      }
    }
  }

  close(): void {
    for (const reader of this.#readers.values()) reader.close();
    this.#readers.clear();
    for (const port of disabledPorts()) writeFileSync(port, '0');
  }

  #moved(code: number): number {
    return this.#all().reduce((sum, { relative }) => sum + (relative.get(code) ?? 0), 0);
  }

  #all(): readonly EventReader[] {
    this.#refresh();
    for (const reader of this.#readers.values()) reader.pump();
    return [...this.#readers.values()];
  }

  #refresh(): void {
    const present = new Set<string>();
    for (const name of namesIn('/sys/class/input').filter((each) => each.startsWith('event'))) {
      if (!textOf(`/sys/class/input/${name}/device/name`).includes(PRODUCT)) continue;
      // event1 is soon another device's: the kernel counts the devices behind it.
      const device = linkTarget(`/sys/class/input/${name}/device`);
      present.add(device);
      if (!this.#readers.has(device)) this.#readers.set(device, new EventReader(`/dev/input/${name}`));
    }
    for (const [device, reader] of this.#readers) {
      if (present.has(device)) continue;
      reader.close();
      this.#readers.delete(device);
    }
  }

  #usbDevice(): string | null {
    return usbDevice();
  }
}

/** The gadget's interfaces, in the order of its functions. */
const INTERFACES = new Set(['0', '1', '2', '3']);

const usbDevice = (): string | null =>
  readdirSync('/sys/bus/usb/devices').find((name) => textOf(`/sys/bus/usb/devices/${name}/product`) === PRODUCT) ??
  null;

function hidDevice(usbInterface: string): string | null {
  const device = usbDevice();
  if (device === null) return null;
  const folder = `/sys/bus/usb/devices/${device}/${device}:1.${usbInterface}`;
  const name = namesIn(folder).find((each) => /^0003:/.test(each));
  if (name === undefined || namesIn(`${folder}/${name}/input`).length === 0) return null;
  return `${folder}/${name}`;
}

function disabledPorts(): readonly string[] {
  return namesIn('/sys/bus/usb/devices')
    .filter((name) => /^usb\d+$/.test(name))
    .flatMap((hub) => {
      const folder = `/sys/bus/usb/devices/${hub}/${hub.slice(3)}-0:1.0`;
      return namesIn(folder)
        .filter((name) => name.startsWith(`${hub}-port`))
        .map((name) => `${folder}/${name}/disable`);
    })
    .filter((port) => textOf(port) === '1');
}

class EventReader {
  readonly #file: number;
  #scan = 0;
  readonly held = new Set<number>();
  readonly relative = new Map<number, number>();
  readonly absolute = new Map<number, number>();

  constructor(path: string) {
    this.#file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  }

  pump(): void {
    const events = Buffer.alloc(EVENT_BYTES * 64);
    for (;;) {
      let length: number;
      try {
        length = readSync(this.#file, events);
      } catch {
        // Nothing more, or pulled.
        return;
      }
      for (let at = 0; at + EVENT_BYTES <= length; at += EVENT_BYTES) {
        this.#take({
          type: events.readUInt16LE(at + 16),
          code: events.readUInt16LE(at + 18),
          value: events.readInt32LE(at + 20),
        });
      }
    }
  }

  close(): void {
    closeSync(this.#file);
  }

  #take({ type, code, value }: { readonly type: number; readonly code: number; readonly value: number }): void {
    if (type === EV_MSC && code === MSC_SCAN) this.#scan = value;
    else if (type === EV_REL) this.relative.set(code, (this.relative.get(code) ?? 0) + value);
    else if (type === EV_ABS) this.absolute.set(code, value);
    else if (type === EV_KEY && value === 0) this.held.delete(this.#scan);
    // 2 is the kernel's own repeating of a held key.
    else if (type === EV_KEY && value === 1) this.held.add(this.#scan);
  }
}
