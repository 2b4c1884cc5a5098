import {
  createOsd,
  type OsdEffect,
  type OsdInput,
  type OsdState,
  osdCapturesKeys,
  osdStep,
  osdVisible,
  presentOsd,
  type Scene,
  type Situation,
  sceneDamage,
} from '@seatmatrix/osd';
import type { BoxAnswer, BoxNotice, BoxRequest } from '@seatmatrix/protocol/domain';
import { between, type Clock, type Log, milliseconds, type Timer, unreachable } from '@seatmatrix/protocol/kernel';
import type { Overlay, OverlaySize } from '../drivers/index.ts';

/** Whether keys are the OSD's, and whether anything of it is on the display. */
export interface OsdPresence {
  readonly capturing: boolean;
  readonly visible: boolean;
}

export interface OsdHostOptions {
  readonly overlay: Overlay;
  readonly clock: Clock;
  readonly log: Log;
  /** Asks the manager. Rejects with a Fault when it does not answer. */
  readonly request: (request: BoxRequest) => Promise<BoxAnswer>;
  readonly notify: (notice: BoxNotice) => void;
  /** The operator wants to leave; how that is done without a manager is the receiver's to know. */
  readonly signOut: () => void;
  readonly focusDisplay: (number: number) => void;
  readonly sendHotkey: () => void;
  /** After every step. */
  readonly presence: (presence: OsdPresence) => void;
}

/** Inputs without their time: the host adds it. */
export type OsdEvent = OsdInput extends infer Input ? (Input extends OsdInput ? Omit<Input, 'at'> : never) : never;

/** Runs the OSD's machine: its effects, its timer, and its picture on the overlay. */
export class OsdHost {
  readonly #options: OsdHostOptions;
  #state: OsdState;
  #size: OverlaySize | null = null;
  #drawn: { readonly state: OsdState; readonly size: OverlaySize } | null = null;
  #scene: Scene | null = null;
  readonly #asked = new Map<Asked['type'], Asked>();
  #wake: Timer | null = null;
  #stopped = false;

  constructor(options: OsdHostOptions) {
    this.#options = options;
    this.#state = createOsd(options.clock.now());
  }

  start(situation: Situation): void {
    this.take({ type: 'situation', situation });
    this.#options.overlay.listen(({ size }) => {
      this.#size = size;
      this.#draw();
    });
  }

  get situation(): Situation {
    return this.#state.situation;
  }

  take(event: OsdEvent): void {
    if (this.#stopped) return;
    const { clock, presence } = this.#options;
    const stepped = osdStep(this.#state, { ...event, at: clock.now() } as OsdInput);
    this.#state = stepped.state;
    // The router first: what the operator presses from here on belongs to whom the new state says.
    presence({ capturing: osdCapturesKeys(stepped.state), visible: osdVisible(stepped.state) });
    this.#draw();
    for (const effect of stepped.out) this.#act(effect);
  }

  stop(): void {
    this.#stopped = true;
    this.#wake?.cancel();
    this.#wake = null;
  }

  #act(effect: OsdEffect): void {
    const { notify, signOut, focusDisplay, sendHotkey } = this.#options;
    switch (effect.type) {
      case 'sign-in':
      case 'command':
      case 'change-password':
        this.#ask(effect);
        return;
      case 'sign-out':
        signOut();
        return;
      case 'watch-list':
        notify({ type: 'watch-list', watch: effect.watch });
        return;
      case 'focus-display':
        focusDisplay(effect.number);
        return;
      case 'send-hotkey':
        sendHotkey();
        return;
      case 'wake':
        this.#wakeAt(effect);
        return;
      default:
        unreachable(effect);
    }
  }

  #ask(request: Asked): void {
    this.#asked.set(request.type, request);
    // The machine knows answers by their kind: one to what another operator asked, or to a form that was left, is late.
    const late = () => this.#asked.get(request.type) !== request;
    this.#options.request(request).then(
      (answer) => {
        if (!late()) this.#answered(request, answer);
      },
      (cause: unknown) => {
        this.#options.log.warn('the manager did not answer', { request: request.type, cause: String(cause) });
        if (!late()) this.#refused(request);
      },
    );
  }

  #answered(request: Asked, answer: BoxAnswer): void {
    switch (answer.type) {
      case 'sign-in-answer':
        this.take({ type: 'sign-in-answer', refusal: answer.refusal });
        return;
      case 'command-answer':
        this.take({ type: 'command-answer', refusal: answer.refusal, targets: answer.targets });
        return;
      case 'change-password-answer':
        this.take({ type: 'password-answer', refusal: answer.refusal });
        return;
      case 'fault':
        this.#options.log.warn('the manager answered with a fault', { request: request.type, code: answer.code });
        this.#refused(request);
        return;
      case 'sign-out-answer':
        return;
      default:
        unreachable(answer);
    }
  }

  #refused(request: Asked): void {
    const refusal = 'manager-unreachable';
    switch (request.type) {
      case 'sign-in':
        this.take({ type: 'sign-in-answer', refusal });
        return;
      case 'command':
        this.take({ type: 'command-answer', refusal, targets: [] });
        return;
      case 'change-password':
        this.take({ type: 'password-answer', refusal });
        return;
      default:
        unreachable(request);
    }
  }

  #wakeAt({ at }: Extract<OsdEffect, { type: 'wake' }>): void {
    const { clock } = this.#options;
    this.#wake?.cancel();
    const wait = milliseconds(Math.max(0, between(clock.now(), at)));
    this.#wake = clock.timer({ name: 'OSD', after: wait, fire: () => this.take({ type: 'tick' }) });
  }

  #draw(): void {
    const [state, size] = [this.#state, this.#size];
    if (size === null || (this.#drawn?.state === state && this.#drawn.size === size)) return;
    this.#drawn = { state, size };
    const next = presentOsd(state, size);
    const damage = sceneDamage(this.#scene, next);
    const appeared = (this.#scene === null) !== (next === null);
    this.#scene = next;
    if (damage.length > 0 || appeared) this.#options.overlay.present(next, damage);
  }
}

type Asked = Extract<BoxRequest, { type: 'sign-in' | 'command' | 'change-password' }>;
