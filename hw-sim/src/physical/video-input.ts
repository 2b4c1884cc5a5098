import type { Surface } from '@seatmatrix/osd/node';
import type { CaptureState } from '@seatmatrix/protocol/domain';
import { BehaviourChain } from '../behaviours/behaviour.ts';
import type { Cable } from './cable.ts';
import type { Computer } from './computer.ts';
import type { ComputerHead } from './computer-head.ts';
import { ComputerScreen } from './computer-screen.ts';
import { Subscribers } from './subscribers.ts';

export type VideoInputEvent = 'state' | 'picture';

/** The video socket of a transmitter: a cable to a head of a computer. */
export class VideoInput {
  readonly cable: Cable;
  /** Sees every state that the socket would have, before it has it. */
  readonly behaviours = new BehaviourChain<CaptureState>();
  /** Sees an EDID on its way to the computer. */
  readonly edidBehaviours = new BehaviourChain<Uint8Array>();
  readonly #head: ComputerHead;
  readonly #screen: ComputerScreen;
  readonly #subscribers = new Subscribers<VideoInputEvent>();
  #state: CaptureState = { type: 'no-cable' };
  #edid: Uint8Array | null = null;

  constructor({ computer, head, cable }: { computer: Computer; head: ComputerHead; cable: Cable }) {
    this.cable = cable;
    this.#head = head;
    this.#screen = new ComputerScreen(computer, head);
    cable.onChange((plugged) => {
      if (plugged) this.#hotPlug();
      this.refresh();
    });
    head.subscribe((event) => {
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
    return this.#head.version;
  }

  /** The computer's picture now. Only for state `signal`; the surface shows the next picture after the next call. */
  picture(): Surface {
    return this.#screen.picture();
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
    const { signal } = this.#head;
    return signal.type === 'none' ? { type: 'no-signal' } : { type: 'signal', mode: signal.mode };
  }

  #hotPlug(): void {
    if (this.#edid !== null) this.edidBehaviours.run(this.#edid, (edid) => this.#head.readEdid(edid));
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
