import { type KeyboardLeds, LEDS_OFF } from '@seatmatrix/protocol/domain';
import { Fault, type Log } from '@seatmatrix/protocol/kernel';
import type { HidDevice } from '../hid-host.ts';
import type { HidFile, OpenHidFile } from './hid-file.ts';
import { type HidrawNode, readNode } from './hidraw-nodes.ts';
import { inhibitKernel, releaseKernel } from './kernel-input.ts';
import { encodeLedReport, type LedReport, ledReportsOf } from './led-report.ts';
import { parseReportDescriptor } from './report-descriptor.ts';
import { type ReportReader, readersOf } from './report-reader.ts';

export interface DeskDeviceOptions {
  readonly node: HidrawNode;
  readonly log: Log;
  readonly openFile: OpenHidFile;
  readonly hold: (device: string) => Promise<AsyncDisposable>;
  readonly told: {
    report(device: string, bytes: Uint8Array): void;
    lost(reason: string): void;
  };
}

/** One interface that the desk uses: held, taken from the kernel, and read. */
export class DeskDevice {
  readonly node: HidrawNode;
  /** Several where the interface has several collections. */
  readonly devices: readonly HidDevice[];
  readonly #numbered: boolean;
  readonly #lights: readonly LedReport[];
  readonly #log: Log;
  #readers: readonly ReportReader[];
  #file: HidFile | null = null;
  #hold: AsyncDisposable | null = null;
  #leds: KeyboardLeds = LEDS_OFF;
  #writing: Promise<void> | null = null;
  /** Why the box's kernel acts on the device all the same; null when it does not. */
  #kernelActs: string | null = null;

  private constructor(
    { node, log }: DeskDeviceOptions,
    known: {
      readonly name: string;
      readonly numbered: boolean;
      readonly readers: readonly ReportReader[];
      readonly lights: readonly LedReport[];
    },
  ) {
    this.node = node;
    this.#log = log.child({ device: node.path, name: known.name });
    this.#numbered = known.numbered;
    this.#lights = known.lights;
    this.#readers = known.readers;
    this.devices = known.readers.map(({ layout }, index) => ({ id: `${node.key}/${index}`, layout, name: known.name }));
  }

  /**
   * `useless`: a desk has no use for it, ever. `gone`: it was pulled meanwhile, or its file is not there yet. Throws
   * `hid-malformed`, `device-busy`, `device-denied`, `driver-unavailable`; then the device is left as it was.
   */
  static async open(options: DeskDeviceOptions): Promise<DeskDevice | 'useless' | 'gone'> {
    const read = readNode(options.node);
    if (read === null) return 'gone';
    const descriptor = parseReportDescriptor(read.descriptor);
    const readers = readersOf(descriptor);
    if (readers.length === 0) return 'useless';
    const { numbered } = descriptor;
    const device = new DeskDevice(options, { name: read.name, numbered, readers, lights: ledReportsOf(descriptor) });
    try {
      await device.#take(options);
      return device;
    } catch (error) {
      await device.close();
      if (error instanceof Fault && error.code === 'device-absent') return 'gone';
      throw error;
    }
  }

  /** The newest wins where the device is slow to take them. */
  setLeds(leds: KeyboardLeds): void {
    this.#leds = leds;
    if (this.#lights.length === 0 || this.#file === null) return;
    this.#writing ??= this.#writeLeds(this.#file).finally(() => {
      this.#writing = null;
    });
  }

  /** Resolves when the lights have been written that were set before. */
  async ledsWritten(): Promise<void> {
    await this.#writing;
  }

  /**
   * To be said again and again: udev lets a plugged-in device be opened before it lets the kernel be kept from it, and the
   * kernel may make an input device of it later.
   */
  keepFromKernel(): void {
    if (this.#hold === null) return;
    const kernel = inhibitKernel(this.node);
    const acts = kernel === 'inhibited' ? null : kernel.acts;
    if (acts === this.#kernelActs) return;
    this.#kernelActs = acts;
    if (acts === null) this.#log.info('the box itself does not act any more on what is typed');
    else this.#log.warn(`the box itself acts on what is typed: ${acts}`);
  }

  /** Gives the device back to the kernel and to whoever wants it. */
  async close(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    await file?.close();
    if (this.#hold !== null) {
      const released = releaseKernel(this.node);
      if (released !== 'inhibited') this.#log.error(`the keyboard stays dead for the box itself: ${released.acts}`);
    }
    await this.#hold?.[Symbol.asyncDispose]();
    this.#hold = null;
  }

  async #take({ node, openFile, hold, told }: DeskDeviceOptions): Promise<void> {
    this.#hold = await hold(node.path);
    // Before the first report is read: what is typed from here on is the desk's.
    this.keepFromKernel();
    this.#file = await openFile(node.path, {
      report: (bytes) => this.#read(bytes, told.report),
      lost: told.lost,
    });
  }

  #read(bytes: Uint8Array, tell: (device: string, bytes: Uint8Array) => void): void {
    const [report, payload] = this.#numbered ? [bytes[0] ?? 0, bytes.subarray(1)] : [0, bytes];
    const steps = this.#readers.map((reader) => reader.read(report, payload));
    this.#readers = steps.map(({ reader }) => reader);
    for (const [index, step] of steps.entries()) {
      const device = this.devices[index];
      if (device !== undefined && step.bytes !== null) tell(device.id, step.bytes);
    }
  }

  async #writeLeds(file: HidFile): Promise<void> {
    let written: KeyboardLeds | null = null;
    while (written !== this.#leds && this.#file === file) {
      written = this.#leds;
      for (const report of this.#lights) {
        try {
          await file.write(encodeLedReport(report, written));
        } catch (error) {
          // Some keyboards declare lights that they do not have; their keys work all the same.
          this.#log.debug('the lights could not be written', { reason: String(error) });
        }
      }
    }
  }
}
