import { type AccessUnit, type ConsoleOutput, type Crop, MEDIA_FRAME_MAX } from '@seatmatrix/protocol/domain';
import type { Clock } from '@seatmatrix/protocol/kernel';
import { CloseCode, type Closed, type Transport } from '@seatmatrix/protocol/link';
import { encodeConsoleOutput } from '@seatmatrix/protocol/wire';
import { UnitPacer } from '../media/unit-pacer.ts';

/** Scenes are told whole with every key: a page that has stopped reading is let go at four of the largest pictures. */
export const PAGE_BUFFER_MAX = 4 * MEDIA_FRAME_MAX;

/** One browser page. */
export class ConsolePage {
  readonly #transport: Transport;
  readonly #pacer: UnitPacer;
  #crop: Crop | null = null;

  constructor(options: { readonly transport: Transport; readonly clock: Clock; readonly wantKeyFrame: () => void }) {
    const { transport, clock, wantKeyFrame } = options;
    this.#transport = transport;
    const line = {
      get buffered() {
        return transport.buffered;
      },
      send: (unit: AccessUnit) => this.send({ type: 'unit', unit, crop: this.#crop }),
      wantKeyFrame,
    };
    this.#pacer = new UnitPacer({ line, clock });
  }

  send(output: ConsoleOutput): void {
    this.#transport.send(encodeConsoleOutput(output));
    if (this.#transport.buffered > PAGE_BUFFER_MAX) {
      this.close({ code: CloseCode.slow, reason: 'reads too slowly' });
    }
  }

  unit(unit: AccessUnit, crop: Crop | null): void {
    this.#crop = crop;
    this.#pacer.offer(unit);
  }

  /** The screen is empty: a picture that still waits is of the past. */
  noPicture(): void {
    this.#pacer.stop();
    this.send({ type: 'no-picture' });
  }

  close(closed: Closed): void {
    this.#transport.close(closed);
  }

  dispose(): void {
    this.#pacer.stop();
  }
}
