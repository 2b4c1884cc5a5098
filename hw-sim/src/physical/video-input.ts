import type { Surface } from '@seatmatrix/osd/node';
import type { CaptureState, VideoMode } from '@seatmatrix/protocol/domain';
import { BehaviourChain } from '../behaviours/behaviour.ts';
import type { Cable } from './cable.ts';
import { Subscribers } from './subscribers.ts';

/** What a computer does at the far end of a video cable. */
export interface VideoSource {
  readonly signal: VideoSignal;
  /** Rises with every change of the picture. */
  readonly version: number;
  /** Painted now, and only where it changed. The surface shows the next picture after the next call. */
  picture(): Surface;
  /** Hot-plug: the computer reads what the other end says of itself. */
  readEdid(edid: Uint8Array): void;
  subscribe(listener: (event: VideoSourceEvent) => void): () => void;
}

export type VideoSignal = { readonly type: 'none' } | { readonly type: 'signal'; readonly mode: VideoMode };

export type VideoSourceEvent = 'signal' | 'picture';

export type VideoInputEvent = 'state' | 'picture';

/** The video socket of a transmitter: a cable to an output of a computer. */
export class VideoInput {
  readonly cable: Cable;
  /** Sees every state that the socket would have, before it has it. */
  readonly behaviours = new BehaviourChain<CaptureState>();
  /** Sees an EDID on its way to the computer. */
  readonly edidBehaviours = new BehaviourChain<Uint8Array>();
  readonly #source: VideoSource;
  readonly #subscribers = new Subscribers<VideoInputEvent>();
  #state: CaptureState = { type: 'no-cable' };
  #edid: Uint8Array | null = null;

  constructor({ source, cable }: { readonly source: VideoSource; readonly cable: Cable }) {
    this.cable = cable;
    this.#source = source;
    cable.onChange((plugged) => {
      if (plugged) this.#hotPlug();
      this.refresh();
    });
    source.subscribe((event) => {
      if (event === 'signal') this.refresh();
      else if (this.#state.type === 'signal') this.#subscribers.tell('picture');
    });
    this.refresh();
  }

  get state(): CaptureState {
    return this.#state;
  }

  /** Rises with every change of the computer's picture. */
  get version(): number {
    return this.#source.version;
  }

  /** The computer's picture now. Only for state `signal`; the surface shows the next picture after the next call. */
  picture(): Surface {
    return this.#source.picture();
  }

  /** Kept for the next hot-plug. */
  offerEdid(edid: Uint8Array): void {
    this.#edid = Uint8Array.from(edid);
  }

  subscribe(listener: (event: VideoInputEvent) => void): () => void {
    return this.#subscribers.add(listener);
  }

  /** Looks at cable and computer anew, through the behaviours: for one that was just put in or taken out. */
  refresh(): void {
    this.behaviours.run(this.#raw(), (state) => {
      if (isSameState(state, this.#state)) return;
      this.#state = state;
      this.#subscribers.tell('state');
    });
  }

  #raw(): CaptureState {
    if (!this.cable.plugged) return { type: 'no-cable' };
    const { signal } = this.#source;
    return signal.type === 'none' ? { type: 'no-signal' } : { type: 'signal', mode: signal.mode };
  }

  #hotPlug(): void {
    if (this.#edid !== null) this.edidBehaviours.run(this.#edid, (edid) => this.#source.readEdid(edid));
  }
}

function isSameState(a: CaptureState, b: CaptureState): boolean {
  if (a.type !== b.type) return false;
  const modeOf = (state: CaptureState) =>
    state.type === 'signal' || state.type === 'unsupported-mode' ? state.mode : null;
  const [first, second] = [modeOf(a), modeOf(b)];
  if (first === null || second === null) return true;
  return first.width === second.width && first.height === second.height && first.rate === second.rate;
}
