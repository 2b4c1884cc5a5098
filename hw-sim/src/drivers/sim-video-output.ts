import type { VideoOutput, VideoOutputEvent } from '@seatmatrix/firmware-agent/drivers';
import { decodeImage, type Picture } from '@seatmatrix/osd/node';
import type { AccessUnit, Crop } from '@seatmatrix/protocol/domain';
import { type Clock, Fault } from '@seatmatrix/protocol/kernel';
import { BehaviourChain } from '../behaviours/behaviour.ts';
import type { Monitor } from '../physical/monitor.ts';

interface Job {
  readonly unit: AccessUnit;
  readonly crop: Crop | null;
}

/** Shows jpeg pictures on a simulated monitor. */
export class SimVideoOutput implements VideoOutput {
  readonly codecs = ['jpeg'] as const;
  readonly chromas = ['4:2:0'] as const;
  /** Sees every unit before the decoder does. */
  readonly behaviours = new BehaviourChain<AccessUnit>();
  readonly #monitor: Monitor;
  readonly #clock: Clock;
  readonly #unsubscribe: () => void;
  #listener: ((event: VideoOutputEvent) => void) | null = null;
  #waiting: Job | null = null;
  #decoding = false;
  /** Rises with every clear: what was under way then is not shown any more. */
  #epoch = 0;

  constructor({ monitor, clock }: { readonly monitor: Monitor; readonly clock: Clock }) {
    this.#monitor = monitor;
    this.#clock = clock;
    this.#unsubscribe = monitor.subscribe((event) => {
      if (event === 'cable' || (event === 'exchanged' && monitor.cable.plugged)) this.#tellMonitor();
    });
  }

  listen(listener: (event: VideoOutputEvent) => void): void {
    this.#listener = listener;
    this.#tellMonitor();
  }

  show(unit: AccessUnit, crop: Crop | null): void {
    if (this.#waiting !== null && unit.generation < this.#waiting.unit.generation) return;
    this.#waiting = { unit, crop };
    this.#pump();
  }

  clear(): void {
    this.#epoch++;
    this.#waiting = null;
    this.#monitor.show(null);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener = null;
    this.#unsubscribe();
    this.clear();
  }

  #tellMonitor(): void {
    const { cable, mode, edid } = this.#monitor;
    this.#listener?.(cable.plugged ? { type: 'monitor', mode, edid } : { type: 'no-monitor' });
  }

  #pump(): void {
    const job = this.#waiting;
    if (this.#decoding || job === null) return;
    this.#waiting = null;
    this.#decoding = true;
    const epoch = this.#epoch;
    this.behaviours.run(job.unit, (unit) => void this.#decode({ ...job, unit }, epoch));
  }

  async #decode(job: Job, epoch: number): Promise<void> {
    const picture = await this.#clock.outside(decode(job.unit));
    this.#decoding = false;
    if (epoch === this.#epoch) {
      if (picture !== null) this.#monitor.show({ picture, crop: job.crop, unit: job.unit });
      this.#listener?.({ type: picture === null ? 'undecodable' : 'shown', unit: job.unit });
    }
    this.#pump();
  }
}

/** Null when it is no picture: the caller tells so. */
async function decode(unit: AccessUnit): Promise<Picture | null> {
  if (unit.codec !== 'jpeg') return null;
  try {
    return await decodeImage(unit.bytes);
  } catch (thrown) {
    if (thrown instanceof Fault && thrown.code === 'picture-undecodable') return null;
    throw thrown;
  }
}
