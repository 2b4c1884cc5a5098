import type { AccessUnit } from '@seatmatrix/protocol/domain';
import { type Clock, milliseconds, type Timer } from '@seatmatrix/protocol/kernel';

/** A socket that pictures go out on. */
export interface UnitLine {
  /** Bytes that wait to leave. */
  readonly buffered: number;
  send(unit: AccessUnit): void;
  /** The reader needs a key unit to go on. */
  wantKeyFrame(): void;
}

/**
 * More unsent than this means that the reader is slower than the pictures: two of a busy desktop in jpeg, or some
 * hundred milliseconds of video.
 */
export const UNSENT_MAX = 2 * 1024 * 1024;

/** A socket says nothing when it has drained, so it is asked: often enough that the eye sees no gap. */
const DRAIN_POLL = milliseconds(20);

/** Sends units to one reader. A slow reader gets fewer pictures, never older ones, and always the last. */
export class UnitPacer {
  readonly #line: UnitLine;
  readonly #clock: Clock;
  /** Deltas are of no use to the reader until a key. */
  #waitsForKey = true;
  /** The newest key that found the line full. */
  #kept: AccessUnit | null = null;
  /** Deltas after the kept key were left out. */
  #missed = false;
  #poll: Timer | null = null;

  constructor(options: { readonly line: UnitLine; readonly clock: Clock }) {
    this.#line = options.line;
    this.#clock = options.clock;
  }

  offer(unit: AccessUnit): void {
    if (this.#line.buffered > UNSENT_MAX || this.#poll !== null) {
      this.#hold(unit);
    } else if (unit.key || !this.#waitsForKey) {
      this.#waitsForKey = false;
      this.#line.send(unit);
    }
  }

  /** What the reader was given last is not what the next deltas follow from. */
  waitForKey(): void {
    this.#waitsForKey = true;
  }

  stop(): void {
    this.#poll?.cancel();
    this.#poll = null;
    this.#kept = null;
  }

  #hold(unit: AccessUnit): void {
    this.#waitsForKey = true;
    if (unit.key) this.#kept = unit;
    this.#missed = !unit.key;
    this.#poll ??= this.#waitForDrain();
  }

  #waitForDrain(): Timer {
    return this.#clock.timer({
      name: 'media drain',
      after: DRAIN_POLL,
      fire: () => {
        if (this.#line.buffered > UNSENT_MAX) {
          this.#poll = this.#waitForDrain();
          return;
        }
        this.#poll = null;
        const kept = this.#kept;
        this.#kept = null;
        if (this.#missed || kept === null) {
          this.#line.wantKeyFrame();
          return;
        }
        this.#waitsForKey = false;
        this.#line.send(kept);
      },
    });
  }
}
