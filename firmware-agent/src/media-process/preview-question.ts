import { type Clock, seconds, type Timer } from '@seatmatrix/protocol/kernel';
import type { MediaEvent } from './media-message.ts';

/** A picture takes milliseconds; a machine that has no time for one in this long has none for small pictures. */
const ANSWER_LIMIT = seconds(2);

/** The small picture that a media process was asked for, one at a time. */
export class PreviewQuestion {
  readonly #clock: Clock;
  #number = 0;
  #asked: { readonly resolve: (jpeg: Uint8Array | null) => void; readonly timer: Timer } | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  ask(tell: (number: number) => void): Promise<Uint8Array | null> {
    this.#number += 1;
    return new Promise((resolve) => {
      const timer = this.#clock.timer({
        name: 'a small picture of a media process',
        after: ANSWER_LIMIT,
        fire: () => this.settle(null),
      });
      this.#asked = { resolve, timer };
      tell(this.#number);
    });
  }

  /** An answer to a question that was given up is for nobody. */
  answered({ number, jpeg }: Extract<MediaEvent, { readonly type: 'preview' }>): void {
    if (number === this.#number) this.settle(jpeg === null ? null : Buffer.from(jpeg, 'base64'));
  }

  settle(jpeg: Uint8Array | null): void {
    const asked = this.#asked;
    this.#asked = null;
    asked?.timer.cancel();
    asked?.resolve(jpeg);
  }
}
