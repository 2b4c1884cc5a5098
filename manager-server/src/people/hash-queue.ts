import type { Clock } from '@seatmatrix/protocol/kernel';
import { sourceOf } from './attempt-table.ts';

/** Hashes that wait in one lane: at 30 ms each, the last one is answered within two seconds. */
const LANE_MAX = 64;
/** Of one source: a person has one attempt under way. */
const SOURCE_MAX = 4;

interface Waiting {
  readonly source: string;
  readonly run: () => Promise<void>;
}

/**
 * Hashing, one at a time for the network and one at a time for the desks: a flood of web sign-ins takes at most one
 * core and never makes an operator wait.
 */
export class HashQueue {
  readonly #clock: Clock;
  readonly #lanes = { desk: new Lane(), network: new Lane() };

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  hasRoom(from: string): boolean {
    return this.#lane(from).hasRoom(sourceOf(from));
  }

  run<Value>(from: string, work: () => Promise<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      this.#lane(from).add({
        source: sourceOf(from),
        run: () => this.#clock.outside(work()).then(resolve, reject),
      });
    });
  }

  #lane(from: string): Lane {
    return from.startsWith('osd:') ? this.#lanes.desk : this.#lanes.network;
  }
}

class Lane {
  #running = false;
  readonly #waiting: Waiting[] = [];

  hasRoom(source: string): boolean {
    const ofSource = this.#waiting.filter((each) => each.source === source).length;
    return this.#waiting.length < LANE_MAX && ofSource < SOURCE_MAX;
  }

  add(waiting: Waiting): void {
    this.#waiting.push(waiting);
    if (!this.#running) void this.#drain();
  }

  async #drain(): Promise<void> {
    this.#running = true;
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) await next.run();
    this.#running = false;
  }
}
