import { type Duration, type Instant, instant } from './duration.ts';

/** A timer that has not fired yet. Cancelling twice, or after it fired, is harmless. */
export interface Timer {
  cancel(): void;
}

/**
 * The only source of time. Decisions get time as an input; what runs them gets a Clock, so that a test turns hours
 * into milliseconds. Timers have names: a hang is reported by the name of what it waits for.
 */
export interface Clock {
  /** Monotonic. */
  now(): Instant;
  /** Wall time, for people and records alone: no decision rests on it. */
  wall(): Date;
  timer(options: { readonly name: string; readonly after: Duration; readonly fire: () => void }): Timer;
  /**
   * Work that real time does and virtual time cannot (a codec's thread, a hash, a disk). The virtual clock stands
   * still until it ends.
   */
  outside<Value>(work: Promise<Value>): Promise<Value>;
}

export const systemClock: Clock = {
  now: () => instant(performance.now()),
  wall: () => new Date(),
  timer({ after, fire }) {
    const handle = setTimeout(fire, after);
    return { cancel: () => clearTimeout(handle) };
  },
  outside: (work) => work,
};

/** Resolves after the duration, or rejects with the signal's reason as soon as it is aborted. */
export function sleep(
  clock: Clock,
  options: { readonly name: string; readonly duration: Duration; readonly signal: AbortSignal },
): Promise<void> {
  const { name, duration, signal } = options;
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const abort = () => {
      timer.cancel();
      reject(signal.reason);
    };
    const timer = clock.timer({
      name,
      after: duration,
      fire: () => {
        signal.removeEventListener('abort', abort);
        resolve();
      },
    });
    signal.addEventListener('abort', abort, { once: true });
  });
}
