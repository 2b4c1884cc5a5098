import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Subscribers } from '../physical/subscribers.ts';
import type { LineSettings } from './libc.ts';
import { Pty } from './pty.ts';

/** A USB serial adapter that a hand can pull: the path stays, the device behind it comes and goes. */
export class PtySocket implements Disposable {
  readonly path: string;
  readonly #folder: string;
  readonly #bytes = new Subscribers<Uint8Array>();
  #pty: Pty | null = null;

  constructor() {
    this.#folder = mkdtempSync(join(tmpdir(), 'seatmatrix-serial-'));
    this.path = join(this.#folder, 'ttyUSB0');
    this.plug();
  }

  get plugged(): boolean {
    return this.#pty !== null;
  }

  /** Null while it is pulled. */
  get settings(): LineSettings | null {
    return this.#pty?.settings ?? null;
  }

  plug(): void {
    if (this.#pty !== null) return;
    const pty = new Pty();
    pty.listen((bytes) => this.#bytes.tell(bytes));
    symlinkSync(pty.path, this.path);
    this.#pty = pty;
  }

  unplug(): void {
    if (this.#pty === null) return;
    rmSync(this.path);
    this.#pty[Symbol.dispose]();
    this.#pty = null;
  }

  pause(): void {
    this.#pty?.pause();
  }

  resume(): void {
    this.#pty?.resume();
  }

  write(bytes: Uint8Array): void {
    this.#pty?.write(bytes);
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    return this.#bytes.add(listener);
  }

  [Symbol.dispose](): void {
    this.unplug();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
