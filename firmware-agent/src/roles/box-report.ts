import {
  between,
  type Clock,
  type Duration,
  type Instant,
  milliseconds,
  seconds,
  type Timer,
} from '@seatmatrix/protocol/kernel';

/** Figures of a box change slowly, and a site has thousands of boxes. */
const REPORT_INTERVAL: Duration = seconds(10);

/** One picture within less makes no rate. */
const ELAPSED_MIN: Duration = seconds(1);

/** A report with more is refused: no screen shows so many, and whoever sends them wants something else. */
const RATE_MAX = 1000;

/** Pictures a second, for the report. */
export const framesPerSecond = (units: number, elapsed: Duration): number =>
  Math.min(RATE_MAX, Math.round((units * 1000) / elapsed));

/** Says something at once and then every interval until it is stopped. */
export class RepeatedReport {
  readonly #clock: Clock;
  readonly #say: (elapsed: Duration) => void;
  #timer: Timer | null = null;
  #said: Instant;

  /** `elapsed`: since it said something before. */
  constructor(options: { readonly clock: Clock; readonly say: (elapsed: Duration) => void }) {
    this.#clock = options.clock;
    this.#said = this.#clock.now();
    this.#say = options.say;
  }

  start(): void {
    this.stop();
    const now = this.#clock.now();
    const elapsed = milliseconds(Math.max(ELAPSED_MIN, between(this.#said, now)));
    this.#said = now;
    this.#say(elapsed);
    this.#timer = this.#clock.timer({ name: 'box report', after: REPORT_INTERVAL, fire: () => this.start() });
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }
}
