import type { Random } from '@seatmatrix/protocol/kernel';

/** What a network does to datagrams in one direction. May be changed at any time. */
export interface PathFaults {
  /** 0–1: how many are lost. */
  readonly loss: number;
  /** 0–1: how many arrive twice. */
  readonly doubled: number;
  /** 0–1: how many are held back by `reorderMs`, so that those behind overtake them. */
  readonly reorder: number;
  readonly reorderMs: number;
  readonly delayMs: number;
  /** Uniform, on top of the delay; more than the distance of two datagrams changes their order as well. */
  readonly jitterMs: number;
  /** Bytes a second; null: as fast as they come. */
  readonly bandwidth: number | null;
  /** What waits for the bandwidth, in bytes: a switch's buffer. What finds it full is lost. */
  readonly queue: number;
  /** Nothing passes. */
  readonly cut: boolean;
}

export const NO_FAULTS: PathFaults = {
  loss: 0,
  doubled: 0,
  reorder: 0,
  reorderMs: 10,
  delayMs: 0,
  jitterMs: 0,
  bandwidth: null,
  queue: 256 * 1024,
  cut: false,
};

/** Decides what happens to each datagram of one direction. */
export class ImpairedPath {
  readonly #random: Random;
  #faults: PathFaults = NO_FAULTS;
  /** When everything that waits for the bandwidth has left, in milliseconds. */
  #freeAt = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  get faults(): PathFaults {
    return this.#faults;
  }

  impair(faults: Partial<PathFaults>): void {
    this.#faults = { ...this.#faults, ...faults };
  }

  /** After how many milliseconds each copy of a datagram of this size arrives. None: it is lost. */
  arrivals(size: number, nowMs: number): readonly number[] {
    const { loss, doubled, cut } = this.#faults;
    if (cut || this.#random() < loss) return [];
    const queued = this.#queued(size, nowMs);
    if (queued === null) return [];
    const copies = this.#random() < doubled ? 2 : 1;
    return Array.from({ length: copies }, () => queued + this.#travel());
  }

  #travel(): number {
    const { delayMs, jitterMs, reorder, reorderMs } = this.#faults;
    return delayMs + this.#random() * jitterMs + (this.#random() < reorder ? reorderMs : 0);
  }

  /** How long it waits for the bandwidth; null when the queue is full. */
  #queued(size: number, nowMs: number): number | null {
    const { bandwidth, queue } = this.#faults;
    if (bandwidth === null) return 0;
    const begin = Math.max(nowMs, this.#freeAt);
    if (((begin - nowMs) * bandwidth) / 1000 + size > queue) return null;
    this.#freeAt = begin + (size * 1000) / bandwidth;
    return this.#freeAt - nowMs;
  }
}
