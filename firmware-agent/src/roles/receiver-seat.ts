import { type DeviceKey, type KeyboardLeds, LEDS_OFF, type ReceiverPlan } from '@seatmatrix/protocol/domain';
import type { Log } from '@seatmatrix/protocol/kernel';
import type { Transport } from '@seatmatrix/protocol/link';
import type { HidHost } from '../drivers/index.ts';
import { SeatDials } from '../peer/seat-dials.ts';
import { SeatNeighbours } from '../peer/seat-neighbours.ts';
import { judgeTicket } from '../peer/ticket-judge.ts';
import type { AgentOptions } from './agent.ts';
import { DeskDevices } from './desk-devices.ts';
import { type InputSource, type InputSourcesInput, OWN_DEVICES } from './input-sources.ts';

export interface ReceiverSeatOptions
  extends Pick<AgentOptions, 'network' | 'clock' | 'random' | 'identity' | 'memory'> {
  readonly log: Log;
  readonly hidHost: HidHost;
  readonly managerTime: () => number | null;
  /** Keys and pointer for this display, whoever's devices they are of. */
  readonly hear: (input: InputSourcesInput) => void;
  /** The focus may have moved. */
  readonly moved: () => void;
  /** The operator chose this display with F7. */
  readonly chosen: () => void;
  readonly signOut: () => void;
}

/** The receiver's part in its seat: its own devices, the links to the other displays, and the neighbours' links here. */
export class ReceiverSeat {
  readonly #options: ReceiverSeatOptions;
  readonly #devices: DeskDevices;
  readonly #dials: SeatDials;
  readonly #neighbours: SeatNeighbours;
  #plan: Pick<ReceiverPlan, 'seat' | 'device'> | null = null;

  constructor(options: ReceiverSeatOptions) {
    this.#options = options;
    const { network, clock, random, log, hidHost, identity, memory, managerTime, hear, moved, chosen, signOut } =
      options;
    this.#devices = new DeskDevices({
      hidHost,
      clock,
      own: (message) => hear({ source: OWN_DEVICES, message }),
      neighbour: {
        focus: (display, { focused, pointer }) => this.#dials.send(display, { type: 'focus', focused, pointer }),
        input: (display, input) => this.#dials.input(display, input),
        held: (display) => this.#dials.send(display, { type: 'held' }),
      },
      claimed: (display) => {
        const number = this.#numberOf(display);
        if (number > 0) this.#dials.broadcast({ type: 'focus-wanted', number }, display);
      },
      chosen,
      used: () => this.#dial(),
      signOut,
    });
    this.#dials = new SeatDials({
      network,
      clock,
      random,
      log,
      changed: () => this.#reached(),
      leds: (display, leds) => this.#devices.leds(display, leds),
      wanted: (number) => this.#devices.choose(number),
    });
    this.#neighbours = new SeatNeighbours({
      clock,
      log,
      judge: (shown) =>
        judgeTicket(shown, {
          self: identity.fingerprint,
          trusted: memory.trusted,
          time: managerTime(),
          purpose: 'seat',
        }),
      input: (source, message) => hear({ source, message }),
      entered: (byKey) => {
        this.#devices.follow(this.#ownNumber);
        moved();
        if (byKey) chosen();
      },
      followed: (number) => {
        this.#devices.follow(number);
        moved();
      },
      left: () => this.#devices.alone(),
    });
  }

  /** Whether a device is plugged in here. */
  get plugged(): boolean {
    return this.#devices.plugged;
  }

  /** Whether one of them is a keyboard. */
  get typing(): boolean {
    return this.#devices.typing;
  }

  start(): void {
    this.#devices.start();
  }

  /** The keyboards' LEDs, for somebody who looks for this desk. */
  blink(on: boolean): void {
    this.#devices.blink(on);
  }

  stop(): void {
    this.#devices.stop();
    this.#dials.stop();
    this.#neighbours.stop();
  }

  accept(transport: Transport): void {
    this.#neighbours.accept(transport);
  }

  plan(plan: ReceiverPlan): void {
    this.#plan = plan;
    this.#neighbours.seat(plan.seat);
    this.#dial();
    this.#reached();
    this.#devices.session({ signedIn: plan.session !== null, idleMinutes: plan.seat.idleMinutes });
  }

  /** What this display's computer says; null: there is none. */
  leds(leds: KeyboardLeds | null): void {
    if (this.#plan !== null) this.#devices.leds(this.#plan.device.key, leds);
    this.#neighbours.leds(leds ?? LEDS_OFF);
  }

  /** F7 and a digit at this display's OSD: whoever's keyboard speaks here has to move. */
  choose(number: number, active: InputSource | null): void {
    if (!this.#neighbours.want(number, active)) this.#devices.choose(number);
  }

  get #ownNumber(): number {
    return this.#plan === null ? 0 : this.#numberOf(this.#plan.device.key);
  }

  #numberOf(display: DeviceKey): number {
    return (this.#plan?.seat.members.findIndex((member) => member.key === display) ?? -1) + 1;
  }

  /** A receiver whose devices nobody uses needs no way to the other displays. */
  #dial(): void {
    if (this.#plan === null || !this.#devices.plugged) return;
    const { seat, device } = this.#plan;
    this.#dials.members(seat.members.filter((member) => member.key !== device.key));
  }

  #reached(): void {
    if (this.#plan === null) return;
    const { seat, device } = this.#plan;
    const displays = seat.members.map(({ key }) => ({ key, online: key === device.key || this.#dials.isOpen(key) }));
    this.#devices.seat({ displays, own: device.key });
    this.#options.moved();
  }
}
