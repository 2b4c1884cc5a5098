import type { Codec, Crop } from '@seatmatrix/protocol/domain';
import { Fault } from '@seatmatrix/protocol/kernel';
import { NalType, nalTypeOf, splitAnnexB } from '../rtp/annex-b.ts';
import type { ChildLife } from './child-life.ts';
import type { MediaOrder } from './media-message.ts';
import { type StreamUnit, UnitReader } from './media-stream.ts';
import { decoderChoice, type HeldPicture, PictureDecoder } from './picture-decoder.ts';
import { WindowPainter } from './window-painter.ts';

type Unit = StreamUnit & { readonly key: boolean };

interface Stream {
  readonly ssrc: number;
  readonly codec: Codec;
  readonly crop: Crop | null;
}

/** Shows units as they come, in one window, through all switches. */
export class WindowDisplay {
  readonly #life: ChildLife;
  readonly #painter: WindowPainter;
  readonly #reader = new UnitReader();
  readonly #choice = decoderChoice();
  /** By what they decode. H.264 in 4:4:4 has one of its own, since chips mostly cannot do it. */
  readonly #decoders = new Map<Codec | 'full', PictureDecoder>();
  #full = false;
  #stream: Stream | null = null;
  #waiting: Unit[] = [];
  #busy = false;
  /** Rises with every clear: what is being decoded then is not painted. */
  #epoch = 0;
  #last: { readonly held: HeldPicture; readonly crop: Crop | null } | null = null;

  constructor(life: ChildLife, { display, window }: { readonly display: string; readonly window: number }) {
    this.#life = life;
    const gone = () => {
      throw new Fault({ code: 'device-absent', message: `the window on ${display} went away` });
    };
    this.#painter = new WindowPainter({
      display,
      window,
      resized: () => {
        this.#repaint();
        this.#tellMonitor();
      },
      gone,
    });
    this.#decoders.set('h264', new PictureDecoder('h264', this.#choice.usual.element));
    life.tell({ type: 'engine', engine: this.#choice.usual.engine });
    this.#tellMonitor();
  }

  order(order: MediaOrder): void {
    switch (order.type) {
      case 'stream':
        this.#stream = order;
        this.#waiting = this.#waiting.filter((unit) => unit.ssrc >= order.ssrc);
        break;
      case 'clear':
        this.#epoch++;
        this.#waiting = [];
        this.#stream = null;
        this.#keep(null);
        this.#painter.clear();
        break;
      default:
        throw new Fault({ code: 'invariant-broken', message: `a display knows no order ${order.type}` });
    }
    void this.#pump();
  }

  media(bytes: Uint8Array): void {
    for (const unit of this.#reader.push(bytes)) {
      // The order that names a stream goes through the other pipe: its units may be here first.
      if (this.#stream !== null && unit.ssrc < this.#stream.ssrc) continue;
      if (unit.key) this.#waiting = this.#waiting.filter((waiting) => waiting.ssrc > unit.ssrc);
      this.#waiting.push(unit);
    }
    void this.#pump();
  }

  async #pump(): Promise<void> {
    const stream = this.#stream;
    const unit = this.#waiting[0];
    if (this.#busy || stream === null || unit?.ssrc !== stream.ssrc) return;
    this.#waiting.shift();
    this.#busy = true;
    const epoch = this.#epoch;
    const held = await this.#decoder(stream.codec, unit).decode(unit.bytes, () =>
      this.#waiting.some((next) => next.key),
    );
    this.#busy = false;
    this.#take({ held: epoch === this.#epoch ? held : this.#drop(held), unit, stream, epoch });
    void this.#pump();
  }

  #take(taken: { held: HeldPicture | null; unit: Unit; stream: Stream; epoch: number }): void {
    const { held, unit, stream, epoch } = taken;
    if (epoch !== this.#epoch) return;
    const { ssrc, timestamp } = unit;
    if (held === null) {
      this.#life.tell({ type: 'undecodable', ssrc, timestamp });
      return;
    }
    this.#paint(held, stream.crop);
    this.#life.tell({ type: 'shown', ssrc, timestamp });
    this.#keep({ held, crop: stream.crop });
  }

  #drop(held: HeldPicture | null): null {
    held?.release();
    return null;
  }

  /** The picture on the screen is painted again when the window's size changes. */
  #keep(last: { readonly held: HeldPicture; readonly crop: Crop | null } | null): void {
    this.#last?.held.release();
    this.#last = last;
  }

  #paint({ picture }: HeldPicture, crop: Crop | null): void {
    const before = this.#painter.placed;
    this.#painter.paint(picture, crop);
    const area = this.#painter.placed;
    if (area !== null && area !== before) this.#life.tell({ type: 'area', area });
  }

  #repaint(): void {
    if (this.#last !== null) this.#paint(this.#last.held, this.#last.crop);
  }

  #decoder(codec: Codec, unit: Unit): PictureDecoder {
    if (unit.key) this.#full = codec === 'h264' && isFullChroma(unit.bytes);
    const { usual, full } = this.#choice;
    const kind = this.#full && full !== null && full.element !== usual.element ? 'full' : codec;
    const known = this.#decoders.get(kind);
    if (known !== undefined) return known;
    const made = new PictureDecoder(codec, (kind === 'full' ? full : usual)?.element ?? usual.element);
    this.#decoders.set(kind, made);
    return made;
  }

  #tellMonitor(): void {
    this.#life.tell({ type: 'monitor', mode: { ...this.#painter.size, rate: 60 } });
  }
}

/** profile_idc of High 4:4:4 Predictive (H.264 annex A), the first byte behind the NAL header of sequence parameters. */
const HIGH_444 = 244;

const isFullChroma = (key: Uint8Array): boolean =>
  splitAnnexB(key).some((nal) => nalTypeOf(nal) === NalType.sequenceParameters && nal[1] === HIGH_444);
