import type { Codec, Crop } from '@seatmatrix/protocol/domain';
import { Fault } from '@seatmatrix/protocol/kernel';
import { type ChildLife, runMediaProgram } from './child-life.ts';
import type { MediaOrder } from './media-message.ts';
import { type StreamUnit, UnitReader } from './media-stream.ts';
import { decoderChoice, type HeldPicture, PictureDecoder } from './picture-decoder.ts';
import { WindowPainter } from './window-painter.ts';

/** The arguments: the display's name, and the window's number. */
const [displayName = '', windowNumber = '0'] = process.argv.slice(2);

type Unit = StreamUnit & { readonly key: boolean };

interface Stream {
  readonly ssrc: number;
  readonly codec: Codec;
  readonly crop: Crop | null;
}

/** Shows units as they come, in one window, through all switches. */
class WindowDisplay {
  readonly #life: ChildLife;
  readonly #painter: WindowPainter;
  readonly #reader = new UnitReader();
  readonly #element: string;
  readonly #decoders = new Map<Codec, PictureDecoder>();
  #stream: Stream | null = null;
  #waiting: Unit[] = [];
  #busy = false;
  /** Rises with every clear: what is being decoded then is not painted. */
  #epoch = 0;
  #last: { readonly held: HeldPicture; readonly crop: Crop | null } | null = null;

  constructor(life: ChildLife) {
    this.#life = life;
    const choice = decoderChoice();
    this.#element = choice.element;
    const gone = () => {
      throw new Fault({ code: 'device-absent', message: `the window on ${displayName} went away` });
    };
    this.#painter = new WindowPainter({
      display: displayName,
      window: Number(windowNumber),
      resized: () => {
        this.#repaint();
        this.#tellMonitor();
      },
      gone,
    });
    this.#decoders.set('h264', new PictureDecoder('h264', choice.element));
    life.tell({ type: 'engine', engine: choice.engine });
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
    const held = await this.#decoder(stream.codec).decode(unit.bytes, () => this.#waiting.some((next) => next.key));
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
    this.#painter.paint(held.picture, stream.crop);
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

  #repaint(): void {
    if (this.#last !== null) this.#painter.paint(this.#last.held.picture, this.#last.crop);
  }

  #decoder(codec: Codec): PictureDecoder {
    const known = this.#decoders.get(codec);
    if (known !== undefined) return known;
    const made = new PictureDecoder(codec, this.#element);
    this.#decoders.set(codec, made);
    return made;
  }

  #tellMonitor(): void {
    this.#life.tell({ type: 'monitor', mode: { ...this.#painter.size, rate: 60 } });
  }
}

await runMediaProgram(async (life) => {
  const display = new WindowDisplay(life);
  return { order: (order) => display.order(order), media: (bytes) => display.media(bytes) };
});
