import { type Clock, Fault } from '@seatmatrix/protocol/kernel';
import type { MediaEvent } from './media-message.ts';
import { OPEN_LIMIT } from './media-pipes.ts';

/** Waits for the first word of a media process: it works, or why it cannot. */
export class MediaStart {
  readonly #name: string;
  readonly #promise = Promise.withResolvers<void>();

  constructor(name: string) {
    this.#name = name;
    // Who disposes a driver before it has opened does not wait for it.
    this.#promise.promise.catch(() => undefined);
  }

  ready(): void {
    this.#promise.resolve();
  }

  failed(fault: Extract<MediaEvent, { type: 'fault' }>): void {
    this.#promise.reject(new Fault({ code: fault.code, message: fault.message }));
  }

  ended(): void {
    this.#promise.reject(new Fault({ code: 'media-failed', message: `${this.#name} ended as it started` }));
  }

  /** Disposes what has opened in vain, and throws why. */
  async wait<Opened extends AsyncDisposable>(opened: Opened, clock: Clock): Promise<Opened> {
    const limit = clock.timer({
      name: 'first start of a media process',
      after: OPEN_LIMIT,
      fire: () => this.#promise.reject(new Fault({ code: 'media-failed', message: `${this.#name} does not start` })),
    });
    try {
      await this.#promise.promise;
      return opened;
    } catch (thrown) {
      await opened[Symbol.asyncDispose]();
      throw thrown;
    } finally {
      limit.cancel();
    }
  }
}
