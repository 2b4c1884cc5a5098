import type {
  AccessMode,
  Fingerprint,
  Generation,
  KeyboardLeds,
  PeerMessage,
  SourceSettings,
} from '@seatmatrix/protocol/domain';
import {
  between,
  type Clock,
  type Instant,
  type Log,
  milliseconds,
  type Timer,
  unreachable,
} from '@seatmatrix/protocol/kernel';
import type { HidGadget } from '../drivers/index.ts';
import {
  type LinkName,
  NO_SESSIONS,
  type SessionInput,
  type SessionInputState,
  type SessionOut,
  sessionStep,
} from '../key-safety/session-input.ts';

export interface SessionKeysOptions {
  readonly gadget: HidGadget;
  readonly clock: Clock;
  readonly log: Log;
  readonly leds: (link: LinkName, leds: KeyboardLeds) => void;
  /** A newer link of the same receiver took this one's place. */
  readonly replaced: (link: LinkName) => void;
  /** It held something and fell silent: whatever still waits in its socket was typed in a cut. */
  readonly silent: (link: LinkName) => void;
}

/** Runs the transmitter's key safety on the gadget. */
export class SessionKeys {
  readonly #options: SessionKeysOptions;
  #state: SessionInputState = NO_SESSIONS;
  #wake: Timer | null = null;

  constructor(options: SessionKeysOptions) {
    this.#options = options;
  }

  start(): void {
    // What a killed agent had pressed is still down at the computer.
    this.#take({ type: 'reset', at: this.#now() });
    let host: 'awake' | 'asleep' | 'unplugged' | null = null;
    this.#options.gadget.listen((event) => {
      if (event.type === 'leds') {
        this.#take({ type: 'leds', leds: event.leds, at: this.#now() });
        return;
      }
      // A computer that enumerates the gadget anew takes every key as up, and the next report as news.
      if (host === 'unplugged' && event.state !== 'unplugged') this.#take({ type: 'reset', at: this.#now() });
      host = event.state;
    });
  }

  stop(): void {
    this.#take({ type: 'stop', at: this.#now() });
    this.#wake?.cancel();
    this.#wake = null;
  }

  open(
    link: LinkName,
    route: { readonly receiver: Fingerprint; readonly generation: Generation; readonly mode: AccessMode },
  ): void {
    this.#take({ type: 'open', link, ...route, at: this.#now() });
  }

  input(link: LinkName, { sequence, keys, pointer }: Extract<PeerMessage, { readonly type: 'input' }>): void {
    this.#take({ type: 'input', link, sequence, keys, pointer, at: this.#now() });
  }

  heard(link: LinkName): void {
    this.#take({ type: 'heard', link, at: this.#now() });
  }

  mode(link: LinkName, mode: AccessMode): void {
    this.#take({ type: 'mode', link, mode, at: this.#now() });
  }

  /** The mouse that the computer gets. */
  pointer(pointer: SourceSettings['pointer']): void {
    this.#take({ type: 'pointer', pointer, at: this.#now() });
  }

  close(link: LinkName): void {
    this.#take({ type: 'close', link, at: this.#now() });
  }

  #now(): Instant {
    return this.#options.clock.now();
  }

  #take(input: SessionInput): void {
    const stepped = sessionStep(this.#state, input);
    this.#state = stepped.state;
    for (const out of stepped.out) this.#act(out);
  }

  #act(out: SessionOut): void {
    const { gadget, log, leds, replaced, silent } = this.#options;
    switch (out.type) {
      case 'keyboard':
        gadget.writeKeyboard(out.report);
        return;
      case 'consumer':
        gadget.writeConsumer(out.report);
        return;
      case 'absolute-pointer':
        gadget.writeAbsolutePointer(out.report);
        return;
      case 'relative-pointer':
        gadget.writeRelativePointer(out.report);
        return;
      case 'leds':
        leds(out.link, out.leds);
        return;
      case 'replaced':
        replaced(out.link);
        return;
      case 'silent':
        log.warn('keys are released: their receiver fell silent', { link: out.link });
        silent(out.link);
        return;
      case 'wake':
        this.#wakeAt(out.at);
        return;
      default:
        unreachable(out);
    }
  }

  #wakeAt(at: Instant): void {
    const { clock } = this.#options;
    this.#wake?.cancel();
    this.#wake = clock.timer({
      name: 'key silence',
      after: milliseconds(Math.max(0, between(clock.now(), at))),
      fire: () => this.#take({ type: 'tick', at: clock.now() }),
    });
  }
}
