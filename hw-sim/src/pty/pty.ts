import { ReadStream } from 'node:tty';
import {
  clearExclusive,
  closeHandle,
  type LineSettings,
  lineSettings,
  openPtyHandles,
  type PtyHandles,
} from './libc.ts';

/** Often enough for a program that opens the port again at once, and nothing beside what a test costs. */
const EXCLUSIVE_INTERVAL = 20;

/**
 * A serial cable in software: a program opens `path` as its serial port, and this is the device at the other end. It
 * has no rate: the device reads what the program has set (`settings`) and behaves accordingly.
 */
export class Pty implements Disposable {
  readonly #handles: PtyHandles;
  /** A terminal stream, not a file: reads of a file occupy libuv's threads and keep the process from ending. */
  readonly #stream: ReadStream;
  readonly #exclusive: NodeJS.Timeout;
  #open = true;
  #listener: ((bytes: Uint8Array) => void) | null = null;

  constructor() {
    this.#handles = openPtyHandles();
    this.#stream = new ReadStream(this.#handles.master);
    this.#stream.on('data', (bytes: Buffer) => this.#listener?.(Uint8Array.from(bytes)));
    // EIO of an end that was closed meanwhile.
    this.#stream.on('error', () => this[Symbol.dispose]());
    this.#exclusive = setInterval(() => clearExclusive(this.#handles.slave), EXCLUSIVE_INTERVAL);
    this.#exclusive.unref();
    this.#stream.unref();
  }

  get path(): string {
    return this.#handles.path;
  }

  get settings(): LineSettings {
    return lineSettings(this.#handles.slave);
  }

  listen(listener: (bytes: Uint8Array) => void): void {
    this.#listener = listener;
  }

  /** Stops taking what the program writes, as a device that raises its hand (RTS): the program's queue fills. */
  pause(): void {
    this.#stream.pause();
  }

  resume(): void {
    this.#stream.resume();
  }

  write(bytes: Uint8Array): void {
    if (this.#open) this.#stream.write(bytes);
  }

  /** Pulled out: the program's port hangs up, and the path is gone. */
  [Symbol.dispose](): void {
    if (!this.#open) return;
    this.#open = false;
    clearInterval(this.#exclusive);
    this.#stream.destroy();
    closeHandle(this.#handles.slave);
  }
}
