import type { BoxSettings, KeyEdge, OsdFunction, PointerInput, Usage } from '@seatmatrix/protocol/domain';
import { between, type Clock, milliseconds, type Timer, unreachable } from '@seatmatrix/protocol/kernel';
import {
  computerHolds,
  INITIAL_ROUTER,
  type InputRouterInput,
  type InputRouterOut,
  type InputRouterState,
  type RouterRoute,
  routerStep,
} from '../input/input-router.ts';
import { HELD_INTERVAL } from '../key-safety/deadlines.ts';
import type { OsdPresence } from '../osd-host/osd-host.ts';
import {
  type InputSource,
  type InputSources,
  type InputSourcesInput,
  inputSourcesStep,
  OWN_SOURCE,
} from './input-sources.ts';

export interface DisplayInputOptions {
  readonly clock: Clock;
  readonly computer: (
    route: RouterRoute,
    input: { readonly keys: readonly Usage[]; readonly pointer: PointerInput | null },
  ) => void;
  /** Something is still held at the computer. */
  readonly held: (route: RouterRoute) => void;
  readonly osdKey: (edge: KeyEdge, held: ReadonlySet<Usage>) => void;
  readonly osdOpen: (wanted: OsdFunction) => void;
  readonly osdPassed: () => void;
}

/** Runs a display's input router on the sources that have their focus here. No hop between a report and its message. */
export class DisplayInput {
  readonly #options: DisplayInputOptions;
  #sources: InputSources = OWN_SOURCE;
  #router: InputRouterState = INITIAL_ROUTER;
  #wake: Timer | null = null;
  #held: Timer | null = null;

  constructor(options: DisplayInputOptions) {
    this.#options = options;
  }

  /** Whether a source other than those given has its focus here. */
  isFocused(except: InputSource | null): boolean {
    return [...this.#sources.focused.keys()].some((source) => source !== except);
  }

  get activeSource(): InputSource | null {
    return this.#sources.active;
  }

  take(input: InputSourcesInput): void {
    const stepped = inputSourcesStep(this.#sources, input);
    this.#sources = stepped.state;
    for (const message of stepped.out) this.#route(message);
  }

  route(route: RouterRoute | null): void {
    this.#route({ type: 'route', route, at: this.#options.clock.now() });
  }

  osd(presence: OsdPresence): void {
    this.#route({ type: 'osd', ...presence, at: this.#options.clock.now() });
  }

  settings(settings: BoxSettings): void {
    this.#route({ type: 'settings', settings, at: this.#options.clock.now() });
  }

  sendHotkey(): void {
    this.#route({ type: 'send-hotkey', at: this.#options.clock.now() });
  }

  /** All keys of the computer up, and nothing after. */
  stop(): void {
    this.route(null);
    this.#wake?.cancel();
    this.#held?.cancel();
  }

  #route(input: InputRouterInput): void {
    const stepped = routerStep(this.#router, input);
    this.#router = stepped.state;
    for (const out of stepped.out) this.#act(out);
    if (this.#held === null && computerHolds(this.#router)) this.#sayHeld();
  }

  #act(out: InputRouterOut): void {
    const { computer, osdKey, osdOpen, osdPassed, clock } = this.#options;
    switch (out.type) {
      case 'computer':
        computer(out.route, out);
        return;
      case 'osd-key':
        osdKey(out.edge, out.held);
        return;
      case 'osd-open':
        osdOpen(out.function);
        return;
      case 'osd-passed':
        osdPassed();
        return;
      case 'wake':
        this.#wake?.cancel();
        this.#wake = clock.timer({
          name: 'input router',
          after: milliseconds(Math.max(0, between(clock.now(), out.at))),
          fire: () => this.#route({ type: 'tick', at: clock.now() }),
        });
        return;
      default:
        unreachable(out);
    }
  }

  #sayHeld(): void {
    this.#held = this.#options.clock.timer({
      name: 'held keys',
      after: HELD_INTERVAL,
      fire: () => {
        this.#held = null;
        if (!computerHolds(this.#router)) return;
        if (this.#router.route !== null) this.#options.held(this.#router.route);
        this.#sayHeld();
      },
    });
  }
}
