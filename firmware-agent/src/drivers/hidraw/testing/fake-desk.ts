import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault, type FaultCode } from '@seatmatrix/protocol/kernel';
import type { HidFileListener, OpenHidFile } from '../hid-file.ts';

/** What the kernel shows of HID devices in /sys and /dev, in a folder of its own. */
export class FakeDesk implements Disposable {
  readonly root = mkdtempSync(join(tmpdir(), 'seatmatrix-hidraw-'));
  readonly files = new Map<string, FakeHidFile>();
  /** What opening a node runs into. */
  readonly refusals = new Map<string, FaultCode>();
  readonly #inhibited = new Set<string>();
  #plugged = 0;

  constructor() {
    for (const folder of ['dev', 'sys/class/hidraw', 'sys/devices'])
      mkdirSync(join(this.root, folder), { recursive: true });
  }

  plug({ descriptor, name = 'Keyboard' }: { readonly descriptor: Uint8Array; readonly name?: string }): FakePlug {
    const number = this.#plugged++;
    const node = `hidraw${number}`;
    const device = join(this.root, 'sys/devices', `0003:046D:C52B.${(number + 1).toString(16).padStart(4, '0')}`);
    mkdirSync(join(device, 'input', `input${number + 5}`), { recursive: true });
    writeFileSync(join(device, 'uevent'), `DRIVER=hid-generic\nHID_NAME=${name}\nHID_PHYS=usb-1/input0\n`);
    writeFileSync(join(device, 'report_descriptor'), descriptor);
    const inhibited = join(device, 'input', `input${number + 5}`, 'inhibited');
    writeFileSync(inhibited, '0\n');
    this.#inhibited.add(inhibited);
    mkdirSync(join(this.root, 'sys/class/hidraw', node));
    symlinkSync(device, join(this.root, 'sys/class/hidraw', node, 'device'));
    const path = join(this.root, 'dev', node);
    writeFileSync(path, '');
    return {
      path,
      inhibited: () => readFileSync(inhibited, 'utf8').trim(),
      inhibit: (value) => writeFileSync(inhibited, value),
      forgetInhibited: () => rmSync(inhibited),
      send: (report) => this.files.get(path)?.listener.report(report),
      break: (reason) => this.files.get(path)?.listener.lost(reason),
      written: () => this.files.get(path)?.written ?? [],
      unplug: () => {
        for (const gone of [path, join(this.root, 'sys/class/hidraw', node), device]) rmSync(gone, { recursive: true });
      },
    };
  }

  /** Of every device that is plugged in. */
  inhibitions(): string[] {
    return [...this.#inhibited].filter(existsSync).map((file) => readFileSync(file, 'utf8').trim());
  }

  readonly open: OpenHidFile = async (path, listener) => {
    const refusal = this.refusals.get(path);
    if (refusal !== undefined) throw new Fault({ code: refusal, message: `${path} is refused` });
    const file = new FakeHidFile(listener, () => this.files.delete(path));
    this.files.set(path, file);
    return file;
  };

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

export interface FakePlug {
  readonly path: string;
  inhibited(): string;
  inhibit(value: string): void;
  /** As a kernel before 5.11 has it. */
  forgetInhibited(): void;
  send(report: Uint8Array): void;
  break(reason: string): void;
  written(): readonly (readonly number[])[];
  unplug(): void;
}

class FakeHidFile {
  readonly listener: HidFileListener;
  readonly written: number[][] = [];
  readonly #closed: () => void;

  constructor(listener: HidFileListener, closed: () => void) {
    this.listener = listener;
    this.#closed = closed;
  }

  async write(report: Uint8Array): Promise<void> {
    this.written.push([...report]);
  }

  async close(): Promise<void> {
    this.#closed();
  }
}
