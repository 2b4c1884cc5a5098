import { type KeyboardLeds, LEDS_OFF } from '@seatmatrix/protocol/domain';
import { type Clock, Fault, faultFrom, type Log, seconds, type Timer } from '@seatmatrix/protocol/kernel';
import type { HidHost, HidHostEvent } from '../hid-host.ts';
import { DeskDevice } from './desk-device.ts';
import type { OpenHidFile } from './hid-file.ts';
import { type HidrawNode, scanHidraw } from './hidraw-nodes.ts';

export interface HidrawHostOptions {
  /** Where /dev and /sys are: `/` on a box. */
  readonly root: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly openFile: OpenHidFile;
  /** See device-hold.ts. */
  readonly hold: (device: string) => Promise<AsyncDisposable>;
  /** Calls back when something changed in the folder; null where it cannot be watched. */
  readonly watch: (folder: string, changed: () => void) => Disposable | null;
}

/**
 * How often the devices are looked through where the folder says nothing. A watched folder tells at once; this is for
 * containers, whose /dev does not, and for a node that udev opens to us a moment after it was made.
 */
const LOOK = seconds(1);

/** A device that takes no lights must not keep the agent from ending: usbfs gives up after five seconds. */
const LAST_LIGHTS = seconds(1);

/** Keyboards and mice at hidraw nodes, merged into one desk; what is plugged in later is taken as well. */
export class HidrawHost implements HidHost {
  readonly #options: HidrawHostOptions;
  readonly #devices = new Map<string, DeskDevice>();
  /** What is plugged in and not ours, with the fault that was logged, or null for what is no desk device. */
  readonly #passedOver = new Map<string, string | null>();
  #listener: ((event: HidHostEvent) => void) | null = null;
  #leds: KeyboardLeds = LEDS_OFF;
  #watch: Disposable | null = null;
  #timer: Timer | null = null;
  #looking: Promise<void> | null = null;
  #again = false;
  #open = true;

  private constructor(options: HidrawHostOptions) {
    this.#options = options;
  }

  /**
   * Takes every keyboard and pointer that is plugged in. Throws `driver-unavailable` where the kernel has no hidraw, and
   * `device-denied` or `device-busy` for the first device that cannot be had; none at all is no fault.
   */
  static async start(options: HidrawHostOptions): Promise<HidrawHost> {
    if (scanHidraw(options.root).type === 'absent') {
      throw new Fault({
        code: 'driver-unavailable',
        message: '--keyboard hidraw: this kernel has no hidraw (/sys/class/hidraw is not there; CONFIG_HIDRAW)',
      });
    }
    const host = new HidrawHost(options);
    try {
      await host.#look((fault) => {
        throw fault;
      });
    } catch (error) {
      await host[Symbol.asyncDispose]();
      throw error;
    }
    host.#watch = options.watch(`${options.root.replace(/\/$/, '')}/dev`, () => host.#lookSoon());
    host.#lookLater();
    return host;
  }

  listen(listener: (event: HidHostEvent) => void): void {
    this.#listener = listener;
    for (const device of this.#devices.values()) this.#tellAttached(device);
  }

  setLeds(leds: KeyboardLeds): void {
    this.#leds = leds;
    for (const device of this.#devices.values()) device.setLeds(leds);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    this.#listener = null;
    this.#timer?.cancel();
    this.#watch?.[Symbol.dispose]();
    await this.#looking;
    const devices = [...this.#devices.values()];
    this.#devices.clear();
    for (const device of devices) device.setLeds(LEDS_OFF);
    await Promise.race([Promise.all(devices.map((device) => device.ledsWritten())), this.#lastLights()]);
    this.#timer?.cancel();
    await Promise.all(devices.map((device) => device.close()));
  }

  #lastLights(): Promise<void> {
    return new Promise((resolve) => {
      this.#timer = this.#options.clock.timer({ name: 'last lights', after: LAST_LIGHTS, fire: resolve });
    });
  }

  #lookLater(): void {
    this.#timer = this.#options.clock.timer({
      name: 'hidraw devices',
      after: LOOK,
      fire: () => {
        this.#lookSoon();
        this.#lookLater();
      },
    });
  }

  /** One look at a time; what changes meanwhile is seen by another one behind it. */
  #lookSoon(): void {
    if (!this.#open) return;
    if (this.#looking !== null) {
      this.#again = true;
      return;
    }
    this.#looking = this.#look((fault, node) => this.#refused(fault, node)).finally(() => {
      this.#looking = null;
      if (!this.#again) return;
      this.#again = false;
      this.#lookSoon();
    });
  }

  async #look(refused: (fault: Fault, node: HidrawNode) => void): Promise<void> {
    const scan = scanHidraw(this.#options.root);
    const nodes = scan.type === 'nodes' ? scan.nodes : [];
    const keys = new Set(nodes.map(({ key }) => key));
    for (const device of this.#devices.values()) if (!keys.has(device.node.key)) await this.#drop(device);
    for (const device of this.#devices.values()) device.keepFromKernel();
    for (const key of this.#passedOver.keys()) if (!keys.has(key)) this.#passedOver.delete(key);
    for (const node of nodes) {
      if (!this.#open) return;
      if (this.#devices.has(node.key) || this.#passedOver.get(node.key) === null) continue;
      await this.#take(node, refused);
    }
  }

  async #take(node: HidrawNode, refused: (fault: Fault, node: HidrawNode) => void): Promise<void> {
    const { log, openFile, hold } = this.#options;
    try {
      const device = await DeskDevice.open({
        node,
        log,
        openFile,
        hold,
        told: {
          report: (id, bytes) => {
            if (this.#devices.has(node.key)) this.#listener?.({ type: 'report', device: id, bytes });
          },
          lost: (reason) => this.#lost(node, reason),
        },
      });
      if (device === 'gone') return;
      if (device === 'useless') {
        this.#passedOver.set(node.key, null);
        return;
      }
      this.#passedOver.delete(node.key);
      this.#devices.set(node.key, device);
      log.info('desk device', { device: node.path, layouts: device.devices.map(({ layout }) => layout) });
      device.setLeds(this.#leds);
      this.#tellAttached(device);
    } catch (error) {
      const fault = faultFrom(error, {
        code: 'device-absent',
        message: `${node.path} does not open: ${String(error)}`,
      });
      if (fault.code === 'hid-malformed') this.#refused(fault, node);
      else refused(fault, node);
    }
  }

  /** Logged once for each reason; tried anew at the next look, but for what it says of itself, which does not change. */
  #refused(fault: Fault, node: HidrawNode): void {
    if (this.#passedOver.get(node.key) !== fault.message) {
      this.#options.log.warn(`a device is not used: ${fault.message}`, { device: node.path, code: fault.code });
    }
    this.#passedOver.set(node.key, fault.code === 'hid-malformed' ? null : fault.message);
  }

  #lost(node: HidrawNode, reason: string): void {
    const device = this.#devices.get(node.key);
    if (device === undefined) return;
    this.#options.log.debug('desk device lost', { device: node.path, reason });
    void this.#drop(device);
  }

  async #drop(device: DeskDevice): Promise<void> {
    if (!this.#devices.delete(device.node.key)) return;
    this.#options.log.info('desk device gone', { device: device.node.path });
    for (const { id } of device.devices) this.#listener?.({ type: 'detached', device: id });
    await device.close();
  }

  #tellAttached(device: DeskDevice): void {
    for (const each of device.devices) this.#listener?.({ type: 'attached', device: each });
  }
}
