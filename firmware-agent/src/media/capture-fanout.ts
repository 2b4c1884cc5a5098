import type { AccessUnit, CaptureState, Codec, Generation } from '@seatmatrix/protocol/domain';
import type { Clock } from '@seatmatrix/protocol/kernel';
import type { VideoCapture } from '../drivers/index.ts';
import { type UnitLine, UnitPacer } from './unit-pacer.ts';

/** One receiver that watches. */
export interface Viewer {
  /** Whether it needs pictures now. */
  want(wanted: boolean): void;
  wantKeyFrame(): void;
  remove(): void;
}

/** What the capture has done lately, for the box's report. */
export interface CaptureFigures {
  readonly codec: Codec | null;
  readonly engine: string | null;
  /** Units and their bytes since the figures were last asked for. */
  readonly units: number;
  readonly bytes: number;
}

/** One capture, any number of viewers. The encoder runs only while somebody watches. */
export class CaptureFanout {
  readonly #capture: VideoCapture;
  readonly #clock: Clock;
  readonly #viewers = new Set<Watching>();
  #state: CaptureState = { type: 'no-cable' };
  #codec: Codec | null = null;
  #engine: string | null = null;
  #units = 0;
  #bytes = 0;
  #running = false;

  constructor(options: { readonly capture: VideoCapture; readonly clock: Clock }) {
    this.#capture = options.capture;
    this.#clock = options.clock;
  }

  get state(): CaptureState {
    return this.#state;
  }

  /** Once, at the start. `changed` hears every state of the input, the first one too. */
  listen(changed: (state: CaptureState) => void): void {
    this.#capture.listen((event) => {
      if (event.type === 'state') {
        this.#state = event.state;
        changed(event.state);
        return;
      }
      if (event.type === 'engine') {
        this.#engine = event.engine;
        return;
      }
      this.#codec = event.unit.codec;
      this.#units += 1;
      this.#bytes += event.unit.bytes.byteLength;
      for (const viewer of this.#viewers) viewer.offer(event.unit);
    });
  }

  /** `send` gets units with the generation of the viewer's route. */
  add(options: { readonly generation: Generation; readonly line: Pick<UnitLine, 'buffered' | 'send'> }): Viewer {
    const { generation, line } = options;
    const pacer = new UnitPacer({
      clock: this.#clock,
      line: {
        get buffered() {
          return line.buffered;
        },
        send: (unit) => line.send({ ...unit, generation }),
        wantKeyFrame: () => this.#wantKeyFrame(),
      },
    });
    const watching: Watching = { offer: (unit) => pacer.offer(unit) };
    this.#join(watching);
    return {
      want: (wanted) => {
        if (wanted) this.#join(watching);
        else this.#leave(watching);
      },
      wantKeyFrame: () => this.#wantKeyFrame(),
      remove: () => {
        pacer.stop();
        this.#leave(watching);
      },
    };
  }

  figures(): CaptureFigures {
    const [units, bytes] = [this.#units, this.#bytes];
    this.#units = 0;
    this.#bytes = 0;
    return { codec: this.#running ? this.#codec : null, engine: this.#engine, units, bytes };
  }

  /** Ends every viewer; the capture itself is the owner's to dispose. */
  stop(): void {
    this.#viewers.clear();
    this.#rest();
  }

  #join(watching: Watching): void {
    if (this.#viewers.has(watching)) return;
    this.#viewers.add(watching);
    if (this.#running) {
      this.#capture.wantKeyFrame();
      return;
    }
    this.#running = true;
    this.#capture.start();
  }

  #leave(watching: Watching): void {
    this.#viewers.delete(watching);
    if (this.#viewers.size === 0) this.#rest();
  }

  #rest(): void {
    if (!this.#running) return;
    this.#running = false;
    this.#capture.stop();
  }

  #wantKeyFrame(): void {
    if (this.#running) this.#capture.wantKeyFrame();
  }
}

interface Watching {
  offer(unit: AccessUnit): void;
}
