import {
  type AccessUnit,
  type Codec,
  type Crop,
  generation,
  type KeyboardLeds,
  type PlannedAttempt,
  type PlannedRoute,
  type PointerInput,
  type RouteReport,
  type Usage,
} from '@seatmatrix/protocol/domain';
import {
  between,
  type Clock,
  type Log,
  milliseconds,
  type Random,
  type Timer,
  unreachable,
} from '@seatmatrix/protocol/kernel';
import type { Network } from '@seatmatrix/protocol/link';
import type { SoundUnit } from '../drivers/index.ts';
import { RouteLink, type RouteMedia } from '../peer/route-link.ts';
import type { ReceptionFigures } from '../rtp/stream-receiver.ts';
import type { SerialToDesk } from '../serial/serial-to-desk.ts';
import type { OpenerLink } from './opener-link.ts';
import {
  initialRouteOpener,
  type RouteOpener,
  type RouteOpenerInput,
  type RouteOpenerOut,
  routeOpenerDue,
  routeOpenerStep,
  routeReports,
  shownLink,
} from './route-opener.ts';

/** Whose computer the desk has, and the link to it. */
export interface Steered {
  readonly route: PlannedRoute;
  readonly link: RouteLink;
}

export interface RouteRunnerOptions {
  readonly network: Network;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly codecs: readonly Codec[];
  /** Null: pictures come on media sockets alone. */
  readonly media: () => RouteMedia | null;
  readonly serial: SerialToDesk;
  readonly show: (unit: AccessUnit, crop: Crop | null) => void;
  readonly clear: () => void;
  /** Keys and LEDs go to this computer from now on, or its link came or went. The old link still takes an all-up. */
  readonly steered: () => void;
  readonly leds: (leds: KeyboardLeds) => void;
  /** Of the computer that is shown. */
  readonly sound: (unit: SoundUnit) => void;
  /** Another computer's sound, or none, comes next. */
  readonly silence: () => void;
  /** The picture that is shown stands still because nothing comes of it, or moves again. */
  readonly frozen: () => void;
  /** What was typed last did not reach the computer. */
  readonly keysDropped: () => void;
  /** All of them, whenever one changed. */
  readonly reports: (reports: readonly RouteReport[]) => void;
}

/** Runs the route opener on real links and the real screen. */
export class RouteRunner {
  readonly #options: RouteRunnerOptions;
  readonly #links = new Map<number, RouteLink>();
  readonly #leds = new Map<number, KeyboardLeds>();
  #state: RouteOpener = initialRouteOpener;
  readonly #frozen = new Set<number>();
  #steered: (Steered & { readonly dial: number }) | null = null;
  /** Rises with every switch: the generation of what is shown. */
  #switches = 0;
  #timer: Timer | null = null;
  #stopped = false;

  constructor(options: RouteRunnerOptions) {
    this.#options = options;
  }

  /** Null when the desk has no computer, or no open link to it. */
  get steered(): Steered | null {
    if (this.#steered?.link.up !== true) return null;
    // The plan may have changed what the route allows since it was steered to.
    return { link: this.#steered.link, route: shownLink(this.#state)?.route ?? this.#steered.route };
  }

  /** What the computer in control last said of its LEDs; null when nothing is known. */
  get leds(): KeyboardLeds | null {
    return this.#steered === null ? null : (this.#leds.get(this.#steered.dial) ?? null);
  }

  /** The link that is shown, open or not; null when the desk shows nothing. */
  get shown(): OpenerLink | null {
    return shownLink(this.#state);
  }

  /** The plan's route, shown already or not. */
  get route(): OpenerLink | null {
    const { route, links } = this.#state;
    return route === null ? null : (links.find((link) => link.route.id === route.id) ?? null);
  }

  /** Whether the picture that is shown stands still for want of packets, its link being up. */
  get frozen(): boolean {
    return this.#steered !== null && this.#frozen.has(this.#steered.dial);
  }

  /** Of the packets of the picture that is shown; null where none are counted. */
  figures(): ReceptionFigures | null {
    return this.#steered?.link.figures() ?? null;
  }

  reports(): readonly RouteReport[] {
    return routeReports(this.#state);
  }

  plan({ route, attempt }: { readonly route: PlannedRoute | null; readonly attempt: PlannedAttempt | null }): void {
    this.#take({ type: 'plan', route, attempt, at: this.#options.clock.now() });
    // The same computer may have been given or lost the right to type.
    this.#steerSerial();
  }

  /** For the computer of this route, shown or just left; dropped when its link is not open. */
  input(
    route: Pick<PlannedRoute, 'id' | 'generation'>,
    input: { readonly keys: readonly Usage[]; readonly pointer: PointerInput | null },
  ): void {
    this.#linkOf(route)?.input(input);
  }

  held(route: Pick<PlannedRoute, 'id' | 'generation'>): void {
    this.#linkOf(route)?.send({ type: 'held' });
  }

  undecodable(): void {
    this.#take({ type: 'undecodable', at: this.#options.clock.now() });
  }

  stop(): void {
    this.#stopped = true;
    this.#timer?.cancel();
    this.#steered = null;
    this.#steerSerial();
    for (const link of this.#links.values()) link.close();
    this.#links.clear();
  }

  #linkOf({ id, generation }: Pick<PlannedRoute, 'id' | 'generation'>): RouteLink | undefined {
    const isOf = ({ route }: RouteLink) => route.id === id && route.generation === generation;
    if (this.#steered !== null && isOf(this.#steered.link)) return this.#steered.link;
    return [...this.#links.values()].find(isOf);
  }

  #take(input: RouteOpenerInput): void {
    if (this.#stopped) return;
    const stepped = routeOpenerStep(this.#state, input);
    this.#state = stepped.state;
    for (const out of stepped.out) this.#act(out);
    if (stepped.out.some((out) => out.type === 'report')) this.#options.reports(this.reports());
    // Units are many and move no deadline.
    if (input.type !== 'unit' || stepped.out.some((out) => out.type !== 'show')) this.#setTimer();
  }

  #act(out: RouteOpenerOut): void {
    const { show, clear } = this.#options;
    switch (out.type) {
      case 'dial':
        this.#dial(out);
        return;
      case 'close': {
        const link = this.#links.get(out.dial);
        if (link !== undefined) this.#options.serial.closed(link);
        link?.close();
        this.#forget(out.dial);
        return;
      }
      case 'steer': {
        this.#switches += 1;
        const link = out.dial === null ? undefined : this.#links.get(out.dial);
        this.#steered =
          out.route === null || out.dial === null || link === undefined
            ? null
            : { route: out.route, dial: out.dial, link };
        this.#steeredAnew();
        return;
      }
      case 'show':
        // Not the route's: a desk that goes back to an older route would have its keys and the newer one's picture.
        show({ ...out.unit, generation: generation(this.#switches) }, out.crop);
        return;
      case 'clear':
        clear();
        return;
      case 'want-key-frame':
        this.#links.get(out.dial)?.wantKeyFrame();
        return;
      case 'report':
        return;
      default:
        unreachable(out);
    }
  }

  #steeredAnew(): void {
    this.#options.silence();
    this.#options.steered();
    this.#steerSerial();
  }

  #steerSerial(): void {
    const { steered } = this;
    this.#options.serial.steered(
      steered === null ? null : { link: steered.link, control: steered.route.mode === 'shared' },
    );
  }

  #dial({ dial, route }: Extract<RouteOpenerOut, { type: 'dial' }>): void {
    const { network, clock, log, codecs, random, leds, serial, sound, frozen, keysDropped } = this.#options;
    const link = new RouteLink({
      network,
      clock,
      log,
      route,
      codecs,
      media: this.#options.media(),
      listener: {
        up: (capture) => {
          // The route that is shown was lost and is back: its keys go to the new link.
          if (this.#state.shown === route.id) {
            this.#steered = { route, dial, link };
            this.#steeredAnew();
          }
          this.#take({ type: 'up', dial, capture, at: clock.now() });
        },
        capture: (capture) => this.#take({ type: 'capture', dial, capture, at: clock.now() }),
        unit: (unit) => this.#take({ type: 'unit', dial, unit, at: clock.now() }),
        leds: (next) => {
          this.#leds.set(dial, next);
          if (this.#steered?.dial === dial) leds(next);
        },
        serial: (bytes) => serial.heard(link, bytes),
        serialSettings: (settings) => serial.settings(link, settings),
        sound: (unit) => {
          if (this.#steered?.dial === dial) sound(unit);
        },
        frozen: (now) => {
          if (now) this.#frozen.add(dial);
          else this.#frozen.delete(dial);
          if (this.#steered?.dial === dial) frozen();
        },
        down: (lost) => {
          if (lost.keysDropped && this.#steered?.dial === dial) keysDropped();
          serial.closed(link);
          this.#forget(dial);
          if (this.#steered?.dial === dial) this.#steeredAnew();
          this.#take({ type: 'down', dial, draw: random(), at: clock.now() });
        },
      },
    });
    this.#links.set(dial, link);
  }

  #forget(dial: number): void {
    this.#links.delete(dial);
    this.#leds.delete(dial);
    this.#frozen.delete(dial);
  }

  #setTimer(): void {
    const { clock } = this.#options;
    this.#timer?.cancel();
    this.#timer = null;
    const due = routeOpenerDue(this.#state);
    if (due === null) return;
    this.#timer = clock.timer({
      name: 'routes',
      after: milliseconds(Math.max(0, between(clock.now(), due))),
      fire: () => this.#take({ type: 'tick', at: clock.now() }),
    });
  }
}
