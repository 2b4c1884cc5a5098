import type { BoxReport } from '@seatmatrix/protocol/domain';
import {
  between,
  type Clock,
  type Duration,
  type Instant,
  milliseconds,
  seconds,
  type Timer,
} from '@seatmatrix/protocol/kernel';
import { isNews } from './report-news.ts';

/** A thousand boxes are then two hundred messages a second at the manager, when every one of them has news. */
const LOOK_INTERVAL: Duration = seconds(5);

/** What changes too slowly to be news (uptime, memory) is still told. */
const SAY_INTERVAL: Duration = seconds(60);

/** One picture within less makes no rate. */
const ELAPSED_MIN: Duration = seconds(1);

/** A report with more is refused: no screen shows so many, and whoever sends them wants something else. */
const RATE_MAX = 1000;

/** Pictures a second, for the report. */
export const framesPerSecond = (units: number, elapsed: Duration): number =>
  Math.min(RATE_MAX, Math.round((units * 1000) / elapsed));

/** Of the pictures, without what the network adds. */
export const bitsPerSecond = (bytes: number, elapsed: Duration): number => Math.round((bytes * 8000) / elapsed);

export interface RepeatedReportOptions {
  readonly clock: Clock;
  /** Called once an interval; `elapsed`: since it was called before. */
  readonly measure: (elapsed: Duration) => BoxReport;
  readonly say: (report: BoxReport) => void;
}

/** Looks at the box every interval, and says so when that is news, or nothing was said for long. */
export class RepeatedReport {
  readonly #options: RepeatedReportOptions;
  #timer: Timer | null = null;
  #measured: Instant;
  #said: { readonly report: BoxReport; readonly at: Instant } | null = null;

  constructor(options: RepeatedReportOptions) {
    this.#options = options;
    this.#measured = options.clock.now();
  }

  /** Says how it is at once, whether it is news or not: whoever hears it may not know what was said before. */
  start(): void {
    this.#said = null;
    this.#look();
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }

  #look(): void {
    this.stop();
    const { clock, measure, say } = this.#options;
    const now = clock.now();
    const report = measure(milliseconds(Math.max(ELAPSED_MIN, between(this.#measured, now))));
    this.#measured = now;
    const said = this.#said;
    if (said === null || between(said.at, now) >= SAY_INTERVAL || isNews(said.report, report)) {
      this.#said = { report, at: now };
      say(report);
    }
    this.#timer = clock.timer({ name: 'box report', after: LOOK_INTERVAL, fire: () => this.#look() });
  }
}
