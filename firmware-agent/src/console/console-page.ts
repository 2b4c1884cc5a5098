import {
  type AccessUnit,
  type Codec,
  type ConsoleOutput,
  type Crop,
  MEDIA_FRAME_MAX,
} from '@seatmatrix/protocol/domain';
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
  #codecs: ReadonlySet<Codec> = new Set(['jpeg', 'h264']);
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

  shows(codec: Codec): boolean {
    return this.#codecs.has(codec);
  }

  /** Which codecs the page can show: all, until it says so. */
  canShow(codecs: readonly Codec[]): void {
    this.#codecs = new Set(codecs);
  }

  unit(unit: AccessUnit, crop: Crop | null): void {
    if (!this.#codecs.has(unit.codec)) return;
    this.#crop = crop;
    this.#pacer.offer(unit);
  }

  /** A key unit of some time ago: a picture until the next one comes, which those after it do not follow from. */
  oldUnit(unit: AccessUnit, crop: Crop | null): void {
    this.unit(unit, crop);
    this.#pacer.waitForKey();
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
