import { stat } from 'node:fs/promises';
import type { SerialSettings } from '@seatmatrix/protocol/domain';
import { type Clock, faultFrom, type Log, milliseconds, seconds, type Timer } from '@seatmatrix/protocol/kernel';
import { holdDevice } from '../linux/device-hold.ts';
import { openSerialDevice, type SerialDevice } from './serial-device.ts';

export interface SerialLineListener {
  plugged(plugged: boolean): void;
  bytes(bytes: Uint8Array): void;
}

export interface SerialLineOptions {
  /** A device file; better one below /dev/serial/by-id, which stays the same adapter's. */
  readonly path: string;
  readonly settings: SerialSettings;
  readonly clock: Clock;
  readonly log: Log;
}

/** A pulled adapter is back when a hand has put it in: half a second is not noticed. */
const REOPEN_INTERVAL = milliseconds(500);

/**
 * serialport misses a hang-up that falls between two of its reads and reads nothing for ever, so that the file is looked
 * at as well.
 */
const LOOK_INTERVAL = seconds(1);

/** 0.35 s at 115,200 baud, 4 s at 9600: what a person who sees nothing come would wait for. */
export const WAITING_BYTES_MAX = 4096;

/** What the kernel is given at a time: the rest can still be dropped. */
const CHUNK_BYTES = 256;

/**
 * A serial device that is held for this process, comes back when its adapter is plugged in again, and never makes a
 * writer wait. Rejects with `device-absent`, `device-denied`, `device-busy` or `driver-unavailable` when it cannot be
 * opened now.
 */
export async function openSerialLine(options: SerialLineOptions): Promise<SerialLine> {
  const line = new SerialLine(options, await holdDevice(options.path));
  await line.open();
  return line;
}

export class SerialLine implements AsyncDisposable {
  readonly #options: SerialLineOptions;
  readonly #hold: AsyncDisposable;
  #listener: SerialLineListener | null = null;
  #settings: SerialSettings;
  #device: SerialDevice | null = null;
  /** Rises with every opening and closing: late news of an earlier one is told by it. */
  #opening = 0;
  #plugged = false;
  /** The device is open with settings that are wanted no more: nothing is written before it was opened anew. */
  #stale = false;
  #waiting: Uint8Array[] = [];
  #writing = false;
  #dropped = 0;
  #work: Promise<void> = Promise.resolve();
  #timer: Timer | null = null;
  #disposed = false;

  constructor(options: SerialLineOptions, hold: AsyncDisposable) {
    this.#options = options;
    this.#settings = options.settings;
    this.#hold = hold;
  }

  /** Writes that were dropped: the line was out, or too slow. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Lets the device go again when it cannot be opened. */
  async open(): Promise<void> {
    try {
      await this.#open();
    } catch (thrown) {
      await this.#hold[Symbol.asyncDispose]();
      throw thrown;
    }
  }

  /** First tells whether the device is there. */
  listen(listener: SerialLineListener): void {
    this.#listener = listener;
    listener.plugged(this.#plugged);
  }

  /** Drops what waits to be written, and sets the line. What is written from now on goes out with these settings. */
  configure(settings: SerialSettings): void {
    const waited = this.#waiting.length > 0 || this.#writing;
    this.#waiting = [];
    if (this.#disposed || (!waited && sameSettings(settings, this.#settings))) return;
    this.#settings = settings;
    if (!this.#plugged) return;
    this.#stale = true;
    this.#then(() => this.#reopen());
  }

  write(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    if (!this.#plugged || this.#disposed || this.#waitingBytes() + bytes.length > WAITING_BYTES_MAX) {
      this.#dropped++;
      return;
    }
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) this.#waiting.push(bytes.slice(at, at + CHUNK_BYTES));
    this.#pump();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#disposed = true;
    this.#listener = null;
    this.#timer?.cancel();
    this.#then(() => this.#close());
    await this.#work;
    await this.#hold[Symbol.asyncDispose]();
  }

  #then(work: () => Promise<void>): void {
    this.#work = this.#work.then(work);
  }

  async #reopen(): Promise<void> {
    // Several changes are one; and a device that went away meanwhile is opened with the new settings.
    if (this.#disposed || !this.#stale || !this.#plugged) return;
    await this.#close();
    try {
      await this.#open();
    } catch (thrown) {
      this.#lost(thrown);
    }
  }

  async #open(): Promise<void> {
    const opening = ++this.#opening;
    this.#stale = false;
    this.#device = await openSerialDevice(this.#options.path, {
      settings: this.#settings,
      listener: {
        bytes: (bytes) => {
          if (opening === this.#opening) this.#listener?.bytes(bytes);
        },
        closed: (reason) => {
          if (opening === this.#opening) this.#lost(reason);
        },
      },
    });
    this.#writing = false;
    this.#setPlugged(true);
    this.#pump();
    const file = await this.#file();
    if (opening === this.#opening) this.#watch({ opening, file });
  }

  #watch(seen: { readonly opening: number; readonly file: string | null }): void {
    this.#timer?.cancel();
    this.#timer = this.#options.clock.timer({
      name: `serial ${this.#options.path}: still there`,
      after: LOOK_INTERVAL,
      fire: async () => {
        const file = await this.#file();
        if (seen.opening !== this.#opening || this.#disposed) return;
        if (file === seen.file) this.#watch(seen);
        else this.#then(() => this.#drop(seen.opening));
      },
    });
  }

  async #drop(opening: number): Promise<void> {
    if (opening !== this.#opening) return;
    await this.#close();
    this.#lost('its file is gone or another one');
  }

  /** Which device the path leads to; null for none. */
  async #file(): Promise<string | null> {
    const found = await stat(this.#options.path).catch(() => null);
    return found === null ? null : `${found.rdev}/${found.ino}`;
  }

  async #close(): Promise<void> {
    const device = this.#device;
    this.#opening++;
    this.#device = null;
    await device?.close();
  }

  #lost(reason: unknown): void {
    if (this.#disposed) return;
    const { path, log } = this.#options;
    this.#opening++;
    this.#device = null;
    this.#waiting = [];
    if (this.#plugged) log.warn('a serial device is gone', { path, reason });
    this.#setPlugged(false);
    this.#retry();
  }

  #retry(): void {
    const { clock, path, log } = this.#options;
    this.#timer?.cancel();
    this.#timer = clock.timer({
      name: `serial ${path}`,
      after: REOPEN_INTERVAL,
      fire: () =>
        this.#then(async () => {
          if (this.#disposed) return;
          try {
            await this.#open();
            log.info('a serial device is back', { path });
          } catch (thrown) {
            const { code } = faultFrom(thrown, { code: 'driver-unavailable', message: `${path} cannot be opened` });
            log.debug('a serial device is still away', { path, code });
            this.#retry();
          }
        }),
    });
  }

  #setPlugged(plugged: boolean): void {
    if (plugged === this.#plugged) return;
    this.#plugged = plugged;
    this.#listener?.plugged(plugged);
  }

  #pump(): void {
    const device = this.#device;
    const next = this.#waiting[0];
    if (this.#writing || this.#stale || device === null || next === undefined) return;
    const opening = this.#opening;
    this.#writing = true;
    void device.write(next).then(() => {
      if (opening !== this.#opening) return;
      this.#writing = false;
      // Another may stand there when the settings changed meanwhile.
      if (this.#waiting[0] === next) this.#waiting.shift();
      this.#pump();
    });
  }

  #waitingBytes(): number {
    return this.#waiting.reduce((sum, { length }) => sum + length, 0);
  }
}

const sameSettings = (one: SerialSettings, other: SerialSettings): boolean =>
  one.baud === other.baud &&
  one.dataBits === other.dataBits &&
  one.parity === other.parity &&
  one.stopBits === other.stopBits &&
  one.flowControl === other.flowControl;
