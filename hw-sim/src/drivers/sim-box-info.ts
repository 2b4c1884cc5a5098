import type { BoxHealth, BoxInfo } from '@seatmatrix/firmware-agent/drivers';
import { between, type Clock, type Instant } from '@seatmatrix/protocol/kernel';

const MEGABYTE = 1024 * 1024;

/** A simulated box's body: a lamp, what its sensors tell, and somebody else turns it off and on. */
export class SimBoxInfo implements BoxInfo {
  readonly model: string;
  /** Degrees Celsius; a test heats it, or takes the sensor out. */
  degrees: number | null = 41;
  /** Of the sensor; null where its maker tells none. */
  limit: number | null = 85;
  load = 0.08;
  readonly lamp: boolean;
  #blinking = false;
  #identified = 0;
  readonly #clock: Clock;
  readonly #on: Instant;
  readonly #restart: () => void;

  constructor(options: {
    readonly model: string;
    readonly clock: Clock;
    readonly lamp: boolean;
    readonly restart: () => void;
  }) {
    this.model = options.model;
    this.lamp = options.lamp;
    this.#clock = options.clock;
    this.#on = options.clock.now();
    this.#restart = options.restart;
  }

  /** How often it was asked to show itself. */
  get identified(): number {
    return this.#identified;
  }

  get blinking(): boolean {
    return this.#blinking;
  }

  health(): BoxHealth {
    return {
      temperature: this.degrees,
      temperatureLimit: this.degrees === null ? null : this.limit,
      load: this.load,
      memory: { used: 210 * MEGABYTE, total: 1024 * MEGABYTE },
      uptime: Math.trunc(between(this.#on, this.#clock.now()) / 1000),
    };
  }

  identify(on: boolean): void {
    if (on && !this.#blinking) this.#identified++;
    this.#blinking = on;
  }

  restart(): void {
    this.#restart();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#blinking = false;
  }
}
