import { type Clock, type Duration, seconds, type Timer } from '@seatmatrix/protocol/kernel';

/** Figures of a box change slowly, and a site has thousands of boxes. */
const REPORT_INTERVAL: Duration = seconds(10);

/** Says something at once and then every interval until it is stopped. */
export class RepeatedReport {
  readonly #clock: Clock;
  readonly #say: (elapsed: Duration) => void;
  #timer: Timer | null = null;

  constructor(options: { readonly clock: Clock; readonly say: (elapsed: Duration) => void }) {
    this.#clock = options.clock;
    this.#say = options.say;
  }

  start(): void {
    this.stop();
    this.#say(REPORT_INTERVAL);
    this.#timer = this.#clock.timer({ name: 'box report', after: REPORT_INTERVAL, fire: () => this.start() });
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }
}
