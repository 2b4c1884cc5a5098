import type { BoxInfo } from '@seatmatrix/firmware-agent/drivers';

/** A simulated box's body: it counts its blinks, and somebody else turns it off and on. */
export class SimBoxInfo implements BoxInfo {
  readonly model: string;
  /** Degrees Celsius; a test heats it. */
  degrees = 41;
  #identified = 0;
  readonly #restart: () => void;

  constructor({ model, restart }: { readonly model: string; readonly restart: () => void }) {
    this.model = model;
    this.#restart = restart;
  }

  /** How often it was asked to show itself. */
  get identified(): number {
    return this.#identified;
  }

  temperature(): number {
    return this.degrees;
  }

  identify(): void {
    this.#identified++;
  }

  restart(): void {
    this.#restart();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // Nothing is held open.
  }
}
